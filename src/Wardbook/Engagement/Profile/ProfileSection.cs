using Wardbook.Accounts;
using Wardbook.Accounts.Record;
using Wardbook.Places;
using Wardbook.Shared.Kinds;

namespace Wardbook.Engagement.Profile;

/// <summary>What a team knows of its ward beside the published figures, one subject each: schools, places of worship, what made it hard to reach people.</summary>
[Recorded("section of a profile")]
public sealed class ProfileSection
{
    public const int LongestWords = 10_000;

    public required Guid Id { get; init; }

    public required string PlaceKind { get; init; }

    public required PlaceCode PlaceCode { get; init; }

    /// <summary>A <see cref="ListedKind"/> of the list <see cref="KindLists.ProfileSections"/>.</summary>
    public required Guid Subject { get; init; }

    /// <summary>No person's name stands here.</summary>
    public required string Words { get; set; }

    /// <summary>The day on which somebody last said that it is so.</summary>
    public required DateOnly Reviewed { get; set; }

    /// <summary>The account of whoever did.</summary>
    public Guid? ReviewedBy { get; set; }

    [NotRecorded]
    public int Version { get; set; } = 1;

    public PlaceKey Place => new(PlaceKind, PlaceCode);
}
