using Wardbook.Accounts;
using Wardbook.Accounts.Record;
using Wardbook.Places;
using Wardbook.Shared.Kinds;

namespace Wardbook.Engagement;

/// <summary>How far along an activity is. Told by what is recorded of it, never chosen.</summary>
public enum ActivityState
{
    Planned,
    Advertised,
    Held,
    Cancelled,
}

/// <summary>One time at which a team met people, or means to: a street briefing, a surgery, a walk. What people said there hangs on it.</summary>
/// <remarks>Planned, then advertised, then held or cancelled, with the reason. Nothing about it is public before it is advertised.</remarks>
[Recorded("engagement activity")]
public sealed class EngagementActivity
{
    public const int LongestTitle = 120, LongestWhere = 200, LongestWords = 2_000, MostAttendance = 100_000;

    public required Guid Id { get; init; }

    /// <summary>A <see cref="ListedKind"/> of the list <see cref="KindLists.Engagement"/>.</summary>
    public required Guid Kind { get; set; }

    /// <summary>The place whose team holds it, known by kind and code.</summary>
    public required string PlaceKind { get; init; }

    /// <inheritdoc cref="PlaceKind"/>
    public required PlaceCode PlaceCode { get; init; }

    public required string Title { get; set; }

    /// <summary>What residents are told before: what it is about, whether it is step-free.</summary>
    public string Before { get; set; } = "";

    /// <summary>Where the force is.</summary>
    public required DateOnly Day { get; set; }

    /// <summary>On the force's clock; null when it is not known.</summary>
    public TimeOnly? Starts { get; set; }

    /// <summary>Later than it starts, on the same day; null when it is not known.</summary>
    public TimeOnly? Ends { get; set; }

    /// <summary>In words: <c>outside the library, High Road</c>.</summary>
    public required string Where { get; set; }

    /// <summary>Where it is on a map, in ten-millionths of a degree; null when nobody marked it.</summary>
    public int? LatitudeE7 { get; set; }

    /// <inheritdoc cref="LatitudeE7"/>
    public int? LongitudeE7 { get; set; }

    /// <summary>The series it is one of; null when it stands alone.</summary>
    public Guid? Series { get; init; }

    /// <summary>The day the series gave it, whatever day it was moved to.</summary>
    public DateOnly? SeriesDay { get; init; }

    /// <summary>When it became public, UTC.</summary>
    public DateTime? Advertised { get; set; }

    /// <summary>When somebody recorded that it was held, UTC.</summary>
    public DateTime? Held { get; set; }

    /// <summary>How many came; null while nobody counted.</summary>
    public int? Attendance { get; set; }

    /// <summary>What residents are told afterwards: what was said, what will be done.</summary>
    public string After { get; set; } = "";

    /// <summary>For the team alone.</summary>
    public string Notes { get; set; } = "";

    /// <summary>Which partners were there, in words: the council, the housing association.</summary>
    public string Partners { get; set; } = "";

    /// <summary>The posting of the officer who runs it; null while nobody does.</summary>
    public Guid? RunBy { get; set; }

    /// <summary>When it was called off, UTC.</summary>
    public DateTime? Cancelled { get; set; }

    public string WhyCancelled { get; set; } = "";

    /// <summary>UTC.</summary>
    public required DateTime Made { get; init; }

    /// <summary>The account of whoever wrote it down; null for none.</summary>
    public Guid? MadeBy { get; init; }

    /// <summary>Whether what was held is counted by itself among everything that teams do. Not of what was held before that was so: somebody wrote that down by hand.</summary>
    [NotRecorded]
    public bool IsCounted { get; set; }

    [NotRecorded]
    public int Version { get; set; } = 1;

    public PlaceKey Place => new(PlaceKind, PlaceCode);

    public ActivityState State => Cancelled is not null ? ActivityState.Cancelled : Held is not null ? ActivityState.Held : Advertised is not null ? ActivityState.Advertised : ActivityState.Planned;

    public Point? At => LatitudeE7 is { } latitude && LongitudeE7 is { } longitude ? new(longitude, latitude) : null;
}
