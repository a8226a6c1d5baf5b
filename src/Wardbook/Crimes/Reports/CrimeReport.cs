using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Counting;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Crimes.Reports;

/// <summary>Counts of crime by place, month and category, as asked for: what <c>wardbook report crimes</c> writes.</summary>
/// <param name="Rows">In the order of code, month and category. A place and month without a record has no row.</param>
public sealed record CrimeReport(string Series, IReadOnlyList<CrimeReportRow> Rows)
{
    /// <param name="kind">Which places: <c>ward</c>, <c>borough</c>, <c>force</c>...</param>
    /// <param name="on">The boundaries that held on this day; null for the latest of each force.</param>
    /// <param name="byCategory">Whether categories are told apart.</param>
    /// <param name="distinct">Whether rows that repeat an ID or equal another row count once.</param>
    public static async Task<CrimeReport> Find(
        WardbookDb db, string series, string kind, Month first, Month last, DateOnly? on, bool byMonth, bool byCategory, bool distinct, CancellationToken cancel)
    {
        var sets = await BoundarySets.Holding(db, on, cancel);
        var names = await db.CrimeCategories.ToDictionaryAsync(category => category.Id, category => category.Name, cancel);
        var counts = distinct
            ? await DistinctCounts.List(db, series, sets, kind, first, last, cancel)
            : await db.CrimeCounts
                .Where(count => count.Month >= first && count.Month <= last)
                .Join(db.CrimeMonths.Where(month => month.Shown && month.Series == series), count => count.MonthId, month => month.Id, (count, _) => count)
                .Join(db.Places.Where(place => sets.Contains(place.SetId) && place.Kind == kind), count => count.PlaceId, place => place.Id,
                    (count, place) => new { place.Code, count.Month, count.Category, count.Count })
                .GroupBy(count => new { count.Code, count.Month, count.Category })
                .Select(group => new CrimeReportCell(group.Key.Code, group.Key.Month, group.Key.Category, group.Sum(count => count.Count)))
                .ToListAsync(cancel);
        var rows = counts
            .GroupBy(cell => (cell.Place, Month: byMonth ? cell.Month : (Month?)null, Category: byCategory ? names[cell.Category] : null))
            .Select(group => new CrimeReportRow(group.Key.Place, group.Key.Month, group.Key.Category, group.Sum(cell => (long)cell.Count)))
            .OrderBy(row => row.Place).ThenBy(row => row.Month).ThenBy(row => row.Category, StringComparer.Ordinal)
            .ToList();
        return new(series, rows);
    }

    /// <summary>The series a report takes when none is named: of those with any of these months the one of lowest rank, of equals the one with most rows. Null when nothing has.</summary>
    public static Task<string?> SeriesFor(WardbookDb db, Month first, Month last, CancellationToken cancel) =>
        db.CrimeSeries
            .Where(series => series.HasRecords && db.CrimeMonths.Any(month => month.Shown && month.Series == series.Id && month.Month >= first && month.Month <= last))
            .OrderBy(series => series.Rank)
            .ThenByDescending(series => db.CrimeMonths.Where(month => month.Shown && month.Series == series.Id && month.Month >= first && month.Month <= last).Sum(month => (long)month.Rows))
            .Select(series => series.Id)
            .FirstOrDefaultAsync(cancel);
}

/// <summary>One place, month and category before they are added up.</summary>
public sealed record CrimeReportCell(PlaceCode Place, Month Month, short Category, int Count);

/// <param name="Month">Null when months are added together.</param>
/// <param name="Category">Null when categories are.</param>
public sealed record CrimeReportRow(PlaceCode Place, Month? Month, string? Category, long Crimes);
