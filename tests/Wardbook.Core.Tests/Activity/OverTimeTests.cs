namespace Wardbook.Activity;

public sealed class OverTimeTests
{
    /// <summary>
    /// Reckoned by hand: the twelve add up to 500, so the mean is 41.67; the steps between neighbours are 4, 2, 4, 3, 4, 2, 4, 1, 4, 2 and 0, together 30 of 11,
    /// so 2.727 on average; 2.66 times that is 7.25.
    /// </summary>
    [Fact]
    public void A_month_outside_what_neighbouring_months_differ_by_is_unusual()
    {
        var chart = OverTime.Of([.. new long[] { 40, 44, 42, 38, 41, 45, 43, 39, 40, 44, 42, 42, 48, 60 }.Select(Amount.Of)])!;

        Assert.Equal(41.67, chart.Centre, 2);
        Assert.False(chart.IsFew);
        Assert.Equal((34.41, 48.92), (Math.Round(chart.Points[12].Low, 2), Math.Round(chart.Points[12].High, 2)));
        Assert.False(chart.Points[12].IsUnusual);
        Assert.True(chart.Points[13] is { IsUnusual: true, IsHigh: true });
    }

    /// <summary>Of a Poisson count of mean 2, seven or fewer come in 99.89 of 100 (tables of the Poisson distribution: 0.9989); six or fewer in 99.55.</summary>
    [Fact]
    public void Of_two_a_month_eight_are_unusual_and_seven_are_not()
    {
        var chart = OverTime.Of([.. Enumerable.Repeat(2L, 12).Append(7).Append(8).Append(0).Select(Amount.Of)])!;

        Assert.True(chart.IsFew);
        Assert.Equal([false, true, false], chart.Points.Skip(12).Select(point => point.IsUnusual));
        Assert.Equal(7, chart.Points[0].High);
    }

    [Fact]
    public void Of_eleven_months_nothing_is_said() => Assert.Null(OverTime.Of([.. Enumerable.Repeat(Amount.Of(4), 11)]));

    [Fact]
    public void Where_nothing_was_ever_done_one_is_unusual() => Assert.True(OverTime.Of([.. Enumerable.Repeat(Amount.Zero, 12).Append(Amount.Of(1))])!.Points[12].IsUnusual);

    /// <summary>Nine teams of six people with 58 to 62 each and one with 200: it alone stands out. Halves and wholes say the same.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_team_that_does_far_more_per_head_stands_out_and_the_rest_cannot_be_told_apart(int times)
    {
        long[] done = [60, 58, 61, 60, 59, 62, 60, 61, 60, 200];

        var points = Among.Funnel([.. done.Select(one => (new Amount((one * 2) + times - 1), (double?)6))])!;

        Assert.Equal([9], points.Index().Where(point => point.Item!.StandsOut).Select(point => point.Index));
        Assert.Equal(10, points[0]!.Figure, times == 1 ? 5 : 0);
    }

    [Fact]
    public void Teams_without_anybody_are_not_compared_and_four_are_too_few()
    {
        var five = Enumerable.Repeat((Amount.Of(10), (double?)5.0), 5).ToList();

        Assert.Equal([false, true, true, true, true, true], Among.Funnel([(Amount.Of(3), null), .. five])!.Select(point => point is not null));
        Assert.Null(Among.Funnel([(Amount.Of(3), 0), .. five.Take(4)]));
        Assert.Null(Among.Funnel([.. five.Select(one => (Amount.Zero, one.Item2))]));
    }
}
