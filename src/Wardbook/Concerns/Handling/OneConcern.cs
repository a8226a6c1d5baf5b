using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns.Answers;
using Wardbook.Concerns.Categories;
using Wardbook.Shared;
using Wardbook.Shared.Kinds;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Concerns.Handling;

/// <summary>One concern as its team sees it: what was said, what was done, what is like it.</summary>
/// <param name="Steps">The latest first, each with the name of whoever took it.</param>
public sealed record OneConcern(Concern Concern, IReadOnlyList<(ConcernStep Step, string Who)> Steps, IReadOnlyList<SimilarConcern> Similar, Catalogue Catalogue, KindList Pauses, KindList Channels, bool HasReach, IReadOnlyList<Guid> Pictures, DateTime Now)
{
    /// <summary>The step that can be taken back: the last, when it is of a kind that can be.</summary>
    public ConcernStep? Last => Steps.Select(one => one.Step).FirstOrDefault(step => step.Kind != StepKind.Undone && step.Undone is null) is { CanBeUndone: true } last ? last : null;

    public bool MayBePublic => Catalogue.Of(Concern.Category) is { IsNeverPublic: false };

    public Table History => new Table<(ConcernStep Step, string Who)>("What was done", Steps)
        .Text("when", "When", one => one.Step.At.InForceTime().ToString("d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.InvariantCulture))
        .Text("what", "What", one => one.Step.Undone is null ? one.Step.Kind.InWords() : $"{one.Step.Kind.InWords()} (taken back)")
        .Text("who", "Who", one => one.Who)
        .Text("words", "Words", one => one.Step.Words, absent: "");

    /// <returns>Null when there is no such concern here.</returns>
    public static async Task<OneConcern?> Find(WardbookDb db, PlaceKey ward, Guid id, CancellationToken cancel)
    {
        if (await db.Concerns.SingleOrDefaultAsync(row => row.Id == id && row.PlaceCode == ward.Code && row.PlaceKind == ward.Kind, cancel) is not { } concern)
        {
            return null;
        }

        var steps = await db.ConcernSteps.AsNoTracking().Where(row => row.Concern == id).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).ToListAsync(cancel);
        var people = steps.Select(step => step.By).OfType<Guid>().Distinct().ToList();
        var names = await db.Accounts.AsNoTracking().Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
        var catalogue = await Catalogue.Find(db, cancel);
        return new(
            concern,
            [.. steps.Select(step => (step, step.By is { } by ? Called.AsHeading(names.GetValueOrDefault(by, "")) : step.Kind is StepKind.Appealed or StepKind.Told ? "whoever said it" : "Wardbook"))],
            concern.IsOpen ? await SimilarConcerns.ForDesk(db, catalogue, concern, cancel) : [],
            catalogue,
            await KindList.Find(db, KindLists.Pauses, cancel),
            await KindList.Find(db, KindLists.Channels, cancel),
            await db.ConcernReaches.AnyAsync(row => row.Concern == id, cancel),
            await db.ConcernPictures.Where(row => row.Concern == id).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel),
            db.Clock.GetUtcNow().UtcDateTime);
    }
}
