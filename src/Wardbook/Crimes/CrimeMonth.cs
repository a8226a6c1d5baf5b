using Wardbook.Crimes.Blocks;
using Wardbook.Crimes.Files;
using Wardbook.Periods;

namespace Wardbook.Crimes;

/// <summary>One force's month of one series as one import brought it: the unit that is published, replaced and read as one thing.</summary>
/// <remarks>A later edition is a new revision; the old stays, not shown. Of one series, force and month at most one revision is shown.</remarks>
public sealed class CrimeMonth
{
    /// <summary>Made in code, under the import lock.</summary>
    public required int Id { get; init; }

    /// <summary>See <see cref="CrimeSeries"/>; or one of <see cref="SideTables"/>, which are no series to report.</summary>
    public required string Series { get; init; }

    /// <summary>The force that recorded it; empty in a list that names none.</summary>
    public required string Force { get; init; }

    public required Month Month { get; init; }

    /// <summary>Counts from 1.</summary>
    public required int Revision { get; init; }

    public required Guid Import { get; init; }

    public bool Shown { get; set; }

    /// <summary>Records; in a series of counts, figures.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows without coordinates.</summary>
    public int WithoutPoint { get; init; }

    /// <summary>Rows whose ID stood on an earlier row of this month already.</summary>
    public int RepeatedIds { get; init; }

    /// <summary>Rows that equal an earlier row of this month in every column. Real (anti-social behaviour), so they count.</summary>
    public int IdenticalRows { get; init; }

    /// <summary>Against the revision before: rows that are new in this one; null in a first revision. So are the three below.</summary>
    public int? Added { get; init; }

    public int? Gone { get; init; }

    /// <summary>The same ID at another point.</summary>
    public int? Moved { get; init; }

    /// <summary>The same ID with another last outcome.</summary>
    public int? OutcomeChanged { get; init; }

    /// <summary>Otherwise changed: the same ID with another category or street name; in a series of counts, another figure.</summary>
    public int? Changed { get; init; }
}

/// <summary>The rows of a <see cref="CrimeMonth"/>, as compressed columns. Written once, never changed.</summary>
public sealed class CrimeBlock
{
    public required int MonthId { get; init; }

    /// <summary>The distinct places of the month (Parquet). Nothing in one of <see cref="SideTables"/>.</summary>
    public required byte[] Places { get; init; }

    /// <summary>One row for each record, in the order of the file (Parquet): <see cref="CrimeColumns"/>, or <see cref="TextColumns"/> of one of <see cref="SideTables"/>.</summary>
    public required byte[] Rows { get; init; }

    /// <summary>The records' IDs; null when none has one. Apart, because they cannot be compressed and pages do not need them.</summary>
    public byte[]? Ids { get; init; }
}

/// <summary>How many rows of a month fell in a place, by category.</summary>
public sealed class CrimeCount
{
    public required int PlaceId { get; init; }

    public required Month Month { get; init; }

    public required int MonthId { get; init; }

    public required short Category { get; init; }

    public required int Count { get; init; }
}

/// <summary>How the rows of a month were given to the places of a boundary set.</summary>
public sealed class CrimeAssignment
{
    public required int MonthId { get; init; }

    public required int SetId { get; init; }

    /// <summary>By their published point.</summary>
    public required int ByPoint { get; init; }

    /// <summary>By the look-up from their LSOA, having no point.</summary>
    public required int ByLsoa { get; init; }

    /// <summary>By the ward the file names, having neither.</summary>
    public required int ByWard { get; init; }

    /// <summary>A point, but in no place of the set.</summary>
    public required int Outside { get; init; }

    /// <summary>Nothing to tell by.</summary>
    public required int Unplaced { get; init; }

    /// <summary>Rows whose point lies within 5 metres of another place of the set.</summary>
    public required int NearBorder { get; init; }
}
