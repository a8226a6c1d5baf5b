using System.Globalization;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Sources;

namespace Wardbook.Crimes.Files;

/// <summary>Reads the outcomes and the stops of police.uk, every column, into months.</summary>
public sealed class SideTableFile
{
    private static readonly TimeZoneInfo UnitedKingdom = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static readonly string[] Endings = ["-outcomes.csv", "-stop-and-search.csv"];

    private readonly TextTable table;
    private readonly CrimeReading reading;
    private readonly bool isStops;
    private readonly int id, month, force, date, longitude, latitude, kind;
    private readonly string? forceOfFile;
    private readonly Dictionary<(string Force, Month Month), SideTableRead> months = [];

    private SideTableFile(TextTable table, CrimeReading reading)
    {
        (this.table, this.reading) = (table, reading);
        isStops = IsStops(table);
        id = table.Column("Crime ID");
        month = table.Column("Month");
        force = table.Column("Reported by");
        date = table.Column("Date");
        longitude = table.Column("Longitude");
        latitude = table.Column("Latitude");
        kind = isStops ? table.Column("Type") : table.Column("Outcome type");
        forceOfFile = reading.Options.Force is { } given ? reading.Forces.Of(given).Id : ForceOfName(table.File.FileName);
    }

    public static bool IsOutcomes(TextTable table) =>
        table.Column("Crime ID") >= 0 && table.Column("Month") >= 0 && table.Column("Outcome type") >= 0 && table.Column("Reported by") >= 0;

    public static bool IsStops(TextTable table) =>
        table.Column("Type") >= 0 && table.Column("Date") >= 0 && table.Column("Object of search") >= 0 && table.Column("Legislation") >= 0;

    public static IEnumerable<MonthRead> Read(TextTable table, CrimeReading reading, CancellationToken cancel)
    {
        var file = new SideTableFile(table, reading);
        if (file.isStops && file.forceOfFile is null)
        {
            throw new Refusal($"{table.File.Name} is stop and search, which names no force in its rows. Give it by --force, or in the file's name as police.uk does (2015-04-metropolitan-stop-and-search.csv).");
        }

        reading.Rows(table, file.Row, cancel);
        return file.months.Values;
    }

    private void Row()
    {
        if (When() is not { } when || Force() is not { } whose || reading.Position(table, Field(longitude), Field(latitude)) is null)
        {
            return;
        }

        if (!CrimeReading.IsInWords(Field(kind)))
        {
            reading.SetAside(table, table.Header[kind], Field(kind), isStops ? "a kind of search in words" : "an outcome in words");
            return;
        }

        if (!months.TryGetValue((whose, when), out var read))
        {
            months.Add((whose, when), read = new(isStops ? SideTables.Stops : SideTables.Outcomes, whose, when, table.Header, id));
        }

        read.Add(Field);
    }

    private ReadOnlySpan<char> Field(int column) => column < 0 ? [] : table.Rows.GetFieldSpan(column);

    /// <summary>Stops give a moment in UTC; the month is the one it was in the United Kingdom, as the file's name says too.</summary>
    private Month? When()
    {
        if (!isStops)
        {
            if (Month.TryParse(Field(month), out var named))
            {
                return reading.May(table, "Month", Field(month), named) ? named : null;
            }

            reading.SetAside(table, "Month", Field(month), "a month such as 2013-04");
            return null;
        }

        if (!DateTimeOffset.TryParse(Field(date), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            reading.SetAside(table, "Date", Field(date), "a moment such as 2015-03-31T23:00:00+00:00");
            return null;
        }

        var local = Month.Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, UnitedKingdom).DateTime));
        return reading.May(table, "Date", Field(date), local) ? local : null;
    }

    private string? Force()
    {
        var name = isStops ? [] : Field(force);
        if (name.IsWhiteSpace())
        {
            if (forceOfFile is null)
            {
                reading.SetAside(table, "Reported by", "", "the name of a force, here or in the name of the file");
            }

            return forceOfFile;
        }

        if (!Forces.MayBe(name))
        {
            reading.SetAside(table, "Reported by", name, "the name of a force");
            return null;
        }

        return reading.Forces.Of(name.ToString()).Id;
    }

    /// <summary>From <c>2013-04-metropolitan-outcomes.csv</c>.</summary>
    private string? ForceOfName(string name)
    {
        return name.Length > 8 && Month.TryParse(name.AsSpan(0, 7), out _) && Endings.FirstOrDefault(name.EndsWith) is { } ending && name.Length > 8 + ending.Length
            ? reading.Forces.Of(name[8..^ending.Length]).Id
            : null;
    }
}
