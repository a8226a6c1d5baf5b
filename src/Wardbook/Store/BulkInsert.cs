using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

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

        var insert = ((SqliteConnection)connection).CreateCommand();
        insert.Transaction = (SqliteTransaction?)transaction;
        insert.CommandText = $"INSERT INTO \"{table}\" ({names}) VALUES ({string.Join(", ", columns.Select((_, number) => $"@p{number}"))})";
        for (var number = 0; number < columns.Length; number++)
        {
            insert.Parameters.Add(new SqliteParameter($"@p{number}", null));
        }

        await insert.PrepareAsync();
        return new Insert(insert);
    }

    /// <summary>Adds a row. Whole numbers, text, bytes, <see cref="Guid"/>, or null.</summary>
    public abstract void Add(params ReadOnlySpan<object?> values);

    /// <summary>Without this, PostgreSQL keeps none of the rows.</summary>
    public abstract Task Complete(CancellationToken cancel);

    public abstract ValueTask DisposeAsync();

    private sealed class Insert(SqliteCommand insert) : BulkInsert
    {
        public override void Add(params ReadOnlySpan<object?> values)
        {
            for (var number = 0; number < values.Length; number++)
            {
                insert.Parameters[number].Value = values[number] switch
                {
                    null => DBNull.Value,
                    Guid id => id.ToString().ToUpperInvariant(),
                    var value => value,
                };
            }

            insert.ExecuteNonQuery();
        }

        public override Task Complete(CancellationToken cancel) => Task.CompletedTask;

        public override ValueTask DisposeAsync() => insert.DisposeAsync();
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
                    default: throw new ArgumentException($"A {value.GetType().Name} cannot be added in bulk.", nameof(values));
                }
            }
        }

        public override async Task Complete(CancellationToken cancel) => await copy.CompleteAsync(cancel);

        public override ValueTask DisposeAsync() => copy.DisposeAsync();
    }
}
