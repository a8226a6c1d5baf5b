using Wardbook.Accounts.Record;

namespace Wardbook.Priorities.Plans;

/// <summary>One thing that somebody is to do about a priority by a day: open, then done or dropped. Every change is an <see cref="ActionStep"/>, so what it was before stays readable.</summary>
[Recorded("action")]
public sealed class PlannedAction
{
    public const int LongestWhat = 300, LongestTold = 300, LongestOutcome = 1_000, LongestWhy = 500;

    /// <summary>So long after it was recorded as done or dropped that can be taken back. What comes later is a new action.</summary>
    public const int DaysToUndo = 14;

    /// <summary>So far ahead a day can be given. What is due later is no plan of this team.</summary>
    public const int YearsAhead = 2;

    private PlannedAction()
    {
    }

    /// <summary>Made by the form, so that a form sent twice is one action. Records of activity name it.</summary>
    public required Guid Id { get; init; }

    public required Guid Priority { get; init; }

    /// <summary>What is to be done, for the team and its partners.</summary>
    public required string What { get; set; }

    /// <summary>The same in words for residents. Empty: residents are not told of it.</summary>
    public required string Told { get; set; }

    /// <summary>Null when a partner owns it.</summary>
    public Guid? OwnerOfficer { get; private set; }

    /// <inheritdoc cref="Plans.Owner.Partner"/>
    public string OwnerPartner { get; private set; } = "";

    public DateOnly Due { get; private set; }

    public ActionState State { get; private set; } = ActionState.Open;

    /// <summary>The day on which it was done or dropped; null while it is open.</summary>
    public DateOnly? Ended { get; private set; }

    /// <summary>When that was recorded, UTC.</summary>
    [NotRecorded]
    public DateTime? EndRecorded { get; private set; }

    /// <summary>What was done, or why it was dropped, for the team; empty while it is open.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>What was done, in words for residents; empty when they are not told.</summary>
    public string OutcomeTold { get; private set; } = "";

    /// <summary>UTC.</summary>
    public required DateTime Made { get; init; }

    public Guid? MadeBy { get; init; }

    /// <summary>How many steps it has: two who change one action are told of each other.</summary>
    [NotRecorded]
    public int Version { get; private set; }

    public Owner Owner => new(OwnerOfficer, OwnerPartner);

    public bool IsOpen => State is ActionState.Open;

    /// <summary>Plans one, with its first step.</summary>
    public static (PlannedAction Action, ActionStep Step) Plan(Guid id, Guid priority, string what, string told, Owner owner, DateOnly due, ActionBy by)
    {
        var action = new PlannedAction { Id = id, Priority = priority, What = what, Told = told, Due = due, Made = by.At, MadeBy = by.Account };
        action.Own(owner);
        return (action, action.Step(ActionStepKind.Planned, by));
    }

    /// <summary>Says better what it is.</summary>
    public ActionStep Reword(string what, string told, ActionBy by)
    {
        (What, Told) = (what, told);
        return Step(ActionStepKind.Reworded, by);
    }

    /// <summary>To another day, because of something.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public ActionStep Carry(DateOnly due, ActionBy by)
    {
        MustBeOpen();
        Due = due;
        return Step(ActionStepKind.Carried, by);
    }

    /// <inheritdoc cref="Carry"/>
    public ActionStep HandOver(Owner owner, ActionBy by)
    {
        MustBeOpen();
        Own(owner);
        return Step(ActionStepKind.HandedOver, by);
    }

    /// <inheritdoc cref="Carry"/>
    /// <param name="on">The day on which it was done.</param>
    public ActionStep Finish(DateOnly on, string told, ActionBy by)
    {
        MustBeOpen();
        (State, Ended, EndRecorded, Outcome, OutcomeTold) = (ActionState.Done, on, by.At, by.Words, told);
        return Step(ActionStepKind.Done, by);
    }

    /// <inheritdoc cref="Carry"/>
    public ActionStep Drop(DateOnly on, ActionBy by)
    {
        MustBeOpen();
        (State, Ended, EndRecorded, Outcome) = (ActionState.Dropped, on, by.At, by.Words);
        return Step(ActionStepKind.Dropped, by);
    }

    /// <summary>Whether that it was done or dropped can still be taken back.</summary>
    public bool CanBeReopened(DateTime now) => EndRecorded is { } recorded && now - recorded <= TimeSpan.FromDays(DaysToUndo);

    /// <summary>It was not done or dropped after all.</summary>
    /// <exception cref="InvalidOperationException">It is open, or that is too long ago.</exception>
    public ActionStep Reopen(ActionBy by)
    {
        if (!CanBeReopened(by.At))
        {
            throw new InvalidOperationException("Only what was recorded lately as done or dropped is taken back.");
        }

        (State, Ended, EndRecorded, Outcome, OutcomeTold) = (ActionState.Open, null, null, "", "");
        return Step(ActionStepKind.Reopened, by);
    }

    private void Own(Owner owner) => (OwnerOfficer, OwnerPartner) = (owner.Officer, owner.Partner);

    private void MustBeOpen()
    {
        if (!IsOpen)
        {
            throw new InvalidOperationException("It was done or dropped already.");
        }
    }

    private ActionStep Step(ActionStepKind kind, ActionBy by) => new()
    {
        Id = by.Step,
        Action = Id,
        Number = ++Version,
        Kind = kind,
        At = by.At,
        By = by.Account,
        Words = by.Words,
        What = What,
        Told = Told,
        OwnerOfficer = OwnerOfficer,
        OwnerPartner = OwnerPartner,
        Due = Due,
        Ended = Ended,
    };
}

/// <summary>Where an action stands. The numbers are in the database.</summary>
public enum ActionState
{
    Open = 1,
    Done = 2,
    Dropped = 3,
}
