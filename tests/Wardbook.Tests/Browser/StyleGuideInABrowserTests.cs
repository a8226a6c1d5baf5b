using Microsoft.Playwright;

namespace Wardbook.Browser;

/// <summary>What only a browser shows: whether it fits a phone, whether scripts keep to the strict policy, whether a map can be drawn on.</summary>
[Trait("Needs", "browser")]
public sealed class StyleGuideInABrowserTests(Chromium chromium)
{
    private const string Strict = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

    [Theory]
    [InlineData(390)]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task No_page_is_wider_than_the_screen(int width)
    {
        await using var site = await TestSite.Start(inBrowser: true);
        var page = await chromium.Window(site, width);

        await page.GotoAsync(Urls.StyleGuide);

        Assert.Equal(width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Maps_and_forms_work_under_a_policy_without_inline_script_or_style()
    {
        await using var site = await TestSite.Start(inBrowser: true);
        var page = await chromium.Window(site);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        await page.RouteAsync("**" + Urls.StyleGuide, async route =>
        {
            var answer = await route.FetchAsync();
            var headers = new Dictionary<string, string>(answer.Headers) { ["content-security-policy"] = Strict };
            await route.FulfillAsync(new() { Response = answer, Headers = headers });
        });

        await page.GotoAsync(Urls.StyleGuide);
        await Assertions.Expect(page.Locator(".w-map__canvas path.w-shape")).ToHaveCountAsync(12);
        await Assertions.Expect(page.Locator("button[data-find]")).ToBeVisibleAsync();

        Assert.Empty(complaints);
    }

    [Fact]
    public async Task An_area_is_drawn_by_its_corners_and_the_text_box_has_them()
    {
        await using var site = await TestSite.Start(inBrowser: true);
        var page = await chromium.Window(site);
        await page.GotoAsync(Urls.StyleGuide);
        var map = page.Locator("[data-map=draw]");
        var corners = page.Locator("#Corners");

        foreach (var (x, y) in new[] { (200, 100), (400, 100), (400, 300), (250, 330) })
        {
            await map.Locator(".w-map__canvas").ClickAsync(new() { Position = new() { X = x, Y = y } });
        }

        Assert.Equal(4, (await corners.InputValueAsync()).Split('\n').Length);
        await map.GetByText("Undo the last corner").ClickAsync();
        Assert.Equal(3, (await corners.InputValueAsync()).Split('\n').Length);
        await Assertions.Expect(map.GetByRole(AriaRole.Status)).ToHaveTextAsync("3 corners. Press Finish to see the figures, or add more.");

        await map.GetByRole(AriaRole.Button, new() { Name = "Finish" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("Corners=", StringComparison.Ordinal));
        Assert.Equal(3, (await corners.InputValueAsync()).Split('\n').Length);
    }

    [Fact]
    public async Task An_area_can_be_drawn_by_keyboard_alone_and_typed_corners_show_on_the_map()
    {
        await using var site = await TestSite.Start(inBrowser: true);
        var page = await chromium.Window(site);
        await page.GotoAsync(Urls.StyleGuide);
        var map = page.Locator("[data-map=draw]");

        var add = map.GetByText("Add a corner at the middle of the map");
        await add.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Matches(@"^51\.49\d+,-0\.1\d+$", await page.Locator("#Corners").InputValueAsync());

        await page.Locator("#Corners").FillAsync("51.49, -0.11\n51.495, -0.11\n51.495, -0.105");
        await page.Locator("#Corners").BlurAsync();
        await Assertions.Expect(map.Locator("path.w-corner")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task A_place_pressed_on_the_map_becomes_a_link_to_its_ward()
    {
        await using var site = await TestSite.Start(inBrowser: true);
        var page = await chromium.Window(site);
        await page.GotoAsync(Urls.StyleGuide);
        var map = page.Locator("[data-map=find]");

        await map.Locator(".w-map__canvas").ClickAsync();

        var link = map.GetByText("Which ward is it in?");
        Assert.Matches(@"^/style-guide\?at=51\.\d{5},-0\.\d{5}$", await link.GetAttributeAsync("href"));
    }

    [Fact]
    public async Task The_location_is_asked_for_when_the_button_is_pressed_and_goes_into_the_address()
    {
        await using var site = await TestSite.Start(inBrowser: true);
        var page = await chromium.Window(site, more: new()
        {
            Geolocation = new() { Latitude = 51.501f, Longitude = -0.1246f },
            Permissions = ["geolocation"],
        });
        await page.GotoAsync(Urls.StyleGuide);

        await page.GetByText("Use my location").ClickAsync();

        await page.WaitForURLAsync("**/style-guide?at=51.50100,-0.12460");
    }

    [Fact]
    public async Task Without_scripts_the_drawing_and_the_forms_are_there()
    {
        await using var site = await TestSite.Start(inBrowser: true);
        var page = await chromium.Window(site, scripts: false);
        await page.GotoAsync(Urls.StyleGuide);

        await Assertions.Expect(page.Locator(".w-outline")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Use my location")).ToBeHiddenAsync();
        await page.Locator("#Corners").FillAsync("51.5,-0.1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        Assert.Equal("51.5,-0.1", await page.Locator("#Corners").InputValueAsync());
    }
}
