using Wardbook.Accounts.Record;
using Wardbook.Periods;

namespace Wardbook.Teams;

/// <summary>A few streets given to one officer of a team.</summary>
[Recorded("beat")]
public sealed class MicroBeat
{
    public const int LongestName = 100, LongestStreets = 2_000;

    public required Guid Id { get; init; }

    public required Guid Team { get; init; }

    public required string Name { get; set; }

    /// <summary>Which streets, in words.</summary>
    public required string Streets { get; set; }

    public required DateOnly From { get; set; }

    /// <summary>The last day; null while no end is known.</summary>
    public DateOnly? To { get; set; }

    [NotRecorded]
    public int Version { get; set; } = 1;

    public DaySpan Days => new(From, To);
}

/// <summary>Who had a beat, from a day to a day: an officer by their posting. Whoever's posting is over has the beat no more, whatever stands here.</summary>
[Recorded("officer of a beat")]
public sealed class BeatOfficer
{
    public required Guid Id { get; init; }

    public required Guid Beat { get; init; }

    public required Guid Posting { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; set; }

    public DaySpan Days => new(From, To);
}
