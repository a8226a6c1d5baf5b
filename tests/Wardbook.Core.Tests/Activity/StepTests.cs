using CsCheck;
using Wardbook.Periods;

namespace Wardbook.Activity;

/// <summary>Against the calendar of 2006 and 2007: 1 April 2006 was a Saturday, 24 May 2007 a Thursday.</summary>
public sealed class StepTests
{
    [Theory]
    [InlineData(Step.Week, "2006-04-01", "2006-03-27", "2006-04-02")]
    [InlineData(Step.Week, "2007-05-21", "2007-05-21", "2007-05-27")]
    [InlineData(Step.Month, "2007-02-28", "2007-02-01", "2007-02-28")]
    [InlineData(Step.Quarter, "2007-05-24", "2007-04-01", "2007-06-30")]
    [InlineData(Step.Year, "2007-03-31", "2006-04-01", "2007-03-31")]
    public void A_day_lies_in_a_step(Step step, string day, string first, string last)
    {
        Assert.Equal((Of(first), Of(last)), (step.First(Of(day)), step.Last(Of(day))));
    }

    [Fact]
    public void A_period_is_cut_where_the_financial_year_ends() => Assert.Equal(
        [new DaySpan(Of("2006-06-15"), Of("2007-03-31")), new DaySpan(Of("2007-04-01"), Of("2007-05-24"))],
        Step.Year.Cut(new(Of("2006-06-15"), Of("2007-05-24"))));

    [Fact]
    public void Whole_months_are_read_as_months_and_the_ends_as_days() => Assert.Equal(
        [new Kept(Step.Day, Of("2006-06-15"), Of("2006-06-30")), new Kept(Step.Month, Of("2006-07-01"), Of("2007-04-01")), new Kept(Step.Day, Of("2007-05-01"), Of("2007-05-24"))],
        Step.Quarter.Reads(new(Of("2006-06-15"), Of("2007-05-24"))));

    [Fact]
    public void A_period_without_a_whole_month_is_read_as_days() => Assert.Equal(
        [new Kept(Step.Day, Of("2007-04-15"), Of("2007-05-24"))],
        Step.Month.Reads(new(Of("2007-04-15"), Of("2007-05-24"))));

    [Fact]
    public void The_fewest_are_months_then_weeks_beside_them_then_days() => Assert.Equal(
        [
            new Kept(Step.Day, Of("2006-06-15"), Of("2006-06-18")), new Kept(Step.Week, Of("2006-06-19"), Of("2006-06-19")), new Kept(Step.Day, Of("2006-06-26"), Of("2006-06-30")),
            new Kept(Step.Month, Of("2006-07-01"), Of("2007-04-01")),
            new Kept(Step.Day, Of("2007-05-01"), Of("2007-05-06")), new Kept(Step.Week, Of("2007-05-07"), Of("2007-05-14")), new Kept(Step.Day, Of("2007-05-21"), Of("2007-05-24")),
        ],
        new DaySpan(Of("2006-06-15"), Of("2007-05-24")).Fewest());

    [Fact]
    public void What_is_read_of_a_period_covers_each_of_its_days_once() => Gen.Select(Gen.Int[0, 1_000], Gen.Int[0, 900], Gen.Enum<Step>()).Sample((start, length, by) =>
    {
        var first = Of("2005-11-01").AddDays(start);
        var period = new DaySpan(first, first.AddDays(length));
        var days = by.Reads(period).SelectMany(kept => Days(kept)).ToList();

        Assert.Equal(Enumerable.Range(0, length + 1).Select(first.AddDays), days);
        Assert.Equal(Enumerable.Range(0, length + 1).Select(first.AddDays), period.Fewest().SelectMany(kept => Days(kept)));
        Assert.Equal(length + 1, by.Cut(period).Sum(piece => piece.Days));
    });

    private static IEnumerable<DateOnly> Days(Kept kept)
    {
        for (var from = kept.First; from <= kept.Last; from = kept.Step.Last(from).AddDays(1))
        {
            for (var day = from; day <= kept.Step.Last(from); day = day.AddDays(1))
            {
                yield return day;
            }
        }
    }

    private static DateOnly Of(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
