using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Priorities.Plans;
using Wardbook.Shared;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Priorities.Actions;

/// <summary>Says that an action is done, carries it, hands it over, drops it, or takes back that it ended. Whoever plans does all of it; whoever owns it says that it is done.</summary>
[MayDo(Deed.ReadWork, At = "ward")]
public sealed class ActOnActionPage(WardbookDb db, Asker asker, PlaceTrees trees, TimeProvider clock) : WorkPage(trees)
{
    private DateOnly adopted;

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Told { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public string? Partner { get; set; }

    /// <summary>How many steps the action had when the form was made.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The id of the step, so that a form sent twice is one.</summary>
    [BindProperty]
    public Guid New { get; set; }

    public string Act { get; private set; } = "";

    public ShownAction Shown { get; private set; } = null!;

    public Owners Owners { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    private PlannedAction Action => Shown.Action;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(Guid id, string act, CancellationToken cancel)
    {
        if (await Find(id, act, cancel) is not { } may)
        {
            return NotFound();
        }

        if (!may.May(act))
        {
            return Forbid();
        }

        if (!may.Acts(Action, Now).Contains(act))
        {
            return LocalRedirect(Urls.Action(Ward.Code, id));
        }

        (Version, New, Day) = (Action.Version, Guid.CreateVersion7(), act == "done" ? Asked.InField(asker.Today) : null);
        Told = Action.Told;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string act, CancellationToken cancel)
    {
        if (await Find(id, act, cancel) is not { } may)
        {
            return NotFound();
        }

        if (!may.May(act))
        {
            return Forbid();
        }

        if (await db.ActionSteps.AnyAsync(step => step.Id == New, cancel))
        {
            return LocalRedirect(Urls.Action(Ward.Code, id));
        }

        if (!may.Acts(Action, Now).Contains(act))
        {
            Done = act == "undo" ? $"Only what was recorded in the last {PlannedAction.DaysToUndo} days as done or dropped is opened again." : "Somebody else was first: it stands below. What you wrote was not needed.";
            return LocalRedirect(Urls.Action(Ward.Code, id));
        }

        if (Read(act) is not { } take)
        {
            return Page();
        }

        if (Action.Version != Version)
        {
            return Changed();
        }

        db.ActionSteps.Add(take(Action));
        if (!await db.TrySaveShown(Ward.Code, cancel))
        {
            await Find(id, act, cancel);
            return Changed();
        }

        Done = act switch
        {
            "done" => "It is done. Tell residents when there is something to tell.",
            "carry" => $"It is carried to {Action.Due.InWords()}.",
            "hand-over" => $"{PlanWords.Capital(Owners.NameOf(Action.Owner))} owns it now.",
            "drop" => "It is dropped.",
            _ => "It is open again.",
        };
        return LocalRedirect(Urls.Action(Ward.Code, id));
    }

    /// <returns>What is to be done with the action; null when something is missing or wrong, which is said beside the field.</returns>
    private Func<PlannedAction, ActionStep>? Read(string act)
    {
        var (longest, missing) = act switch
        {
            "done" => (PlannedAction.LongestOutcome, "Say what was done"),
            "undo" => (PlannedAction.LongestWhy, "Say what the mistake was"),
            _ => (PlannedAction.LongestWhy, "Say why"),
        };
        var by = new ActionBy(New == default ? Guid.CreateVersion7() : New, asker.Account, Now, ModelState.Words(nameof(Why), Why, longest, missing));
        Func<PlannedAction, ActionStep> take = act switch
        {
            "done" => ReadDone(by),
            "carry" => ReadCarry(by),
            "hand-over" => ReadHandOver(by),
            "drop" => action => action.Drop(asker.Today, by),
            _ => action => action.Reopen(by),
        };
        return ModelState.IsValid ? take : null;
    }

    private Func<PlannedAction, ActionStep> ReadDone(ActionBy by)
    {
        var day = ModelState.Day(nameof(Day), Day, "Say on which day it was done");
        if (day > asker.Today || day < adopted)
        {
            ModelState.AddModelError(nameof(Day), $"Give a day from {adopted.InWords()}, when the priority was adopted, to today");
        }

        var told = ModelState.Words(nameof(Told), Told, PlannedAction.LongestTold).ReplaceLineEndings(" ");
        return action => action.Finish(day!.Value, told, by);
    }

    private Func<PlannedAction, ActionStep> ReadCarry(ActionBy by)
    {
        var due = ModelState.Due(nameof(Day), Day, asker.Today);
        if (due == Action.Due)
        {
            ModelState.AddModelError(nameof(Day), $"It is due on {Action.Due.InWords()} already: give another day");
        }

        return action => action.Carry(due!.Value, by);
    }

    private Func<PlannedAction, ActionStep> ReadHandOver(ActionBy by)
    {
        var owner = ModelState.Owner(Owners, (nameof(Owner), Owner), (nameof(Partner), Partner));
        if (owner == Action.Owner)
        {
            ModelState.AddModelError(nameof(Owner), $"{PlanWords.Capital(Shown.Owner)} owns it already: choose somebody else");
        }

        return action => action.HandOver(owner!.Value, by);
    }

    /// <summary>Somebody changed it meanwhile: says so and keeps what was typed.</summary>
    private PageResult Changed()
    {
        Version = Action.Version;
        ModelState.Remove(nameof(Version));
        ModelState.AddModelError("", $"Somebody changed this action while you wrote: it is now {PlanWords.State(Shown)}, owned by {Shown.Owner}. What you wrote is still here; send it again if it still holds.");
        return Page();
    }

    /// <returns>What whoever asks may do with it; null when the ward has no such action.</returns>
    private async Task<MayAct?> Find(Guid id, string act, CancellationToken cancel)
    {
        Act = act;
        if (await OneActionPage.Find(db, Places, Ward, asker.Today, id, cancel) is not var (shown, owners, _))
        {
            return null;
        }

        (Shown, Owners) = (shown, owners);
        adopted = await db.Priorities.Where(priority => priority.Id == shown.Action.Priority).Select(priority => priority.Adopted).SingleAsync(cancel);
        return await MayAct.Of(asker, Ward, shown.Action, owners);
    }
}
