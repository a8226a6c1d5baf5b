using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Priorities.Plans;

/// <summary>The plan of a priority: who owns it, its actions, and its five steps with what stood there before.</summary>
[MayDo(Deed.ReadWork, At = "ward")]
public sealed class PlanPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    public Priority Priority { get; private set; } = null!;

    public Plan Plan { get; private set; } = null!;

    public WardActions Actions { get; private set; } = null!;

    public bool MayPlan { get; private set; }

    public bool OwnerHasLeft => Plan.Owner is { } owner && Actions.Owners.HasLeft(owner.Owner);

    public IReadOnlyList<ShownAction> Own => [.. Actions.Of(Priority.Id)];

    public IReadOnlyList<(string Text, string Href)> Missing => [.. PlanWords.Missing(Actions with { All = Own }, Priority.IsOpen ? [(Priority, Plan)] : [])];

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid priority, CancellationToken cancel)
    {
        if (await InWard(db, Ward, priority, cancel) is not { } found)
        {
            return NotFound();
        }

        Priority = found;
        Plan = await Plan.Of(db, priority, cancel);
        Actions = await WardActions.Find(db, Places, Ward, asker.Today, cancel, [Plan.Owner?.OwnerOfficer]);
        MayPlan = await asker.May(Deed.RunCycle, Ward);
        return Page();
    }

    /// <returns>Null when the ward has no such priority.</returns>
    internal static Task<Priority?> InWard(WardbookDb db, PlaceKey ward, Guid priority, CancellationToken cancel) =>
        db.Priorities.SingleOrDefaultAsync(row => row.Id == priority && row.PlaceKind == ward.Kind && row.PlaceCode == ward.Code, cancel);
}
