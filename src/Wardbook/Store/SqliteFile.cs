using Microsoft.Data.Sqlite;

namespace Wardbook.Store;

/// <summary>What may be asked of a SQLite file that nobody else is using.</summary>
public static class SqliteFile
{
    /// <exception cref="Refusal">It is not a database, a page of it is damaged, or a row points at one that is not there.</exception>
    public static async Task MustBeWhole(string path, CancellationToken cancel)
    {
        try
        {
            await using var connection = await Open(path, SqliteOpenMode.ReadOnly, cancel);
            if (await Ask(connection, "PRAGMA integrity_check(1)", cancel) is var found && found != "ok")
            {
                throw new Refusal($"{path} is damaged: {found}.");
            }

            if (await Ask(connection, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1", cancel) is { } table)
            {
                throw new Refusal($"{path} is damaged: a row of {table} points at one that is not there.");
            }
        }
        catch (SqliteException e)
        {
            throw new Refusal($"{path} is not a whole SQLite file: {e.Message}");
        }
    }

    /// <summary>Says how the file is kept from now on: <c>wal</c> while it is used, <c>delete</c> for one whole file to put aside.</summary>
    /// <returns>False when somebody else has it open.</returns>
    public static async Task<bool> KeepAs(string path, string mode, CancellationToken cancel)
    {
        try
        {
            await using var connection = await Open(path, SqliteOpenMode.ReadWrite, cancel);
            return await Ask(connection, $"PRAGMA journal_mode={mode}", cancel, patience: 3) == mode;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6)
        {
            return false;
        }
    }

    /// <summary>Returns when the disk has it, not the machine's memory.</summary>
    public static void ToDisk(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    private static async Task<SqliteConnection> Open(string path, SqliteOpenMode mode, CancellationToken cancel)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }

    /// <param name="patience">Seconds to wait for somebody else's lock, or for a long answer; 0 for as long as it takes.</param>
    private static async Task<string?> Ask(SqliteConnection connection, string sql, CancellationToken cancel, int patience = 0)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = patience;
        return await command.ExecuteScalarAsync(cancel) as string;
    }
}
