using System.Globalization;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Sources;

namespace Wardbook.Crimes.Files;

/// <summary>Reads the Met's monthly crime dashboard: a row for each area, month, offence and measure. Boroughs and teams are two series.</summary>
/// <remarks>
/// Codes carry trailing blanks; where there is none (<c>-1</c>, <c>N/K</c>, <c>NON ATHENA FORCE</c>, nothing) the area's name stands for it. The
/// measures (offences, positive outcomes) and some offences overlap, so figures of different offences are never added.
/// </remarks>
public sealed class DashboardFile
{
    private static readonly string[] Needed = ["month_year", "area_type", "area_name", "area_code", "crime_type", "measure", "count"];

    private readonly TextTable table;
    private readonly CrimeReading reading;
    private readonly int month, type, under, name, code, crime, subtype, measure, count;
    private readonly Dictionary<(string Series, Month Month), FiguresRead> months = [];

    private DashboardFile(TextTable table, CrimeReading reading)
    {
        (this.table, this.reading) = (table, reading);
        (month, type, under) = (table.Column("month_year"), table.Column("area_type"), table.Column("borough_snt"));
        (name, code, crime) = (table.Column("area_name"), table.Column("area_code"), table.Column("crime_type"));
        (subtype, measure, count) = (table.Column("crime_subtype"), table.Column("measure"), table.Column("count"));
    }

    public static bool Is(TextTable table) => Needed.All(column => table.Column(column) >= 0);

    public static IEnumerable<MonthRead> Read(TextTable table, CrimeReading reading, CancellationToken cancel)
    {
        var file = new DashboardFile(table, reading);
        reading.Rows(table, file.Row, cancel);
        return file.months.Values;
    }

    private string Text(int column) => column < 0 ? "" : table.Rows.GetFieldSpan(column).Trim().ToString();

    private void Row()
    {
        if (!DateOnly.TryParse(Text(month).Split(' ')[0], CultureInfo.InvariantCulture, out var day))
        {
            reading.SetAside(table, "month_year", Text(month), "a day such as 2022-03-01");
            return;
        }

        if (!reading.May(table, "month_year", Text(month), Month.Of(day)))
        {
            return;
        }

        if (!int.TryParse(Text(count), NumberStyles.None, CultureInfo.InvariantCulture, out var figure))
        {
            reading.SetAside(table, "count", Text(count), "a whole number");
            return;
        }

        var series = Text(type).Equals("Borough", StringComparison.OrdinalIgnoreCase) ? "mps-dashboard-borough" : "mps-dashboard-team";
        if (!months.TryGetValue((series, Month.Of(day)), out var read))
        {
            months.Add((series, Month.Of(day)), read = new(series, "metropolitan", Month.Of(day)));
        }

        var (area, above) = Area();
        var major = $"{Text(crime)}: {Text(measure)}";
        reading.Offences.Name(series, area, above, Text(name));
        if (!read.Add(new(area, above, reading.Offences.Of(series, major, Text(subtype))), figure))
        {
            reading.SetAside(table, "", $"{area}, {Text(subtype)}, {Text(measure)}", "every area, offence and measure once in a month");
        }
    }

    /// <summary>One code stands for two teams where a ward was redrawn (Fairfield, and Fairfield (Croydon)): the name tells them apart.</summary>
    private (string Area, string Under) Area()
    {
        var (ofCode, ofName, above) = (Text(code), Text(name), Text(under));
        return IsCode(ofCode)
            ? (ofCode, above.EndsWith(ofName, StringComparison.Ordinal) ? above : $"{above} ({ofName})")
            : (ofName.Length > 0 ? ofName : ofCode.Length > 0 ? ofCode : "not known", above);
    }

    /// <summary>A letter and eight digits: <c>E05013570</c>.</summary>
    private static bool IsCode(string text) => text.Length == 9 && char.IsAsciiLetter(text[0]) && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 && PlaceCode.TryParse(text, out _);
}
