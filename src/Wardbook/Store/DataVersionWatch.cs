using System.Data.Common;

namespace Wardbook.Store;

/// <summary>The data's version, read from the database at most once a second, however many ask. One for each instance of the site.</summary>
/// <remarks>While the database cannot be reached, the version last seen stands: pages that are kept go on being served.</remarks>
public sealed class DataVersionWatch(Database database, TimeProvider clock, ILogger<DataVersionWatch> log)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(1);
    private readonly Lock one = new();
    private Seen? seen;
    private Task<long>? reading;

    /// <returns>A version that was true within the last second.</returns>
    public ValueTask<long> Current() => seen is { } last && clock.GetElapsedTime(last.At) < Lasts ? new(last.Version) : new(Read());

    private Task<long> Read()
    {
        lock (one)
        {
            return reading ??= Task.Run(ReadFromDatabase);
        }
    }

    private async Task<long> ReadFromDatabase()
    {
        var at = clock.GetTimestamp();
        var version = seen?.Version ?? 0;
        try
        {
            await using var db = database.Open();
            version = await DataVersion.Find(db, CancellationToken.None);
        }
        catch (DbException e)
        {
            log.LogWarning(e, "The version of the data cannot be read. Pages stay as they were.");
        }

        lock (one)
        {
            (seen, reading) = (new(version, at), null);
        }

        return version;
    }

    private sealed record Seen(long Version, long At);
}
