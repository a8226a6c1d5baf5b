namespace Wardbook.Measures;

public sealed class RateTests
{
    [Fact]
    public void A_rate_is_for_every_thousand_people_a_year()
    {
        Assert.Equal(50, new Rate(600, 12_000, months: 12).PerThousandAYear, 1e-12);
        Assert.Equal(100, new Rate(600, 12_000, months: 6).PerThousandAYear, 1e-12);
        Assert.Equal(6_000, new Rate(600, 12_000, months: 6).PersonYears, 1e-12);
    }

    // Garwood (1936), Biometrika 28, 437-442: the limits of 0, 1 and 10 at 95%, as in every later table: 3.69, 0.0253 to 5.57, 4.80 to 18.39.
    [Theory]
    [InlineData(0, 0, 3.689)]
    [InlineData(1, 0.0253, 5.572)]
    [InlineData(10, 4.795, 18.390)]
    public void The_interval_of_a_count_is_that_of_the_tables(long count, double low, double high)
    {
        var interval = new Rate(count, 1_000, months: 12).Interval();

        Assert.Equal(low, interval.Low, 0.001);
        Assert.Equal(high, interval.High, 0.001);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1.7)]
    [InlineData(4.4)]
    [InlineData(12.9)]
    [InlineData(61)]
    public void The_interval_holds_the_truth_at_least_as_often_as_it_says(double truth)
    {
        var (probability, holds) = (Math.Exp(-truth), 0.0);
        for (var count = 0; count < 250; count++)
        {
            holds += Rate.OfCount(count).Contains(truth) ? probability : 0;
            probability *= truth / (count + 1);
        }

        Assert.InRange(holds, 0.95, 1);
    }

    [Fact]
    public void A_rate_among_nobody_does_not_exist()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(3, 0, months: 12));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(3, 900, months: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(-1, 900, months: 12));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(1, 900, months: 12).Interval(level: 1));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.NaN)]
    public void An_interval_is_the_right_way_round(double low, double high) => Assert.Throws<ArgumentException>(() => new Interval(low, high));
}
