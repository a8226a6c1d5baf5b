using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Wardbook.Charts;
using Wardbook.Crimes;
using Wardbook.Periods;
using Wardbook.Store;

namespace Wardbook.Priorities.Evidence;

/// <summary>How much more than chance the months of a force's middle ward vary (<see cref="ShareOfForce"/>). The same for all its wards, so it is worked out once for each version of the data.</summary>
public sealed class UsualSpread(DataVersionWatch version)
{
    /// <summary>Beyond so many, all are worked out anew.</summary>
    private const int Many = 500;

    private readonly ConcurrentDictionary<(long Version, int Set, string Series, string Kind, Month First), double> known = new();

    /// <param name="kind">Names the categories.</param>
    /// <param name="force">The force's counts in the months to learn from.</param>
    public async Task<double> Find(WardbookDb db, ShownMonths months, int set, string placeKind, (string Kind, IReadOnlyList<short> Categories) kind, Month first, IReadOnlyList<long> force, CancellationToken cancel)
    {
        var key = (await version.Current(), set, months.Series.Id, kind.Kind, first);
        if (known.TryGetValue(key, out var there))
        {
            return there;
        }

        var (last, categories) = (first.Plus(force.Count - 1), kind.Categories.ToArray());
        var rows = await db.CrimeCounts.AsNoTracking()
            .Where(count => db.Places.Any(place => place.Id == count.PlaceId && place.SetId == set && place.Kind == placeKind) && count.Month >= first && count.Month <= last && categories.Contains(count.Category))
            .GroupBy(count => new { count.PlaceId, count.Month, count.MonthId })
            .Select(group => new { group.Key.PlaceId, group.Key.Month, group.Key.MonthId, Count = group.Sum(count => count.Count) })
            .ToListAsync(cancel);
        var spreads = rows.Where(row => months.Has(row.MonthId)).GroupBy(row => row.PlaceId)
            .Select(ward =>
            {
                var counts = new long[force.Count];
                foreach (var row in ward)
                {
                    counts[row.Month.Since(first)] += row.Count;
                }

                return ShareOfForce.DispersionOf(counts, force, force.Count);
            })
            .OfType<double>().Order().ToList();
        var middle = spreads.Count == 0 ? 1 : (spreads[(spreads.Count - 1) / 2] + spreads[spreads.Count / 2]) / 2;
        if (known.Count > Many)
        {
            known.Clear();
        }

        return known[key] = middle;
    }
}
