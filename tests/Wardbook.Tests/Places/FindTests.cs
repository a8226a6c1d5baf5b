namespace Wardbook.Places;

public sealed class FindTests
{
    [Fact]
    public async Task A_point_is_in_its_ward_and_near_a_border_the_neighbour_is_offered()
    {
        await using var site = await TestSite.Start();
        await site.ImportWards(site.BoundaryFile("wards.geojson", TestSite.FourWards));

        var inside = await site.Run("find", TestSite.Where(1.5, 0.5), "--format", "csv");
        var near = await site.Run("find", TestSite.Where(1.9, 0.5), "--format", "csv");
        var notSoNear = await site.Run("find", TestSite.Where(1.9, 0.5), "--near", "5", "--format", "csv");

        Assert.Equal("ward,name,borough,force,from,near\nE05000002,Birch,Westminster,Metropolitan Police Service,2018-05-03,\n", inside.Output.ReplaceLineEndings("\n"));
        Assert.Equal(("", 0), (inside.Messages, inside.ExitCode));

        // A ten-thousandth of a degree of longitude at 51.5 degrees is 6.94 metres (Vincenty).
        Assert.Contains("E05000003 Cedar 7 m", near.Output, StringComparison.Ordinal);
        Assert.Contains("is 7 metres from the border with Cedar. It may be there instead.", near.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("Cedar", notSoNear.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_point_on_a_border_goes_to_the_lowest_code_always()
    {
        await using var site = await TestSite.Start();
        await site.ImportWards(site.BoundaryFile("wards.geojson", [.. TestSite.FourWards.Reverse()]));

        Assert.StartsWith("E05000002", (await site.Run("find", TestSite.Where(2, 0.5))).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("51.51,-0.09", "it may be in the sea, on the river, or policed by another force. The nearest is Damson (E05000004)")]
    [InlineData("50.5,-0.1", "it may be in the sea")]
    [InlineData("200,300", "is not a latitude and a longitude")]
    [InlineData("Nowhere in particular", "No ward or borough is called Nowhere in particular")]
    [InlineData("SW2 1RW", "No postcodes are known here yet")]
    public async Task What_is_not_found_is_said_in_words(string asked, string words)
    {
        await using var site = await TestSite.Start();
        await site.ImportWards(site.BoundaryFile("wards.geojson", TestSite.FourWards));

        var ran = await site.Run("find", asked);

        Assert.Equal((1, ""), (ran.ExitCode, ran.Output));
        Assert.Contains(words, ran.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Longitude_first_is_understood_and_said()
    {
        await using var site = await TestSite.Start();
        await site.ImportWards(site.BoundaryFile("wards.geojson", TestSite.FourWards));

        var ran = await site.Run("find", "-0.0985,51.5005");

        Assert.StartsWith("E05000002", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Read as longitude, latitude.", ran.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_finds_wards_and_boroughs_and_several_of_one_name_are_listed_with_their_boroughs()
    {
        await using var site = await TestSite.Start();
        await site.ImportWards(site.BoundaryFile("wards.geojson", [.. TestSite.FourWards, new("E05000005", "St. John's & Alder", 4, 0), new("E05000006", "Alder", 5, 0, Borough: "E09000012", BoroughName: "Hackney")]));

        var one = await site.Run("find", "cedar");
        var two = await site.Run("find", "ALDER");
        var borough = await site.Run("find", "Camden");
        var spelt = await site.Run("find", "st. johns and alder");

        Assert.Equal(("E05000003", ""), (Codes(one), one.Messages));
        Assert.Equal("E05000001 E05000006", Codes(two));
        Assert.Contains("2 wards are called ALDER or have it in their name. Choose by the borough.", two.Messages, StringComparison.Ordinal);
        Assert.Equal("E05000003 E05000004", Codes(borough));
        Assert.Equal("E05000005", Codes(spelt));
    }

    [Fact]
    public async Task The_wards_of_another_day_are_found_when_asked_for()
    {
        await using var site = await TestSite.Start();
        await site.ImportWards(site.BoundaryFile("2014.geojson", TestSite.FourWards), "2014-05-22");
        await site.ImportWards(site.BoundaryFile("2022.geojson", new Box("E05000099", "All", 0, 0, Wide: 4)), "2022-05-05");

        Assert.Equal("E05000099", Codes(await site.Run("find", TestSite.Where(2.5, 0.5))));
        Assert.Equal("E05000003", Codes(await site.Run("find", TestSite.Where(2.5, 0.5), "--wards", "2022-05-04")));
        var before = await site.Run("find", TestSite.Where(2.5, 0.5), "--wards", "2001-01-01");
        Assert.Equal(1, before.ExitCode);
        Assert.Contains("No wards of 1 January 2001 are loaded.", before.Messages, StringComparison.Ordinal);
    }

    private static string Codes(Ran ran) => string.Join(' ', ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]).Order());
}
