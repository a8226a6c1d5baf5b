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

/// <summary>Plans an action of a priority, or says better what it is. Its day and its owner are changed elsewhere, with a reason.</summary>
[MayDo(Deed.RunCycle, At = "ward")]
public sealed class EditActionPage(WardbookDb db, Asker asker, PlaceTrees trees, TimeProvider clock) : WorkPage(trees)
{
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Told { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public string? Partner { get; set; }

    [BindProperty]
    public string? Due { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Priority Priority { get; private set; } = null!;

    /// <summary>Null while it is a new one.</summary>
    public PlannedAction? Known { get; private set; }

    public Owners Owners { get; private set; } = null!;

    public Clash? Clash { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid priority, Guid id, CancellationToken cancel)
    {
        if (!await Find(priority, id, cancel))
        {
            return NotFound();
        }

        (What, Told, Version) = (Known?.What, Known?.Told, Known?.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid priority, Guid id, CancellationToken cancel)
    {
        if (!await Find(priority, id, cancel))
        {
            return NotFound();
        }

        var what = ModelState.Words(nameof(What), What, PlannedAction.LongestWhat, "Say what is to be done").ReplaceLineEndings(" ");
        var told = ModelState.Words(nameof(Told), Told, PlannedAction.LongestTold).ReplaceLineEndings(" ");
        return Known is null ? await Plan(id, what, told, cancel) : await Reword(Known, what, told, cancel);
    }

    private async Task<IActionResult> Plan(Guid id, string what, string told, CancellationToken cancel)
    {
        var owner = ModelState.Owner(Owners, (nameof(Owner), Owner), (nameof(Partner), Partner));
        var due = ModelState.Due(nameof(Due), Due, asker.Today);
        if (!ModelState.IsValid || !Priority.IsOpen)
        {
            return Page();
        }

        var (action, step) = PlannedAction.Plan(id, Priority.Id, what, told, owner!.Value, due!.Value, By());
        db.PlannedActions.Add(action);
        db.ActionSteps.Add(step);
        Done = await db.TrySaveShown(Ward.Code, cancel) ? $"Planned: {what}, by {due.Value.InWords()}." : PlaceVersions.AtOnce;
        return LocalRedirect(Urls.Plan(Ward.Code, Priority.Id));
    }

    private async Task<IActionResult> Reword(PlannedAction action, string what, string told, CancellationToken cancel)
    {
        // A form for a new one that is sent again finds it there, as it was asked for.
        var isSame = (action.What, action.Told) == (what, told);
        if (!isSame && Version == 0)
        {
            Done = "It is planned already. Change it here if it is not what you meant.";
            return LocalRedirect(Urls.Action(Ward.Code, action.Id));
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!isSame && action.Version != Version)
        {
            return Clashed(action, what, told);
        }

        if (!isSame)
        {
            db.ActionSteps.Add(action.Reword(what, told, By()));
            if (!await db.TrySaveShown(Ward.Code, cancel) && await Find(Priority.Id, action.Id, cancel) && Known is { } now && (now.What, now.Told) != (what, told))
            {
                return Clashed(now, what, told);
            }
        }

        Done = "Saved. The words that stood there are in its history.";
        return LocalRedirect(Urls.Action(Ward.Code, action.Id));
    }

    private PageResult Clashed(PlannedAction now, string what, string told)
    {
        Version = now.Version;
        Clash = Clash.Found(ModelState, nameof(Version), now.Version, ("What is to be done", now.What, what), ("What residents read", now.Told, told));
        return Page();
    }

    private ActionBy By() => new(Guid.CreateVersion7(), asker.Account, clock.GetUtcNow().UtcDateTime);

    private async Task<bool> Find(Guid priority, Guid id, CancellationToken cancel)
    {
        if (await PlanPage.InWard(db, Ward, priority, cancel) is not { } found)
        {
            return false;
        }

        Priority = found;
        Known = await db.PlannedActions.SingleOrDefaultAsync(row => row.Id == id, cancel);
        Owners = await Owners.Find(db, Places, Ward, asker.Today, [], cancel);
        return Known is null || Known.Priority == priority;
    }
}

/// <summary>By when something is to be done, as a form asks for it.</summary>
public static class AskedDue
{
    /// <returns>Null when no day was given or it is wrong, which is said beside the field.</returns>
    public static DateOnly? Due(this Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state, string name, string? typed, DateOnly today)
    {
        var due = state.Day(name, typed, "Say by which day");
        var last = today.AddYears(PlannedAction.YearsAhead);
        if (due < today)
        {
            state.AddModelError(name, $"{due.Value.InWords()} is over: give a day from today on");
        }
        else if (due > last)
        {
            state.AddModelError(name, $"{due.Value.InWords()} is too far ahead: give a day up to {last.InWords()}");
        }

        return due;
    }
}
