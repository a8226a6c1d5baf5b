using System.Net;
using CsCheck;
using Wardbook.Places;

namespace Wardbook.Wards;

public sealed class AreaPageTests
{
    /// <summary>Around the middles of Abbey and Bridge, and not of the two wards to the north.</summary>
    private const string South = "51.504,-0.096\n51.504,-0.084\n51.506,-0.084\n51.506,-0.096";

    [Fact]
    public async Task Counts_what_lies_in_the_shape_and_nothing_else()
    {
        await using var site = await Steady();

        var page = await site.Get($"/area?corners={Uri.EscapeDataString(South)}");

        Assert.StartsWith("120 burglary offences were recorded in this area in the 12 months to December 2013, and 120 in the same months a year before.", page.Text(".w-lead"), StringComparison.Ordinal);
        Assert.Contains("Abbey, Bridge", page.Text(".govuk-summary-list"), StringComparison.Ordinal);
        Assert.Contains("How many people live here is not known, so there is no rate.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Becomes_a_short_link_that_says_the_same_to_whoever_opens_it()
    {
        await using var site = await Steady();

        var drawn = await site.Get($"/area?corners={Uri.EscapeDataString(South)}");
        var shared = await site.Get(new Uri(drawn.Url).PathAndQuery);

        Assert.StartsWith("?shape=", new Uri(drawn.Url).Query, StringComparison.Ordinal);
        Assert.True(new Uri(drawn.Url).Query.Length < 50, drawn.Url);
        Assert.Equal(drawn.Text(".w-lead"), shared.Text(".w-lead"));
    }

    // The middle of Castle is 1,112 metres north of that of Abbey, the middle of Bridge 692 metres east.
    [Fact]
    public async Task Within_800_metres_of_a_point_is_what_it_says()
    {
        await using var site = await Steady();

        var page = await site.Get("/area?around=51.505,-0.095");

        Assert.Equal("800 metres around a place", page.Text("h1"));
        Assert.StartsWith("120 burglary offences were recorded in the 800 metres around this place", page.Text(".w-lead"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("corners=51.5,-0.1%0A51.51,-0.09", "An area needs at least 3 corners that are not the same.")]
    [InlineData("corners=51.50,-0.10%0A51.51,-0.09%0A51.50,-0.09%0A51.51,-0.10", "The outline crosses or touches itself.")]
    [InlineData("corners=51.0,-0.5%0A51.9,-0.5%0A51.9,0.5%0A51.0,0.5", "square kilometres, which is too large.")]
    [InlineData("corners=0,0%0A0,90%0A80,90%0A80,0", "The area is too large.")]
    [InlineData("corners=51.5,-0.1%0Ahere%0A51.51,-0.09", "Line 2, “here”, is not a corner.")]
    [InlineData("corners=-0.1,51.5%0A-0.1,51.51%0A-0.09,51.51", "These corners look like longitude first.")]
    [InlineData("corners=51.5,-0.1%0A151.5,-0.1%0A51.51,-0.09", "Line 2, “151.5,-0.1”, is not a corner.")]
    [InlineData("corners=48.85,2.34%0A48.86,2.34%0A48.86,2.35", "That lies in none of the wards that are loaded.")]
    [InlineData("shape=!!!", "The shape in the address is not whole.")]
    [InlineData("shape=_____w", "The shape in the address is not whole.")]
    [InlineData("around=51.5,2.5", "That lies in none of the wards that are loaded.")]
    [InlineData("around=Northborough", "is a whole ward or borough, not a place.")]
    public async Task Says_what_is_wrong_with_an_area(string query, string words)
    {
        await using var site = await Steady();

        var page = await site.Get($"/area?{query}");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains(words, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_corners_are_refused_in_words()
    {
        await using var site = await Steady();
        var corners = string.Join(';', Enumerable.Range(0, 201).Select(step => Math.SinCos(step * 0.03)).Select(at => FormattableString.Invariant($"{51.5 + (at.Sin * 0.01):0.0000},{-0.09 + (at.Cos * 0.01):0.0000}")));

        var page = await site.Get($"/area?corners={Uri.EscapeDataString(corners)}");

        Assert.Contains("201 corners are too many. Draw the area with at most 200.", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_tables_are_files_at_the_same_address()
    {
        await using var site = await Steady();

        Assert.Equal("kind,count,year_before,change\r\nBurglary,120,120,cannot tell\r\n", await site.GetText($"/area.csv?shape={Packed()}"));
        Assert.Contains("\"MultiPolygon\"", await site.GetText($"/area.geojson?shape={Packed()}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Corners_come_back_from_their_short_text_to_a_metre()
    {
        Gen.Select(Gen.Int[-8_900_000, 8_900_000], Gen.Int[-17_900_000, 17_900_000])
            .List[1, DrawnArea.MostCorners]
            .Sample(corners =>
            {
                var points = corners.Select(corner => new Point(corner.Item2 * 100, corner.Item1 * 100)).ToList();
                Assert.True(PackedCorners.TryUnpack(PackedCorners.Pack(points), DrawnArea.MostCorners, out var back));
                Assert.Equal(points, back);
            }, iter: 200);
    }

    [Fact]
    public void A_text_that_is_no_shape_is_never_more_than_refused() =>
        Gen.String[0, 80].Sample(text => DrawnArea.OfShape(text, out _) is not null || DrawnArea.OfText(text, out _) is not null || true, iter: 500);

    private static string Packed()
    {
        var area = DrawnArea.OfText(South, out var problem);
        Assert.Null(problem);
        return area!.Address.Value;
    }

    private static async Task<TestSite> Steady()
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenTwoSteadyYears();
        return site;
    }
}
