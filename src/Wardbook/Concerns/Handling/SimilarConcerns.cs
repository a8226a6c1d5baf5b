using Microsoft.EntityFrameworkCore;
using Wardbook.Concerns.Categories;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Concerns.Handling;

/// <summary>A concern that says much the same, and how often that was said.</summary>
/// <param name="Times">Itself and every other that was said to be the same, unverified ones too.</param>
public sealed record SimilarConcern(Concern Concern, int Times, double Likeness);

/// <summary>Finds concerns that say much the same: for the public among those that are shown, for the desk among all that are open.</summary>
public static class SimilarConcerns
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(90);

    /// <summary>So many are compared, the latest first.</summary>
    private const int MostCompared = 500;

    public const int MostShown = 5;

    /// <summary>What others have said that the public may read of. None for what is never offered: hate, what happens at home, what names a person.</summary>
    public static async Task<IReadOnlyList<SimilarConcern>> ForPublic(WardbookDb db, Catalogue catalogue, PlaceCode ward, string words, string category, Point? at, CancellationToken cancel)
    {
        if (catalogue.Of(category) is not { IsNeverOffered: false } about)
        {
            return [];
        }

        var since = db.Clock.GetUtcNow().UtcDateTime - Lately;
        var known = Codes(catalogue, about);
        var rows = await db.Concerns.AsNoTracking()
            .Where(row => row.PlaceCode == ward && row.SaidAt > since && !row.IsHeld && row.Moderation == Moderation.Public && row.MergedInto == null && known.Contains(row.Category))
            .OrderByDescending(row => row.SaidAt)
            .Take(MostCompared)
            .ToListAsync(cancel);
        return await Ranked(db, catalogue, rows, new(words, category, Above(about), at), row => new(row.PublicWords, row.Category, Above(catalogue.Of(row.Category)!), row.PublicPoint), cancel);
    }

    /// <summary>What the team may join a concern with.</summary>
    public static async Task<IReadOnlyList<SimilarConcern>> ForDesk(WardbookDb db, Catalogue catalogue, Concern concern, CancellationToken cancel)
    {
        if (catalogue.Of(concern.Category) is not { } about)
        {
            return [];
        }

        var since = db.Clock.GetUtcNow().UtcDateTime - Lately;
        var known = Codes(catalogue, about);
        var rows = await db.Concerns.AsNoTracking()
            .Where(row => row.PlaceCode == concern.PlaceCode && row.SaidAt > since && !row.IsHeld && row.Id != concern.Id && row.MergedInto == null && known.Contains(row.Category))
            .OrderByDescending(row => row.SaidAt)
            .Take(MostCompared)
            .ToListAsync(cancel);
        return await Ranked(db, catalogue, rows, Comparable(concern, catalogue), row => Comparable(row, catalogue), cancel, concern.SameAs);
    }

    private static async Task<IReadOnlyList<SimilarConcern>> Ranked(
        WardbookDb db, Catalogue catalogue, List<Concern> rows, Comparable one, Func<Concern, Comparable> other, CancellationToken cancel, Guid? told = null)
    {
        var found = rows
            .Where(row => !catalogue.Of(row.Category)!.IsNeverOffered)
            .Select(row => (Row: row, Likeness: row.Id == told ? 1 : Likeness.Of(one, other(row))))
            .Where(row => row.Likeness >= Likeness.Similar)
            .OrderByDescending(row => row.Likeness)
            .ThenBy(row => row.Row.SaidAt)
            .Take(MostShown)
            .ToList();
        var ids = found.ConvertAll(row => (Guid?)row.Row.Id);
        var times = await db.Concerns.Where(row => !row.IsHeld && ids.Contains(row.SameAs)).GroupBy(row => row.SameAs).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        return [.. found.Select(row => new SimilarConcern(row.Row, 1 + (times.Find(count => count.Key == row.Row.Id)?.Count ?? 0), row.Likeness))];
    }

    private static Comparable Comparable(Concern concern, Catalogue catalogue) => new(concern.Said, concern.Category, Above(catalogue.Of(concern.Category)!), Map.PublicPlaces.PinOf(concern));

    private static List<string> Codes(Catalogue catalogue, ConcernCategory about) => [.. catalogue.Categories.Where(row => Above(row) == Above(about)).Select(row => row.Code)];

    private static string Above(ConcernCategory category) => category.Parent ?? category.Code;
}
