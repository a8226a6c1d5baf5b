using System.Data.Common;
using Wardbook.Places;

namespace Wardbook.Bench;

/// <summary>One way of keeping records.</summary>
internal abstract class CrimeStore(DbConnection connection, MadeUpCrimes crimes) : IAsyncDisposable
{
    public abstract string Name { get; }

    protected DbConnection Connection => connection;

    protected MadeUpCrimes Crimes => crimes;

    protected bool IsPostgres => connection is Npgsql.NpgsqlConnection;

    public abstract Task Make();

    public abstract Task Drop();

    /// <summary>Stores a month whole, and durably.</summary>
    public abstract Task Add(int month, (MadeUpRow[] Rows, byte[] Ids) made);

    /// <returns>A number made of every street of the ward and its count.</returns>
    public abstract Task<long> Streets(int ward, int first, int last);

    /// <returns>A number made of the counts of every category between two corners.</returns>
    public abstract Task<long> Area(Point low, Point high, int first, int last);

    /// <summary>Stores another edition of a month, compares it with the one there and shows it instead.</summary>
    public abstract Task Replace(int month, int by, (MadeUpRow[] Rows, byte[] Ids) made);

    /// <summary>Clears away the months that a killed import left.</summary>
    public abstract Task Sweep(int first, int last);

    public Task Settle() => IsPostgres ? Tell("VACUUM ANALYZE") : Tell("PRAGMA wal_checkpoint(TRUNCATE); ANALYZE;");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected async Task Tell(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    protected async IAsyncEnumerable<DbDataReader> Ask(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            yield return rows;
        }
    }

    protected static long Mixed(IEnumerable<(string Name, long Count)> counts) =>
        counts.OrderBy(count => count.Name, StringComparer.Ordinal).Aggregate(17L, (sum, count) => (((sum * 31) + count.Name.Length) * 31) + count.Count);
}
