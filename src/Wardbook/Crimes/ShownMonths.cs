using Microsoft.EntityFrameworkCore;
using Wardbook.Periods;
using Wardbook.Store;

namespace Wardbook.Crimes;

/// <summary>The months of one series that readers see, and which other series there are. Never two series together.</summary>
/// <param name="Series">The one asked for; otherwise the first that has months of the force.</param>
/// <param name="Others">The other series with months of the force.</param>
/// <param name="Months">Those of every force in the series, because a transport force's records lie in another force's wards.</param>
/// <param name="Force">Whose months say what was published: see <see cref="Published"/>.</param>
public sealed record ShownMonths(CrimeSeries Series, IReadOnlyList<CrimeSeries> Others, IReadOnlyList<ShownMonth> Months, string Force)
{
    private readonly HashSet<int> ids = [.. Months.Select(month => month.Id)];

    /// <summary>The months that the force itself published, or a list that names no force. A month that is not among them is not known, which is not zero.</summary>
    public IReadOnlySet<Month> Published { get; } = PublishedBy(Months, Force);

    public Month? Last => Published.Count == 0 ? null : Published.Max();

    public Month? First => Published.Count == 0 ? null : Published.Min();

    public bool Has(int monthId) => ids.Contains(monthId);

    /// <summary>The months of a window and of the year before it.</summary>
    public IEnumerable<ShownMonth> In(CrimeWindow window) =>
        Months.Where(month => month.Month >= window.First && month.Month <= window.Last);

    /// <param name="force">The force whose boundary set the place is in; empty when the set names none.</param>
    /// <param name="asked">A series by its id; anything unknown is no wish.</param>
    /// <param name="wanted">A month that the series had better have; one of records comes before a table either way.</param>
    /// <param name="withRecords">Only a series with records behind its counts.</param>
    /// <returns><see langword="null"/> when there is no month of any series. Two queries.</returns>
    public static async Task<ShownMonths?> Find(WardbookDb db, string force, string? asked, Month? wanted, bool withRecords, CancellationToken cancel)
    {
        var series = await db.CrimeSeries.AsNoTracking().Where(row => row.HasRecords || !withRecords).OrderBy(row => !row.HasRecords).ThenBy(row => row.Rank).ThenBy(row => row.Id).ToListAsync(cancel);
        var months = await db.CrimeMonths
            .Where(month => month.Shown && db.CrimeSeries.Any(row => row.Id == month.Series
                && (row.HasRecords || db.CrimeAssignments.Any(given => given.MonthId == month.Id && given.ByWard > 0))))
            .Select(month => new ShownMonth(month.Id, month.Series, month.Force, month.Month, month.Revision, month.Import,
                month.Rows, month.WithoutPoint, month.RepeatedIds, month.IdenticalRows))
            .ToListAsync(cancel);
        var bySeries = months.ToLookup(month => month.Series);
        // A force's own table says nothing of another's area; another's records may lie there.
        var there = series.Where(row => bySeries[row.Id].Any(month => row.HasRecords || IsOf(month, force))).ToList();
        var chosen = there.FirstOrDefault(row => row.Id == asked)
            ?? there.FirstOrDefault(row => wanted is { } month && PublishedBy([.. bySeries[row.Id]], force).Contains(month))
            ?? there.FirstOrDefault();
        return chosen is null ? null : new(chosen, [.. there.Where(row => row != chosen)], [.. bySeries[chosen.Id]], force);
    }

    private static HashSet<Month> PublishedBy(IReadOnlyList<ShownMonth> months, string force)
    {
        var own = months.Where(month => IsOf(month, force)).Select(month => month.Month).ToHashSet();

        // A place whose own force has published nothing shows what others recorded there.
        return own.Count > 0 ? own : [.. months.Select(month => month.Month)];
    }

    private static bool IsOf(ShownMonth month, string force) => force.Length == 0 || month.Force.Length == 0 || month.Force == force;
}

/// <inheritdoc cref="CrimeMonth"/>
public sealed record ShownMonth(
    int Id, string Series, string Force, Month Month, int Revision, Guid Import, int Rows, int WithoutPoint, int RepeatedIds, int IdenticalRows);
