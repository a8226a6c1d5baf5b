using Wardbook.Accounts.Record;

namespace Wardbook.Priorities.Plans;

/// <summary>What a team wrote for one step of the plan of a priority, at one time. What is written anew is added with the next number; the earlier words stay.</summary>
/// <remarks>For the team and the panel, never public.</remarks>
[Recorded("step of a plan")]
public sealed class PlanStep
{
    public const int LongestWords = 4_000;

    public required Guid Id { get; init; }

    public required Guid Priority { get; init; }

    public required Sara Step { get; init; }

    /// <summary>From 1; the greatest counts. Two who write at once cannot both have the next.</summary>
    public required int Number { get; init; }

    /// <summary>No person's name stands here.</summary>
    public required string Words { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime Made { get; init; }

    public Guid? MadeBy { get; init; }
}

/// <summary>The steps of a plan, after the method that police forces call SARA, or OSARA with an objective. The numbers are in the database.</summary>
/// <remarks>J. Eck and W. Spelman, Problem-Solving: Problem-Oriented Policing in Newport News, 1987: scanning, analysis, response, assessment.</remarks>
public enum Sara
{
    Objective = 1,
    Scanning = 2,
    Analysis = 3,
    Response = 4,
    Assessment = 5,
}
