using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns.Categories;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Concerns.Issues;

/// <summary>What was said, one line each, for those who put it together into issues.</summary>
public sealed record SaidLine(Guid Id, string Words, string Category, string Details, DateOnly Day)
{
    private const int LongestWords = 240;

    /// <summary>A box to tick, with the words and what is known of them.</summary>
    public Choice AsChoice() => new(Id.ToString(), Words, Details);

    /// <summary>What is in no issue, the latest first.</summary>
    /// <param name="about">Only of this category; null for all.</param>
    public static IQueryable<Concern> Loose(WardbookDb db, PlaceKey ward, DateOnly today, string? about) => WardIssues.Counting(db, ward, WardIssues.Since(today))
        .Where(concern => (about == null || concern.Category == about) && !db.Groupings.Any(grouping => grouping.Concern == concern.Id && grouping.Until == null))
        .OrderByDescending(concern => concern.SaidAt).ThenBy(concern => concern.Id);

    /// <summary>What is in an issue, the latest first, however long ago.</summary>
    public static IQueryable<Concern> In(WardbookDb db, Guid issue) => db.Concerns.AsNoTracking()
        .Where(concern => db.Groupings.Any(grouping => grouping.Concern == concern.Id && grouping.Issue == issue && grouping.Until == null))
        .OrderByDescending(concern => concern.SaidAt).ThenBy(concern => concern.Id);

    public static async Task<IReadOnlyList<SaidLine>> List(IQueryable<Concern> concerns, Catalogue catalogue, Paging page, CancellationToken cancel) =>
        [.. (await concerns.Skip(page.Skip).Take(page.Each).ToListAsync(cancel)).Select(concern => Of(concern, catalogue))];

    private static SaidLine Of(Concern concern, Catalogue catalogue)
    {
        var day = DateOnly.FromDateTime(concern.SaidAt.InForceTime());
        string[] details = [catalogue.NameOf(concern.Category), concern.Where switch { SaidWhere.Street when concern.Street is { } street => street, SaidWhere.Pin => "at a point on the map", _ => "the whole ward" }, concern.Time.InWords(), day.InWords(), concern.State.InWords()];
        return new(concern.Id, concern.IsErased ? "Words taken out" : Shortened(concern.Said), concern.Category, string.Join(" \u00B7 ", details), day);
    }

    private static string Shortened(string words) => words.Length <= LongestWords ? words : $"{words[..LongestWords].TrimEnd()}\u2026";
}
