using System.Globalization;

namespace Wardbook.Periods;

/// <summary>A run of days, both ends included; its end may be open.</summary>
/// <remarks>Empty runs do not exist. The default value is 1 January of year 1 and no end.</remarks>
public readonly record struct DaySpan
{
    /// <param name="first">The first day of it.</param>
    /// <param name="last">The last day of it, or <see langword="null"/> while nobody knows one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last day is before the first.</exception>
    public DaySpan(DateOnly first, DateOnly? last)
    {
        if (last is { } end)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(end, first, nameof(last));
        }

        (First, Last) = (first, last);
    }

    public DateOnly First { get; }

    /// <summary><see langword="null"/> while the end is open.</summary>
    public DateOnly? Last { get; }

    public bool IsOpen => Last is null;

    /// <summary>How many days; <see langword="null"/> while the end is open.</summary>
    public int? Days => Last is { } last ? last.DayNumber - First.DayNumber + 1 : null;

    public bool Contains(DateOnly day) => day >= First && (Last is not { } last || day <= last);

    /// <summary>Whether any day is in both.</summary>
    public bool Overlaps(DaySpan other) => Both(other) is not null;

    /// <summary>The days in both; <see langword="null"/> when there are none.</summary>
    public DaySpan? Both(DaySpan other)
    {
        var first = First > other.First ? First : other.First;
        var last = Last is { } end && (other.Last is not { } otherEnd || end < otherEnd) ? Last : other.Last;
        return last < first ? null : new(first, last);
    }

    /// <summary>The same run, ended on a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is before the first.</exception>
    public DaySpan EndedOn(DateOnly last) => new(First, last);

    /// <returns>Such as <c>2006-04-01/2007-03-31</c>, or <c>2006-04-01/..</c> while the end is open: ISO 8601-2.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First:yyyy-MM-dd}/{Last?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ".."}");

    /// <returns>As a reader says it: <c>1 April 2006 to 31 March 2007</c>, <c>since 1 April 2006</c>, <c>on 1 April 2006</c>.</returns>
    public string InWords() => Last is not { } last ? $"since {InWords(First)}" : last == First ? $"on {InWords(First)}" : $"{InWords(First)} to {InWords(last)}";

    private static string InWords(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
