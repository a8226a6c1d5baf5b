using Wardbook.Crimes.Blocks;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Sources;

namespace Wardbook.Crimes.Files;

/// <summary>Reads a street file of police.uk: one row for each crime or incident, columns found by name.</summary>
public sealed class StreetFile
{
    /// <summary>Stands for the months that another reading of the file is for: rows of theirs are only checked.</summary>
    private static readonly CrimeMonthBuilder NotNow = new("", default, 0);

    private readonly TextTable table;
    private readonly CrimeReading reading;
    private readonly Dictionary<(string Force, Month Month), CrimeMonthBuilder> months = [];
    private readonly int id, month, reportedBy, fallsWithin, longitude, latitude, location, lsoa, lsoaName, type, outcome, context;
    private readonly Dictionary<string, short>.AlternateLookup<ReadOnlySpan<char>> categoryOf = new Dictionary<string, short>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    private string lastMonth = "", lastForce = "", lastLsoa = "";
    private readonly List<(string Force, Month Month)> order = [];
    private readonly HashSet<(string Force, Month Month)> done;
    private readonly HashSet<(string Force, Month Month)> postponed = [];
    private CrimeMonthBuilder? lastBuilder;
    private int held;

    private StreetFile(TextTable table, CrimeReading reading, HashSet<(string Force, Month Month)> done)
    {
        (this.table, this.reading, this.done) = (table, reading, done);
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

    /// <summary>Reads the whole file; again for the months that did not fit, if it is very big.</summary>
    /// <returns>The months found in it, each as soon as it is whole.</returns>
    public static IEnumerable<CrimeMonthBuilder> Read(TextTable table, CrimeReading reading, CancellationToken cancel)
    {
        var done = new HashSet<(string Force, Month Month)>();
        var file = new StreetFile(table, reading, done);
        reading.Rows(table, file.Row, cancel);
        foreach (var month in file.Whole())
        {
            yield return month;
        }

        while (file.postponed.Count > 0)
        {
            var again = reading with { IsAgain = true, Advance = _ => { } };
            using var fresh = TextTable.Open(table.File);
            file = new(fresh, again, done);
            again.Rows(fresh, file.Row, cancel);
            foreach (var month in file.Whole())
            {
                yield return month;
            }
        }
    }

    /// <summary>Gives away the months that were read whole, so that nothing holds on to them.</summary>
    private IEnumerable<CrimeMonthBuilder> Whole()
    {
        lastBuilder = null;
        foreach (var key in order)
        {
            done.Add(key);
            months.Remove(key, out var month);
            yield return month!;
        }
    }

    private void Row()
    {
        if (Builder() is not { } builder || Category() is not { } category || !IsAreaCode(Field(lsoa)) || reading.Position(table, Field(longitude), Field(latitude)) is not { } at)
        {
            return;
        }

        if (ReferenceEquals(builder, NotNow))
        {
            return;
        }

        builder.Add(Field(id), at.Longitude, at.Latitude, Field(location), Field(lsoa), Field(lsoaName), [], category,
            Field(outcome), Field(reportedBy), Field(fallsWithin), Field(context));
        if (++held > reading.Options.MostRowsAtOnce && order.Count > 1)
        {
            // The month met last waits for the next reading; in a file sorted by month the others are whole by now.
            var last = order[^1];
            order.RemoveAt(order.Count - 1);
            months.Remove(last, out var left);
            held -= left!.Count;
            left.Dispose();
            postponed.Add(last);
            lastBuilder = null;
        }
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
            reading.SetAside(table, "Month", monthText, "a month such as 2013-04");
            return null;
        }

        if (!reading.May(table, "Month", monthText, of))
        {
            return null;
        }

        if (!forceText.IsWhiteSpace() && !Forces.MayBe(forceText))
        {
            reading.SetAside(table, "Reported by", forceText, "the name of a force");
            return null;
        }

        var force = forceText.IsWhiteSpace() ? ForceOfFile() : reading.Forces.Of(forceText.ToString()).Id;
        if (force is null)
        {
            reading.SetAside(table, "Reported by", "", "the name of a force, here or in the name of the file");
            return null;
        }

        if (!months.TryGetValue((force, of), out var builder))
        {
            // Once one month waits, so do all that were not met before: what is held stays as it is.
            if (done.Contains((force, of)) || postponed.Count > 0)
            {
                if (!done.Contains((force, of)))
                {
                    postponed.Add((force, of));
                }

                builder = NotNow;
            }
            else
            {
                months.Add((force, of), builder = reading.Builders.Take(force, of, months.Count == 0 ? Expected : 0));
                order.Add((force, of));
            }
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
            ? reading.Forces.Of(name[8..^11]).Id
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
        if (!CrimeReading.IsInWords(trimmed))
        {
            reading.SetAside(table, "Crime type", trimmed, "a kind of crime in words, such as Burglary");
            return null;
        }

        // A kind not met before is a new kind, unless the column beside it holds one that is known.
        if (!reading.Categories.Knows(trimmed) && reading.Categories.Knows(Field(outcome).Trim().ToString()))
        {
            reading.SetAside(table, "Crime type", trimmed, "a kind of crime: this and Last outcome category look swapped");
            return null;
        }

        return categoryOf[text] = reading.Categories.Of(trimmed);
    }

    /// <summary>A code, such as E01000001, has no blanks; a name, such as Camden 027B, has.</summary>
    private bool IsAreaCode(ReadOnlySpan<char> text)
    {
        if (text.SequenceEqual(lastLsoa))
        {
            return true;
        }

        if (text.Trim().Contains(' '))
        {
            reading.SetAside(table, "LSOA code", text, "the code of an area, such as E01000001, or nothing");
            return false;
        }

        lastLsoa = text.ToString();
        return true;
    }
}
