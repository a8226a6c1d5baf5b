using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Priorities.Plans;

/// <summary>The plan of a priority: what stands in each step now, what stood there before, and who owns the priority.</summary>
/// <param name="Versions">Of each step that was written, the latest first.</param>
/// <param name="Owner">Null while nobody owns it.</param>
public sealed record Plan(Guid Priority, IReadOnlyDictionary<Sara, IReadOnlyList<WrittenStep>> Versions, PriorityOwner? Owner)
{
    public static IReadOnlyList<Sara> Steps { get; } = Enum.GetValues<Sara>();

    public bool IsBegun => Versions.Count > 0;

    /// <summary>What stands there now; null when nothing was ever written.</summary>
    public WrittenStep? Now(Sara step) => Versions.GetValueOrDefault(step)?[0];

    /// <summary>What nobody has written yet, in the order of the steps.</summary>
    public IEnumerable<Sara> Missing => Steps.Where(step => !Versions.ContainsKey(step));

    /// <returns>One for each priority asked for, in two queries.</returns>
    public static async Task<IReadOnlyDictionary<Guid, Plan>> List(WardbookDb db, IReadOnlyCollection<Guid> priorities, CancellationToken cancel)
    {
        if (priorities.Count == 0)
        {
            return new Dictionary<Guid, Plan>();
        }

        var steps = await db.PlanSteps.AsNoTracking().Where(step => priorities.Contains(step.Priority))
            .Select(step => new { step, By = db.Accounts.Where(account => account.Id == step.MadeBy).Select(account => account.Name).FirstOrDefault() }).ToListAsync(cancel);
        var owners = await db.PriorityOwners.AsNoTracking().Where(owner => priorities.Contains(owner.Priority)).ToListAsync(cancel);
        var written = steps.ToLookup(row => row.step.Priority, row => new WrittenStep(row.step, row.step.MadeBy is null ? null : row.By));
        return priorities.Distinct().ToDictionary(id => id, id => new Plan(
            id,
            written[id].GroupBy(one => one.Step.Step).ToDictionary(group => group.Key, group => (IReadOnlyList<WrittenStep>)[.. group.OrderByDescending(one => one.Step.Number)]),
            owners.Where(owner => owner.Priority == id).MaxBy(owner => owner.Number)));
    }

    public static async Task<Plan> Of(WardbookDb db, Guid priority, CancellationToken cancel) => (await List(db, [priority], cancel))[priority];
}

/// <summary>One version of a step.</summary>
/// <param name="By">The name of who wrote it, empty once erased; null when nobody in particular did.</param>
public sealed record WrittenStep(PlanStep Step, string? By);
