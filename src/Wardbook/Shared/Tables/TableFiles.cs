using System.Globalization;
using System.Text;
using System.Text.Json;
using Wardbook.Periods;

namespace Wardbook.Shared.Tables;

/// <summary>A table as a file: the same rows in the same order, every decimal, nothing rounded for the eye.</summary>
public static class TableFiles
{
    /// <summary>A table as the answer to a request.</summary>
    /// <param name="format"><c>csv</c>, a download; or <c>json</c>.</param>
    /// <param name="name">What the download is called, without its ending.</param>
    public static IResult AsFile(this Table table, string format, string name) => format == "csv"
        ? Results.File(table.ToCsv(), "text/csv; charset=utf-8", $"{name}.csv")
        : Results.Bytes(table.ToJson(), "application/json");

    /// <summary>RFC 4180, UTF-8, one heading line of column names. What is not known is empty.</summary>
    public static byte[] ToCsv(this Table table)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', table.Headings.Select(heading => Csv.Field(heading.Name))).Append("\r\n");
        foreach (var row in table.Cells)
        {
            text.AppendJoin(',', row.Select(cell => Csv.Field(Text(cell.Value)))).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary><c>{"title": ..., "rows": [{column: value}]}</c>. What is not known is null.</summary>
    public static byte[] ToJson(this Table table)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            var names = table.Headings.Select(heading => heading.Name).ToList();
            json.WriteStartObject();
            json.WriteString("title", table.Caption);
            json.WriteStartArray("rows");
            foreach (var row in table.Cells)
            {
                json.WriteStartObject();
                foreach (var (index, cell) in row.Index())
                {
                    json.WritePropertyName(names[index]);
                    Write(json, cell.Value);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool yes: json.WriteBooleanValue(yes); break;
            case int or long or short or byte: json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case double number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            default: json.WriteStringValue(Text(value)); break;
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Month month => month.ToString(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
