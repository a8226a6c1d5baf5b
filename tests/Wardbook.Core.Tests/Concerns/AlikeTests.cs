namespace Wardbook.Concerns;

public sealed class AlikeTests
{
    [Fact]
    public void What_is_about_the_same_at_the_same_place_goes_together_and_what_is_like_nothing_is_left_alone()
    {
        var alike = Alike.Among([(Id(1), Said("mopeds", 0)), (Id(2), Said("litter", 0)), (Id(3), Said("mopeds", 10)), (Id(4), Said("noise", 0))], []);

        var only = Assert.Single(alike);
        Assert.Equal([Id(1), Id(3)], only.Of);
        Assert.Null(only.Into);
    }

    [Fact]
    public void A_group_that_is_there_comes_before_a_new_one_and_the_most_alike_is_chosen()
    {
        // 20 kilometres apart nearness is worth nothing: 0.5 by category, and the words decide.
        var alike = Alike.Among([(Id(1), Said("mopeds", 0))], [(Id(7), Said("mopeds", 2_000_000)), (Id(8), Said("mopeds", 0))]);

        Assert.Equal((Id(1), Id(8)), (Assert.Single(alike).Of[0], alike[0].Into));
    }

    [Fact]
    public void What_is_of_one_kind_and_far_apart_in_other_words_is_not_suggested() =>
        Assert.Empty(Alike.Among([(Id(1), Said("mopeds", 0, "racing at night")), (Id(2), Said("mopeds", 2_000_000, "delivery riders"))], []));

    [Fact]
    public void Nothing_is_like_nothing() => Assert.Empty(Alike.Among([], []));

    private static Guid Id(int number) => new(number, 9, 0, new byte[8]);

    private static Comparable Said(string category, int north, string words = "riders on pavements") => new(words, category, category, new(0, 515_000_000 + north));
}
