using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Wardbook.Store;

namespace Wardbook.Crimes.Blocks;

/// <summary>Months of records unpacked, the latest used kept in memory. A month never changes once it is written, so what is kept is never out of date.</summary>
public sealed class UnpackedMonths(Database database) : IDisposable
{
    /// <summary>A year and the year before it of three forces. A month of the largest force is about 1 MB.</summary>
    public const int Kept = 72;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Kept });
    private readonly MemoryCache names = new(new MemoryCacheOptions { SizeLimit = Kept });
    private readonly Lock one = new();

    public Task<UnpackedMonth> Find(int monthId) => Find(kept, monthId, Unpack);

    /// <summary>What each point of a month is called, such as "On or near Atlantic Road"; empty where it is called nothing.</summary>
    public Task<string[]> FindLocations(int monthId) => Find(names, monthId, UnpackLocations);

    /// <summary>Several at once, as many side by side as there are processors.</summary>
    public async Task<IReadOnlyDictionary<int, UnpackedMonth>> FindAll(IEnumerable<int> monthIds)
    {
        var found = new System.Collections.Concurrent.ConcurrentDictionary<int, UnpackedMonth>();
        await Parallel.ForEachAsync(monthIds.Distinct(), async (id, _) => found[id] = await Find(id));
        return found;
    }

    public void Dispose()
    {
        kept.Dispose();
        names.Dispose();
    }

    private async Task<T> Find<T>(MemoryCache cache, int monthId, Func<int, Task<T>> unpack)
    {
        Lazy<Task<T>>? unpacking;
        lock (one)
        {
            if (!cache.TryGetValue(monthId, out unpacking))
            {
                unpacking = cache.Set(monthId, new Lazy<Task<T>>(() => unpack(monthId)), new MemoryCacheEntryOptions { Size = 1 });
            }
        }

        try
        {
            return await unpacking!.Value;
        }
        catch
        {
            // What failed is tried again, not remembered.
            cache.Remove(monthId);
            throw;
        }
    }

    private async Task<UnpackedMonth> Unpack(int monthId)
    {
        await using var db = database.Open();
        var block = await db.CrimeBlocks.Where(row => row.MonthId == monthId).Select(row => new { row.Places, row.Rows }).SingleAsync();
        var (longitudes, latitudes) = await CrimeColumns.ReadPoints(block.Places);
        var (place, category) = await CrimeColumns.ReadPlaceAndCategory(block.Rows);
        return new(longitudes, latitudes, place, category);
    }

    private async Task<string[]> UnpackLocations(int monthId)
    {
        await using var db = database.Open();
        var places = await db.CrimeBlocks.Where(row => row.MonthId == monthId).Select(row => row.Places).SingleAsync();
        var locations = await CrimeColumns.ReadLocations(places);

        // A street has several points: one text for all of them.
        var once = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var point = 0; point < locations.Length; point++)
        {
            locations[point] = once.TryAdd(locations[point], locations[point]) ? locations[point] : once[locations[point]];
        }

        return locations;
    }
}
