using CsCheck;

namespace Wardbook.Periods;

public sealed class QuarterTests
{
    [Theory]
    [InlineData(1, "2006-Q1", "January to March 2006")]
    [InlineData(3, "2006-Q1", "January to March 2006")]
    [InlineData(4, "2006-Q2", "April to June 2006")]
    [InlineData(12, "2006-Q4", "October to December 2006")]
    public void A_month_is_in_one_quarter(int month, string text, string words)
    {
        var quarter = Quarter.Of(new Month(2006, month));

        Assert.Equal(text, quarter.ToString());
        Assert.Equal(words, quarter.InWords());
    }

    [Fact]
    public void Quarters_follow_one_another_without_gaps() =>
        Gen.Select(Gen.Int[1900, 2100], Gen.Int[1, 4], Gen.Int[-400, 400]).Sample((year, number, moved) =>
        {
            var quarter = new Quarter(year, number);
            Assert.Equal(quarter.LastMonth.Plus(1), quarter.Plus(1).FirstMonth);
            Assert.Equal(quarter, quarter.Plus(moved).Plus(-moved));
            Assert.Equal(moved > 0, quarter.Plus(moved) > quarter);
            Assert.True(Quarter.TryParse(quarter.ToString(), out var read) && read == quarter);
            Assert.InRange(quarter.Days.Days!.Value, 90, 92);
        });

    [Theory]
    [InlineData(null)]
    [InlineData("2006-Q5")]
    [InlineData("2006-Q0")]
    [InlineData("2006Q1")]
    [InlineData("0000-Q1")]
    [InlineData("2006-04")]
    public void Anything_else_is_not_a_quarter(string? text) => Assert.False(Quarter.TryParse(text, out _));

    [Fact]
    public void There_is_nothing_before_the_first() => Assert.Throws<ArgumentOutOfRangeException>(() => default(Quarter).Plus(-1));
}
