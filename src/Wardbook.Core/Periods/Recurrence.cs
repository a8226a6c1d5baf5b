using System.Globalization;

namespace Wardbook.Periods;

/// <summary>Days that come again: every so many weeks, or the same weekday of every month.</summary>
/// <remarks>A small part of what iCalendar (RFC 5545, section 3.3.10) can say, and written as it says it.</remarks>
public sealed record Recurrence
{
    private static readonly string[] Names = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    private Recurrence(int weeks, int ordinal, DayOfWeek weekday) => (Weeks, Ordinal, Weekday) = (weeks, ordinal, weekday);

    /// <summary>0 for a rule by the month.</summary>
    public int Weeks { get; }

    /// <summary>The first (1) to the fourth (4), or the last (-1) such weekday of the month; 0 for a rule by weeks.</summary>
    public int Ordinal { get; }

    public DayOfWeek Weekday { get; }

    /// <summary>Every so many weeks from a day on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 or more than 52 weeks.</exception>
    public static Recurrence EveryWeeks(int weeks, DateOnly from)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weeks, 52);
        return new(weeks, 0, from.DayOfWeek);
    }

    /// <summary>The same weekday of the month as this day: a second Tuesday gives every second Tuesday. A fifth is taken as the last.</summary>
    public static Recurrence LikeInMonth(DateOnly day) => new(0, (day.Day - 1) / 7 is var before && before < 4 ? before + 1 : -1, day.DayOfWeek);

    /// <summary>The last such weekday of every month.</summary>
    public static Recurrence LastInMonth(DateOnly day) => new(0, -1, day.DayOfWeek);

    /// <returns>The days from the first to the last given, both included, in order.</returns>
    public IEnumerable<DateOnly> Days(DateOnly first, DateOnly last)
    {
        if (Weeks > 0)
        {
            for (var day = first.AddDays(((int)Weekday - (int)first.DayOfWeek + 7) % 7); day <= last; day = day.AddDays(7 * Weeks))
            {
                yield return day;
            }

            yield break;
        }

        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
        {
            var day = InMonth(month);
            if (day >= first && day <= last)
            {
                yield return day;
            }
        }
    }

    /// <returns>Such as <c>FREQ=WEEKLY;INTERVAL=2;BYDAY=TU</c> or <c>FREQ=MONTHLY;BYDAY=1TU</c>.</returns>
    public override string ToString() => Weeks > 0
        ? string.Create(CultureInfo.InvariantCulture, $"FREQ=WEEKLY;INTERVAL={Weeks};BYDAY={Names[(int)Weekday]}")
        : string.Create(CultureInfo.InvariantCulture, $"FREQ=MONTHLY;BYDAY={Ordinal}{Names[(int)Weekday]}");

    /// <returns>Such as <c>every second week on Tuesday</c>, <c>the first Tuesday of the month</c>.</returns>
    public string InWords() => (Weeks, Ordinal) switch
    {
        (1, _) => $"every {Weekday}",
        (2, _) => $"every second {Weekday}",
        ( > 0, _) => $"every {Weeks} weeks on {Weekday}",
        (_, 1) => $"the first {Weekday} of the month",
        (_, 2) => $"the second {Weekday} of the month",
        (_, 3) => $"the third {Weekday} of the month",
        (_, 4) => $"the fourth {Weekday} of the month",
        _ => $"the last {Weekday} of the month",
    };

    private DateOnly InMonth(DateOnly firstOfMonth)
    {
        if (Ordinal > 0)
        {
            return firstOfMonth.AddDays((((int)Weekday - (int)firstOfMonth.DayOfWeek + 7) % 7) + (7 * (Ordinal - 1)));
        }

        var last = firstOfMonth.AddMonths(1).AddDays(-1);
        return last.AddDays(-(((int)last.DayOfWeek - (int)Weekday + 7) % 7));
    }
}
