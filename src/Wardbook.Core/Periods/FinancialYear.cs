using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Wardbook.Periods;

/// <summary>The twelve months from April that public bodies plan, budget and report by: 2006/07 is April 2006 to March 2007.</summary>
/// <remarks>Ordered in time. The default value is 0001/02. Bounds: first years 1 to 9998.</remarks>
public readonly record struct FinancialYear : IComparable<FinancialYear>
{
    private const int April = 4;

    private readonly int afterFirst;

    /// <param name="firstYear">The year of its April.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is not 1 to 9998.</exception>
    public FinancialYear(int firstYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstYear, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstYear, 9998);
        afterFirst = firstYear - 1;
    }

    /// <summary>The year of its April.</summary>
    public int FirstYear => afterFirst + 1;

    public Month FirstMonth => new(FirstYear, April);

    public Month LastMonth => FirstMonth.Plus(11);

    public DaySpan Days => new(FirstMonth.FirstDay, LastMonth.LastDay);

    public static FinancialYear Of(Month month) => new(month.Number >= April ? month.Year : month.Year - 1);

    public static FinancialYear Of(DateOnly day) => Of(Month.Of(day));

    /// <returns>The financial year that many years later; earlier when negative.</returns>
    public FinancialYear Plus(int years) => new(FirstYear + years);

    public int CompareTo(FinancialYear other) => afterFirst.CompareTo(other.afterFirst);

    public static bool operator <(FinancialYear left, FinancialYear right) => left.afterFirst < right.afterFirst;

    public static bool operator >(FinancialYear left, FinancialYear right) => left.afterFirst > right.afterFirst;

    public static bool operator <=(FinancialYear left, FinancialYear right) => left.afterFirst <= right.afterFirst;

    public static bool operator >=(FinancialYear left, FinancialYear right) => left.afterFirst >= right.afterFirst;

    /// <summary>Reads <c>2006/07</c>, also with a hyphen, as addresses have it; the two years must follow each other.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FinancialYear result)
    {
        var trimmed = text.AsSpan().Trim();
        result = default;
        if (trimmed.Length != 7 || trimmed[4] is not ('/' or '-')
            || !int.TryParse(trimmed[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(trimmed[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            || first is < 1 or > 9998 || second != (first + 1) % 100)
        {
            return false;
        }

        result = new(first);
        return true;
    }

    /// <returns>Such as <c>2006/07</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{FirstYear:0000}/{(FirstYear + 1) % 100:00}");
}
