namespace Wardbook.Activity;

public sealed class AmountTests
{
    [Theory]
    [InlineData("3", 6)]
    [InlineData(" 1,204 ", 2_408)]
    [InlineData("1.5", 3)]
    [InlineData("1½", 3)]
    [InlineData("½", 1)]
    [InlineData("-3", -6)]
    [InlineData("\u22123", -6)]
    [InlineData("0", 0)]
    [InlineData("1.50", 3)]
    public void A_number_is_read_in_halves(string text, long halves)
    {
        Assert.True(Amount.TryParse(text, out var amount));
        Assert.Equal(halves, amount.Halves);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("three")]
    [InlineData("1,5")]
    [InlineData("1.3")]
    [InlineData("1e3")]
    [InlineData("NaN")]
    [InlineData("99999999999999999999")]
    [InlineData("3 arrests")]
    public void What_is_neither_whole_nor_a_half_is_no_amount(string? text) => Assert.False(Amount.TryParse(text, out _));

    [Theory]
    [InlineData(2, "1 patrol hour")]
    [InlineData(3, "1.5 patrol hours")]
    [InlineData(2_408, "1,204 patrol hours")]
    [InlineData(0, "0 patrol hours")]
    [InlineData(-6, "\u22123 patrol hours")]
    public void An_amount_is_said_with_its_unit(long halves, string words) => Assert.Equal(words, new Amount(halves).Of("patrol hour", "patrol hours"));
}
