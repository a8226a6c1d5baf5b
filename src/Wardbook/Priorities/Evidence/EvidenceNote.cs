using Wardbook.Accounts.Record;

namespace Wardbook.Priorities.Evidence;

/// <summary>What the team wrote for one part of the evidence about an issue, at one time. What is written anew is added with the next number; the earlier words stay.</summary>
[Recorded("evidence note")]
public sealed class EvidenceNote
{
    public const int LongestWords = 2_000;

    public required Guid Id { get; init; }

    public required Guid Issue { get; init; }

    public required EvidencePart Part { get; init; }

    /// <summary>From 1; the greatest counts.</summary>
    public required int Number { get; init; }

    /// <summary>No person's name; of <see cref="EvidencePart.Crime"/> the short name of a kind of crime, empty for none.</summary>
    public required string Words { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime Made { get; init; }

    public Guid? MadeBy { get; init; }
}

/// <summary>What the team writes. The first three are the problem triangle (Cohen and Felson 1979; Eck 2003). The numbers are in the database.</summary>
public enum EvidencePart
{
    /// <summary>What about the place makes it easy.</summary>
    Place = 1,

    /// <summary>References only, such as a crime number.</summary>
    Offender = 2,

    /// <summary>Which groups are harmed, never who.</summary>
    Victim = 3,

    /// <summary>Which kind of recorded crime belongs to the issue.</summary>
    Crime = 4,
}

/// <summary>How the parts are said.</summary>
public static class EvidenceParts
{
    public static IReadOnlyList<EvidencePart> Triangle { get; } = [EvidencePart.Place, EvidencePart.Offender, EvidencePart.Victim];

    public static string InWords(this EvidencePart part) => part switch
    {
        EvidencePart.Place => "The place",
        EvidencePart.Offender => "Who does it",
        EvidencePart.Victim => "Who is harmed",
        EvidencePart.Crime => "Kind of recorded crime",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "has no words"),
    };

    /// <summary>What is to be written there.</summary>
    public static string Asks(this EvidencePart part) => part switch
    {
        EvidencePart.Place => "What about the place makes it easy, and who looks after the place?",
        EvidencePart.Offender => "What is known of those who do it, by reference number alone, and who could stop them?",
        EvidencePart.Victim => "Which groups are harmed, when and where, and what could protect them?",
        EvidencePart.Crime => "Which kind of recorded crime belongs to this issue?",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "has no words"),
    };

    /// <summary>As it stands in an address.</summary>
    public static string Slug(this EvidencePart part) => part.ToString().ToLowerInvariant();
}
