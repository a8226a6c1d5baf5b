using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns.Categories;
using Wardbook.Concerns.Map;
using Wardbook.Store;

namespace Wardbook.Concerns.Issues;

/// <summary>Concerns in no issue that seem to belong together, by what they are about, where, and their words. A person looks, and decides.</summary>
/// <param name="First">By which it is asked for.</param>
/// <param name="Into">The issue they seem to belong to; null for a new one.</param>
public sealed record Suggestion(Guid First, IReadOnlyList<Guid> Concerns, Issue? Into, string About)
{
    /// <summary>So many are compared, the latest first: a page must not take longer the more people say.</summary>
    private const int MostLoose = 120, MostGrouped = 300;

    /// <summary>What the force never offers is never suggested either: hate, what happens at home, what names a person.</summary>
    public static async Task<IReadOnlyList<Suggestion>> List(WardbookDb db, Catalogue catalogue, PlaceKey ward, DateOnly today, CancellationToken cancel)
    {
        var loose = await SaidLine.Loose(db, ward, today, about: null).Take(MostLoose).ToListAsync(cancel);
        if (loose.Count == 0)
        {
            return [];
        }

        var grouped = await WardIssues.Counting(db, ward, WardIssues.Since(today))
            .Join(db.Groupings.Where(grouping => grouping.Until == null), concern => concern.Id, grouping => grouping.Concern, (concern, grouping) => new { concern, grouping.Issue })
            .Join(db.Issues.Where(issue => issue.Closed == null), row => row.Issue, issue => issue.Id, (row, issue) => new { row.concern, issue })
            .OrderByDescending(row => row.concern.SaidAt).Take(MostGrouped).ToListAsync(cancel);
        var issues = grouped.Select(row => row.issue).DistinctBy(issue => issue.Id).ToDictionary(issue => issue.Id);
        var byId = loose.ToDictionary(concern => concern.Id);
        return
        [
            .. Alike.Among(
                [.. loose.Where(IsSuggested).Select(concern => (concern.Id, Compared(concern)))],
                [.. grouped.Where(row => IsSuggested(row.concern)).Select(row => (row.issue.Id, Compared(row.concern)))])
                .Select(alike => new Suggestion(alike.Of[0], alike.Of, alike.Into is { } into ? issues[into] : null, catalogue.NameOf(byId[alike.Of[0]].Category))),
        ];

        bool IsSuggested(Concern concern) => !concern.IsErased && catalogue.Of(concern.Category) is { IsNeverOffered: false };

        Comparable Compared(Concern concern) => new(concern.Said, concern.Category, catalogue.Of(concern.Category) is { } about ? about.Parent ?? about.Code : concern.Category, PublicPlaces.PinOf(concern));
    }
}
