using System.Net;
using System.Text.Json;

namespace Wardbook.Shared;

/// <summary>Every part that pages are made of, as a reader's browser gets it.</summary>
public sealed class StyleGuideTests(StyleGuideSite site) : IClassFixture<StyleGuideSite>
{
    [Fact]
    public async Task Has_one_heading_one_main_part_and_a_way_to_skip_to_it()
    {
        var page = await site.Page();

        Assert.Equal("Style guide - Wardbook", page.Title);
        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("#" + page.QuerySelector("main")!.Id, page.QuerySelector(".govuk-skip-link")!.GetAttribute("href"));
    }

    [Fact]
    public async Task No_id_is_used_twice_and_whatever_is_pointed_at_is_there()
    {
        var page = await site.Page("?Postcode=much+too+long+for+one");
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        var pointedAt = page.QuerySelectorAll("[for],[aria-describedby],[aria-labelledby],[data-corners]")
            .SelectMany(element => new[] { "for", "aria-describedby", "aria-labelledby", "data-corners" }.Select(element.GetAttribute))
            .OfType<string>().SelectMany(text => text.Split(' '))
            .Concat(page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]));
        Assert.Empty(pointedAt.Except(ids));
    }

    [Fact]
    public async Task Needs_no_inline_script_or_style()
    {
        var page = await site.Page();

        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src]), [onclick], [onchange], [onload]"));
        Assert.All(page.QuerySelectorAll("script"), script => Assert.Equal("module", script.GetAttribute("type")));
    }

    [Fact]
    public async Task Asks_nobody_but_this_site_for_anything()
    {
        var page = await site.Page();

        Assert.All(
            page.QuerySelectorAll("script[src], link[href], img[src]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!),
            address => Assert.StartsWith("/assets/", address));
        Assert.Empty(page.QuerySelectorAll("[data-tiles]"));
    }

    [Fact]
    public async Task What_the_page_loads_is_there_and_carries_its_own_fingerprint()
    {
        var page = await site.Page();

        var addresses = page.QuerySelectorAll("script[src], link[href], img[src]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!).Distinct().ToList();
        Assert.Equal(5, addresses.Count);
        foreach (var address in addresses)
        {
            using var answer = await site.Ask(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Matches(@"\.[a-z0-9]{10}\.(css|js|svg)$", address);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_class_the_parts_use_is_in_the_stylesheet()
    {
        var page = await site.Page("?Postcode=much+too+long+for+one");
        using var answer = await site.Ask(page.QuerySelector("link[href*='/site.']")!.GetAttribute("href")!);
        var sheet = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        // These mark a part; GOV.UK's stylesheet gives them nothing of their own.
        string[] bare = ["govuk-button-group", "govuk-phase-banner__content", "govuk-table"];
        Assert.All(
            page.QuerySelectorAll("*").SelectMany(element => element.ClassList).Distinct().Except(bare),
            name => Assert.Contains("." + name, sheet, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_without_a_map_does_not_load_one()
    {
        var page = await site.Page(Urls.Problem(404), HttpStatusCode.NotFound);

        Assert.Empty(page.QuerySelectorAll("script[src*=map], link[href*=map]"));
    }

    [Fact]
    public async Task A_wrong_field_says_so_at_the_top_beside_the_field_and_in_the_title_and_keeps_what_was_typed()
    {
        var page = await site.Page("?Postcode=SW1A+1AA+or+so");
        const string wrong = "A postcode has at most 8 letters and digits, such as SW1A 1AA";

        Assert.StartsWith("Error: ", page.Title);
        var link = page.QuerySelector(".govuk-error-summary a")!;
        Assert.Equal(wrong, link.TextContent);
        var field = page.QuerySelector(link.GetAttribute("href")!)!;
        Assert.Equal("SW1A 1AA or so", field.GetAttribute("value"));
        Assert.Equal("Postcode-hint Postcode-error", field.GetAttribute("aria-describedby"));
        Assert.Equal($"Error: {wrong}", page.QuerySelector("#Postcode-error")!.TextContent);
    }

    [Fact]
    public async Task Without_mistakes_there_is_no_error_summary()
    {
        var page = await site.Page();

        Assert.Null(page.QuerySelector(".govuk-error-summary"));
        Assert.StartsWith("Style guide", page.Title);
    }

    [Fact]
    public async Task Choices_keep_what_was_chosen()
    {
        var page = await site.Page("?Kind=robbery&Order=rate&Months=2026-02&Months=2026-03&Corners=51.5,-0.1%0A51.6,-0.1");

        Assert.Equal("robbery", page.QuerySelector("#Kind option[selected]")!.GetAttribute("value"));
        Assert.Equal(["rate"], page.QuerySelectorAll("[name=Order][checked]").Select(box => box.GetAttribute("value")));
        Assert.Equal(["2026-02", "2026-03"], page.QuerySelectorAll("[name=Months][checked]").Select(box => box.GetAttribute("value")));
        Assert.Equal("51.5,-0.1\n51.6,-0.1", page.QuerySelector("#Corners")!.TextContent);
    }

    [Fact]
    public async Task What_was_typed_is_never_markup()
    {
        var page = await site.Page("?Postcode=%22%3E%3Cb%3E&Corners=%3C/textarea%3E%3Cb%3E");

        Assert.Empty(page.QuerySelectorAll("b"));
        Assert.Equal("\"><b>", page.QuerySelector("#Postcode")!.GetAttribute("value"));
        Assert.Equal("</textarea><b>", page.QuerySelector("#Corners")!.TextContent);
    }

    [Fact]
    public async Task A_heading_is_a_link_that_sorts_the_greatest_first_then_turns_round()
    {
        var unsorted = await site.Page("?Kind=robbery&page=3");
        var link = unsorted.QuerySelector("#wards th:nth-child(2) a")!;
        Assert.Equal("?Kind=robbery&sort=-crimes", link.GetAttribute("href"));

        var falling = await site.Page("?sort=-crimes");
        Assert.Equal(["Abbey", "St John\u2019s", "Riverside", "Heath"], falling.QuerySelectorAll("#wards tbody th").Select(cell => cell.TextContent));
        Assert.Equal("descending", falling.QuerySelector("#wards th:nth-child(2)")!.GetAttribute("aria-sort"));
        Assert.Equal("?sort=crimes", falling.QuerySelector("#wards th:nth-child(2) a")!.GetAttribute("href"));
        Assert.Null(falling.QuerySelector("#wards th:nth-child(1)")!.GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task What_is_not_known_comes_last_both_ways_round()
    {
        var rising = await site.Page("?sort=rate");
        var falling = await site.Page("?sort=-rate");

        Assert.Equal(["24.1", "51.0", "98.4", "not known"], rising.QuerySelectorAll("#wards td:last-child").Select(cell => cell.TextContent));
        Assert.Equal(["98.4", "51.0", "24.1", "not known"], falling.QuerySelectorAll("#wards td:last-child").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task An_order_the_table_does_not_have_is_no_order()
    {
        var page = await site.Page("?sort=%27%3Bdrop");

        Assert.Equal("Abbey", page.QuerySelector("#wards tbody th")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("#wards [aria-sort]"));
    }

    [Fact]
    public async Task Long_lists_link_to_the_first_the_last_and_the_neighbouring_pages()
    {
        var page = await site.Page("?sort=ward");

        Assert.Equal(["1", "2", "3", "4", "5", "\u22ef", "12"], page.QuerySelectorAll(".govuk-pagination__item").Select(item => item.TextContent.Trim()));
        Assert.Equal("?sort=ward&page=5", page.QuerySelector(".govuk-pagination [rel=next]")!.GetAttribute("href"));
        Assert.Equal("Page 4", page.QuerySelector(".govuk-pagination [aria-current=page]")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task The_source_says_publisher_licence_months_gaps_and_what_comes_next()
    {
        var page = await site.Page();

        Assert.Equal(
            "Source: data.police.uk, under the Open Government Licence v3.0. Covers April 2024 to March 2026, without November 2024, which nobody published. "
            + "Imported 28 April 2026. The next figures are expected in late May 2026.",
            page.QuerySelector(".w-source")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_figure_carries_its_interval_in_words_and_its_absence_a_reason()
    {
        var page = await site.Page();
        var figures = page.QuerySelectorAll(".w-figure");

        Assert.Equal("Likely between 21.5 and 27.0", figures[1].QuerySelector(".w-figure__doubt")!.TextContent);
        Assert.Equal("41 people answered. That is too few to give a figure.", figures[3].QuerySelector(".w-figure__none")!.TextContent);
        Assert.Null(figures[3].QuerySelector(".w-figure__number"));
    }

    [Fact]
    public async Task Every_drawing_is_left_to_the_words_and_the_table_that_say_the_same()
    {
        var page = await site.Page();

        Assert.All(page.QuerySelectorAll("svg"), drawing => Assert.NotNull(drawing.Closest("[aria-hidden=true]")));
        Assert.Equal(12, page.QuerySelectorAll(".w-chart table tbody tr").Length);
        Assert.All(page.QuerySelectorAll("[aria-hidden=true] a"), link => Assert.Equal("-1", link.GetAttribute("tabindex")));
    }

    [Fact]
    public async Task A_map_has_its_drawing_without_scripts_and_its_shapes_for_the_script()
    {
        var page = await site.Page();
        var map = page.QuerySelector(".w-map[data-map=show]")!;
        Assert.Equal(4, map.QuerySelectorAll("svg path").Length);

        using var answer = await site.Ask(map.GetAttribute("data-geojson")!);
        Assert.Equal("application/geo+json", answer.Content.Headers.ContentType!.MediaType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Riverside", json.RootElement.GetProperty("features")[3].GetProperty("properties").GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_location_button_is_hidden_until_a_script_can_serve_it()
    {
        var page = await site.Page();

        Assert.True(page.QuerySelector("button[data-find]")!.HasAttribute("hidden"));
    }
}
