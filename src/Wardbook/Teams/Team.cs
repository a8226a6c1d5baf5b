using Wardbook.Accounts;
using Wardbook.Accounts.Record;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Shared.Kinds;

namespace Wardbook.Teams;

/// <summary>People who serve a place together: the neighbourhood team of a ward, a transport team of a borough. A ward may have more than one.</summary>
[Recorded("team")]
public sealed class Team
{
    public const int LongestName = 100, LongestLine = 200, LongestWords = 1_000;

    public required Guid Id { get; init; }

    /// <summary>A <see cref="ListedKind"/> of the list <see cref="KindLists.Teams"/>.</summary>
    public required Guid Kind { get; set; }

    public required string Name { get; set; }

    /// <summary>The place it serves, known by kind and code so that it stays the same when new boundaries come.</summary>
    public required string PlaceKind { get; init; }

    /// <inheritdoc cref="PlaceKind"/>
    public required PlaceCode PlaceCode { get; init; }

    public required DateOnly From { get; set; }

    /// <summary>The last day; null while no end is known.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Where residents write to: the team's address, no person's.</summary>
    public string Email { get; set; } = "";

    public string Telephone { get; set; } = "";

    /// <summary>When somebody answers, in words: <c>8am to 10pm, every day</c>.</summary>
    public string Hours { get; set; } = "";

    /// <summary>What the team is for and what it is not, in words for residents.</summary>
    public string Remit { get; set; } = UsualRemit;

    /// <summary>Grows with every change: two people who change one team are told of each other.</summary>
    [NotRecorded]
    public int Version { get; set; } = 1;

    /// <summary>A team is not there day and night; residents must hear that before they need it.</summary>
    public const string UsualRemit = "This team works with people here on what worries them most. It is not on call day and night. In an emergency call 999; to report a crime call 101 or report it online.";

    public PlaceKey Place => new(PlaceKind, PlaceCode);

    public DaySpan Days => new(From, To);
}

/// <summary>How many posts of one kind a team has from a day on, and why. Another row from another day follows it; a correction is a row from the same day.</summary>
[Recorded("establishment")]
public sealed class Establishment
{
    public const int LongestWhy = 500, MostPosts = 500;

    public required Guid Id { get; init; }

    public required Guid Team { get; init; }

    /// <summary>A kind of the list <see cref="KindLists.Posts"/>.</summary>
    public required Guid PostKind { get; init; }

    /// <summary>From 0 to 500.</summary>
    public required int Posts { get; init; }

    public required DateOnly From { get; init; }

    public required string Why { get; init; }

    /// <summary>UTC. Of two rows from the same day the later made counts.</summary>
    public required DateTime Made { get; init; }
}
