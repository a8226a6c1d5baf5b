using Microsoft.Playwright;

namespace Wardbook.Browser;

/// <summary>The public pages as a phone and a screen reader have them.</summary>
[Trait("Needs", "browser")]
public sealed class PagesInABrowserTests(Chromium chromium)
{
    [Fact]
    public async Task Every_page_fits_a_phone_and_axe_finds_nothing()
    {
        await using var site = await Full();
        var page = await chromium.Window(site, 390);
        var found = new List<string>();
        foreach (var address in new[]
        {
            Urls.Home, Urls.Find, "/find?q=Northborough", "/find?at=51.505,-0.0901", "/wards/E05000001", "/wards/E05000001/streets", "/wards/E05000001?first=x",
            "/places/E09000002", "/places/metropolitan", "/places/metropolitan/wards", Urls.Compare, "/compare?place=E05000001&place=E05000002", Urls.Area, "/area?around=51.505,-0.095",
            Urls.Sources, Urls.About,
        })
        {
            await page.GotoAsync(address);
            found.AddRange((await Chromium.Faults(page)).Select(fault => $"{address}: {fault}"));
            if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") is > 390 and var width)
            {
                found.Add($"{address} is {width} wide");
            }
        }

        Assert.Empty(found);
    }

    [Fact]
    public async Task A_ward_page_is_under_150_kB_with_everything_and_under_60_kB_of_html()
    {
        await using var site = await Full();
        var page = await chromium.Window(site, 390);
        var (html, all) = (0, 0);
        page.Response += async (_, answer) =>
        {
            if (answer.Url.Contains("map.", StringComparison.Ordinal) || answer.Url.EndsWith(".geojson", StringComparison.Ordinal))
            {
                return;
            }

            var sizes = await answer.Request.SizesAsync();
            all += sizes.ResponseBodySize;
            html += answer.Url.EndsWith("/wards/E05000001", StringComparison.Ordinal) ? (await answer.BodyAsync()).Length : 0;
        };

        await page.GotoAsync("/wards/E05000001", new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.InRange(html, 10_000, 60_000);
        Assert.InRange(all, 5_000, 150_000);
    }

    [Fact]
    public async Task An_area_drawn_on_the_map_becomes_a_link_with_its_figures()
    {
        await using var site = await Full();
        var page = await chromium.Window(site);
        await page.GotoAsync("/area?around=51.505,-0.095");
        var map = page.Locator("[data-map=draw]");
        await Assertions.Expect(page.Locator("[data-map=show] path.w-drawn")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("svg.w-outline")).ToHaveCountAsync(0);

        foreach (var (x, y) in new[] { (100, 60), (600, 60), (600, 400), (100, 400) })
        {
            await map.Locator(".w-map__canvas").ClickAsync(new() { Position = new() { X = x, Y = y } });
        }

        await map.GetByRole(AriaRole.Button, new() { Name = "Finish" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("shape=", StringComparison.Ordinal));

        await Assertions.Expect(page.Locator(".w-lead")).ToContainTextAsync("were recorded in this area");
    }

    /// <summary>Nothing but the keyboard: Tab, Enter and letters.</summary>
    [Fact]
    public async Task From_the_first_page_to_a_ward_and_its_table_by_keyboard_alone()
    {
        await using var site = await Full();
        var page = await chromium.Window(site);
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to main content", (await Focused(page)).Trim());
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "document.activeElement.name === 'q'");
        await page.Keyboard.TypeAsync("Northborough");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("q=Northborough", StringComparison.Ordinal));
        await TabTo(page, "document.activeElement.pathname === '/wards/E05000001'");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("/wards/E05000001", StringComparison.Ordinal));
        await TabTo(page, "document.activeElement.tagName === 'SUMMARY'");
        await page.Keyboard.PressAsync("Enter");

        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.parentElement.open"));
        Assert.NotEqual("none", await page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle"));
    }

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.textContent");

    private static async Task TabTo(IPage page, string there)
    {
        for (var press = 0; press < 80 && !await page.EvaluateAsync<bool>($"() => {there}"); press++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.True(await page.EvaluateAsync<bool>($"() => {there}"), $"The keyboard does not reach {there}.");
    }

    [Fact]
    public async Task Without_scripts_a_ward_page_says_everything()
    {
        await using var site = await Full();
        var page = await chromium.Window(site, scripts: false);

        await page.GotoAsync("/wards/E05000001");

        await Assertions.Expect(page.Locator("svg.w-outline path")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("#kinds-table tbody tr")).ToHaveCountAsync(1);
        await page.GetByText("Choose other months").ClickAsync();
        await page.SelectOptionAsync("select[name=First]", "2013-04");
        await page.SelectOptionAsync("select[name=Last]", "2013-06");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Assertions.Expect(page.Locator(".w-lead")).ToContainTextAsync("in April to June 2013");
    }

    private static async Task<TestSite> Full()
    {
        var site = await TestSite.Start(inBrowser: true);
        await site.GivenFourWards();
        await site.GivenTwoSteadyYears();
        await site.GivenPeople(2_000);
        return site;
    }
}
