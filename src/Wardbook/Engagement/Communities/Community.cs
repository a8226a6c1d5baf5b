using Wardbook.Accounts;
using Wardbook.Accounts.Personal;
using Wardbook.Accounts.Record;
using Wardbook.Places;
using Wardbook.Shared.Kinds;

namespace Wardbook.Engagement.Communities;

/// <summary>People who have something in common: a street, a faith, an age, a trade, the hours they work. In one ward, in several, or of no one place.</summary>
/// <remarks>When it was last reached is worked out from the activities that reached it. It ends or is joined with another; it is never deleted.</remarks>
[Recorded("community")]
public sealed class Community
{
    public const int LongestName = 120, LongestWords = 2_000, MostPeople = 20_000_000;

    public required Guid Id { get; init; }

    /// <summary>A <see cref="ListedKind"/> of the list <see cref="KindLists.Communities"/>.</summary>
    public required Guid Kind { get; set; }

    public required string Name { get; set; }

    /// <summary>Who they are, in words. No person's name.</summary>
    public string Who { get; set; } = "";

    /// <summary>They belong to no one place: night workers, commuters, a faith whose people live all over. The wards that serve them are listed all the same.</summary>
    public bool HasNoPlace { get; set; }

    /// <summary>How many they are, about; null when nobody knows.</summary>
    public int? Size { get; set; }

    /// <summary>How that is known: a census, a count, a guess by whom.</summary>
    public string HowKnown { get; set; } = "";

    /// <summary>How to reach them: where they meet, which language, through whom. Empty while nobody knows.</summary>
    public string HowToReach { get; set; } = "";

    /// <summary>What made it hard so far; empty when nothing did.</summary>
    public string Difficulty { get; set; } = "";

    public required DateOnly From { get; init; }

    /// <summary>The last day; null while they are there.</summary>
    public DateOnly? To { get; set; }

    /// <summary>The community of which it turned out to be a duplicate; null while it stands for itself.</summary>
    public Guid? JoinedWith { get; set; }

    [NotRecorded]
    public int Version { get; set; } = 1;

    public bool IsThereOn(DateOnly day) => JoinedWith is null && (To is null || To >= day);
}

/// <summary>A ward that serves a community.</summary>
[Recorded("ward of a community")]
public sealed class CommunityWard
{
    public required Guid Id { get; init; }

    public required Guid Community { get; init; }

    public required string PlaceKind { get; init; }

    public required PlaceCode PlaceCode { get; init; }

    public PlaceKey Place => new(PlaceKind, PlaceCode);
}

/// <summary>Somebody through whom a community is reached, who agreed to be asked. How to reach them is read by the team alone, and every look is recorded.</summary>
[Recorded("intermediary")]
public sealed class Intermediary
{
    public const int LongestText = 500;

    public required Guid Id { get; init; }

    public required Guid Community { get; set; }

    /// <summary>Empty once erased.</summary>
    [Personal, Encrypted]
    public required string Name { get; set; }

    /// <summary>What they are to the community: an elder, a teacher, the chair of the residents' association.</summary>
    [Personal, Encrypted]
    public string Role { get; set; } = "";

    /// <summary>Telephone, mail, address.</summary>
    [Personal, Encrypted]
    public string Contact { get; set; } = "";

    /// <summary>The day on which they agreed to be kept here.</summary>
    public required DateOnly Agreed { get; set; }

    /// <summary>The last day; null while they go on.</summary>
    public DateOnly? To { get; set; }

    [NotRecorded]
    public int Version { get; set; } = 1;
}
