using Microsoft.EntityFrameworkCore;
using Wardbook.Periods;
using Wardbook.Store;

namespace Wardbook.Crimes.Reports;

/// <summary>Figures of a series without records by area, month and offence, as their publisher counted them.</summary>
/// <param name="Rows">In the order of area, month and offence. What nobody counted has no row; a printed zero has one.</param>
public sealed record FigureReport(CrimeSeries Series, IReadOnlyList<FigureReportRow> Rows)
{
    /// <param name="byCategory">Whether the publisher's groups are told apart.</param>
    /// <param name="byOffence">Whether the offences within a group are.</param>
    /// <exception cref="Refusal">Offences that overlap would be added.</exception>
    public static async Task<FigureReport> Find(
        WardbookDb db, CrimeSeries series, Month first, Month last, bool byMonth, bool byCategory, bool byOffence, CancellationToken cancel)
    {
        if (series.Id.StartsWith(CrimeSeries.Overlapping, StringComparison.Ordinal) && !(byCategory && byOffence))
        {
            throw new Refusal($"The offences and measures of {series.Name} overlap, so they are not added. Ask for each: --by area,month,category,offence.");
        }

        var offences = await db.PublishedOffences.AsNoTracking().Where(offence => offence.Series == series.Id).ToDictionaryAsync(offence => offence.Id, cancel);
        var months = db.CrimeMonths.Where(month => month.Shown && month.Series == series.Id && month.Month >= first && month.Month <= last);
        var cells = await db.PublishedCounts
            .Join(months, count => count.MonthId, month => month.Id, (count, month) => new { count.Area, month.Month, count.Offence, count.Count })
            .GroupBy(count => new { count.Area, count.Month, count.Offence })
            .Select(group => new { group.Key.Area, group.Key.Month, group.Key.Offence, Count = group.Sum(count => count.Count) })
            .ToListAsync(cancel);
        return new(series, [.. cells
            .GroupBy(cell => (
                cell.Area,
                Month: byMonth ? cell.Month : (Month?)null,
                Category: byCategory ? offences[cell.Offence].Major : null,
                Offence: byOffence ? offences[cell.Offence].Minor : null))
            .Select(group => new FigureReportRow(group.Key.Area, group.Key.Month, group.Key.Category, group.Key.Offence, group.Sum(cell => (long)cell.Count)))
            .OrderBy(row => row.Area, StringComparer.Ordinal).ThenBy(row => row.Month).ThenBy(row => row.Category, StringComparer.Ordinal).ThenBy(row => row.Offence, StringComparer.Ordinal)]);
    }
}

/// <param name="Area">The area's code, or its name where there is no code.</param>
public sealed record FigureReportRow(string Area, Month? Month, string? Category, string? Offence, long Crimes);
