namespace Wardbook.Priorities.Plans;

/// <summary>One thing that happened to an action: by whom, when, why, and how the action stood after it. Never changed.</summary>
public sealed class ActionStep
{
    /// <summary>Made by the form that asked for it, so a form sent twice is one step.</summary>
    public required Guid Id { get; init; }

    public required Guid Action { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required ActionStepKind Kind { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public Guid? By { get; init; }

    /// <summary>The reason, or what was done; empty for a step without words.</summary>
    public string Words { get; init; } = "";

    public required string What { get; init; }

    public required string Told { get; init; }

    public Guid? OwnerOfficer { get; init; }

    public string OwnerPartner { get; init; } = "";

    public required DateOnly Due { get; init; }

    public DateOnly? Ended { get; init; }

    public Owner Owner => new(OwnerOfficer, OwnerPartner);
}

/// <summary>Who takes a step, and why.</summary>
/// <param name="Step">The id that the step has.</param>
/// <param name="At">UTC.</param>
public readonly record struct ActionBy(Guid Step, Guid? Account, DateTime At, string Words = "");

/// <summary>What happened to an action. The numbers are in the database.</summary>
public enum ActionStepKind
{
    Planned = 1,
    Reworded = 2,
    Carried = 3,
    HandedOver = 4,
    Done = 5,
    Dropped = 6,
    Reopened = 7,
}
