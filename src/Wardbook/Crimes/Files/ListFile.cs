using System.Globalization;
using System.Text.RegularExpressions;
using Wardbook.Crimes.Blocks;
using Wardbook.Periods;
using Wardbook.Sources;

namespace Wardbook.Crimes.Files;

/// <summary>Reads a plain list of crimes, or of counts of them by area, whose columns are found by <see cref="ListColumns"/>: a series of its own.</summary>
public sealed partial class ListFile
{
    /// <summary>A row that counts more than this is taken for a mistake.</summary>
    public const int LargestCount = 100_000;

    private readonly TextTable table;
    private readonly CrimeReading reading;
    private readonly ListColumns columns;
    private readonly int id, month, year, longitude, latitude, location, lsoa, lsoaName, ward, category, outcome, reportedBy, fallsWithin, context, count;
    private readonly string series, force;
    private readonly string? everyCategory;
    private readonly Month? monthOfName;
    private readonly int? yearOfName;
    private readonly Dictionary<Month, CrimeMonthBuilder> months = [];
    private string lastMonth = "\0", lastCategory = "\0";
    private CrimeMonthBuilder? lastBuilder;
    private short lastNumber;

    private ListFile(TextTable table, CrimeReading reading, ListMapping? mapping)
    {
        (this.table, this.reading) = (table, reading);
        columns = ListColumns.Of(table, mapping?.Columns ?? reading.Options.Map);
        (id, month, year, longitude, latitude) = (columns["id"], columns["month"], columns["year"], columns["longitude"], columns["latitude"]);
        (location, lsoa, lsoaName, ward, category) = (columns["location"], columns["lsoa"], columns["lsoa-name"], columns["ward"], columns["category"]);
        (outcome, reportedBy, fallsWithin, context, count) = (columns["outcome"], columns["reported-by"], columns["falls-within"], columns["context"], columns["count"]);
        everyCategory = reading.Options.Category ?? mapping?.Category;
        force = (reading.Options.Force ?? mapping?.Force) is { } given ? reading.Forces.Of(given).Id : "";
        series = SeriesOf(table.File, reading, mapping);
        (monthOfName, yearOfName) = DatesOf(table.File.FileName);
    }

    /// <summary>The saved mapping by which a file is read: the one that was named, else one made for such a header.</summary>
    /// <exception cref="Refusal">No mapping has that name; or the header fits one that says more of each row than the columns do.</exception>
    public static ListMapping? MappingFor(TextTable table, CrimeReading reading)
    {
        if (reading.Options.Mapping is { } name)
        {
            return reading.Mappings.SingleOrDefault(mapping => mapping.Name == name)
                ?? throw new Refusal($"No mapping is saved as {name}. There {(reading.Mappings.Count == 0 ? "is none" : $"is {string.Join(", ", reading.Mappings.Select(mapping => mapping.Name))}")}.");
        }

        if (reading.Options.Map.Count > 0 || reading.Options.SaveMapping is not null)
        {
            return null;
        }

        // Two lists of one layout, one of burglary and one of robbery, must not be taken for each other.
        var fitting = reading.Mappings.Where(mapping => mapping.Fits(table)).ToList();
        return fitting.FirstOrDefault(mapping => mapping.Of == ListMapping.Slug(table.File.FileName))
            ?? fitting.FirstOrDefault(mapping => !mapping.SaysMoreThanColumns);
    }

    /// <summary>Whether the columns say enough for a list: a month, a place, and as what or that every row is one kind of crime.</summary>
    public static bool Is(TextTable table, CrimeReading reading, ListMapping? mapping)
    {
        if (mapping is not null || reading.Options.Map.Count > 0)
        {
            return true;
        }

        var columns = ListColumns.Of(table, reading.Options.Map);
        return columns.HasPlace && (columns.Has("month") || DatesOf(table.File.FileName).Month is not null);
    }

    public static IEnumerable<MonthRead> Read(TextTable table, CrimeReading reading, ListMapping? mapping, CancellationToken cancel)
    {
        var file = new ListFile(table, reading, mapping);
        file.Require();
        reading.Rows(table, file.Row, cancel);
        return file.months.Values.Select(builder => new RecordsRead(file.series, builder, counted: file.count >= 0));
    }

    /// <summary>What is to be kept when a person asked to save how this file was read.</summary>
    public static ListMapping Mapping(TextTable table, CrimeReading reading, string name)
    {
        var asked = reading.Options;
        return new(name, table.Header, asked.Map, asked.Category, asked.Force, asked.Series ?? "list-" + ListMapping.Slug(name), asked.Publisher, asked.Licence, ListMapping.Slug(table.File.FileName));
    }

    private static string SeriesOf(InputFile file, CrimeReading reading, ListMapping? mapping) =>
        reading.Options.Series ?? mapping?.Series ?? "list-" + ListMapping.Slug(reading.Options.SaveMapping ?? file.FileName);

    private void Require()
    {
        if (category < 0 && everyCategory is null)
        {
            throw new Refusal($"{table.File.Name} names no kind of crime. If every row is one kind, say it: --category \"Burglary\". Its columns: {string.Join(", ", table.Header)}.");
        }

        if (!columns.HasPlace)
        {
            throw new Refusal($"{table.File.Name} has no column for a place. Say which holds it: --map longitude=NAME,latitude=NAME, or lsoa=NAME, or ward=NAME. Its columns: {string.Join(", ", table.Header)}.");
        }

        if (month < 0 && monthOfName is null)
        {
            throw new Refusal($"{table.File.Name} has no column for the month. Say which holds it: --map month=NAME. Its columns: {string.Join(", ", table.Header)}.");
        }
    }

    private ReadOnlySpan<char> Field(int column) => column < 0 ? [] : table.Rows.GetFieldSpan(column);

    private void Row()
    {
        if (Builder() is not { } builder || Category() is not { } number || reading.Position(table, Field(longitude), Field(latitude)) is not { } at)
        {
            return;
        }

        var times = 1;
        if (count >= 0 && (!int.TryParse(Field(count).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out times) || times > LargestCount))
        {
            reading.SetAside(table, table.Header[count], Field(count), $"a whole number up to {LargestCount:N0}");
            return;
        }

        if (lsoa >= 0 && Field(lsoa).Trim().IndexOf(' ') >= 0)
        {
            reading.SetAside(table, table.Header[lsoa], Field(lsoa), "the code of an area, such as E01000001, or nothing");
            return;
        }

        // A count of three is three records that say no more than where and what.
        for (var one = 0; one < times; one++)
        {
            builder.Add(Field(id), at.Longitude, at.Latitude, Field(location), Field(lsoa).Trim(), Field(lsoaName), Field(ward).Trim(), number,
                Field(outcome), Field(reportedBy), Field(fallsWithin), Field(context));
        }
    }

    private CrimeMonthBuilder? Builder()
    {
        var text = Field(month);
        if (lastBuilder is not null && year < 0 && text.SequenceEqual(lastMonth))
        {
            return lastBuilder;
        }

        if (When(text) is not { } when || !reading.May(table, month < 0 ? "" : table.Header[month], text, when))
        {
            return null;
        }

        if (!months.TryGetValue(when, out var builder))
        {
            months.Add(when, builder = reading.Builders.Take(force, when));
        }

        (lastMonth, lastBuilder) = (text.ToString(), builder);
        return builder;
    }

    private Month? When(ReadOnlySpan<char> text)
    {
        if (month < 0)
        {
            return monthOfName;
        }

        var yearText = Field(year).Trim();
        var ofYear = year >= 0 ? int.TryParse(yearText, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : null : yearOfName;
        if (ListMonth.Of(text, ofYear) is not { } found)
        {
            reading.SetAside(table, table.Header[month], text, "a month such as 2013-04, or a day of it");
            return null;
        }

        // A month that is only a number takes its year from the name of the file, which then names the month as well.
        if (year < 0 && monthOfName is { } named && named != found && text.Trim().Length <= 2)
        {
            reading.SetAside(table, table.Header[month], text, $"the month that the name of the file says, {named}");
            return null;
        }

        return found;
    }

    private short? Category()
    {
        var text = category < 0 ? everyCategory.AsSpan() : Field(category);
        if (text.SequenceEqual(lastCategory))
        {
            return lastNumber;
        }

        var trimmed = text.Trim();
        if (!CrimeReading.IsInWords(trimmed))
        {
            reading.SetAside(table, category < 0 ? "" : table.Header[category], trimmed, "a kind of crime in words, such as Burglary");
            return null;
        }

        (lastCategory, lastNumber) = (text.ToString(), reading.Categories.Of(trimmed.ToString()));
        return lastNumber;
    }

    private static (Month? Month, int? Year) DatesOf(string name)
    {
        var months = MonthInName().Matches(name);
        return months.Count == 1 ? (new(int.Parse(months[0].Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(months[0].Groups[2].Value, CultureInfo.InvariantCulture)), int.Parse(months[0].Groups[1].Value, CultureInfo.InvariantCulture))
            : YearInName().Matches(name) is [var one] ? (null, int.Parse(one.Value, CultureInfo.InvariantCulture))
            : (null, null);
    }

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d\d)[-_]?(0[1-9]|1[0-2])(?!\d)")]
    private static partial Regex MonthInName();

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d(?!\d)")]
    private static partial Regex YearInName();
}
