using System.Globalization;
using Wardbook.Periods;

namespace Wardbook.Crimes.Files;

/// <summary>Reads the month of a record as lists write it.</summary>
public static class ListMonth
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private static readonly string[] Days =
        ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssK", "yyyy/MM/dd", "d/M/yyyy", "d/M/yyyy HH:mm", "d/M/yyyy HH:mm:ss", "d-M-yyyy", "d MMM yyyy", "d MMMM yyyy"];

    /// <summary>The United States write the month first, and give a half of the day, by which they are told apart.</summary>
    private static readonly string[] AmericanDays = ["M/d/yyyy h:mm:ss tt", "M/d/yyyy h:mm tt", "MM/dd/yyyy hh:mm:ss tt"];

    private static readonly string[] Months = ["yyyy-MM", "yyyy/MM", "yyyyMM", "MM/yyyy", "M/yyyy", "MMM yyyy", "MMMM yyyy", "MMM-yyyy", "MMM yy", "MMM-yy"];

    /// <param name="year">The year of a month that is only a number or a name.</param>
    /// <returns>Null when it is none.</returns>
    public static Month? Of(ReadOnlySpan<char> text, int? year)
    {
        text = text.Trim();
        if (Month.TryParse(text, out var month))
        {
            return month;
        }

        if (year is >= 1 and <= 9999)
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 12)
            {
                return new Month(year.Value, number);
            }

            if (DateOnly.TryParseExact(text, ["MMMM", "MMM"], British, DateTimeStyles.None, out var named))
            {
                return new Month(year.Value, named.Month);
            }
        }

        return DateTime.TryParseExact(text, Days, British, DateTimeStyles.AdjustToUniversal, out var day)
            || DateTime.TryParseExact(text, AmericanDays, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            || DateTime.TryParseExact(text, Months, British, DateTimeStyles.None, out day)
            ? Month.Of(DateOnly.FromDateTime(day))
            : null;
    }
}
