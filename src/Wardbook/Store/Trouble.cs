using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Wardbook.Store;

/// <summary>Says in words what is wrong when a disk or a database fails: the message is for the person who can mend it.</summary>
public static class Trouble
{
    private const int NoSpaceLeft = 28, FileTooLarge = 27;

    /// <returns>Null when this is no failure of a disk or a database, but of ours.</returns>
    public static string? InWords(Exception exception, Database database)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (Of(cause, database) is { } words)
            {
                return words;
            }
        }

        return exception is AggregateException several ? several.InnerExceptions.Select(one => InWords(one, database)).FirstOrDefault(words => words is not null) : null;
    }

    private static string? Of(Exception cause, Database database) => cause switch
    {
        SqliteException { SqliteErrorCode: 13 } => $"The disk that holds {database.Name} is full. Make room, then run it again.",
        SqliteException { SqliteErrorCode: 10 } => $"{database.Name} cannot be written or read ({cause.Message.TrimEnd('.')}). Is its disk full, or gone?",
        SqliteException { SqliteErrorCode: 5 or 6 } => $"{database.Name} is kept busy by another program. Try again when it is done.",
        SqliteException { SqliteErrorCode: 8 } => $"{database.Name} may not be written by you.",
        SqliteException { SqliteErrorCode: 11 or 26 } => $"{database.Name} is damaged or is no database of Wardbook ({cause.Message.TrimEnd('.')}).",
        SqliteException { SqliteErrorCode: 14 } => $"{database.Name} cannot be opened.",
        PostgresException { SqlState: "53100" } => $"The disk of the database {database.Name} is full. Make room, then run it again.",
        PostgresException { SqlState: ['5', '7' or '3', ..] or ['0', '8', ..] } postgres => $"The database {database.Name} stopped ({postgres.MessageText}). Run it again when it is back.",
        PostgresException => null,
        NpgsqlException or SocketException => $"The database {database.Name} does not answer ({cause.Message.TrimEnd('.')}). Run it again when it is back.",
        IOException when (cause.HResult & 0xFFFF) is NoSpaceLeft or FileTooLarge => $"The disk is full ({cause.Message.TrimEnd('.')}). Make room, then run it again.",
        IOException or UnauthorizedAccessException => $"A file cannot be read or written: {cause.Message}",
        _ => null,
    };
}
