using System.Globalization;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Sources;

namespace Wardbook.Crimes;

/// <summary>Reads a street file of police.uk: one row for each crime or incident, columns found by name.</summary>
public sealed class StreetFile
{
    private readonly TextTable table;
    private readonly ImportRun run;
    private readonly Categories categories;
    private readonly Forces forces;
    private readonly Month latest;
    private readonly Dictionary<(string Force, Month Month), CrimeMonthBuilder> months = [];
    private readonly int id, month, reportedBy, fallsWithin, longitude, latitude, location, lsoa, lsoaName, type, outcome, context;
    private readonly Dictionary<string, short>.AlternateLookup<ReadOnlySpan<char>> categoryOf = new Dictionary<string, short>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    private string lastMonth = "", lastForce = "";
    private CrimeMonthBuilder? lastBuilder;

    private StreetFile(TextTable table, ImportRun run, Categories categories, Forces forces, Month latest)
    {
        (this.table, this.run, this.categories, this.forces, this.latest) = (table, run, categories, forces, latest);
        id = table.Column("Crime ID");
        month = table.Column("Month");
        reportedBy = table.Column("Reported by");
        fallsWithin = table.Column("Falls within");
        longitude = table.Column("Longitude");
        latitude = table.Column("Latitude");
        location = table.Column("Location");
        lsoa = table.Column("LSOA code");
        lsoaName = table.Column("LSOA name");
        type = table.Column("Crime type");
        outcome = table.Column("Last outcome category");
        context = table.Column("Context");
    }

    /// <summary>Whether this header is a street file's.</summary>
    public static bool Is(TextTable table) =>
        table.Column("Month") >= 0 && table.Column("Crime type") >= 0 && table.Column("Longitude") >= 0 && table.Column("Latitude") >= 0
        && table.Column("Reported by") >= 0;

    /// <summary>Reads the whole file.</summary>
    /// <param name="latest">No record may be of a later month.</param>
    /// <param name="advance">Told the rows read, now and then.</param>
    /// <returns>The months found in it.</returns>
    public static IReadOnlyCollection<CrimeMonthBuilder> Read(
        TextTable table, ImportRun run, Categories categories, Forces forces, Month latest, Action<int> advance, CancellationToken cancel)
    {
        var file = new StreetFile(table, run, categories, forces, latest);
        var rows = 0;
        while (table.Rows.Read())
        {
            file.Row();
            if (++rows % 10_000 == 0)
            {
                cancel.ThrowIfCancellationRequested();
                advance(10_000);
            }
        }

        advance(rows % 10_000);
        return file.months.Values;
    }

    private void Row()
    {
        var rows = table.Rows;
        if (rows.RowFieldCount != table.Header.Count)
        {
            SetAside("", $"{rows.RowFieldCount} fields", $"{table.Header.Count} fields, as in the header");
            return;
        }

        if (Builder() is not { } builder || Category() is not { } category || Position() is not { } at)
        {
            return;
        }

        builder.Add(Field(id), at.Longitude, at.Latitude, Field(location), Field(lsoa), Field(lsoaName), [], category,
            Field(outcome), Field(reportedBy), Field(fallsWithin), Field(context));
    }

    private ReadOnlySpan<char> Field(int column) => column < 0 ? [] : table.Rows.GetFieldSpan(column);

    private CrimeMonthBuilder? Builder()
    {
        var monthText = Field(month);
        var forceText = Field(reportedBy);
        if (lastBuilder is not null && monthText.SequenceEqual(lastMonth) && forceText.SequenceEqual(lastForce))
        {
            return lastBuilder;
        }

        if (!Month.TryParse(monthText, out var of))
        {
            SetAside("Month", monthText.ToString(), "a month such as 2013-04");
            return null;
        }

        if (of > latest || of.Year < 1990)
        {
            SetAside("Month", monthText.ToString(), $"a month from 1990-01 to {latest}");
            return null;
        }

        var force = forceText.IsWhiteSpace() ? ForceOfFile() : forces.Of(forceText.ToString()).Id;
        if (force is null)
        {
            SetAside("Reported by", "", "the name of a force, here or in the name of the file");
            return null;
        }

        if (!months.TryGetValue((force, of), out var builder))
        {
            months.Add((force, of), builder = new(force, of, months.Count == 0 ? Expected : 0));
        }

        (lastMonth, lastForce, lastBuilder) = (monthText.ToString(), forceText.ToString(), builder);
        return builder;
    }

    /// <summary>A row is some 200 bytes. A file may hold many months, so not more than a large force's month of them.</summary>
    private int Expected => (int)Math.Min(table.File.Length / 200, 120_000);

    /// <summary>From <c>2013-04-metropolitan-street.csv</c>.</summary>
    private string? ForceOfFile()
    {
        var name = table.File.FileName;
        return name.Length > 19 && name.EndsWith("-street.csv", StringComparison.OrdinalIgnoreCase) && Month.TryParse(name.AsSpan(0, 7), out _)
            ? forces.Of(name[8..^11]).Id
            : null;
    }

    private short? Category()
    {
        var text = Field(type);
        if (categoryOf.TryGetValue(text, out var category))
        {
            return category;
        }

        var trimmed = text.Trim().ToString();
        if (trimmed.Length is 0 or > 60 || !trimmed.Any(char.IsAsciiLetter) || trimmed.Any(char.IsAsciiDigit))
        {
            SetAside("Crime type", trimmed, "a kind of crime in words, such as Burglary");
            return null;
        }

        return categoryOf[text] = categories.Of(trimmed);
    }

    private (int Longitude, int Latitude)? Position()
    {
        var east = Field(longitude);
        var north = Field(latitude);
        if (east.IsWhiteSpace() && north.IsWhiteSpace())
        {
            return (CrimePlaces.NoPoint, CrimePlaces.NoPoint);
        }

        if (!Degrees.TryParse(east, 180, out var eastE7))
        {
            SetAside("Longitude", east.ToString(), "degrees from -180 to 180, or nothing");
            return null;
        }

        if (!Degrees.TryParse(north, 90, out var northE7))
        {
            SetAside("Latitude", north.ToString(), "degrees from -90 to 90, or nothing");
            return null;
        }

        if (eastE7 > 49 * Point.PerDegree && northE7 < 10 * Point.PerDegree && northE7 > -10 * Point.PerDegree)
        {
            SetAside("Longitude", string.Create(CultureInfo.InvariantCulture, $"{east}, {north}"), "longitude and latitude the other way round: these look swapped");
            return null;
        }

        return (eastE7, northE7);
    }

    private void SetAside(string column, string found, string expected) =>
        run.Fault(table.File.Name, table.Line, column, found, expected, setAside: true);
}
