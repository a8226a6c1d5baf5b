using Wardbook.Accounts.Record;

namespace Wardbook.Engagement.Activities;

/// <summary>A community that an activity reached.</summary>
[Recorded("community reached")]
public sealed class ActivityCommunity
{
    public required Guid Id { get; init; }

    public required Guid Activity { get; init; }

    public required Guid Community { get; init; }
}

/// <summary>Activities that come again: every second week, the first Tuesday of the month. Each is a row of its own, so one can be moved or called off alone.</summary>
[Recorded("series of activities")]
public sealed class ActivitySeries
{
    public const int LongestRule = 100;

    public required Guid Id { get; init; }

    /// <summary>As iCalendar says it (RFC 5545): <c>FREQ=MONTHLY;BYDAY=1TU</c>.</summary>
    public required string Rule { get; init; }

    public required DateOnly First { get; init; }

    public required DateOnly Until { get; set; }
}

/// <summary>Something that was found on a walk: a pin, what is there, how bad it is.</summary>
[Recorded("finding of a walk")]
public sealed class WalkFinding
{
    public const int LongestWhat = 500, LongestWhere = 200, Worst = 5;

    public required Guid Id { get; init; }

    public required Guid Activity { get; init; }

    /// <summary>What is there: a broken lamp, graffiti, a path nobody can see into. No person's name.</summary>
    public required string What { get; set; }

    /// <summary>In words, so that the list says as much as the map.</summary>
    public required string Where { get; set; }

    /// <summary>In ten-millionths of a degree; null when nobody marked it.</summary>
    public int? LatitudeE7 { get; set; }

    /// <inheritdoc cref="LatitudeE7"/>
    public int? LongitudeE7 { get; set; }

    /// <summary>From 1, as it should be, to 5, bad.</summary>
    public required int Score { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime Made { get; init; }

    /// <summary>Taken out by somebody: it was wrong, or should not be here. UTC.</summary>
    public DateTime? TakenOut { get; set; }
}

/// <summary>What a finding looks like: drawn anew, without the place and time that the file held, with the parts hidden that somebody marked.</summary>
[Recorded("photograph of a walk")]
public sealed class WalkPhotograph
{
    /// <summary>The finding whose picture it is.</summary>
    public required Guid Id { get; init; }

    public required byte[] Jpeg { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime Made { get; set; }
}
