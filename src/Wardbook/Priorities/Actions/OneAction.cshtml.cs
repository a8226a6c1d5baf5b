using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Priorities.Plans;
using Wardbook.Shared;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Priorities.Actions;

/// <summary>One action: where it stands, what whoever asks may do with it, and all that happened to it.</summary>
[MayDo(Deed.ReadWork, At = "ward")]
public sealed class OneActionPage(WardbookDb db, Asker asker, PlaceTrees trees, TimeProvider clock) : WorkPage(trees)
{
    public ShownAction Shown { get; private set; } = null!;

    public Owners Owners { get; private set; } = null!;

    /// <summary>The latest first.</summary>
    public IReadOnlyList<TakenStep> Steps { get; private set; } = [];

    public IReadOnlyList<(string Text, string Href)> Acts { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await Find(db, Places, Ward, asker.Today, id, cancel) is not var (shown, owners, steps))
        {
            return NotFound();
        }

        (Shown, Owners, Steps) = (shown, owners, steps);
        var may = await MayAct.Of(asker, Ward, shown.Action, owners);
        Acts = [.. may.Acts(shown.Action, clock.GetUtcNow().UtcDateTime).Select(act => (ActWords.Asks(act), Urls.ActOnAction(Ward.Code, id, act)))];
        if (may.Plans)
        {
            Acts = [.. Acts, ("Say better what it is", Urls.PlanAction(Ward.Code, shown.Action.Priority, id))];
        }

        return Page();
    }

    /// <summary>How the action stood after a step, as far as the step changed it.</summary>
    public string InWords(ActionStep step) => step.Kind switch
    {
        ActionStepKind.Carried => $"To {step.Due.InWords()}{(Before(step) is { } was ? $"; it was {was.Due.InWords()}" : "")}.",
        ActionStepKind.HandedOver => $"To {Owners.NameOf(step.Owner)}{(Before(step) is { } was ? $"; it was {Owners.NameOf(was.Owner)}" : "")}.",
        ActionStepKind.Done or ActionStepKind.Dropped => $"On {step.Ended!.Value.InWords()}.",
        ActionStepKind.Reopened => $"Due on {step.Due.InWords()}, as before.",
        _ => $"{step.What}, by {Owners.NameOf(step.Owner)}, by {step.Due.InWords()}.{(step.Told.Length > 0 ? $" Residents read: {step.Told}" : " Residents are not told.")}",
    };

    private ActionStep? Before(ActionStep step) => Steps.FirstOrDefault(one => one.Step.Number == step.Number - 1)?.Step;

    /// <returns>Null when the ward has no such action.</returns>
    internal static async Task<(ShownAction Shown, Owners Owners, IReadOnlyList<TakenStep> Steps)?> Find(WardbookDb db, PlaceTree places, PlaceKey ward, DateOnly day, Guid id, CancellationToken cancel)
    {
        var row = await db.PlannedActions.Where(action => action.Id == id)
            .Join(db.Priorities.Where(priority => priority.PlaceKind == ward.Kind && priority.PlaceCode == ward.Code), action => action.Priority, priority => priority.Id, (action, priority) => new { action, priority.Title, priority.Closed })
            .SingleOrDefaultAsync(cancel);
        if (row is null)
        {
            return null;
        }

        var steps = await db.ActionSteps.AsNoTracking().Where(step => step.Action == id).OrderByDescending(step => step.Number)
            .Select(step => new { step, By = db.Accounts.Where(account => account.Id == step.By).Select(account => account.Name).FirstOrDefault() }).ToListAsync(cancel);
        var owners = await Owners.Find(db, places, ward, day, steps.Select(one => one.step.OwnerOfficer), cancel);
        return (
            new(row.action, row.Title, row.Closed is null, owners.NameOf(row.action.Owner), row.action.IsOpen && owners.HasLeft(row.action.Owner), day) { Href = Urls.Action(ward.Code, id) },
            owners,
            [.. steps.Select(one => new TakenStep(one.step, one.step.By is null ? null : one.By))]);
    }
}

/// <summary>A step with who took it.</summary>
/// <param name="By">Their name, empty once erased; null when nobody in particular did.</param>
public sealed record TakenStep(ActionStep Step, string? By);

/// <summary>What somebody may do with an action: whoever plans everything; whoever owns it, and records what was done, say that it is done and take that back.</summary>
/// <param name="Plans">May run the cycle of the ward.</param>
/// <param name="Does">Is the officer who owns it, and may record what was done.</param>
public readonly record struct MayAct(bool Plans, bool Does)
{
    public static async Task<MayAct> Of(Asker asker, PlaceKey ward, PlannedAction action, Owners owners) =>
        new(await asker.May(Deed.RunCycle, ward), owners.IsOwnedBy(action.Owner, asker.Account) && await asker.May(Deed.RecordActivity, ward));

    public bool May(string act) => Plans || (Does && act is "done" or "undo");

    /// <summary>Those that fit where it stands.</summary>
    public IEnumerable<string> Acts(PlannedAction action, DateTime now)
    {
        var may = this;
        string[] fits = action.IsOpen ? ["done", "carry", "hand-over", "drop"] : action.CanBeReopened(now) ? ["undo"] : [];
        return fits.Where(act => may.May(act) && (act != "undo" || may.Plans || action.State is ActionState.Done));
    }
}

/// <summary>How the acts are said.</summary>
public static class ActWords
{
    public static string Asks(string act) => act switch
    {
        "done" => "It is done",
        "carry" => "Carry it to another day",
        "hand-over" => "Give it to another owner",
        "drop" => "Drop it",
        _ => "Recorded by mistake: open it again",
    };
}
