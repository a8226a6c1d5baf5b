using Microsoft.Playwright;

namespace Wardbook.Browser;

[Trait("Needs", "browser")]
public sealed class HouseInABrowserTests(Chromium chromium)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_style_guide_has_no_fault_that_axe_can_find(int width)
    {
        await using var site = await TestSite.Start(inBrowser: true);
        var page = await chromium.Window(site, width);

        await page.GotoAsync("/style-guide");

        Assert.Empty(await Chromium.Faults(page));
        Assert.Equal("Style guide", await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync());
    }

    [Fact]
    public async Task Axe_is_really_asked()
    {
        await using var site = await TestSite.Start(inBrowser: true);
        var page = await chromium.Window(site);

        await page.GotoAsync(Urls.Live);

        Assert.Contains(await Chromium.Faults(page), fault => fault.Contains("document-title", StringComparison.Ordinal));
    }
}
