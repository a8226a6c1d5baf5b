namespace Wardbook.Periods;

public sealed class FinancialYearTests
{
    [Theory]
    [InlineData(2006, 3, "2005/06")]
    [InlineData(2006, 4, "2006/07")]
    [InlineData(2007, 3, "2006/07")]
    [InlineData(1999, 12, "1999/00")]
    public void A_financial_year_starts_in_April(int year, int month, string expected) =>
        Assert.Equal(expected, FinancialYear.Of(new Month(year, month)).ToString());

    [Fact]
    public void It_has_twelve_months_and_every_day_of_them()
    {
        var year = new FinancialYear(2007);

        Assert.Equal(new(2007, 4), year.FirstMonth);
        Assert.Equal(new(2008, 3), year.LastMonth);
        Assert.Equal(366, year.Days.Days);
        Assert.Equal(year, FinancialYear.Of(new DateOnly(2008, 3, 31)));
        Assert.Equal(new(2005), year.Plus(-2));
        Assert.True(year > new FinancialYear(2006));
    }

    [Theory]
    [InlineData("2006/07", 2006)]
    [InlineData(" 2006-07 ", 2006)]
    [InlineData("1999/00", 1999)]
    public void It_is_read_as_people_write_it(string text, int firstYear)
    {
        Assert.True(FinancialYear.TryParse(text, out var year));
        Assert.Equal(new(firstYear), year);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2006")]
    [InlineData("2006/08")]
    [InlineData("2006/7")]
    [InlineData("0000/01")]
    [InlineData("2006-07-01")]
    public void Anything_else_is_not_a_financial_year(string? text) => Assert.False(FinancialYear.TryParse(text, out _));
}
