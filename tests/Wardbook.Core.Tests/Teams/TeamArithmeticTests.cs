using Wardbook.Periods;

namespace Wardbook.Teams;

/// <summary>
/// A team of six posts in 2006/07, worked with another program (Python's <c>datetime</c> and <c>statistics</c>): five serve all year; F until
/// 30 September 2006, 183 days; G from 1 November, 151 days; between them one post is empty for 31 days. 5 x 365 + 183 + 151 = 2,159 person-days.
/// </summary>
public sealed class TeamArithmeticTests
{
    private static readonly DaySpan Year = new(new(2006, 4, 1), new(2007, 3, 31));

    private static readonly Guid[] Officers = [.. Enumerable.Range(1, 7).Select(number => new Guid(number, 0, 0, new byte[8]))];

    private static readonly Served[] Team =
    [
        new(Officers[0], new(new(2004, 4, 5), null)),
        new(Officers[1], new(new(2005, 1, 17), null)),
        new(Officers[2], new(new(2006, 4, 1), null)),
        new(Officers[3], new(new(2006, 4, 1), null)),
        new(Officers[4], new(new(2006, 4, 1), null)),
        new(Officers[5], new(new(2006, 4, 1), new(2006, 9, 30))),
        new(Officers[6], new(new(2006, 11, 1), null)),
    ];

    [Theory]
    [InlineData("2006-09-30", 6)]
    [InlineData("2006-10-01", 5)]
    [InlineData("2006-11-01", 6)]
    [InlineData("2004-04-04", 0)]
    public void Strength_counts_those_whose_days_include_the_day(string day, int people) =>
        Assert.Equal(people, Strength.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Team.Select(one => one.Days)));

    [Fact]
    public void The_average_strength_is_that_of_every_day() => Assert.Equal(2159 / 365.0, Strength.Average(Year, Team.Select(one => one.Days)), 12);

    [Fact]
    public void A_post_empty_for_October_is_31_vacant_post_days()
    {
        var vacancies = Vacancies.In(Year, [new(new(2004, 4, 1), 6)], [.. Team.Select(one => one.Days)]);

        Assert.Equal((6 * 365L, 31L, 31), (vacancies.PostDays, vacancies.VacantPostDays, vacancies.DaysWithVacancy));
    }

    [Fact]
    public void Posts_count_from_the_day_they_are_there_and_somebody_too_many_fills_no_other_day()
    {
        // From 1 January 2007 there are 8 posts and 6 people: 90 days of 2 empty posts, besides October's 31.
        var vacancies = Vacancies.In(Year, [new(new(2004, 4, 1), 6), new(new(2007, 1, 1), 8)], [.. Team.Select(one => one.Days)]);

        Assert.Equal(((6 * 275L) + (8 * 90L), 31L + (2 * 90L), 31 + 90), (vacancies.PostDays, vacancies.VacantPostDays, vacancies.DaysWithVacancy));
    }

    [Fact]
    public void Of_two_rows_from_the_same_day_the_later_counts() =>
        Assert.Equal(9, Strength.PostsOn(new(2007, 1, 1), [new(new(2006, 4, 1), 6), new(new(2006, 4, 1), 9), new(new(2008, 1, 1), 3)]));

    [Fact]
    public void Days_without_a_named_contact_are_told_as_runs()
    {
        var gaps = Gaps.In(Year, [Team[5].Days, Team[6].Days]);

        Assert.Equal([new DaySpan(new(2006, 10, 1), new(2006, 10, 31))], gaps);
        Assert.Equal([Year], Gaps.In(Year, []));
    }

    /// <summary>On 31 March 2007: 1,090, 803, 364, 364, 364 and 150 days.</summary>
    [Fact]
    public void Tenure_is_the_median_and_the_range_with_the_number_of_people() => Assert.Equal(new(6, 364, 150, 1090), Tenure.On(new(2007, 3, 31), Team));

    [Fact]
    public void The_middle_of_an_even_number_lies_between_two()
    {
        // 803 and 1,090 days: Python's statistics.median gives 946.5.
        Assert.Equal(946.5, Tenure.On(new(2007, 3, 31), Team[..2])!.MedianDays);
        Assert.Null(Tenure.On(new(2004, 4, 4), Team));
    }

    [Fact]
    public void Who_changes_posts_inside_the_team_has_not_left_it_and_keeps_their_time_in_it()
    {
        Served[] one = [new(Officers[0], new(new(2005, 4, 1), new(2006, 9, 30))), new(Officers[0], new(new(2006, 10, 1), null))];

        Assert.Equal(0, Turnover.In(Year, one)!.Leavers);
        Assert.Equal(729, Tenure.On(new(2007, 3, 31), one)!.LongestDays);
    }

    [Fact]
    public void Turnover_is_leavers_over_the_average_and_of_a_small_team_no_percentage()
    {
        var turnover = Turnover.In(Year, Team)!;

        Assert.Equal((1, 2159 / 365.0), (turnover.Leavers, turnover.AverageStrength));
        Assert.Null(turnover.PerHundred);
    }

    /// <summary>Metropolitan Police Authority, 24 May 2007, paragraph 6 and appendix 1: 279 of 4,228 moved on in the year, 6.6 in every 100.</summary>
    [Fact]
    public void The_published_year_comes_out_of_the_formula() => Assert.Equal(6.6, new Turnover(Year, 279, 4_228).PerHundred!.Value, 1);
}
