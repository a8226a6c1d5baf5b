using Wardbook.Accounts;
using Wardbook.Accounts.Personal;
using Wardbook.Accounts.Record;
using Wardbook.Places;
using Wardbook.Shared.Kinds;

namespace Wardbook.Concerns;

/// <summary>Something that somebody said about a ward: what, where, at what time of day, through which channel. Never who.</summary>
/// <remarks>The words as they were said may name people, so they stand encrypted. What the public reads are other words, made of them by a person.</remarks>
[Recorded("concern")]
public sealed partial class Concern
{
    /// <summary>The most letters that one concern may have. More is a letter to the team, and nobody reads it at a bus stop.</summary>
    public const int MostLetters = 4_000;

    /// <summary>The most letters of the name of a street.</summary>
    public const int LongestStreet = 100;

    public required Guid Id { get; init; }

    /// <summary>The kind of the place it is about: the smallest that people live in, a ward.</summary>
    public required string PlaceKind { get; set; }

    public required PlaceCode PlaceCode { get; set; }

    /// <summary>As it was said.</summary>
    [Personal, Encrypted]
    public string Said { get; set; } = "";

    /// <summary>What it is about: the code of a category.</summary>
    public required string Category { get; set; }

    public required SaidWhere Where { get; set; }

    /// <summary>The street, as it was typed: it may have the number of a house.</summary>
    [Personal, Encrypted]
    public string? Street { get; set; }

    /// <summary>The pin, latitude and longitude: it may stand on somebody's door, so nobody but the team sees it.</summary>
    [Personal, Encrypted]
    public string? Pin { get; set; }

    public TimeOfDay Time { get; set; }

    /// <summary>Through which channel it came: a <see cref="ListedKind"/> of the list <see cref="KindLists.Channels"/>.</summary>
    public required Guid Channel { get; init; }

    /// <summary>The activity at which it was said; null when it was said at none.</summary>
    public Guid? Activity { get; init; }

    /// <summary>UTC, as all moments here.</summary>
    public required DateTime SaidAt { get; init; }

    /// <summary>Who wrote it down; null when it came from the public form.</summary>
    public Guid? RecordedBy { get; init; }

    public ConcernState State { get; set; } = ConcernState.New;

    /// <summary>It came together with so many others that it waits in the heap: no clock runs, and no desk counts it as work.</summary>
    public bool IsHeld { get; set; }

    /// <summary>When somebody proved that they have the address they left, or said it to an officer; null for what nobody stands behind yet.</summary>
    public DateTime? Verified { get; set; }

    /// <summary>The same for everything that one person said, so that a person counts once. Made from the address; the address cannot be made from it.</summary>
    [Personal, NotRecorded]
    public string? PersonKey { get; set; }

    /// <summary>The same as another, as whoever said it or an officer thinks: said once more.</summary>
    public Guid? SameAs { get; set; }

    /// <summary>The words were taken out: their time was over, or the person asked for it.</summary>
    public bool IsErased => Said.Length == 0;

    public PlaceKey Place => new(PlaceKind, PlaceCode);
}
