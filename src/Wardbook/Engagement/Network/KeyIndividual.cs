using Wardbook.Accounts;
using Wardbook.Accounts.Personal;
using Wardbook.Accounts.Record;
using Wardbook.Places;

namespace Wardbook.Engagement.Network;

/// <summary>Somebody who knows the ward and agreed to be asked about it now and then: a shopkeeper, a teacher, a postal worker.</summary>
/// <remarks>Who they are and how to reach them stands encrypted, is read by the team alone, and every look is recorded. Consent runs out and is asked for again.</remarks>
[Recorded("key individual")]
public sealed class KeyIndividual
{
    public const int LongestLine = 200, LongestWords = 2_000;

    public required Guid Id { get; init; }

    public required string PlaceKind { get; init; }

    public required PlaceCode PlaceCode { get; init; }

    /// <summary>Empty once erased.</summary>
    [Personal, Encrypted]
    public required string Name { get; set; }

    /// <summary>What they are: postmistress, imam, head of year.</summary>
    [Personal, Encrypted]
    public string Role { get; set; } = "";

    /// <summary>Telephone, mail, where to find them.</summary>
    [Personal, Encrypted]
    public string Contact { get; set; } = "";

    /// <summary>What they know and whom they reach.</summary>
    [Personal, Encrypted]
    public string Knows { get; set; } = "";

    /// <summary>The day on which they last agreed.</summary>
    public required DateOnly Agreed { get; set; }

    /// <summary>The last day of that agreement: from the next on nobody sees how to reach them, until they agree again.</summary>
    public required DateOnly AgreedUntil { get; set; }

    public required DateOnly From { get; init; }

    /// <summary>The last day; null while they go on.</summary>
    public DateOnly? To { get; set; }

    [NotRecorded]
    public int Version { get; set; } = 1;

    public PlaceKey Place => new(PlaceKind, PlaceCode);

    public bool IsErased => Name.Length == 0;

    public bool IsThereOn(DateOnly day) => !IsErased && From <= day && (To is null || To >= day);

    public bool AgreesOn(DateOnly day) => IsThereOn(day) && day <= AgreedUntil;
}

/// <summary>What of the ward a key individual covers: a beat or a community.</summary>
[Recorded("cover of a key individual")]
public sealed class KeyIndividualCover
{
    public required Guid Id { get; init; }

    public required Guid Individual { get; init; }

    /// <summary>Null when it is a community.</summary>
    public Guid? Beat { get; init; }

    /// <summary>Null when it is a beat.</summary>
    public Guid? Community { get; init; }
}

/// <summary>A short talk with a key individual. What worried them is written down as concerns, without who said it.</summary>
[Recorded("interview")]
public sealed class KeyInterview
{
    public const int LongestWords = 4_000;

    public required Guid Id { get; init; }

    public required Guid Individual { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>The account of whoever talked with them.</summary>
    public Guid? By { get; init; }

    [Personal, Encrypted]
    public string Words { get; set; } = "";
}
