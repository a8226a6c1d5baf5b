namespace Wardbook.Sources;

/// <summary>One run of an import: what was asked, what was read, what came of it. Never deleted, also when it failed.</summary>
public sealed class Import
{
    public required Guid Id { get; init; }

    /// <summary><c>crimes</c>, <c>boundaries</c>, <c>profiles</c>, <c>lookups</c>, <c>postcodes</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The file or folder as it was named, without the folders above it.</summary>
    public required string File { get; init; }

    public string Publisher { get; set; } = "";

    public string Licence { get; set; } = "";

    /// <summary>When the publisher says it was published, where that is known.</summary>
    public DateOnly? Published { get; set; }

    public required DateTimeOffset Started { get; init; }

    public DateTimeOffset? Finished { get; set; }

    public ImportState State { get; set; } = ImportState.Running;

    /// <summary>Data rows read, without headers.</summary>
    public long RowsRead { get; set; }

    public long RowsKept { get; set; }

    /// <summary>Rows that could not be used; each is an <see cref="ImportFault"/> with its reason.</summary>
    public long RowsSetAside { get; set; }

    /// <summary>In words, for a person: what it brought, what changed, what to look at. One sentence a line.</summary>
    public string Summary { get; set; } = "";

    public TimeSpan? Took => Finished - Started;
}

public enum ImportState
{
    Running = 0,

    /// <summary>Everything it brought is shown.</summary>
    Shown = 1,

    /// <summary>What it brought was there already.</summary>
    NothingNew = 2,

    /// <summary>Refused: the data or the request was wrong, and nothing was loaded.</summary>
    Refused = 3,

    /// <summary>Stopped half-way (killed, disk full, database gone); what it had staged was swept.</summary>
    Abandoned = 4,
}

/// <summary>Something wrong in a file that was read: where, what was found, what was expected.</summary>
public sealed class ImportFault
{
    public required Guid Import { get; init; }

    /// <summary>Counts from 1 in the order met.</summary>
    public required int Number { get; init; }

    /// <summary>The file, or the archive and the file in it.</summary>
    public required string File { get; init; }

    /// <summary>Counts from 1 with the header as line 1; null when the whole file is meant.</summary>
    public long? Line { get; init; }

    public string Column { get; init; } = "";

    public string Found { get; init; } = "";

    public required string Expected { get; init; }

    /// <summary>Whether the row was set aside; otherwise it was mended or kept, and this says how.</summary>
    public required bool SetAside { get; init; }
}
