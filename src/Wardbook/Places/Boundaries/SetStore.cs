using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Places.Boundaries;

/// <summary>Puts a boundary set into the database where nobody sees it, and then shows it in its place among the others of its kind.</summary>
/// <param name="beforeShowing">Counts what there is on the new set, before anyone can ask for it.</param>
public sealed class SetStore(Database database, ImportRun run, Func<PlaceSet, ImportRun, CancellationToken, Task> beforeShowing)
{
    private const int RowsAtOnce = 500;

    /// <summary>The ids for a new set and for its first place. Only for who holds the import lock.</summary>
    public async Task<(int Set, int FirstPlace)> NextIds(CancellationToken cancel)
    {
        await using var db = database.Open();
        return (
            1 + (await db.BoundarySets.MaxAsync(set => (int?)set.Id, cancel) ?? 0),
            1 + (await db.Places.MaxAsync(place => (int?)place.Id, cancel) ?? 0));
    }

    /// <summary>Stages a set, has it counted, and shows it.</summary>
    /// <param name="replaces">The set it takes the place of; null when there is none.</param>
    /// <param name="alsoShow">What else the same import shows, in the same transaction.</param>
    public async Task Keep(SetDraft draft, BoundarySet? replaces, Forces forces, ImportProgress progress, CancellationToken cancel, Func<WardbookDb, Task>? alsoShow = null)
    {
        var (set, others) = (draft.Set, new List<BoundarySet>());
        await using (var db = database.Open())
        {
            others.AddRange((await Shown(db, set.Kind, set.Force, cancel)).Where(other => other.Id != replaces?.Id));
            await forces.Keep(db, draft.Places.Where(place => place.Kind == "force").Select(place => place.Code.Text).Append(set.Force), cancel);
        }

        progress.Begin("Storing the areas", draft.Places.Count + draft.Neighbours.Count);
        await Stage([set], progress, cancel);
        await Stage(draft.Places, progress, cancel);
        await Stage(draft.Neighbours, progress, cancel);

        var before = others.LastOrDefault(other => other.From < set.From);
        var after = others.FirstOrDefault(other => other.From > set.From);
        foreach (var (earlier, later) in new[] { (before, set), (set, after) })
        {
            if (earlier is not null && later is not null)
            {
                progress.Begin(string.Create(CultureInfo.InvariantCulture, $"Comparing {earlier.From:yyyy-MM-dd} with {later.From:yyyy-MM-dd}"), 0);
                await using var db = database.Open();
                await Stage(await Successors.Between(db, earlier, later, cancel), progress, cancel);
            }
        }

        await using (var db = database.Open())
        {
            await beforeShowing(await PlaceSet.Load(db, set.Id, cancel), run, cancel);
        }

        await run.Show(
            async db =>
            {
                await Show(db, set, before, after, replaces?.Id, cancel);
                await (alsoShow?.Invoke(db) ?? Task.CompletedTask);
            },
            cancel);
    }

    /// <summary>The shown sets of a kind and force, oldest first.</summary>
    public static async Task<IReadOnlyList<BoundarySet>> Shown(WardbookDb db, string kind, string force, CancellationToken cancel) =>
        await db.BoundarySets.AsNoTracking()
            .Where(set => set.Kind == kind && set.Force == force && set.Shown && set.ReplacedBy == null)
            .OrderBy(set => set.From)
            .ToListAsync(cancel);

    private static async Task Show(WardbookDb db, BoundarySet set, BoundarySet? before, BoundarySet? after, int? replaces, CancellationToken cancel)
    {
        await db.BoundarySets.Where(row => row.Id == set.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(shown => shown.Shown, true).SetProperty(shown => shown.To, after == null ? null : after.From.AddDays(-1)), cancel);
        if (before is not null)
        {
            await db.BoundarySets.Where(row => row.Id == before.Id).ExecuteUpdateAsync(row => row.SetProperty(earlier => earlier.To, set.From.AddDays(-1)), cancel);
        }

        if (replaces is { } old)
        {
            await db.BoundarySets.Where(row => row.Id == old)
                .ExecuteUpdateAsync(row => row.SetProperty(replaced => replaced.Shown, false).SetProperty(replaced => replaced.ReplacedBy, set.Id), cancel);
            var gone = db.Places.Where(place => place.SetId == old).Select(place => place.Id);
            await db.PlaceSuccessors.Where(row => gone.Contains(row.PlaceId) || gone.Contains(row.LaterId)).ExecuteDeleteAsync(cancel);
        }

        // The set came between two others: what became of a place is told by the next set only.
        if (before is not null && after is not null)
        {
            var from = db.Places.Where(place => place.SetId == before.Id).Select(place => place.Id);
            var to = db.Places.Where(place => place.SetId == after.Id).Select(place => place.Id);
            await db.PlaceSuccessors.Where(row => from.Contains(row.PlaceId) && to.Contains(row.LaterId)).ExecuteDeleteAsync(cancel);
        }
    }

    private async Task Stage<T>(IReadOnlyList<T> rows, ImportProgress progress, CancellationToken cancel)
        where T : class
    {
        foreach (var some in rows.Chunk(RowsAtOnce))
        {
            await using var db = database.Open();
            db.AddRange(some);
            await db.SaveChangesAsync(cancel);
            progress.Advance(some.Length);
        }
    }
}
