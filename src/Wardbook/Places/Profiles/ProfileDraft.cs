using System.Globalization;
using Wardbook.Sources;

namespace Wardbook.Places.Profiles;

/// <summary>The populations and figures of one file, ready to be stored.</summary>
internal sealed class ProfileDraft(ImportRun run, int? year, int projectedFrom)
{
    /// <summary>A column that is mostly text is a description, not a figure.</summary>
    private const double LeastNumbers = 0.5;

    private readonly HashSet<PlaceCode> seen = [];

    public Dictionary<(PlaceCode Code, int Year), int> Populations { get; } = [];

    /// <summary>By the name of the column, in the order of the file.</summary>
    public Dictionary<string, Dictionary<PlaceCode, double>> Figures { get; } = [];

    public bool IsProjection(int of) => of >= projectedFrom;

    /// <returns>False when the table is not one of figures by place.</returns>
    public bool Add(ProfileTable table)
    {
        var code = ProfileColumns.CodeColumn(table.Header);
        if (code < 0)
        {
            return false;
        }

        // Two header rows: the second repeats the names of the first columns, and is no place.
        var places = table.Rows.Select((row, index) => (Row: row, Line: table.FirstLine + index)).Where(row => row.Row[code] != table.Header[code] && row.Row.Any(field => field.Length > 0)).ToList();
        var yearColumn = ProfileColumns.YearColumn(table.Header);
        return yearColumn >= 0 ? AddByYear(table, places, code, yearColumn) : AddByPlace(table, places, code);
    }

    private bool AddByYear(ProfileTable table, List<(IReadOnlyList<string> Row, int Line)> places, int code, int yearColumn)
    {
        var population = Enumerable.Range(0, table.Header.Count).FirstOrDefault(column => ProfileColumns.IsPopulation(table.Header[column], out _), -1);
        if (population < 0)
        {
            return false;
        }

        foreach (var (row, line) in places)
        {
            run.Record.RowsRead++;
            if (!PlaceCode.TryParse(row[code], out var place) || !int.TryParse(row[yearColumn], NumberStyles.None, CultureInfo.InvariantCulture, out var of) || of is < 1800 or > 2200)
            {
                // Workbooks keep helper tables beside the real one, on the lines below it.
                if (row[code].Length > 0)
                {
                    run.Fault(table.Name, line, table.Header[yearColumn], $"{row[code]}, {row[yearColumn]}", "a place's code and a year", setAside: true);
                }

                continue;
            }

            if (Residents(table, row, line, population) is { } residents)
            {
                Keep(table, line, place, of, residents);
                run.Record.RowsKept++;
            }
        }

        return true;
    }

    private bool AddByPlace(ProfileTable table, List<(IReadOnlyList<string> Row, int Line)> places, int code)
    {
        var columns = Enumerable.Range(0, table.Header.Count).Where(column => column != code && table.Header[column].Length > 0 && IsFigures(places, column)).ToList();
        if (columns.Count == 0)
        {
            return false;
        }

        var names = Names(table, columns);
        foreach (var (row, line) in places)
        {
            run.Record.RowsRead++;
            if (!PlaceCode.TryParse(row[code], out var place))
            {
                run.Fault(table.Name, line, table.Header[code], row[code], "a place's code such as E05000026", setAside: true);
            }
            else if (!seen.Add(place))
            {
                run.Fault(table.Name, line, table.Header[code], row[code], "each place once; the first is kept", setAside: true);
            }
            else
            {
                run.Record.RowsKept++;
                foreach (var column in columns)
                {
                    AddFigure(table, row, line, column, names[column], place);
                }
            }
        }

        return true;
    }

    private void AddFigure(ProfileTable table, IReadOnlyList<string> row, int line, int column, string name, PlaceCode place)
    {
        if (ProfileColumns.IsPopulation(table.Header[column], out var said))
        {
            var of = said ?? year ?? throw new Refusal(
                $"{table.Name} does not say of which year its column '{table.Header[column]}' is. Say it with --year, such as --year 2020. Nothing was loaded.");
            if (Residents(table, row, line, column) is { } residents)
            {
                Keep(table, line, place, of, residents);
            }

            return;
        }

        try
        {
            if (ProfileColumns.Figure(row[column]) is { } value)
            {
                Figures.TryAdd(name, []);
                Figures[name][place] = value;
            }
        }
        catch (FormatException)
        {
            run.Fault(table.Name, line, table.Header[column], row[column], "a number; this place is kept without it", setAside: false);
        }
    }

    private int? Residents(ProfileTable table, IReadOnlyList<string> row, int line, int column)
    {
        try
        {
            return ProfileColumns.Figure(row[column]) switch
            {
                null => null,
                >= 0 and < 1e9 and var figure => (int)Math.Round(figure, MidpointRounding.AwayFromZero),
                _ => throw new FormatException(),
            };
        }
        catch (FormatException)
        {
            run.Fault(table.Name, line, table.Header[column], row[column], "how many people live there", setAside: false);
            return null;
        }
    }

    private void Keep(ProfileTable table, int line, PlaceCode place, int of, int residents)
    {
        if (!Populations.TryAdd((place, of), residents) && Populations[(place, of)] != residents)
        {
            run.Fault(table.Name, line, "", $"{residents} residents of {place} in {of}", $"one figure for a place and year; the first, {Populations[(place, of)]}, is kept", setAside: false);
        }
    }

    private static bool IsFigures(List<(IReadOnlyList<string> Row, int Line)> places, int column)
    {
        var (numbers, texts) = (0, 0);
        foreach (var (row, _) in places)
        {
            try
            {
                numbers += ProfileColumns.Figure(row[column]) is null ? 0 : 1;
            }
            catch (FormatException)
            {
                texts++;
            }
        }

        return numbers > 0 && numbers >= (numbers + texts) * LeastNumbers;
    }

    /// <summary>Two columns of one name are told apart by counting.</summary>
    private static Dictionary<int, string> Names(ProfileTable table, List<int> columns)
    {
        Dictionary<string, int> times = [];
        Dictionary<int, string> names = [];
        foreach (var column in columns)
        {
            var name = table.Header[column];
            times[name] = times.GetValueOrDefault(name) + 1;
            names[column] = times[name] == 1 ? name : $"{name} ({times[name]})";
        }

        return names;
    }
}
