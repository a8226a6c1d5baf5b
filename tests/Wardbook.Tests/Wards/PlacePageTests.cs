using System.Net;
using AngleSharp.Dom;
using Wardbook.Periods;
using Wardbook.Places;

namespace Wardbook.Wards;

public sealed class PlacePageTests
{
    private static readonly PlaceCode Northborough = PlaceCode.Parse("E09000002");
    private static readonly PlaceCode Metropolitan = PlaceCode.Parse("metropolitan");
    private static readonly Month December = new(2013, 12);

    [Fact]
    public async Task A_borough_lists_its_wards_with_their_figures()
    {
        await using var site = await Uneven();

        var page = await site.Get(Urls.Place(Northborough));

        Assert.Equal("Northborough", page.Text("h1"));
        Assert.Equal([["Abbey", "E05000001", "30"], ["Bridge", "E05000002", "50"]], Rows(page));
    }

    [Fact]
    public async Task A_heading_sorts_the_wards_by_a_plain_link()
    {
        await using var site = await Uneven();
        var page = await site.Get(Urls.Place(Northborough));

        var sorted = await site.Get(page.QuerySelectorAll("#places a.w-sort").Single(link => link.TextContent == "Crimes").GetAttribute("href") is { } href
            ? Urls.Place(Northborough) + href : "");

        Assert.Equal("Bridge", Rows(sorted)[0][0]);
        Assert.Equal("descending", sorted.QuerySelectorAll("#places th").Single(heading => heading.TextContent == "Crimes").GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Its_wards_can_be_ticked_to_be_compared()
    {
        await using var site = await Uneven();

        var page = await site.Get(Urls.Place(Northborough));

        var boxes = page.QuerySelectorAll("form[action='/compare'] input[type=checkbox]");
        Assert.Equal(["E05000001", "E05000002"], boxes.Select(box => box.GetAttribute("value")!));
        Assert.All(boxes, box => Assert.Equal("place", box.GetAttribute("name")));
        Assert.All(boxes, box => Assert.NotNull(page.QuerySelector($"label[for='{box.Id}']")));
    }

    [Fact]
    public async Task A_force_lists_its_boroughs_and_adds_up_to_them()
    {
        await using var site = await Uneven();

        var page = await site.Get(Urls.Place(Metropolitan));

        Assert.StartsWith("80 burglary offences were recorded in the Metropolitan Police Service area in December 2013", page.Text(".w-lead"), StringComparison.Ordinal);
        Assert.Equal([["Northborough", "E09000002", "80"], ["Southborough", "E09000003", "0"]], Rows(page));
    }

    [Fact]
    public async Task The_map_has_the_shapes_of_its_wards_and_the_table_says_the_same()
    {
        await using var site = await Uneven();
        var page = await site.Get(Urls.Place(Northborough));

        var shapes = await site.GetText(page.QuerySelector("[data-map]")!.GetAttribute("data-geojson")!);

        Assert.Contains("\"Abbey\"", shapes, StringComparison.Ordinal);
        Assert.Contains("\"Bridge\"", shapes, StringComparison.Ordinal);
        Assert.DoesNotContain("Castle", shapes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wards_are_a_csv_at_the_same_address()
    {
        await using var site = await Uneven();

        var csv = await site.GetText($"{Urls.Place(Northborough)}.csv?table=within");

        Assert.Equal("name,code,crimes,year_before,change,rate,incidents,people\r\nAbbey,E05000001,30,,,,,\r\nBridge,E05000002,50,,,,,\r\n", csv);
    }

    [Fact]
    public async Task A_force_leads_to_a_list_of_all_its_wards_that_is_sorted_by_a_link_and_a_file_too()
    {
        await using var site = await Uneven();
        var page = await site.Get(Urls.Place(Metropolitan));
        Assert.NotNull(page.QuerySelector($"main a[href='{Urls.WardsOf(Metropolitan)}']"));

        var sorted = await site.Get($"{Urls.WardsOf(Metropolitan)}?sort=-crimes");

        Assert.Equal(["Bridge 50", "Abbey 30", "Castle 0", "Dock 0"],
            sorted.QuerySelectorAll("#wards tbody tr").Select(row => $"{row.Children[0].TextContent} {row.Children[2].TextContent}"));
        Assert.Equal(["Abbey", "Bridge", "Castle", "Dock"],
            (await site.GetText($"{Urls.WardsOf(Metropolitan)}.csv")).Split("\r\n")[1..5].Select(line => line.Split(',')[0]));
    }

    [Fact]
    public async Task A_long_list_of_wards_comes_fifty_at_a_time()
    {
        await using var site = await TestSite.Start();
        await site.GivenManyWards(120);

        var second = await site.Get($"{Urls.WardsOf(Metropolitan)}?sort=-name&page=2");

        var names = second.QuerySelectorAll("#wards tbody tr").Select(row => row.Children[0].TextContent).ToList();
        Assert.Equal((50, "Ward 070", "Ward 021"), (names.Count, names[0], names[^1]));
        Assert.Equal("?sort=-name&page=3", second.QuerySelector("nav[aria-label=Pages] a[rel=next]")!.GetAttribute("href"));
        Assert.Equal(121, (await site.GetText($"{Urls.WardsOf(Metropolitan)}.csv")).TrimEnd().Split('\n').Length);
    }

    [Theory]
    [InlineData("/places/nowhere/wards")]
    [InlineData("/places/E05000001")]
    [InlineData("/places/nowhere")]
    [InlineData("/places/E09000002/clusters.geojson")]
    public async Task A_code_that_nobody_knows_is_not_found(string address)
    {
        await using var site = await Uneven();

        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(address)).StatusCode);
    }

    private static async Task<TestSite> Uneven()
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenCrimes(new(December, "Burglary", 30, "High Street"), new(December, "Burglary", 50, "Bridge Street") { Longitude = -0.085 });
        return site;
    }

    private static List<string[]> Rows(IDocument page) =>
        [.. page.QuerySelectorAll("#places tbody tr").Select(row => row.Children.Take(3).Select(cell => cell.TextContent).ToArray())];
}
