using System.Data.Common;
using System.Globalization;

namespace Wardbook.Store;

/// <summary>A lock on a database that one process at a time holds for one purpose, and that the operating system or the server lets go of when the holder dies.</summary>
public sealed class OneAtATime : IAsyncDisposable
{
    private readonly FileStream? file;
    private DbConnection? session;

    private OneAtATime(FileStream? file, DbConnection? session) => (this.file, this.session) = (file, session);

    /// <summary>Waits until it is our turn.</summary>
    public static async Task<OneAtATime> Enter(Database database, string purpose, CancellationToken cancel)
    {
        while (true)
        {
            if (await TryEnter(database, purpose, cancel) is { } held)
            {
                return held;
            }

            await Task.Delay(100, cancel);
        }
    }

    /// <returns>Null when another process holds it.</returns>
    public static async Task<OneAtATime?> TryEnter(Database database, string purpose, CancellationToken cancel)
    {
        if (database.File is { } path)
        {
            try
            {
                // The file stays: deleting it would let two processes hold two files of one name.
                return new(new FileStream($"{path}.{purpose}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), null);
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
            {
                return null;
            }
        }

        var connection = await database.Connect(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT pg_try_advisory_lock({Key(purpose)})");
        if (await command.ExecuteScalarAsync(cancel) is true)
        {
            return new(null, connection);
        }

        await connection.DisposeAsync();
        return null;
    }

    /// <summary>Lets go. Once more does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (file is not null)
        {
            await file.DisposeAsync();
        }

        if (Interlocked.Exchange(ref session, null) is { } held)
        {
            // A pooled connection would keep the lock, so it is given back by hand.
            await using var command = held.CreateCommand();
            command.CommandText = "SELECT pg_advisory_unlock_all()";
            try
            {
                await command.ExecuteNonQueryAsync();
            }
            catch (DbException)
            {
                // The server is gone, and the lock with it.
            }

            await held.DisposeAsync();
        }
    }

    private static long Key(string purpose) => purpose.Aggregate(0x57415244L, (key, letter) => (key * 31) + letter);
}
