namespace Wardbook.Measures;

public sealed class ComparisonTests
{
    [Fact]
    public void A_ward_is_compared_with_the_rest_of_its_borough_and_not_with_itself()
    {
        var comparison = Comparison.WithRestOf(new(500, 10_000, months: 12), whole: new(2_500, 60_000, months: 12))!;

        Assert.Equal(2_000, comparison.Rest.Count);
        Assert.Equal(40, comparison.Rest.PerThousandAYear, 1e-9);
        Assert.Equal(1.25, comparison.Ratio.Ratio!.Value, 1e-9);
        Assert.Equal(Verdict.Higher, comparison.Verdict());
    }

    [Fact]
    public void A_borough_of_one_ward_has_no_rest() =>
        Assert.Null(Comparison.WithRestOf(new(500, 10_000, months: 12), whole: new(500, 10_000, months: 12)));

    [Fact]
    public void What_is_not_a_part_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Comparison.WithRestOf(new(500, 10_000, months: 12), new(499, 60_000, months: 12)));
        Assert.Throws<ArgumentException>(() => Comparison.WithRestOf(new(500, 10_000, months: 12), new(2_500, 9_999, months: 12)));
        Assert.Throws<ArgumentException>(() => Comparison.WithRestOf(new(500, 10_000, months: 12), new(2_500, 60_000, months: 11)));
    }
}
