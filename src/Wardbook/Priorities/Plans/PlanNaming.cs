using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record.Reading;

namespace Wardbook.Priorities.Plans;

/// <summary>What the record of change calls plans, owners and actions.</summary>
public static class PlanNaming
{
    public static IReadOnlyList<RecordNaming> All { get; } =
    [
        new("step of a plan", "step of a plan", async (db, _, keys, cancel) => await db.PlanSteps.AsNoTracking().Where(step => keys.Contains(step.Id))
            .Join(db.Priorities, step => step.Priority, priority => priority.Id, (step, priority) => new { step.Id, step.Step, Priority = priority })
            .ToDictionaryAsync(row => row.Id, row => new NamedRecord($"{row.Step.InWords()} of {row.Priority.Title}", Urls.Plan(row.Priority.PlaceCode, row.Priority.Id)), cancel)),
        new("owner of a priority", "owner of a priority", async (db, _, keys, cancel) => await db.PriorityOwners.AsNoTracking().Where(owner => keys.Contains(owner.Id))
            .Join(db.Priorities, owner => owner.Priority, priority => priority.Id, (owner, priority) => new { owner.Id, Priority = priority })
            .ToDictionaryAsync(row => row.Id, row => new NamedRecord($"Who owns {row.Priority.Title}", Urls.Plan(row.Priority.PlaceCode, row.Priority.Id)), cancel)),
        new("action", "action", async (db, _, keys, cancel) => await db.PlannedActions.AsNoTracking().Where(action => keys.Contains(action.Id))
            .Join(db.Priorities, action => action.Priority, priority => priority.Id, (action, priority) => new { action.Id, action.What, priority.PlaceCode })
            .ToDictionaryAsync(row => row.Id, row => new NamedRecord(row.What, Urls.Action(row.PlaceCode, row.Id)), cancel)),
    ];
}
