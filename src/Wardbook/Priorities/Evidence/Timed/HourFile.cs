using System.Globalization;
using System.Text;
using Sylvan.Data.Csv;

namespace Wardbook.Priorities.Evidence.Timed;

/// <summary>Reads a small table of counts by weekday and hour: a heading line <c>weekday,hour,count</c>, then a line for each hour that was counted.</summary>
public static class HourFile
{
    /// <summary>In bytes. A full week has 168 lines.</summary>
    public const int Largest = 50_000;

    private const int MostFaults = 5;

    private static readonly string[] Columns = ["weekday", "hour", "count"];

    /// <returns>The table; or what is wrong, a sentence for each of the first lines that are.</returns>
    public static (HourTable? Table, IReadOnlyList<string> Wrong) Read(byte[] file)
    {
        if (file.Length == 0)
        {
            return (null, ["The file is empty"]);
        }

        if (file.AsSpan().Contains((byte)0))
        {
            return (null, ["This is no table of text. Save it as CSV and send that"]);
        }

        try
        {
            using var text = new StreamReader(new MemoryStream(file), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            using var rows = CsvDataReader.Create(text, new() { HasHeaders = true, CsvStyle = CsvStyle.Standard });
            return Read(rows);
        }
        catch (CsvFormatException e)
        {
            return (null, [$"Line {e.RowNumber + 1} cannot be read as a line of a table"]);
        }
    }

    private static (HourTable?, IReadOnlyList<string>) Read(CsvDataReader rows)
    {
        var header = Enumerable.Range(0, rows.FieldCount).Select(column => rows.GetName(column).Trim().ToLowerInvariant()).ToList();
        if (Columns.Except(header).Any())
        {
            return (null, [$"The first line must be weekday,hour,count. It is \u201C{Shortened(string.Join(',', header))}\u201D"]);
        }

        var places = Columns.Select(column => header.IndexOf(column)).ToArray();
        var counts = new int?[TimedCounts.Cells];
        var lines = new int[TimedCounts.Cells];
        List<string> wrong = [];
        for (var line = 2; rows.Read() && wrong.Count < MostFaults; line++)
        {
            string Cell(int column) => places[column] < rows.RowFieldCount ? rows.GetString(places[column]).Trim() : "";
            var (day, hour, count) = (DayOf(Cell(0)), Whole(Cell(1), 23), Whole(Cell(2), TimedCounts.MostInACell));
            if (day is null)
            {
                wrong.Add($"Line {line}: \u201C{Shortened(Cell(0))}\u201D is no weekday. Write Monday to Sunday, or 1 for Monday to 7 for Sunday");
            }
            else if (hour is null)
            {
                wrong.Add($"Line {line}: \u201C{Shortened(Cell(1))}\u201D is no hour. Write a whole number from 0 (midnight to 1am) to 23");
            }
            else if (count is null)
            {
                wrong.Add($"Line {line}: \u201C{Shortened(Cell(2))}\u201D is no count. Write a whole number from 0 to 100,000");
            }
            else if (lines[(day.Value * 24) + hour.Value] is > 0 and var before)
            {
                wrong.Add($"Line {line}: {HourTable.Days[day.Value]} {hour} stands on line {before} already");
            }
            else
            {
                (counts[(day.Value * 24) + hour.Value], lines[(day.Value * 24) + hour.Value]) = (count, line);
            }
        }

        var table = new HourTable(counts);
        if (wrong.Count == 0 && table.All == 0)
        {
            wrong.Add("There is no count above 0 in it");
        }

        return wrong.Count > 0 ? (null, wrong) : (table, []);
    }

    /// <returns>0 for Monday; null for none.</returns>
    private static int? DayOf(string text) => Whole(text, 7) is { } number ? (number > 0 ? number - 1 : null)
        : text.Length < 3 ? null
        : HourTable.Days.Index().Where(day => day.Item.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase)).Select(day => (int?)day.Index).FirstOrDefault();

    private static int? Whole(string text, int most) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    private static string Shortened(string text) => text.Length <= 40 ? text : $"{text[..40]}\u2026";
}
