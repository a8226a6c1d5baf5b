using Microsoft.EntityFrameworkCore;
using Wardbook.Concerns.Categories;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Concerns.Shown;

/// <summary>Something that was said, as the public reads it.</summary>
/// <param name="Place">The public point at which it is shown; empty for the whole ward.</param>
/// <param name="Times">How often it was said, unverified ones too.</param>
public sealed record SaidOnce(Guid Id, string Words, string Category, string Place, Month Month, ConcernState State, int Times);

/// <summary>What people have said about a ward in the last twelve months, in public words: the page, its files and the ward's own page show the same.</summary>
public sealed record SaidPublicly(PlaceCode Ward, IReadOnlyList<SaidOnce> Said, Catalogue Catalogue)
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>The latest; more nobody reads.</summary>
    public const int Most = 1_000;

    /// <remarks>Two queries. What was never to be public is left out here too, whatever stands in its row.</remarks>
    public static async Task<SaidPublicly> Find(WardbookDb db, PlaceCode ward, int most, CancellationToken cancel)
    {
        var since = db.Clock.GetUtcNow().UtcDateTime - Year;
        var rows = await db.Concerns.AsNoTracking()
            .Where(row => row.PlaceCode == ward && row.SaidAt > since && !row.IsHeld && row.Moderation == Moderation.Public && row.MergedInto == null
                && db.ConcernCategories.Any(category => category.Code == row.Category && !category.IsNeverPublic))
            .OrderByDescending(row => row.SaidAt)
            .Take(most)
            .Select(row => new { row.Id, row.PublicWords, row.Category, row.PublicPlace, row.SaidAt, row.State, More = db.Concerns.Count(other => other.SameAs == row.Id && !other.IsHeld) })
            .ToListAsync(cancel);
        return new(
            ward,
            [.. rows.Select(row => new SaidOnce(row.Id, row.PublicWords, row.Category, row.PublicPlace, Month.Of(DateOnly.FromDateTime(row.SaidAt.InForceTime())), row.State, 1 + row.More))],
            await Catalogue.Find(db, cancel));
    }

    public Table Table(string wardName) => new Table<SaidOnce>($"What people have said, {wardName}", Said)
        .Text("words", "What was said", one => one.Words)
        .Text("about", "About", one => Catalogue.NameOf(one.Category))
        .Text("place", "Where", one => one.Place.Length == 0 ? null : one.Place, absent: "the ward")
        .Text("month", "Said in", one => one.Month)
        .Number("times", "Times said", one => one.Times)
        .Text("state", "What became of it", one => one.State.InWords());
}
