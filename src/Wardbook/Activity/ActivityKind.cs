using Wardbook.Accounts.Record;

namespace Wardbook.Activity;

/// <summary>What a kind of activity is for: the four letters of EPIC. The numbers are in the database.</summary>
public enum ActivityGroup
{
    Enforcement = 1,
    Prevention = 2,
    Intelligence = 3,
    Communication = 4,
}

/// <summary>Something that teams do and count: arrests, patrol, leaflets. The force owns the list: it adds, renames and ends kinds, and nothing in the program knows one by name.</summary>
[Recorded("activity kind")]
public sealed class ActivityKind
{
    public const int LongestCode = 40, LongestName = 100, LongestUnit = 60, MostRank = 10_000;

    /// <summary>Fixed once it is made: records, totals and files hold it.</summary>
    public required string Code { get; init; }

    public required ActivityGroup Group { get; set; }

    /// <summary>Whether there may be halves, as of hours; otherwise whole numbers alone.</summary>
    public bool HasHalves { get; set; }

    /// <summary>Of more than so many in one record the form asks whether it is right.</summary>
    public required int AskAbove { get; set; }

    /// <summary>Only a count and a reference number are ever recorded, such as of intelligence reports: no place, nothing of what they say.</summary>
    public bool IsReferenceOnly { get; init; }

    /// <summary>Whether residents are told how much of it their ward's team did.</summary>
    public bool IsPublic { get; set; }

    /// <summary>Where it stands among the others: the least first.</summary>
    public int Rank { get; set; }

    /// <summary>The first day on which it is counted.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day; null while no end is known.</summary>
    public DateOnly? To { get; set; }

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>What a kind of activity is called from a day on, until another row says otherwise. What was recorded before keeps the name it had.</summary>
[Recorded("name of an activity kind")]
public sealed class ActivityKindName
{
    public required Guid Id { get; init; }

    /// <summary>The code of the kind.</summary>
    public required string Kind { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>As a heading: <c>Arrests</c>.</summary>
    public required string Name { get; init; }

    /// <summary>After the number one: <c>arrest</c>.</summary>
    public required string One { get; init; }

    /// <summary>After every other number: <c>arrests</c>.</summary>
    public required string Many { get; init; }

    /// <summary>UTC. Of two from the same day the later made counts.</summary>
    public required DateTime Made { get; init; }
}
