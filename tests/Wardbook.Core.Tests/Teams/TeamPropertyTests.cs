using CsCheck;
using Wardbook.Periods;

namespace Wardbook.Teams;

/// <summary>The sums against counting day by day.</summary>
public sealed class TeamPropertyTests
{
    private static readonly DateOnly Zero = new(2006, 1, 1);

    private static readonly Gen<DaySpan> Days = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 40], Gen.Bool)
        .Select((first, length, open) => new DaySpan(Zero.AddDays(first), open && length > 30 ? null : Zero.AddDays(first + length)));

    private static readonly Gen<Served[]> Team = Gen.Select(Gen.Int[1, 4], Days).Select((officer, days) => new Served(new Guid(officer, 0, 0, new byte[8]), days)).Array[0, 8];

    private static readonly Gen<PostsFrom[]> Steps = Gen.Select(Gen.Int[-5, 70], Gen.Int[0, 6]).Select((day, posts) => new PostsFrom(Zero.AddDays(day), posts)).Array[0, 4];

    private static readonly Gen<DaySpan> Period = Gen.Select(Gen.Int[0, 50], Gen.Int[0, 50]).Select((first, length) => new DaySpan(Zero.AddDays(first), Zero.AddDays(first + length)));

    [Fact]
    public void Vacant_post_days_are_what_every_day_by_itself_adds_up_to() => Gen.Select(Period, Steps, Team).Sample((period, steps, team) =>
    {
        DaySpan[] served = [.. team.Select(one => one.Days)];
        var each = Each(period).Select(day => (Posts: Strength.PostsOn(day, steps), People: Strength.On(day, served))).ToList();

        var found = Vacancies.In(period, steps, served);

        Assert.Equal(each.Sum(day => (long)day.Posts), found.PostDays);
        Assert.Equal(each.Sum(day => (long)Math.Max(0, day.Posts - day.People)), found.VacantPostDays);
        Assert.Equal(each.Count(day => day.Posts > day.People), found.DaysWithVacancy);
        Assert.Equal(each.Average(day => day.People), Strength.Average(period, served), 9);
    });

    [Fact]
    public void A_day_is_in_a_gap_or_covered_and_never_both() => Gen.Select(Period, Days.Array[0, 5]).Sample((period, covered) =>
    {
        var gaps = Gaps.In(period, covered);

        Assert.All(Each(period), day => Assert.Equal(!covered.Any(days => days.Contains(day)), gaps.Any(gap => gap.Contains(day))));
        Assert.All(gaps.Zip(gaps.Skip(1)), pair => Assert.True(pair.First.Last!.Value.AddDays(1) < pair.Second.First));
    });

    [Fact]
    public void Unbroken_runs_cover_the_same_days_and_never_touch() => Team.Sample(team =>
    {
        var runs = Served.Unbroken(team);
        var all = new DaySpan(Zero, Zero.AddDays(130));

        Assert.All(Each(all), day => Assert.Equal(
            team.Where(one => one.Days.Contains(day)).Select(one => one.Officer).Distinct().Order(), runs.Where(one => one.Days.Contains(day)).Select(one => one.Officer).Order()));
        Assert.All(runs.Zip(runs.Skip(1)).Where(pair => pair.First.Officer == pair.Second.Officer), pair => Assert.True(pair.First.Days.Last!.Value.AddDays(1) < pair.Second.Days.First));
    });

    [Fact]
    public void The_order_of_the_rows_changes_nothing_and_nobody_leaves_twice() => Gen.Select(Period, Team).Sample((period, team) =>
    {
        var turned = team.Reverse().ToArray();

        Assert.Equal(Turnover.In(period, team), Turnover.In(period, turned));
        Assert.Equal(Tenure.On(period.First, team), Tenure.On(period.First, turned));
        Assert.True(Turnover.In(period, team) is not { } turnover || turnover.Leavers <= team.Select(one => one.Officer).Distinct().Count());
    });

    private static IEnumerable<DateOnly> Each(DaySpan period) => Enumerable.Range(0, period.Days!.Value).Select(period.First.AddDays);
}
