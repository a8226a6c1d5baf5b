using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Wardbook.Periods;

/// <summary>Three calendar months from January, April, July or October. The quarters of a financial year are the same ones.</summary>
/// <remarks>Ordered in time. The default value is the first of year 1. Bounds: years 1 to 9999. Text form: <c>2006-Q2</c> is April to June 2006.</remarks>
public readonly record struct Quarter : IComparable<Quarter>
{
    private readonly int index;

    /// <exception cref="ArgumentOutOfRangeException">The year is not 1 to 9999, or the number not 1 to 4.</exception>
    public Quarter(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 4);
        index = ((year - 1) * 4) + number - 1;
    }

    public int Year => (index / 4) + 1;

    /// <summary>1 for January to March, to 4 for October to December.</summary>
    public int Number => (index % 4) + 1;

    public Month FirstMonth => new(Year, (Number * 3) - 2);

    public Month LastMonth => FirstMonth.Plus(2);

    public DaySpan Days => new(FirstMonth.FirstDay, LastMonth.LastDay);

    public static Quarter Of(Month month) => new(month.Year, (month.Number + 2) / 3);

    public static Quarter Of(DateOnly day) => Of(Month.Of(day));

    /// <returns>The quarter that many quarters later; earlier when negative.</returns>
    /// <exception cref="ArgumentOutOfRangeException">That is before year 1 or after 9999.</exception>
    public Quarter Plus(int quarters)
    {
        var moved = index + quarters;
        ArgumentOutOfRangeException.ThrowIfNegative(moved, nameof(quarters));
        return new((moved / 4) + 1, (moved % 4) + 1);
    }

    public int CompareTo(Quarter other) => index.CompareTo(other.index);

    public static bool operator <(Quarter left, Quarter right) => left.index < right.index;

    public static bool operator >(Quarter left, Quarter right) => left.index > right.index;

    public static bool operator <=(Quarter left, Quarter right) => left.index <= right.index;

    public static bool operator >=(Quarter left, Quarter right) => left.index >= right.index;

    /// <summary>Reads <c>2006-Q2</c>, and nothing else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Quarter result)
    {
        var trimmed = text.AsSpan().Trim();
        result = default;
        if (trimmed.Length != 7 || trimmed[4] != '-' || trimmed[5] is not ('Q' or 'q') || trimmed[6] is < '1' or > '4'
            || !int.TryParse(trimmed[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 1)
        {
            return false;
        }

        result = new(year, trimmed[6] - '0');
        return true;
    }

    /// <returns>Such as <c>2006-Q2</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}");

    /// <returns>As a reader says it: <c>April to June 2006</c>.</returns>
    public string InWords() => $"{FirstMonth.FirstDay.ToString("MMMM", CultureInfo.GetCultureInfo("en-GB"))} to {LastMonth.InWords()}";
}
