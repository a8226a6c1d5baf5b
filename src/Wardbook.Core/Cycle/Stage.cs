namespace Wardbook.Cycle;

/// <summary>The seven stages of a team's cycle, in their order. The numbers are in the database.</summary>
public enum Stage
{
    Research = 1,
    Engage = 2,
    Preferences = 3,
    Investigate = 4,
    Priorities = 5,
    Act = 6,
    Review = 7,
}

/// <summary>Where a stage stands. The numbers are in the database.</summary>
public enum StageState
{
    /// <summary>Records are missing; each is named.</summary>
    Missing = 1,

    /// <summary>Nothing is due yet, so there is nothing to do and nothing done.</summary>
    NotDue = 2,

    Done = 3,
}

/// <summary>A stage of a ward on a day: derived from records, never ticked.</summary>
/// <param name="Missing">What is to be done so that it is done; empty unless it is <see cref="StageState.Missing"/>.</param>
public sealed record StageOnDay(Stage Stage, StageState State, IReadOnlyList<Missing> Missing);

/// <summary>A record that is not there.</summary>
/// <param name="Name">What of: a subject, a community, an issue, a priority; empty where it is of the ward.</param>
/// <param name="Slug">The short name of a subject; empty for all else.</param>
/// <param name="Id">Of the community, the issue or the priority; null where it is of the ward.</param>
/// <param name="Last">When it was last there; null when it never was, or no day can be told.</param>
/// <param name="Count">How many there are of what there should be more or fewer of; null where nothing is counted.</param>
public sealed record Missing(Lack Lack, string Name = "", string Slug = "", Guid? Id = null, DateOnly? Last = null, int? Count = null);

/// <summary>What can be missing.</summary>
public enum Lack
{
    SubjectNotReviewed,
    NoCommunity,
    NoWayToReach,
    NotReached,
    NoIssue,
    OrderTooOld,
    TooFewChannels,
    NoEvidence,
    TooFewPriorities,
    TooManyPriorities,
    NoPriority,
    NoOwner,
    NothingDone,
    NotJudged,
    NotTold,
}
