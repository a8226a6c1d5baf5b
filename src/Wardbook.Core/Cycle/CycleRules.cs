namespace Wardbook.Cycle;

/// <summary>What a force asks of its teams: how old a record may be, and how many there are to be. Dated by the force; these are the first.</summary>
public sealed record CycleRules
{
    public static CycleRules First { get; } = new();

    /// <summary>For so many months a review of a subject of the profile counts.</summary>
    public int ProfileMonths { get; init; } = 12;

    /// <summary>Within so many months each community is reached.</summary>
    public int ReachedMonths { get; init; } = 12;

    /// <summary>So many weeks after something was last put into an issue, the order of issues is too old.</summary>
    public int OrderWeeks { get; init; } = 12;

    /// <summary>Through so many independent channels at least the order has come.</summary>
    public int Channels { get; init; } = 2;

    /// <summary>Each of the first so many issues has an evidence pack.</summary>
    public int TopIssues { get; init; } = 5;

    /// <summary>For so many months an evidence pack counts.</summary>
    public int EvidenceMonths { get; init; } = 12;

    public int FewestPriorities { get; init; } = 3;

    public int MostPriorities { get; init; } = 5;

    /// <summary>Within so many weeks something is done about each priority.</summary>
    public int ActWeeks { get; init; } = 4;

    /// <summary>For so many months a review counts.</summary>
    public int ReviewMonths { get; init; } = 12;
}
