using CsCheck;

namespace Wardbook.Charts;

/// <summary>What holds for every series.</summary>
public sealed class ChartTests
{
    private static readonly Gen<long[]> Series = Gen.Long[0, 60].Array[12, 60];

    [Fact]
    public void A_series_that_never_changes_shows_nothing()
    {
        var chart = ControlChart.OfRanges([.. Enumerable.Repeat(7.0, 20)], learn: 20);
        Assert.Empty(RunRules.Usual(chart.Distances));
        Assert.Null(MedianRuns.Of(chart.Values));
    }

    [Fact]
    public void Turned_upside_down_a_series_shows_the_same() => Series.Sample(series =>
    {
        double[] values = [.. series.Select(count => (double)count)];
        var (one, other) = (ControlChart.OfRanges(values, values.Length), ControlChart.OfRanges([.. values.Select(value => -value)], values.Length));
        Assert.Equal(RunRules.Usual(one.Distances), RunRules.Usual(other.Distances));
    });

    [Fact]
    public void What_comes_later_changes_no_limit() => Gen.Select(Series, Series).Sample((first, later) =>
    {
        var (one, both) = (ControlChart.OfCounts(first, first.Length), ControlChart.OfCounts([.. first, .. later], first.Length));
        Assert.Equal(one.Centre, both.Centre);
        Assert.Equal(one.High[0], both.High[^1]);
    });

    [Fact]
    public void The_exact_limits_hold_at_least_997_of_1000_and_none_to_spare()
    {
        // Poisson with mean 2: of 100,000 draws 13,534 are 0; more than 7 come 110 times, more than 6 come 453 times; the exact sums are 0.1353, 0.0011 and 0.0045.
        Assert.Equal((0, 7), ControlChart.ExactLimits(2));
    }

    [Fact]
    public void A_ward_that_keeps_its_share_is_never_flagged_whatever_the_force_does() => Gen.Long[40, 4000].Array[24, 40].Sample(months =>
    {
        long[] force = [.. months.Select(month => month * 10)];
        var share = ShareOfForce.Of(months, force, learn: 12, usual: 1)!;
        Assert.DoesNotContain(share.Months, month => month.IsHigh || month.IsLow);
        Assert.All(share.Months, month => Assert.InRange(month.Count, month.Usual.Low, month.Usual.High));
    });

    [Fact]
    public void A_ward_with_nothing_to_learn_from_has_no_usual_share() => Assert.Null(ShareOfForce.Of([0, 0, 0, 5], [10, 10, 10, 10], learn: 3, usual: 1.5));

    [Fact]
    public void Places_with_one_and_the_same_figure_stand_out_nowhere() => Gen.Long[10, 500].Array[5, 40].Sample(bases =>
    {
        var funnel = Funnel.OfRates([.. bases.Select(of => (of * 3, (double)of))]);
        Assert.Equal(3, funnel.Target, 9);
        Assert.Equal(0, funnel.Between);
        Assert.DoesNotContain(funnel.Points, point => point.StandsOut);
    });

    [Fact]
    public void The_examples_of_the_method_page_are_right()
    {
        var chart = ControlChart.OfCounts([4, 6, 5, 5, 12], learn: 4);
        Assert.Equal((5, 0, 11.71), (chart.Centre, chart.Low[4], Math.Round(chart.High[4], 2)));
        Assert.Equal([4], RunRules.Beyond(chart.Distances, 3));

        var funnel = Funnel.OfShares([(30, 60), (300, 600), (3000, 6000)]);
        Assert.Equal((37, 62), (Math.Round(funnel.Points[0].Limits95.Low * 100), Math.Round(funnel.Points[0].Limits95.High * 100)));
        Assert.Equal((49, 51), (Math.Round(funnel.Points[2].Limits95.Low * 100), Math.Round(funnel.Points[2].Limits95.High * 100)));
    }

    [Fact]
    public void The_larger_the_base_the_narrower_the_limits()
    {
        var funnel = Funnel.OfShares([(30, 60), (300, 600), (3000, 6000)]);
        var widths = funnel.Points.Select(point => point.Limits998.High - point.Limits998.Low).ToList();
        Assert.Equal(widths.OrderDescending(), widths);
    }

    [Fact]
    public void Too_few_months_to_learn_from_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ControlChart.OfCounts([4], learn: 1));
        Assert.Throws<ArgumentException>(() => ControlChart.OfCounts([4, 5], learn: 3));
        Assert.Throws<ArgumentException>(() => Funnel.OfRates([(3, 0)]));
    }
}
