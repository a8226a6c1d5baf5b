namespace Wardbook.Wards;

public sealed class FindPageTests
{
    [Theory]
    [InlineData("q=Abbey")]
    [InlineData("q=abbey")]
    [InlineData("q=E05000001")]
    [InlineData("q=51.505,-0.095")]
    [InlineData("at=51.505,-0.095")]
    public async Task One_answer_leads_straight_to_the_ward(string query)
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();

        var page = await site.Get($"{Urls.Find}?{query}");

        Assert.Equal("/wards/E05000001", new Uri(page.Url).AbsolutePath);
    }

    // 0.0001 degrees of longitude are 7 metres here.
    [Fact]
    public async Task Near_a_border_the_neighbour_is_offered()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();

        var page = await site.Get($"{Urls.Find}?at=51.505,-0.0901");

        Assert.Contains("That is in Abbey, and near the border.", page.Text(".govuk-notification-banner"), StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == "/wards/E05000002" && link.TextContent == "Bridge");
    }

    [Fact]
    public async Task Several_answers_are_listed()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();

        var page = await site.Get($"{Urls.Find}?q=Northborough");

        Assert.Equal(["Abbey", "Bridge"], page.QuerySelectorAll("main ul a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task A_street_that_crime_is_recorded_on_leads_to_its_ward()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenCrimes(new TestSite.Recorded(new(2013, 12), "Burglary", 3, "Atlantic Road"));

        var page = await site.Get($"{Urls.Find}?q=atlantic+road");

        Assert.Equal("/wards/E05000001", new Uri(page.Url).AbsolutePath);
    }

    [Theory]
    [InlineData("q=Nowhere", "No ward or borough is called Nowhere")]
    [InlineData("q=ZZ99+9ZZ", "postcode")]
    [InlineData("at=51.5,2.0", "is in none of the wards that are loaded: it may be in the sea")]
    [InlineData("q=", "Type a postcode, the name of a ward, or a street")]
    [InlineData("at=91,200", "is not a latitude and a longitude")]
    public async Task No_answer_is_said_in_words_and_what_was_typed_is_kept(string query, string words)
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();

        var page = await site.Get($"{Urls.Find}?{query}");

        Assert.Contains(words, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        if (query == "q=Nowhere")
        {
            Assert.Equal("Nowhere", page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task A_resident_of_an_empty_site_is_told_no_command()
    {
        await using var site = await TestSite.Start();

        var page = await site.Get($"{Urls.Find}?q=Abbey");

        Assert.Contains("No wards are known here yet", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.DoesNotContain("wardbook import", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("wardbook import boundaries", (await site.Run("find", "Abbey")).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_finds_streets_as_the_page_does()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenCrimes(new TestSite.Recorded(new(2013, 12), "Burglary", 1, "Atlantic Road"));

        var ran = await site.Run("find", "atlantic road");

        Assert.StartsWith("E05000001", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_very_long_question_is_refused_in_words()
    {
        await using var site = await TestSite.Start();

        var page = await site.Get($"{Urls.Find}?q={new string('a', 500)}");

        Assert.Contains("That is too long.", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
    }
}
