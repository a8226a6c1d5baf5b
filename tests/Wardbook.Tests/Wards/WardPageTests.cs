using System.Net;
using Wardbook.Periods;
using Wardbook.Places;

namespace Wardbook.Wards;

public sealed class WardPageTests
{
    private static readonly PlaceCode Abbey = PlaceCode.Parse("E05000001");
    private static readonly Month December = new(2013, 12);

    [Fact]
    public async Task Begins_with_a_plain_sentence_that_is_no_surer_than_the_figures()
    {
        await using var site = await Steady();

        var page = await site.Get(Urls.Ward(Abbey));

        Assert.Equal("60 burglary offences were recorded in Abbey in the 12 months to December 2013, and 60 in the same months a year before. We cannot tell this from no change.", page.Text(".w-lead"));
        Assert.Equal("Abbey", page.Text("h1"));
        Assert.Equal("Abbey, Northborough - Wardbook", page.Title);
    }

    [Fact]
    public async Task Says_that_a_large_rise_is_unlikely_to_be_chance()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenCrimes(new(December.Plus(-12), "Burglary", 40, "High Street"), new(December, "Burglary", 120, "High Street"));

        var page = await site.Get($"{Urls.Ward(Abbey)}?first=2013-12&last=2013-12");

        Assert.Contains("Up from 40 to 120. A change this big is unlikely to be chance.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_too_few_to_tell_when_both_years_are_small()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenCrimes(new(December.Plus(-12), "Burglary", 4, "High Street"), new(December, "Burglary", 9, "High Street"));

        var page = await site.Get($"{Urls.Ward(Abbey)}?first=2013-12&last=2013-12");

        Assert.Contains("These are too few to tell whether anything changed.", page.Text(".w-lead"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_anti_social_behaviour_apart_from_crime()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenCrimes(new(December, "Burglary", 3, "High Street"), new(December, "Robbery", 2, "High Street"), new(December, "Anti-social behaviour", 30, "High Street"));

        var page = await site.Get(Urls.Ward(Abbey));

        Assert.StartsWith("5 crimes were recorded in Abbey in December 2013", page.Text(".w-lead"), StringComparison.Ordinal);
        var figures = page.QuerySelectorAll(".w-figure").Select(figure => figure.TextContent).ToList();
        Assert.Contains(figures, figure => figure.Contains("Anti-social behaviour", StringComparison.Ordinal) && figure.Contains("30", StringComparison.Ordinal) && figure.Contains("Never added to crimes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Does_not_call_anti_social_behaviour_none_when_it_was_not_loaded()
    {
        await using var site = await Steady();

        var page = await site.Get(Urls.Ward(Abbey));

        var incidents = page.QuerySelectorAll(".w-figure").Single(figure => figure.TextContent.Contains("Anti-social", StringComparison.Ordinal));
        Assert.Contains("Not loaded for these months", incidents.TextContent, StringComparison.Ordinal);
        Assert.Contains("Only burglary is loaded for these months, so this is not all crime.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    // 60 burglaries among 2,000 people in a year are 30 for every 1,000.
    [Fact]
    public async Task Gives_the_rate_for_every_thousand_people_with_how_far_it_could_be_off_and_beside_borough_and_force()
    {
        await using var site = await Steady();
        await site.GivenPeople(2_000);

        var page = await site.Get(Urls.Ward(Abbey));

        var rate = page.QuerySelectorAll(".w-figure").Single(figure => figure.TextContent.Contains("For every 1,000 people", StringComparison.Ordinal));
        Assert.Contains("30.0", rate.TextContent, StringComparison.Ordinal);

        // Garwood's interval for 60 is 45.8 to 77.2: Ulm, 1990, American Journal of Epidemiology 131, formula by chi-squared.
        Assert.Contains("Likely between 22.9 and 38.6", rate.TextContent, StringComparison.Ordinal);
        var names = page.QuerySelectorAll(".w-bars tbody th").Select(name => name.TextContent).ToList();
        Assert.Equal(["Abbey", "The rest of Northborough", "The rest of the Metropolitan Police Service area"], names);
        Assert.Contains("2,000 in 2013 (Office for National Statistics)", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_so_when_nobody_knows_how_many_live_there()
    {
        await using var site = await Steady();

        var page = await site.Get(Urls.Ward(Abbey));

        Assert.Contains("Not known: no population figures are loaded for this ward", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".w-bars"));
    }

    [Fact]
    public async Task Lists_the_wards_beside_it_and_what_it_is_part_of()
    {
        await using var site = await Steady();

        var page = await site.Get(Urls.Ward(Abbey));

        Assert.Equal(["Bridge", "Castle"], page.QuerySelectorAll(".w-places a").Select(link => link.TextContent).Order());
        Assert.Equal(["Metropolitan Police Service", "Northborough", "Abbey"], page.QuerySelectorAll(".govuk-breadcrumbs li").Select(item => item.TextContent));
        Assert.Equal($"{Urls.Ward(Abbey)}.geojson", page.QuerySelector("[data-map]")!.GetAttribute("data-geojson"));
    }

    [Fact]
    public async Task Lists_the_streets_with_most_crime_first_and_links_to_all_of_them()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenCrimes(Enumerable.Range(1, 12).Select(street => new TestSite.Recorded(December, "Burglary", street, $"Street {street}")));

        var page = await site.Get(Urls.Ward(Abbey));

        var streets = page.QuerySelectorAll("#streets-table tbody th").Select(cell => cell.TextContent).ToList();
        Assert.Equal(10, streets.Count);
        Assert.Equal("On or near Street 12", streets[0]);
        var all = await site.Get(page.QuerySelectorAll("a").Single(link => link.TextContent == "All 12 streets and places").GetAttribute("href")!);
        Assert.Equal(12, all.QuerySelectorAll("#streets tbody tr").Length);
    }

    [Fact]
    public async Task Says_how_many_of_its_own_records_lie_so_near_the_border_that_they_may_be_a_neighbours()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();

        // 0.00002 degrees of longitude are 1.4 metres here; the middle is hundreds from any border.
        await site.GivenCrimes(new(December, "Burglary", 3, "Border Road") { Longitude = -0.09002 }, new(December, "Burglary", 4, "High Street"));

        var page = await site.Get(Urls.Ward(Abbey));

        Assert.Contains("3 of the 7 records here lie within 5 metres of the border.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_abolished_ward_says_what_became_of_it()
    {
        await using var site = await Steady();
        await site.GivenAbbeyAndBridgeBecameRiverside();

        var page = await site.Get(Urls.Ward(Abbey));

        Assert.Contains("Abbey was abolished after 21 May 2014. Its area is now in:", page.Text(".govuk-notification-banner"), StringComparison.Ordinal);
        Assert.Equal("/wards/E05009301", page.QuerySelector(".govuk-notification-banner__link")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Shows_the_boundaries_that_were_asked_for()
    {
        await using var site = await Steady();
        await site.GivenAbbeyAndBridgeBecameRiverside();

        var page = await site.Get("/wards/E05000003?wards=2011-05-05");

        Assert.Contains("You are looking at the wards from 5 May 2011.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Abbey", "Dock"], page.QuerySelectorAll(".w-places a").Select(link => link.TextContent).Order());
    }

    [Fact]
    public async Task Shows_the_months_that_were_asked_for()
    {
        await using var site = await Steady();

        var page = await site.Get($"{Urls.Ward(Abbey)}?first=2013-04&last=2013-06");

        Assert.StartsWith("15 burglary offences were recorded in Abbey in April to June 2013, and 15 in the same months a year before.", page.Text(".w-lead"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("first=2013-06&last=2013-04", "The last month, April 2013, is before the first, June 2013.")]
    [InlineData("first=June&last=2013-06", "“June” is not a month. Give a year and a month, such as 2014-03.")]
    [InlineData("first=2099-01&last=2099-02", "February 2099 is not loaded. The last month here is December 2013.")]
    [InlineData("first=2012-01&last=2013-12", "January 2012 to December 2013 is more than 12 months. Choose at most 12, because they are compared with the same months a year before.")]
    [InlineData("wards=yesterday", "“yesterday” is not a day. Give a year, a month and a day, such as 2014-05-22.")]
    public async Task Says_what_is_wrong_with_what_was_asked_for_and_shows_the_usual_months(string query, string words)
    {
        await using var site = await Steady();

        var page = await site.Get($"{Urls.Ward(Abbey)}?{query}");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains(words, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.StartsWith("60 burglary offences", page.Text(".w-lead"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/wards/E05999999")]
    [InlineData("/wards/E09000002")]
    [InlineData("/wards/%3Cscript%3E")]
    [InlineData("/wards/E05999999.csv")]
    [InlineData("/wards/E05000001.csv?table=nonsense")]
    public async Task A_code_that_nobody_knows_is_not_found(string address)
    {
        await using var site = await Steady();
        await site.Get(Urls.Live);

        var answer = await site.Http.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Without_any_crime_it_still_says_where_the_ward_is()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();

        var page = await site.Get(Urls.Ward(Abbey));

        Assert.Contains("No recorded crime is loaded for Abbey", page.Text(".w-empty"), StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll(".w-places a").Length);
    }

    [Fact]
    public async Task Says_where_the_figures_come_from_and_when_they_were_loaded()
    {
        await using var site = await Steady();

        var page = await site.Get(Urls.Ward(Abbey));

        var source = page.Text(".w-source");
        Assert.Contains("data.police.uk", source, StringComparison.Ordinal);
        Assert.Contains("Open Government Licence v3.0", source, StringComparison.Ordinal);
        Assert.Contains("15 June 2026", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kinds", "kind,count,year_before,change\r\nBurglary,60,60,cannot tell\r\n")]
    [InlineData("streets", "place,crimes\r\nOn or near High Street,60\r\n")]
    [InlineData("neighbours", "name,code,hectares\r\n")]
    public async Task Each_table_is_a_csv_at_the_same_address(string table, string begins)
    {
        await using var site = await Steady();

        var csv = await site.GetText($"{Urls.Ward(Abbey)}.csv?table={table}");

        Assert.StartsWith(begins, csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_table_is_json_as_well()
    {
        await using var site = await Steady();

        Assert.Equal("""{"title":"Abbey by kind, the 12 months to December 2013","rows":[{"kind":"Burglary","count":60,"year_before":60,"change":"cannot tell"}]}""",
            await site.GetText($"{Urls.Ward(Abbey)}.json"));
    }

    [Fact]
    public async Task Its_shapes_are_geojson_with_the_neighbours()
    {
        await using var site = await Steady();

        using var shapes = System.Text.Json.JsonDocument.Parse(await site.GetText($"{Urls.Ward(Abbey)}.geojson"));

        var roles = shapes.RootElement.GetProperty("features").EnumerateArray()
            .Select(feature => (feature.GetProperty("properties").GetProperty("name").GetString(), feature.GetProperty("properties").GetProperty("role").GetString())).Order();
        Assert.Equal([("Abbey", "here"), ("Bridge", "neighbour"), ("Castle", "neighbour")], roles);
    }

    [Fact]
    public async Task A_later_edition_replaces_the_earlier_and_the_page_says_so()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenCrimes(new TestSite.Recorded(December, "Burglary", 30, "High Street"));
        await site.GivenCrimes(new TestSite.Recorded(December, "Burglary", 33, "High Street"));

        var page = await site.Get(Urls.Ward(Abbey));

        Assert.StartsWith("33 burglary offences", page.Text(".w-lead"), StringComparison.Ordinal);
        Assert.Contains("December 2013 was published again with changes.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<TestSite> Steady()
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenTwoSteadyYears();
        return site;
    }
}
