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
    /// <remarks>One query; the database adds the months up, because a force has many places.</remarks>
    public static async Task<IReadOnlyList<PlaceTotal>> ListWithin(WardbookDb db, ShownMonths months, IReadOnlyCollection<int> parents, CrimeWindow window, CancellationToken cancel)
    {
        var (series, first, last, firstBefore, lastBefore) = (months.Series.Id, window.First, window.Last, window.YearBefore.First, window.YearBefore.Last);
        return await db.CrimeCounts
            .Where(count => db.Places.Where(place => place.ParentId != null && parents.Contains(place.ParentId.Value)).Select(place => place.Id).Contains(count.PlaceId)
                && ((count.Month >= first && count.Month <= last) || (count.Month >= firstBefore && count.Month <= lastBefore))
                && db.CrimeMonths.Any(month => month.Id == count.MonthId && month.Shown && month.Series == series))
            .GroupBy(count => new { count.PlaceId, count.Category, IsNow = count.Month >= first })
            .Select(group => new PlaceTotal(group.Key.PlaceId, group.Key.Category, group.Key.IsNow, group.Sum(count => count.Count)))
            .ToListAsync(cancel);
    }
}

/// <param name="IsNow">Of the window; otherwise of the same months a year before.</param>
public sealed record PlaceTotal(int PlaceId, short Category, bool IsNow, int Count);
