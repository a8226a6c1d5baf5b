using System.Globalization;

namespace Wardbook.Periods;

/// <summary>The expected days are those that Python's dateutil (rrule) gives for the same rules.</summary>
public sealed class RecurrenceTests
{
    [Theory]
    [InlineData("2026-06-02", "month", "FREQ=MONTHLY;BYDAY=1TU", "the first Tuesday of the month", "2026-06-02 2026-07-07 2026-08-04 2026-09-01 2026-10-06")]
    [InlineData("2026-06-30", "month", "FREQ=MONTHLY;BYDAY=-1TU", "the last Tuesday of the month", "2026-06-30 2026-07-28 2026-08-25 2026-09-29")]
    [InlineData("2026-06-30", "last", "FREQ=MONTHLY;BYDAY=-1TU", "the last Tuesday of the month", "2026-06-30 2026-07-28 2026-08-25 2026-09-29")]
    [InlineData("2026-08-18", "2", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "every second Tuesday", "2026-08-18 2026-09-01 2026-09-15 2026-09-29 2026-10-13")]
    [InlineData("2026-10-01", "1", "FREQ=WEEKLY;INTERVAL=1;BYDAY=TH", "every Thursday", "2026-10-01 2026-10-08 2026-10-15")]
    public void A_rule_gives_the_days_that_another_program_gives(string first, string kind, string rule, string words, string days)
    {
        var from = DateOnly.Parse(first, CultureInfo.InvariantCulture);
        var recurrence = kind switch { "month" => Recurrence.LikeInMonth(from), "last" => Recurrence.LastInMonth(from), _ => Recurrence.EveryWeeks(kind[0] - '0', from) };

        Assert.Equal((rule, words), (recurrence.ToString(), recurrence.InWords()));
        Assert.Equal(days.Split(' '), recurrence.Days(from, new(2026, 10, 15)).Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Every_day_of_a_rule_by_the_month_is_that_weekday_and_there_is_one_in_each() => CsCheck.Check.Sample(CsCheck.Gen.Int[0, 3_000], number =>
    {
        var first = new DateOnly(2020, 1, 1).AddDays(number);
        var days = Recurrence.LikeInMonth(first).Days(first, first.AddYears(1)).ToList();

        Assert.Equal(first, days[0].Month == first.Month && days[0].Year == first.Year ? Recurrence.LikeInMonth(first).Ordinal == -1 ? days[0] : first : days[0]);
        Assert.All(days, day => Assert.Equal(first.DayOfWeek, day.DayOfWeek));
        Assert.Equal(days.Count, days.Select(day => (day.Year, day.Month)).Distinct().Count());
    });
}
