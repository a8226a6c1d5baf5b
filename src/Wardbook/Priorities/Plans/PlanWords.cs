using Wardbook.Shared;

namespace Wardbook.Priorities.Plans;

/// <summary>How plans and actions are said.</summary>
public static class PlanWords
{
    public static string InWords(this Sara step) => step switch
    {
        Sara.Objective => "Objective",
        Sara.Scanning => "Scanning",
        Sara.Analysis => "Analysis",
        Sara.Response => "Response",
        Sara.Assessment => "Assessment",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "has no words"),
    };

    /// <summary>What is to be written there.</summary>
    public static string Asks(this Sara step) => step switch
    {
        Sara.Objective => "What will be different, for whom, by when?",
        Sara.Scanning => "What happens, where, when, to whom? How do you know, and what do you not know?",
        Sara.Analysis => "Why does it happen there and then? What makes it easy, who is harmed, who could stop it, what was tried before?",
        Sara.Response => "What will you and your partners do about the causes, and why should it work? What is to be done by whom stands in the actions.",
        Sara.Assessment => "Did it work? What changed, how do you know, what else came of it, what would you do again and what not?",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "has no words"),
    };

    /// <summary>As it stands in an address.</summary>
    public static string Slug(this Sara step) => step.InWords().ToLowerInvariant();

    public static string InWords(this ActionStepKind kind) => kind switch
    {
        ActionStepKind.Planned => "planned",
        ActionStepKind.Reworded => "said in other words",
        ActionStepKind.Carried => "carried to another day",
        ActionStepKind.HandedOver => "given to another owner",
        ActionStepKind.Done => "done",
        ActionStepKind.Dropped => "dropped",
        ActionStepKind.Reopened => "opened again, because it had been recorded by mistake",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "has no words"),
    };

    /// <summary>Such as <c>12 days overdue</c>, <c>due on 3 June 2026</c>, <c>done on 3 May 2026</c>.</summary>
    public static string State(ShownAction shown) => shown switch
    {
        { Action.State: ActionState.Done } => $"done on {shown.Action.Ended!.Value.InWords()}",
        { Action.State: ActionState.Dropped } => $"dropped on {shown.Action.Ended!.Value.InWords()}",
        { DaysOverdue: { } days } => $"{Count(days, "day")} overdue",
        { Action.Due: var due } when due == shown.Day => "due today",
        _ => $"due on {shown.Action.Due.InWords()}",
    };

    /// <summary>Who owns it; of who has left, that too.</summary>
    public static string Owner(ShownAction shown) => shown.OwnerHasLeft ? $"{shown.Owner}, {HasLeft}" : shown.Owner;

    public const string HasLeft = "who has left the team: choose a new owner";

    /// <summary>What somebody should do about the actions and the plans of a ward, each with where.</summary>
    public static IEnumerable<(string Text, string Href)> Missing(WardActions actions, IEnumerable<(Priority Priority, Plan Plan)> open)
    {
        foreach (var (priority, plan) in open)
        {
            if (plan.Owner is null)
            {
                yield return ($"Nobody owns \u201C{priority.Title}\u201D", Urls.PriorityOwner(priority.PlaceCode, priority.Id));
            }
            else if (actions.Owners.HasLeft(plan.Owner.Owner))
            {
                yield return ($"{Capital(actions.Owners.NameOf(plan.Owner.Owner))}, who owns \u201C{priority.Title}\u201D, has left the team: choose a new owner", Urls.PriorityOwner(priority.PlaceCode, priority.Id));
            }

            if (plan.Missing.Where(step => step is not Sara.Assessment).ToList() is { Count: > 0 } missing)
            {
                yield return (plan.IsBegun ? $"The plan for \u201C{priority.Title}\u201D has no {InList([.. missing.Select(step => step.Slug())])}" : $"There is no plan for \u201C{priority.Title}\u201D", Urls.Plan(priority.PlaceCode, priority.Id));
            }
        }

        foreach (var shown in actions.Open)
        {
            var href = Urls.Action(actions.Ward.Code, shown.Action.Id);
            if (shown.DaysOverdue is { } days)
            {
                yield return ($"\u201C{shown.Action.What}\u201D is {Count(days, "day")} overdue ({shown.Owner})", href);
            }

            if (shown.OwnerHasLeft)
            {
                yield return ($"{Capital(shown.Owner)}, who owns \u201C{shown.Action.What}\u201D, has left the team: choose a new owner", href);
            }

            if (!shown.PriorityIsOpen)
            {
                yield return ($"\u201C{shown.Action.What}\u201D is still open, though \u201C{shown.Priority}\u201D is closed: say whether it was done, or drop it", href);
            }
        }
    }

    /// <summary>Such as <c>1 day</c>.</summary>
    public static string Count(int many, string what) => $"{Numbers.InFigures(many)} {what}{(many == 1 ? "" : "s")}";

    internal static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string InList(IReadOnlyList<string> words) => words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";
}
