namespace Wardbook.Wards;

public sealed class HomePageTests
{
    [Fact]
    public async Task Asks_one_question_that_needs_no_script()
    {
        await using var site = await TestSite.Start();

        var page = await site.Get(Urls.Home);

        var form = page.QuerySelector(".w-ask form")!;
        Assert.Equal("/find", form.GetAttribute("action"));
        var box = form.QuerySelector("input[name=q]")!;
        Assert.Equal("Where do you live or work?", page.Text($"label[for={box.Id}]"));
    }

    [Fact]
    public async Task With_nothing_loaded_it_says_what_to_do_next()
    {
        await using var site = await TestSite.Start();

        var page = await site.Get(Urls.Home);

        Assert.Contains("Nothing is loaded yet", page.Text(".w-empty"), StringComparison.Ordinal);
        Assert.Contains("wardbook import boundaries", page.Text(".w-empty"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_force_at_a_glance_and_its_boroughs()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenTwoSteadyYears();

        var page = await site.Get(Urls.Home);

        Assert.StartsWith("240 burglary offences were recorded in the Metropolitan Police Service area in the 12 months to December 2013, and 240 in the same months a year before.", page.Text(".w-lead"), StringComparison.Ordinal);
        Assert.Equal(["/places/E09000002", "/places/E09000003"], page.QuerySelectorAll(".w-places a").Select(link => link.GetAttribute("href")!));
    }

    [Fact]
    public async Task With_boundaries_alone_it_lists_the_boroughs_and_says_that_crime_is_missing()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();

        var page = await site.Get(Urls.Home);

        Assert.Contains("No recorded crime is loaded", page.Text(".w-empty"), StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll(".w-places a").Length);
    }
}
