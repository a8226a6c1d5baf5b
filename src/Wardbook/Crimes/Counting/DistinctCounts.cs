using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Blocks;
using Wardbook.Crimes.Reports;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Crimes.Counting;

/// <summary>Counts a repeated ID once and identical rows once. Not how the publisher counts; read from the records themselves, so slower.</summary>
public static class DistinctCounts
{
    public static async Task<List<CrimeReportCell>> List(
        WardbookDb db, string series, IReadOnlyCollection<int> sets, string kind, Month first, Month last, CancellationToken cancel)
    {
        var loaded = new List<PlaceSet>();
        foreach (var set in sets)
        {
            loaded.Add(await PlaceSet.Load(db, set, cancel));
        }

        var counter = await CrimeCounts.Counter(db, loaded, cancel);
        var codes = await db.Places.Where(place => sets.Contains(place.SetId) && place.Kind == kind).ToDictionaryAsync(place => place.Id, place => place.Code, cancel);
        var cells = new List<CrimeReportCell>();
        var months = await db.CrimeMonths.AsNoTracking()
            .Where(month => month.Shown && month.Series == series && month.Month >= first && month.Month <= last).ToListAsync(cancel);
        foreach (var month in months)
        {
            var block = await db.CrimeBlocks.AsNoTracking().SingleAsync(block => block.MonthId == month.Id, cancel);
            var (places, rows, ids) = (await CrimeColumns.ReadPlaces(block.Places), await CrimeColumns.ReadRows(block.Rows), CrimeIds.Unpack(block.Ids, month.Rows));
            var once = Once(rows, ids);
            foreach (var counts in counter.Count(places, [.. once.Select(row => rows.Place[row])], [.. once.Select(row => rows.Category[row])]))
            {
                cells.AddRange(counts.Counts.Where(count => codes.ContainsKey(count.PlaceId))
                    .Select(count => new CrimeReportCell(codes[count.PlaceId], month.Month, count.Category, count.Count)));
            }
        }

        return cells;
    }

    /// <summary>The first row of each ID, and of rows without one the first of each that are equal in every column.</summary>
    private static List<int> Once(CrimeRows rows, string[] ids)
    {
        var seen = new HashSet<(string, int, int, int, int, int, int)>();
        return [.. Enumerable.Range(0, rows.Count).Where(row => seen.Add(ids[row].Length > 0
            ? (ids[row], 0, 0, 0, 0, 0, 0)
            : ("", rows.Place[row], rows.Category[row], rows.Outcome[row], rows.ReportedBy[row], rows.FallsWithin[row], rows.Context[row])))];
    }
}
