using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Places;

/// <summary>The boundary sets that are shown, kept in memory: making a finder takes a fifth of a second, asking one takes no time.</summary>
/// <remarks>One for a site. A set never changes once it is shown, so only which sets are shown is asked for, when the data's version has changed.</remarks>
public sealed class LoadedSets(Database database) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);
    private Dictionary<int, PlaceSet> loaded = [];
    private IReadOnlyList<PlaceSet> shown = [];
    private long version = -1;

    /// <summary>Every set that records are counted on, oldest first.</summary>
    public async Task<IReadOnlyList<PlaceSet>> List(CancellationToken cancel)
    {
        await using var db = database.Open();
        var now = await DataVersion.Find(db, cancel);
        await one.WaitAsync(cancel);
        try
        {
            if (now != version)
            {
                Dictionary<int, PlaceSet> next = [];
                foreach (var id in await PlaceSet.ListShownIds(db, cancel))
                {
                    next[id] = loaded.GetValueOrDefault(id) ?? await PlaceSet.Load(db, id, cancel);
                }

                // The last day of a set is the one thing that changes: when a later set comes.
                var ends = await db.BoundarySets.Where(set => next.Keys.Contains(set.Id)).ToDictionaryAsync(set => set.Id, set => set.To, cancel);
                (loaded, shown, version) = (next, [.. next.Values.Select(set => set.Until(ends[set.SetId]))], now);
            }

            return shown;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>The sets to find wards in: of each force the one that held on a day, or the latest.</summary>
    /// <param name="day">Null for the latest.</param>
    /// <remarks>Where no wards are loaded, the smallest areas that are: beats, neighbourhoods.</remarks>
    public async Task<IReadOnlyList<PlaceSet>> Wards(DateOnly? day, CancellationToken cancel)
    {
        var sets = (await List(cancel)).Where(set => set.Kind is not ("borough" or "district" or "force")).ToList();
        var kind = sets.Exists(set => set.Kind == "ward") ? "ward" : sets.FirstOrDefault()?.Kind;
        return [.. sets
            .Where(set => set.Kind == kind && (day is not { } on || (set.From <= on && (set.To is not { } last || last >= on))))
            .GroupBy(set => set.Force)
            .Select(force => force.Last())];
    }

    public void Dispose() => one.Dispose();
}
