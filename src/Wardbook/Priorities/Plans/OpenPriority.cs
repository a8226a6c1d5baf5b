using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Store;

namespace Wardbook.Priorities.Plans;

/// <summary>Whether a priority that is worked on has an owner, and when something was last done about it.</summary>
/// <param name="Owner">Null while nobody owns it.</param>
/// <param name="OwnerHasLeft">Whoever owns it is posted to no team of the ward any more.</param>
/// <param name="LastDone">The day on which the latest of its actions was done; null when none was. What is recorded elsewhere for the priority or its actions is not in it.</param>
/// <param name="Overdue">How many of the open actions were due before the day.</param>
public sealed record OpenPriority(Guid Id, PlaceKey Ward, string Title, DateOnly Adopted, Owner? Owner, bool OwnerHasLeft, DateOnly? LastDone, int OpenActions, int Overdue)
{
    public bool IsOwned => Owner is not null && !OwnerHasLeft;

    /// <summary>Of one ward, or of all. Four queries, however many there are.</summary>
    public static async Task<IReadOnlyList<OpenPriority>> List(WardbookDb db, PlaceTree places, DateOnly day, CancellationToken cancel, PlaceKey? ward = null)
    {
        var open = db.Priorities.AsNoTracking().Where(priority => priority.Closed == null);
        if (ward is { } one)
        {
            open = open.Where(priority => priority.PlaceKind == one.Kind && priority.PlaceCode == one.Code);
        }

        var priorities = await open.Select(priority => new { priority.Id, priority.PlaceKind, priority.PlaceCode, priority.Title, priority.Adopted }).ToListAsync(cancel);
        if (priorities.Count == 0)
        {
            return [];
        }

        var owners = (await open.Join(db.PriorityOwners, priority => priority.Id, owner => owner.Priority, (_, owner) => owner).ToListAsync(cancel))
            .GroupBy(owner => owner.Priority).ToDictionary(group => group.Key, group => group.MaxBy(owner => owner.Number)!.Owner);
        var actions = (await open.Join(db.PlannedActions, priority => priority.Id, action => action.Priority, (_, action) => new { action.Priority, action.State, action.Due, action.Ended }).ToListAsync(cancel))
            .ToLookup(action => action.Priority);
        var posted = owners.Values.All(owner => owner.Officer is null) ? [] : (await db.Teams.AsNoTracking().Where(team => team.From <= day && (team.To == null || team.To >= day))
            .Join(db.Postings, team => team.Id, posting => posting.Team, (team, posting) => new { team.PlaceKind, team.PlaceCode, posting })
            .Where(row => row.posting.CorrectedBy == null && row.posting.From <= day && (row.posting.To == null || row.posting.To >= day) && db.PriorityOwners.Any(owner => owner.OwnerOfficer == row.posting.Officer))
            .Select(row => new { row.PlaceKind, row.PlaceCode, row.posting.Officer }).ToListAsync(cancel))
            .Select(row => (new PlaceKey(row.PlaceKind, row.PlaceCode), row.Officer)).ToHashSet();
        return
        [
            .. priorities.Select(row =>
            {
                var place = new PlaceKey(row.PlaceKind, row.PlaceCode);
                Owner? owner = owners.TryGetValue(row.Id, out var known) ? known : null;
                var hasLeft = owner?.Officer is { } officer && !Owners.PlacesOf(places, place, day).Any(at => posted.Contains((at, officer)));
                var own = actions[row.Id].ToList();
                return new OpenPriority(row.Id, place, row.Title, row.Adopted, owner, hasLeft, own.Where(action => action.State == ActionState.Done).Max(action => action.Ended),
                    own.Count(action => action.State == ActionState.Open), own.Count(action => action.State == ActionState.Open && action.Due < day));
            }),
        ];
    }
}
