using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Wardbook.Store;

/// <summary>Adds many rows to one table as fast as the database takes them: a prepared insert on SQLite, binary COPY on PostgreSQL.</summary>
public abstract class BulkInsert : IAsyncDisposable
{
    /// <param name="connection">Open, with a transaction begun if there is to be one.</param>
    /// <param name="transaction">The transaction the rows belong to; null for none.</param>
    /// <param name="table">As in <see cref="WardbookDb"/>.</param>
    /// <param name="columns">The properties, in the order in which values are added.</param>
    public static async Task<BulkInsert> Into(DbConnection connection, DbTransaction? transaction, string table, params string[] columns)
    {
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        if (connection is NpgsqlConnection postgres)
        {
            return new Copy(await postgres.BeginBinaryImportAsync($"COPY \"{table}\" ({names}) FROM STDIN (FORMAT BINARY)"));
        }

        return new Insert(((SqliteConnection)connection).Handle!, $"INSERT INTO \"{table}\" ({names}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})");
    }

    /// <summary>Adds a row. Numbers, text, bytes, <see cref="Guid"/>, days, times, moments (UTC), or null.</summary>
    public abstract void Add(params ReadOnlySpan<object?> values);

    /// <summary>Without this, PostgreSQL keeps none of the rows.</summary>
    public abstract Task Complete(CancellationToken cancel);

    public abstract ValueTask DisposeAsync();

    /// <summary>Speaks to SQLite itself: the provider's command makes a dozen objects for each row, and takes three times as long. A transaction is the connection's.</summary>
    private sealed class Insert : BulkInsert
    {
        private readonly sqlite3 connection;
        private readonly sqlite3_stmt insert;

        public Insert(sqlite3 connection, string sql)
        {
            this.connection = connection;
            Check(raw.sqlite3_prepare_v2(connection, sql, out insert));
        }

        public override void Add(params ReadOnlySpan<object?> values)
        {
            for (var number = 0; number < values.Length; number++)
            {
                Check(Bind(number + 1, values[number]));
            }

            var result = raw.sqlite3_step(insert);
            raw.sqlite3_reset(insert);
            if (result is not raw.SQLITE_DONE)
            {
                SqliteException.ThrowExceptionForRC(result, connection);
            }
        }

        public override Task Complete(CancellationToken cancel) => Task.CompletedTask;

        public override ValueTask DisposeAsync()
        {
            insert.Dispose();
            return ValueTask.CompletedTask;
        }

        /// <summary>As the provider writes them, so that either may read what the other wrote.</summary>
        private int Bind(int number, object? value) => value switch
        {
            null => raw.sqlite3_bind_null(insert, number),
            int whole => raw.sqlite3_bind_int(insert, number, whole),
            short whole => raw.sqlite3_bind_int(insert, number, whole),
            long whole => raw.sqlite3_bind_int64(insert, number, whole),
            double real => raw.sqlite3_bind_double(insert, number, real),
            bool flag => raw.sqlite3_bind_int(insert, number, flag ? 1 : 0),
            string text => raw.sqlite3_bind_text(insert, number, text),
            Guid id => raw.sqlite3_bind_text(insert, number, id.ToString().ToUpperInvariant()),
            byte[] bytes => raw.sqlite3_bind_blob(insert, number, bytes),
            DateOnly day => raw.sqlite3_bind_text(insert, number, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            TimeOnly time => raw.sqlite3_bind_text(insert, number, time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
            DateTime moment => raw.sqlite3_bind_text(insert, number, moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
            _ => throw new ArgumentException($"A {value.GetType().Name} cannot be added in bulk.", nameof(value)),
        };

        private void Check(int result) => SqliteException.ThrowExceptionForRC(result, connection);
    }

    private sealed class Copy(NpgsqlBinaryImporter copy) : BulkInsert
    {
        public override void Add(params ReadOnlySpan<object?> values)
        {
            copy.StartRow();
            foreach (var value in values)
            {
                switch (value)
                {
                    case null: copy.WriteNull(); break;
                    case int number: copy.Write(number); break;
                    case short number: copy.Write(number); break;
                    case long number: copy.Write(number); break;
                    case double number: copy.Write(number); break;
                    case bool flag: copy.Write(flag); break;
                    case string text: copy.Write(text); break;
                    case Guid id: copy.Write(id); break;
                    case byte[] bytes: copy.Write(bytes); break;
                    case DateOnly day: copy.Write(day); break;
                    case TimeOnly time: copy.Write(time); break;
                    case DateTime moment: copy.Write(moment); break;
                    default: throw new ArgumentException($"A {value.GetType().Name} cannot be added in bulk.", nameof(values));
                }
            }
        }

        public override async Task Complete(CancellationToken cancel) => await copy.CompleteAsync(cancel);

        public override ValueTask DisposeAsync() => copy.DisposeAsync();
    }
}
