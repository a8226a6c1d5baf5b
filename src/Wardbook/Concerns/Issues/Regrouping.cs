using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Store;

namespace Wardbook.Concerns.Issues;

/// <summary>Puts concerns into issues, and takes them out. The caller saves; a concern that somebody else grouped at the same moment makes the saving fail.</summary>
public sealed class Regrouping(WardbookDb db, Asker asker, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes an issue; with the same id a second time it is the one that is there.</summary>
    /// <param name="id">Made by the form, so that a form sent twice makes one.</param>
    public async Task<Issue> Make(Guid id, PlaceKey place, string title, string category, CancellationToken cancel)
    {
        if (await db.Issues.SingleOrDefaultAsync(issue => issue.Id == id, cancel) is { } there)
        {
            return there;
        }

        var made = new Issue { Id = id, PlaceKind = place.Kind, PlaceCode = place.Code, Title = title, Category = category, Made = Now, MadeBy = asker.Account };
        db.Issues.Add(made);
        return made;
    }

    /// <summary>Puts concerns into an issue, out of whatever they were in.</summary>
    /// <param name="to">Null to belong to none.</param>
    /// <returns>How many changed their place.</returns>
    public async Task<int> Move(IReadOnlyCollection<Guid> concerns, Guid? to, CancellationToken cancel)
    {
        var now = await db.Groupings.Where(grouping => concerns.Contains(grouping.Concern) && grouping.Until == null).ToListAsync(cancel);
        var moved = 0;
        foreach (var concern in concerns)
        {
            var was = now.SingleOrDefault(grouping => grouping.Concern == concern);
            if (was?.Issue == to)
            {
                continue;
            }

            was?.End(Now, asker.Account);
            if (to is { } issue)
            {
                db.Groupings.Add(Begin(concern, issue, cameWith: null));
            }

            moved++;
        }

        return moved;
    }

    /// <summary>Gives all that one issue has to another, and closes it.</summary>
    /// <exception cref="InvalidOperationException">See <see cref="Issue.MergeInto"/>.</exception>
    public async Task<int> Merge(Issue one, Issue into, CancellationToken cancel)
    {
        one.MergeInto(into, Now);
        return Move(await Open(one.Id).ToListAsync(cancel), into.Id, one.Id);
    }

    /// <summary>Opens an issue that was merged again, with those of its concerns that nobody moved since.</summary>
    public async Task<int> TakeBackMerge(Issue one, CancellationToken cancel)
    {
        var theirs = await Open(one.MergedInto!.Value).Where(grouping => grouping.CameWith == one.Id).ToListAsync(cancel);
        one.TakeBackMerge();
        return Move(theirs, one.Id, cameWith: null);
    }

    private IQueryable<Grouping> Open(Guid issue) => db.Groupings.Where(grouping => grouping.Issue == issue && grouping.Until == null);

    private int Move(List<Grouping> groupings, Guid to, Guid? cameWith)
    {
        foreach (var grouping in groupings)
        {
            grouping.End(Now, asker.Account);
            db.Groupings.Add(Begin(grouping.Concern, to, cameWith));
        }

        return groupings.Count;
    }

    private Grouping Begin(Guid concern, Guid issue, Guid? cameWith) => new() { Id = Guid.CreateVersion7(), Concern = concern, Issue = issue, From = Now, By = asker.Account, CameWith = cameWith };
}
