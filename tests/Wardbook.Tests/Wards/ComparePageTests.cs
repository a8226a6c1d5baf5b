using System.Net;

namespace Wardbook.Wards;

public sealed class ComparePageTests
{
    [Fact]
    public async Task Puts_wards_and_boroughs_side_by_side()
    {
        await using var site = await Steady();

        var page = await site.Get("/compare?place=E05000001&place=E09000003");

        Assert.Equal([["Abbey", "E05000001", "60", "60"], ["Southborough", "E09000003", "120", "120"]],
            page.QuerySelectorAll("#places tbody tr").Select(row => row.Children.Take(4).Select(cell => cell.TextContent).ToArray()));
        Assert.Equal(["Abbey", "Southborough"], page.QuerySelectorAll(".w-small-months strong").Select(name => name.TextContent));
    }

    [Fact]
    public async Task A_place_is_added_by_its_name()
    {
        await using var site = await Steady();

        var page = await site.Get("/compare?place=E05000001&add=bridge");

        Assert.Equal("?place=E05000001&place=E05000002", new Uri(page.Url).Query);
    }

    [Fact]
    public async Task A_place_is_removed_by_a_link()
    {
        await using var site = await Steady();
        var page = await site.Get("/compare?place=E05000001&place=E05000002");

        var remove = page.QuerySelectorAll("main a").First(link => link.TextContent == "Remove Abbey").GetAttribute("href");

        Assert.Equal("/compare?place=E05000002", remove);
    }

    [Theory]
    [InlineData("place=E05999999", "There is no place with the code E05999999.")]
    [InlineData("add=Nowhere", "There is no ward or borough called “Nowhere”.")]
    [InlineData("place=E05000001&first=soon", "The months or boundaries in the address could not be understood.")]
    public async Task Says_what_is_wrong(string query, string words)
    {
        await using var site = await Steady();

        var page = await site.Get($"/compare?{query}");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains(words, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_a_csv_at_the_same_address()
    {
        await using var site = await Steady();

        var csv = await site.GetText("/compare.csv?place=E05000001&place=E05000002");

        Assert.Equal("name,code,crimes,year_before,change,rate,incidents,people\r\nAbbey,E05000001,60,60,cannot tell,,,\r\nBridge,E05000002,60,60,cannot tell,,,\r\n", csv);
    }

    private static async Task<TestSite> Steady()
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenTwoSteadyYears();
        return site;
    }
}
