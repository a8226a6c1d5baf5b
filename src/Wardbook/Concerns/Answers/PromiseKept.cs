using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Measures;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Concerns.Answers;

/// <summary>One figure of how often answers came in time.</summary>
/// <param name="Share">Null when none was due, or when they were too few to publish.</param>
/// <param name="IsHidden">They were too few, or would give away those of others that were.</param>
public sealed record Kept(string Of, string? Href, Share? Share, bool IsHidden)
{
    public string InWords => IsHidden ? "too few to show" : Share is null ? "none was due" : $"{Share.Count} of {Share.Of}";
}

/// <summary>How often whoever asked had an answer in the promised time: by month and by ward, for the twelve months before this one and this one so far.</summary>
/// <remarks>
/// Counted by the month in which the answer was due. What is paused is not due; what waits in a heap is from nobody yet. Small counts are not shown,
/// nor what would give them away by subtraction.
/// </remarks>
public sealed record PromiseKept(PlaceKey Place, string Name, AnswerPromise Promise, Kept Whole, IReadOnlyList<Kept> Months, IReadOnlyList<Kept> Wards, Kept Better)
{
    private const int MonthsShown = 12;

    /// <returns>Null when there is no such place. Four queries.</returns>
    public static async Task<PromiseKept?> Find(WardbookDb db, PlaceTree tree, PlaceKey place, CancellationToken cancel)
    {
        if (!tree.Has(place))
        {
            return null;
        }

        var (now, today) = (db.Clock.GetUtcNow().UtcDateTime, db.Clock.Today());
        var promise = await AnswerPromise.Find(db, today, cancel);
        var wards = tree.Places.Where(one => one == place || (one.Kind == "ward" && tree.Includes(place, one))).ToList();
        var codes = wards.ConvertAll(one => one.Code);
        var first = Month.Of(today).Plus(-MonthsShown);
        var here = db.Concerns.AsNoTracking().Where(row => codes.Contains(row.PlaceCode) && !row.IsHeld);
        var rows = await Due(here, first, now).ToListAsync(cancel);
        var since = await here.Where(row => row.Since != null && row.DueMonth >= first).GroupBy(row => row.Since).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        var months = Month.From(first, Month.Of(today)).Select(month => (Name: month.InWords(), Href: (string?)null, Kept: rows.Where(row => row.DueMonth == month).Sum(row => row.Kept), Of: rows.Where(row => row.DueMonth == month).Sum(row => row.Of))).ToList();
        var byWard = place.Kind == "ward" ? [] : wards.Where(one => one.Kind == "ward")
            .Select(one => (Name: tree.NameOf(one), Href: (string?)Urls.Promise(one.Code), Kept: rows.Where(row => row.PlaceCode == one.Code).Sum(row => row.Kept), Of: rows.Where(row => row.PlaceCode == one.Code).Sum(row => row.Of)))
            .OrderBy(one => one.Name, StringComparer.CurrentCulture)
            .ToList();
        var asked = since.Sum(count => count.Count);
        return new(
            place, tree.NameOf(place), promise,
            Figure("All of them", rows.Sum(row => row.Kept), rows.Sum(row => row.Of), promise.Fewest),
            Figures(months, promise.Fewest),
            Figures(byWard, promise.Fewest),
            Figure("It is better", since.Find(count => count.Key == Since.Better)?.Count ?? 0, asked, promise.Fewest));
    }

    /// <summary>How many answers were due in the last three months and this one so far, and how many came in time; by ward, for the force's own eyes: small counts are not hidden.</summary>
    public static async Task<IReadOnlyDictionary<PlaceCode, (int Kept, int Of)>> ByWard(WardbookDb db, IReadOnlyList<PlaceCode> wards, CancellationToken cancel) =>
        (await Due(db.Concerns.AsNoTracking().Where(row => row.PlaceKind == "ward" && !row.IsHeld && wards.Contains(row.PlaceCode)), Month.Of(db.Clock.Today()).Plus(-3), db.Clock.GetUtcNow().UtcDateTime).ToListAsync(cancel))
            .GroupBy(row => row.PlaceCode).ToDictionary(group => group.Key, group => (group.Sum(row => row.Kept), group.Sum(row => row.Of)));

    private static IQueryable<DueInMonth> Due(IQueryable<Concern> concerns, Month first, DateTime now) => concerns
        .Where(row => row.DueMonth >= first && row.Due != null && (row.Answered != null || (row.Due < now && row.PausedSince == null)))
        .GroupBy(row => new { row.PlaceCode, row.DueMonth })
        .Select(group => new DueInMonth { PlaceCode = group.Key.PlaceCode, DueMonth = group.Key.DueMonth, Of = group.Count(), Kept = group.Count(row => row.Answered != null && row.Answered <= row.Due) });

    private sealed record DueInMonth
    {
        public required PlaceCode PlaceCode { get; init; }

        public required Month? DueMonth { get; init; }

        public required int Of { get; init; }

        public required int Kept { get; init; }
    }

    public Table MonthTable => Table($"Answers in time by month, {Name}", "month", "Month they were due", Months);

    public Table WardTable => Table($"Answers in time by ward, {Name}", "ward", "Ward", Wards);

    private static Table Table(string caption, string name, string heading, IReadOnlyList<Kept> rows) => new Table<Kept>(caption, rows)
        .Text(name, heading, one => one.Of, href: one => one.Href)
        .Number("kept", "In time", one => one.Share?.Count, absent: "not shown")
        .Number("of", "Of", one => one.Share?.Of ?? (one.IsHidden ? null : 0), absent: "too few to show")
        .Number("percent", "Per cent", one => one.Share?.PerCent, absent: "not shown")
        .Number("low", "Likely from", one => one.Share?.Interval().Low * 100, absent: "not shown")
        .Number("high", "Likely to", one => one.Share?.Interval().High * 100, absent: "not shown");

    private static IReadOnlyList<Kept> Figures(IReadOnlyList<(string Name, string? Href, int Kept, int Of)> rows, int fewest)
    {
        var shown = SmallCounts.Shown([.. rows.Select(row => (long)row.Of)], fewest);
        return [.. rows.Zip(shown, (row, isShown) => new Kept(row.Name, row.Href, isShown && row.Of > 0 ? new(row.Kept, row.Of) : null, !isShown))];
    }

    private static Kept Figure(string name, int kept, int of, int fewest) => new(name, null, of >= fewest ? new(kept, of) : null, of > 0 && of < fewest);
}
