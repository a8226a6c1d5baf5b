using Microsoft.EntityFrameworkCore;
using Wardbook.Periods;
using Wardbook.Store;

namespace Wardbook.Crimes;

/// <summary>What a few places have of each category in each month.</summary>
public static class CountsByPlace
{
    /// <remarks>One query, which reads each place's months side by side in the order of the key. Counts of replaced revisions lie among them and are passed over.</remarks>
    public static async Task<IReadOnlyDictionary<int, AreaCounts>> Find(
        WardbookDb db, ShownMonths months, IReadOnlyCollection<int> places, Month first, Month last, CancellationToken cancel)
    {
        var found = places.Distinct().ToDictionary(place => place, _ => new AreaCounts());
        var ids = found.Keys.ToArray();
        var rows = db.CrimeCounts
            .Where(count => ids.Contains(count.PlaceId) && count.Month >= first && count.Month <= last)
            .Select(count => new { count.PlaceId, count.Month, count.MonthId, count.Category, count.Count })
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            if (months.Has(row.MonthId))
            {
                found[row.PlaceId].Add(row.Month, row.Category, row.Count);
            }
        }

        return found;
    }

    /// <summary>A window and the year before it, of each place directly in one of these.</summary>
    /// <remarks>One query over one run of the key for each place: an "or" between the two years would make the database read all years. It adds them up itself.</remarks>
    public static async Task<IReadOnlyList<PlaceTotal>> ListWithin(
        WardbookDb db, ShownMonths months, IReadOnlyCollection<int> parents, CrimeWindow window, CancellationToken cancel)
    {
        var (first, from, last) = (window.YearBefore.First, window.First, window.Last);
        var shown = months.In(window.YearBefore).Concat(months.In(window)).Select(month => month.Id).Distinct().ToArray();
        return await db.CrimeCounts
            .Where(count => db.Places.Where(place => place.ParentId != null && parents.Contains(place.ParentId.Value)).Select(place => place.Id).Contains(count.PlaceId)
                && count.Month >= first && count.Month <= last && shown.Contains(count.MonthId))
            .GroupBy(count => new { count.PlaceId, count.Category, IsNow = count.Month >= from })
            .Select(group => new PlaceTotal(group.Key.PlaceId, group.Key.Category, group.Key.IsNow, group.Sum(count => count.Count)))
            .ToListAsync(cancel);
    }
}

/// <param name="IsNow">Of the window; otherwise of the same months a year before.</param>
public sealed record PlaceTotal(int PlaceId, short Category, bool IsNow, int Count);
