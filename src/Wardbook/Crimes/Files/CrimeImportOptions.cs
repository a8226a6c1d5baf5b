namespace Wardbook.Crimes.Files;

/// <summary>What a person may say about the files of an import of crime.</summary>
public sealed record CrimeImportOptions
{
    /// <summary>Load the rest when some rows cannot be read, instead of nothing.</summary>
    public bool SetAside { get; init; }

    /// <summary>Replace what is shown even by an edition that is known to be older.</summary>
    public bool Newest { get; init; }

    /// <summary>
    /// Of one file, about this many rows are held at once (a row takes some 150 bytes). A bigger file that holds many months is read again for those
    /// that did not fit: slower, and no limit to its size.
    /// </summary>
    public int MostRowsAtOnce { get; init; } = 3_000_000;

    /// <summary>When the publisher published it.</summary>
    public DateOnly? Published { get; init; }

    public string? Publisher { get; init; }

    public string? Licence { get; init; }

    /// <summary>The series a list or a table of counts belongs to, when it is not to be named for its file.</summary>
    public string? Series { get; init; }

    /// <summary>The force whose list this is, as police.uk identifies it.</summary>
    public string? Force { get; init; }

    /// <summary>The kind of crime of every row, for a list that does not say.</summary>
    public string? Category { get; init; }

    /// <summary>Which column holds what: <see cref="ListColumns.Fields"/> and the file's own names.</summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    /// <summary>The saved mapping to read by.</summary>
    public string? Mapping { get; init; }

    /// <summary>Keep what was said under this name.</summary>
    public string? SaveMapping { get; init; }
}
