using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Priorities.Plans;

/// <summary>The actions of a ward, as its pages and files show them: open ones first, what is longest overdue at the top; then what ended, the latest first.</summary>
public sealed record WardActions(PlaceKey Ward, DateOnly Day, IReadOnlyList<ShownAction> All, Owners Owners)
{
    public IEnumerable<ShownAction> Open => All.Where(shown => shown.Action.IsOpen);

    public int Overdue => Open.Count(shown => shown.DaysOverdue > 0);

    public IEnumerable<ShownAction> Of(Guid priority) => All.Where(shown => shown.Action.Priority == priority);

    /// <summary>Three queries, however many actions there are.</summary>
    /// <param name="also">Owners of other things, to be named too.</param>
    public static async Task<WardActions> Find(WardbookDb db, PlaceTree places, PlaceKey ward, DateOnly day, CancellationToken cancel, IEnumerable<Guid?>? also = null)
    {
        var rows = await db.PlannedActions.AsNoTracking()
            .Join(db.Priorities.Where(priority => priority.PlaceKind == ward.Kind && priority.PlaceCode == ward.Code), action => action.Priority, priority => priority.Id, (action, priority) => new { action, priority.Title, priority.Closed })
            .ToListAsync(cancel);
        var owners = await Owners.Find(db, places, ward, day, rows.Select(row => row.action.OwnerOfficer).Concat(also ?? []), cancel);
        return new(ward, day,
        [
            .. rows.Select(row => new ShownAction(row.action, row.Title, row.Closed is null, owners.NameOf(row.action.Owner), row.action.IsOpen && owners.HasLeft(row.action.Owner), day) { Href = Urls.Action(ward.Code, row.action.Id) })
                .OrderBy(shown => shown.Action.State).ThenBy(shown => shown.Action.IsOpen ? shown.Action.Due.DayNumber : -shown.Action.Ended!.Value.DayNumber).ThenBy(shown => shown.Action.Id),
        ],
        owners);
    }

    public static Table<ShownAction> Table(string caption, IReadOnlyList<ShownAction> actions) => new Table<ShownAction>(caption, actions)
        .Text("action", "Action", shown => shown.Action.What, href: shown => shown.Href)
        .Text("priority", "Priority", shown => shown.Priority)
        .Text("owner", "Owner", shown => shown.Owner)
        .Text("owner_is", "Owner is", shown => shown.Action.OwnerOfficer is null ? "partner" : shown.OwnerHasLeft ? "officer who has left the team" : "officer")
        .Text("due", "Due", shown => shown.Action.Due)
        .Text("state", "State", shown => PlanWords.State(shown))
        .Number("days_overdue", "Days overdue", shown => shown.DaysOverdue, absent: "none")
        .Text("ended", "Done or dropped on", shown => shown.Action.Ended, absent: "open");
}

/// <summary>An action as a page shows it.</summary>
/// <param name="Priority">What its priority is called.</param>
/// <param name="Owner">What its owner is called.</param>
/// <param name="OwnerHasLeft">It is open, and whoever owns it is posted to no team here any more.</param>
public sealed record ShownAction(PlannedAction Action, string Priority, bool PriorityIsOpen, string Owner, bool OwnerHasLeft, DateOnly Day)
{
    /// <summary>Null when it is not overdue.</summary>
    public int? DaysOverdue => Action.IsOpen && Action.Due < Day ? Day.DayNumber - Action.Due.DayNumber : null;

    /// <summary>The page of the action.</summary>
    public string? Href { get; init; }
}
