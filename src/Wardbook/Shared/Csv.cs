namespace Wardbook.Shared;

/// <summary>Writes fields of a CSV file so that any reader gets them back and no spreadsheet takes them for a formula.</summary>
public static class Csv
{
    /// <summary>Quoted when it must be. Text beginning with = + - @ tab or return gets an apostrophe before it, unless it is a number.</summary>
    public static string Field(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            text = "'" + text;
        }

        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
