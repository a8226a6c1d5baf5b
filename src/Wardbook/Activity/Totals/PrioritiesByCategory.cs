using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns.Categories;
using Wardbook.Periods;
using Wardbook.Priorities;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;
using Share = Wardbook.Measures.Share;

namespace Wardbook.Activity.Totals;

/// <summary>The priorities of the wards of a place by what they are about, and how many were resolved.</summary>
/// <param name="Rows">By category, in the order of the force's tree. A priority from issues of two categories stands under both.</param>
/// <param name="All">Each priority once.</param>
/// <param name="WithPriority">How many of the wards have an open one.</param>
public sealed record PrioritiesByCategory(PlaceKey Place, string Name, DaySpan Period, IReadOnlyList<PrioritiesOf> Rows, PrioritiesOf All, int Wards, int WithPriority)
{
    /// <summary>Of fewer closed ones no share is given: one more would move it by a tenth.</summary>
    public const int FewestForShare = 10;

    public static async Task<PrioritiesByCategory> Find(WardbookDb db, PlaceTree tree, PlaceKey place, DaySpan period, CancellationToken cancel)
    {
        var wards = RollUp.WardsOf(tree, place).Where(ward => tree.WhatBecameOf(ward, period.Last!.Value) is null).ToList();
        var codes = wards.Select(ward => ward.Code).ToList();
        var end = period.Last!.Value;
        var found = (await db.Priorities.AsNoTracking()
                .Where(row => row.PlaceKind == "ward" && codes.Contains(row.PlaceCode) && row.Adopted <= end && (row.Closed == null || row.Closed >= period.First))
                .Select(row => new { row.Id, row.PlaceCode, row.Adopted, row.Closed, Verdict = db.Reviews.Where(review => review.Id == row.ClosedBy).Select(review => (Verdict?)review.Verdict).FirstOrDefault() })
                .ToListAsync(cancel))
            .Select(row => (row.Id, row.PlaceCode, row.Adopted, Closed: row.Closed <= end ? row.Closed : null, Verdict: row.Closed <= end ? row.Verdict : null)).ToList();
        var ids = found.ConvertAll(row => row.Id);
        var about = (await db.PrioritySources.AsNoTracking().Where(source => ids.Contains(source.Priority)).Join(db.Issues, source => source.Issue, issue => issue.Id, (source, issue) => new { source.Priority, issue.Category }).Distinct().ToListAsync(cancel))
            .ToLookup(row => row.Category, row => row.Priority);
        var catalogue = await Catalogue.Find(db, cancel);
        PrioritiesOf Count(string name, Func<Guid, bool> which)
        {
            var those = found.Where(row => which(row.Id)).ToList();
            return new(name, those.Count(row => period.Contains(row.Adopted)), those.Count(row => row.Closed is null), those.Count(row => row.Closed is not null), those.Count(row => row.Verdict is Verdict.Resolved));
        }

        return new(
            place, tree.NameOf(place), period,
            [.. about.OrderBy(category => catalogue.Of(category.Key)?.Rank ?? int.MaxValue).Select(category => Count(catalogue.NameOf(category.Key), category.ToHashSet().Contains))],
            Count("All priorities", _ => true), wards.Count, found.Where(row => row.Closed is null).Select(row => row.PlaceCode).Distinct().Count());
    }

    public Table Table => new Table<PrioritiesOf>($"Priorities of {Name} by category, {Period.InWords()}", [.. Rows, All])
        .Text("category", "About", row => row.Category)
        .Number("adopted", "Adopted", row => row.Adopted)
        .Number("open", "Open at the end", row => row.Open)
        .Number("closed", "Closed", row => row.Closed)
        .Number("resolved", "Of them resolved", row => row.Resolved)
        .Number("resolved_in_100", "Resolved, in 100 closed", row => row.Share?.PerCent, absent: "too few to say")
        .Text("likely", "Likely between", row => row.Share?.Interval() is { } likely ? $"{Numbers.InFigures(likely.Low * 100)} and {Numbers.InFigures(likely.High * 100)}" : null, absent: "");
}

/// <param name="Closed">In the period, whatever the verdict.</param>
public sealed record PrioritiesOf(string Category, int Adopted, int Open, int Closed, int Resolved)
{
    /// <summary>Null when too few were closed to give one.</summary>
    public Share? Share => Closed >= PrioritiesByCategory.FewestForShare ? new(Resolved, Closed) : null;
}
