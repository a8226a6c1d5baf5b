using System.Globalization;
using Wardbook.Periods;
using Wardbook.Sources;

namespace Wardbook.Crimes.Files;

/// <summary>Reads a wide table of counts: a row for each area and offence, a column for each month (<c>201004</c>), as the Met publishes.</summary>
public sealed class WideFile
{
    private static readonly string[] Majors = ["MajorText", "Major Category", "Major Text", "Offence Group", "Major", "Crime type", "Category"];
    private static readonly string[] Minors = ["MinorText", "Minor Category", "Minor Text", "Offence Subgroup", "Offence", "Minor", "Offence Description"];
    private static readonly string[] Codes = ["WardCode", "Ward Code", "LSOA Code", "LSOA11CD", "LSOA21CD", "Area Code", "Borough Code", "LAD Code", "Code"];
    private static readonly string[] Names = ["WardName", "Ward Name", "LSOA Name", "Area Name", "BoroughName", "Borough Name", "Borough", "Area", "Force Name", "Force", "LookUp_BoroughName"];
    private static readonly string[] Unders = ["LookUp_BoroughName", "BoroughName", "Borough Name", "Borough", "Force Name", "Force"];

    private readonly TextTable table;
    private readonly CrimeReading reading;
    private readonly int major, minor, code, name, under;
    private readonly List<(int Column, FiguresRead Month)> months = [];
    private readonly string series;

    private WideFile(TextTable table, CrimeReading reading)
    {
        (this.table, this.reading) = (table, reading);
        (major, minor, code, name) = (table.Column(Majors), table.Column(Minors), table.Column(Codes), table.Column(Names));
        under = table.Column(Unders) is var above && above != name ? above : -1;
        var isMps = table.Column("MajorText") >= 0 && table.Column("MinorText") >= 0 && reading.Options.Force is null or "metropolitan";
        series = reading.Options.Series ?? (isMps, code < 0 ? "" : table.Header[code].ToUpperInvariant()[..1]) switch
        {
            (true, "W") => "mps-ward-table",
            (true, "L") => "mps-lsoa-table",
            (true, _) => "mps-borough-table",
            _ => "table-" + ListMapping.Slug(table.File.FileName),
        };
        var force = reading.Options.Force is { } given ? reading.Forces.Of(given).Id : isMps ? "metropolitan" : "";
        for (var column = 0; column < table.Header.Count; column++)
        {
            if (TryMonth(table.Header[column], out var month))
            {
                if (month < CrimeReading.Earliest || month > reading.Latest)
                {
                    throw new Refusal($"{table.File.Name} has a column {table.Header[column]}: expected months from {CrimeReading.Earliest} to {reading.Latest}.");
                }

                months.Add((column, new(series, force, month)));
            }
        }
    }

    public static bool Is(TextTable table) =>
        (table.Column(Majors) >= 0 || table.Column(Minors) >= 0)
        && (table.Column(Codes) >= 0 || table.Column(Names) >= 0)
        && table.Header.Any(header => TryMonth(header, out _));

    public static IEnumerable<MonthRead> Read(TextTable table, CrimeReading reading, CancellationToken cancel)
    {
        var file = new WideFile(table, reading);
        if (file.months.GroupBy(month => month.Month.Month).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new Refusal($"{table.File.Name} has two columns for {twice.Key}.");
        }

        reading.Rows(table, file.Row, cancel);
        return file.months.Select(month => month.Month).Where(month => month.Rows > 0);
    }

    private string Text(int column) => column < 0 ? "" : table.Rows.GetFieldSpan(column).Trim().ToString();

    private void Row()
    {
        var (areaCode, areaName, above) = (Text(code), Text(name), Text(under));
        var area = areaCode.Length > 0 ? areaCode : areaName;
        var (group, offence) = (Text(major), Text(minor));
        if (area.Length == 0 || !CrimeReading.IsInWords(group.Length > 0 ? group : offence))
        {
            reading.SetAside(table, "", $"{area}, {group}, {offence}", "an area and an offence in words");
            return;
        }

        var key = new FigureKey(area, above, reading.Offences.Of(series, group, offence));
        var category = reading.Categories.Of(group.Length > 0 ? group : offence);
        reading.Offences.Name(series, area, above, areaName);
        foreach (var (column, month) in months)
        {
            var figure = table.Rows.GetFieldSpan(column).Trim();
            if (figure.IsEmpty)
            {
                continue;
            }

            if (!int.TryParse(figure, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                reading.SetAside(table, table.Header[column], figure, "a whole number, or nothing");
                return;
            }

            if (!month.Add(key, category, count))
            {
                reading.SetAside(table, table.Header[column], $"{area}, {group}, {offence}", "every area and offence once");
                return;
            }
        }
    }

    /// <summary><c>201004</c> or <c>2010-04</c>.</summary>
    private static bool TryMonth(string header, out Month month)
    {
        month = default;
        return header.Length == 6 && header.All(char.IsAsciiDigit)
            ? Month.TryParse($"{header[..4]}-{header[4..]}", out month)
            : Month.TryParse(header, out month);
    }
}
