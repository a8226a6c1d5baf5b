using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Wardbook.Periods;

/// <summary>A calendar month, such as April 2006.</summary>
/// <remarks>Ordered in time. The default value is January of year 1. Bounds: years 1 to 9999. Text form: <c>2006-04</c>.</remarks>
public readonly record struct Month : IComparable<Month>
{
    private readonly int index;

    /// <exception cref="ArgumentOutOfRangeException">The year is not 1 to 9999, or the number not 1 to 12.</exception>
    public Month(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 12);
        index = ((year - 1) * 12) + number - 1;
    }

    public int Year => (index / 12) + 1;

    /// <summary>1 for January to 12 for December.</summary>
    public int Number => (index % 12) + 1;

    public DateOnly FirstDay => new(Year, Number, 1);

    public DateOnly LastDay => FirstDay.AddMonths(1).AddDays(-1);

    /// <summary>The month as one whole number, year times 100 plus month: 200604. What the database stores.</summary>
    public int Stamp => (Year * 100) + Number;

    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    /// <exception cref="ArgumentOutOfRangeException">The stamp is not a month, such as 200613.</exception>
    public static Month OfStamp(int stamp) => new(stamp / 100, stamp % 100);

    /// <returns>The month that many months later; earlier when negative.</returns>
    public Month Plus(int months)
    {
        var moved = index + months;
        return new((moved / 12) + 1, (moved % 12) + 1);
    }

    /// <returns>How many months from <paramref name="earlier"/> to this one; negative when this one is earlier.</returns>
    public int Since(Month earlier) => index - earlier.index;

    /// <summary>The months from <paramref name="first"/> to <paramref name="last"/>, both included; none when they are the wrong way round.</summary>
    public static IEnumerable<Month> From(Month first, Month last)
    {
        for (var month = first; month <= last; month = month.Plus(1))
        {
            yield return month;
        }
    }

    public int CompareTo(Month other) => index.CompareTo(other.index);

    public static bool operator <(Month left, Month right) => left.index < right.index;

    public static bool operator >(Month left, Month right) => left.index > right.index;

    public static bool operator <=(Month left, Month right) => left.index <= right.index;

    public static bool operator >=(Month left, Month right) => left.index >= right.index;

    /// <summary>Reads <c>2006-04</c>, and nothing else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Month result)
    {
        text = text.Trim();
        result = default;
        if (text.Length != 7 || text[4] != '-'
            || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year < 1 || number is < 1 or > 12)
        {
            return false;
        }

        result = new Month(year, number);
        return true;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out Month result) => TryParse(text.AsSpan(), out result);

    /// <exception cref="FormatException">The text is not a month such as 2006-04.</exception>
    public static Month Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var month) ? month : throw new FormatException($"'{text}' is not a month such as 2006-04.");

    /// <returns>Such as <c>2006-04</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");

    /// <returns>As a reader says it: <c>April 2006</c>.</returns>
    public string InWords() => FirstDay.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
