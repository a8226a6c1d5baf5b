namespace Wardbook.Access;

public sealed class EveryPageTests
{
    [Fact]
    public async Task Every_page_that_can_be_reached_is_whole_and_needs_no_script()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenTwoSteadyYears();

        var (pages, faults) = await Crawl.From(site, Urls.Home, Urls.StyleGuide);

        Assert.Empty(faults);
        string[] kinds = [Urls.Home, Urls.Find, Urls.Compare, Urls.Area, Urls.Sources, Urls.About, "/wards/", "/places/", "/sources/"];
        Assert.All(kinds, kind => Assert.Contains(pages, page => page.StartsWith(kind, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_site_with_nothing_loaded_is_whole_too()
    {
        await using var site = await TestSite.Start();

        var (_, faults) = await Crawl.From(site, Urls.Home);

        Assert.Empty(faults);
    }
}
