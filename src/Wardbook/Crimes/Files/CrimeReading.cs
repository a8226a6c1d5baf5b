using Wardbook.Crimes.Blocks;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Crimes.Files;

/// <summary>What the readers of one import share: what was asked, what is known, and where faults go.</summary>
public sealed record CrimeReading(ImportRun Run, CrimeImportOptions Options, Categories Categories, Forces Forces, Offences Offences, IReadOnlyList<ListMapping> Mappings, Month Latest)
{
    /// <summary>The first month that any file may hold.</summary>
    public static Month Earliest { get; } = new(1990, 1);

    /// <summary>Whether the file was read before: its faults are known, and its rows are counted.</summary>
    public bool IsAgain { get; init; }

    /// <summary>Where the months read gather.</summary>
    public CrimeMonthBuilders Builders { get; } = new();

    /// <summary>Told the rows read, now and then.</summary>
    public required Action<int> Advance { get; init; }

    public static async Task<CrimeReading> Begin(ImportRun run, CrimeImportOptions options, Month latest, Action<int> advance, CancellationToken cancel)
    {
        await using WardbookDb db = run.Database.Open();
        return new(run, options, await Categories.Load(db, cancel), await Forces.Load(db, cancel), await Offences.Load(db, cancel), await ListMapping.List(db, cancel), latest) { Advance = advance };
    }

    /// <summary>Notes a row that cannot be read.</summary>
    public void SetAside(TextTable table, string column, ReadOnlySpan<char> found, string expected)
    {
        if (!IsAgain)
        {
            Run.Fault(table.File.Name, table.Line, column, found.ToString(), expected, setAside: true);
        }
    }

    /// <summary>Reads every row of a table whose number of fields is that of its header; the others are faults.</summary>
    /// <exception cref="Refusal">The file cannot be read on from somewhere.</exception>
    public void Rows(TextTable table, Action row, CancellationToken cancel)
    {
        var rows = 0;
        while (table.Read())
        {
            if (table.Rows.RowFieldCount == table.Header.Count)
            {
                row();
            }
            else
            {
                SetAside(table, "", $"{table.Rows.RowFieldCount} fields", $"{table.Header.Count} fields, as in the header");
            }

            if (++rows % 10_000 == 0)
            {
                cancel.ThrowIfCancellationRequested();
                Advance(10_000);
            }
        }

        Advance(rows % 10_000);
        if (rows == 0)
        {
            Run.Fault(table.File.Name, 2, "", "", "rows below the header", setAside: false);
        }
    }

    /// <summary>Whether a month may stand in a file; otherwise a fault is noted.</summary>
    public bool May(TextTable table, string column, ReadOnlySpan<char> found, Month month)
    {
        if (month >= Earliest && month <= Latest)
        {
            return true;
        }

        SetAside(table, column, found, $"a month from {Earliest} to {Latest}");
        return false;
    }

    /// <summary>A published point, <see cref="CrimePlaces.NoPoint"/> twice when none is given; null when it cannot be read, which is then noted.</summary>
    public (int Longitude, int Latitude)? Position(TextTable table, ReadOnlySpan<char> east, ReadOnlySpan<char> north)
    {
        if (east.IsWhiteSpace() && north.IsWhiteSpace())
        {
            return (CrimePlaces.NoPoint, CrimePlaces.NoPoint);
        }

        if (!Degrees.TryParse(east, 180, out var eastE7))
        {
            SetAside(table, "Longitude", east, "degrees from -180 to 180, or nothing");
            return null;
        }

        if (!Degrees.TryParse(north, 90, out var northE7))
        {
            SetAside(table, "Latitude", north, "degrees from -90 to 90, or nothing");
            return null;
        }

        // Britain lies 49 to 61 degrees north and within 10 of Greenwich; the other way round that is the sea off Somalia.
        if (eastE7 > 49 * Point.PerDegree && Math.Abs((long)northE7) < 10 * Point.PerDegree)
        {
            SetAside(table, "Longitude", $"{east}, {north}", "longitude, then latitude: these look swapped");
            return null;
        }

        return (eastE7, northE7);
    }

    /// <summary>Whether this is a kind of crime in words.</summary>
    public static bool IsInWords(ReadOnlySpan<char> text) => text.Length is > 0 and <= 80 && text.ContainsAnyInRange('A', 'z') && !text.ContainsAnyInRange('0', '9');
}
