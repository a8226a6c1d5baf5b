using CsCheck;

namespace Wardbook.Measures;

public sealed class WordsTests
{
    [Fact]
    public void A_change_that_stands_out_is_told_with_its_direction()
    {
        Assert.Equal("Up from 120 to 180. A change this big is unlikely to be chance.", Words.Change(new(120, 180)));
        Assert.Equal("Down from 1,800 to 1,200. A change this big is unlikely to be chance.", Words.Change(new(1_800, 1_200), among: 14));
    }

    [Fact]
    public void A_change_that_chance_makes_now_and_then_is_told_with_a_warning() =>
        Assert.Equal(
            "Up from 120 to 158. Of 14 figures like this, one or two change as much by chance, so watch what comes next.",
            Words.Change(new(120, 158), among: 14));

    [Fact]
    public void What_cannot_be_told_is_said_with_what_would_show()
    {
        var change = new Change(120, 131);
        var (fall, rise) = change.WouldShow();

        Assert.Equal($"120 then, 131 now. We cannot tell this from no change. Only a rise to about {rise} or a fall to about {fall} would show.", Words.Change(change));
    }

    [Fact]
    public void Too_few_is_said() =>
        Assert.Equal("12 then, 3 now. That is too few to tell whether anything changed.", Words.Change(new(12, 3)));

    [Fact]
    public void A_ward_is_set_beside_the_rest_of_its_borough()
    {
        Comparison Of(long here) => Comparison.WithRestOf(new(here, 10_000, months: 12), new(here + 2_000, 60_000, months: 12))!;

        Assert.Equal(
            "Higher than the rest of Hackney: 50 for every 1,000 people a year here, 40 in the rest of Hackney. A difference this big is unlikely to be chance.",
            Words.Comparison(Of(500), "the rest of Hackney"));
        Assert.Equal(
            "Lower than the rest of Hackney: 9.0 for every 1,000 people a year here, 40 in the rest of Hackney. A difference this big is unlikely to be chance.",
            Words.Comparison(Of(90), "the rest of Hackney"));
        Assert.Equal(
            "41 for every 1,000 people a year here, 40 in the rest of Hackney. We cannot tell these apart.",
            Words.Comparison(Of(410), "the rest of Hackney"));
    }

    [Fact]
    public void A_rate_carries_its_doubt() =>
        Assert.Equal("10 for every 1,000 people a year, probably between 4.8 and 18", Words.Rate(new(10, 1_000, months: 12)));

    [Fact]
    public void No_sentence_says_significant_or_ends_in_the_air() =>
        Gen.Select(Gen.Long[0, 300], Gen.Long[0, 300], Gen.Double[0.5, 3], Gen.Int[1, 20]).Sample((before, after, dispersion, among) =>
        {
            var words = Words.Change(new(before, after, dispersion), among);
            Assert.DoesNotContain("significant", words, StringComparison.OrdinalIgnoreCase);
            Assert.EndsWith(".", words, StringComparison.Ordinal);
        });
}
