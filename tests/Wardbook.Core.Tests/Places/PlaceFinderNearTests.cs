namespace Wardbook.Places;

public sealed class PlaceFinderNearTests
{
    // The length of one degree on the WGS 84 ellipsoid in kilometres, to the metre: "Latitude", "Length of a degree", Wikipedia, after
    // National Geospatial-Intelligence Agency, "Length of a degree of latitude and longitude".
    [Theory]
    [InlineData(0, 110.574, 111.320)]
    [InlineData(15, 110.649, 107.550)]
    [InlineData(30, 110.852, 96.486)]
    [InlineData(45, 111.132, 78.847)]
    [InlineData(60, 111.412, 55.800)]
    [InlineData(75, 111.618, 28.902)]
    public void Metres_are_those_of_the_earth_at_that_latitude(int degrees, double latitudeKilometres, double longitudeKilometres)
    {
        // A thousandth of a degree south of one area and west of another.
        const int apart = Point.PerDegree / 1_000;
        var here = new Point(0, degrees * Point.PerDegree);
        var north = PlaceFinderTests.Square("N", -apart, here.LatitudeE7 + apart, apart * 2);
        var east = PlaceFinderTests.Square("E", apart, here.LatitudeE7 - apart, apart * 2);
        var near = new PlaceFinder([north, east]).ListWithin(here, 200).ToDictionary(area => area.Area, area => area.Metres);

        Assert.Equal(latitudeKilometres, near[0], 0.001);
        Assert.Equal(longitudeKilometres, near[1], 0.001);
    }

    [Fact]
    public void The_neighbour_is_told_with_its_distance_and_the_border_likewise()
    {
        var finder = new PlaceFinder([PlaceFinderTests.Square("W", 0, 0, 100_000), PlaceFinderTests.Square("E", 100_000, 0, 100_000)]);

        // At the equator 1,000 units of longitude are 11.132 metres.
        var near = finder.ListWithin(new(99_000, 50_000), 200);
        Assert.Equal([0, 1], near.Select(area => area.Area));
        Assert.Equal(0, near[0].Metres);
        Assert.Equal(11.132, near[1].Metres, 0.001);
        Assert.Equal(11.132, finder.MetresToBorder(new(99_000, 50_000), 12)!.Value, 0.001);
        Assert.Null(finder.MetresToBorder(new(99_000, 50_000), 11));
        Assert.Equal([0], finder.ListWithin(new(99_000, 50_000), 11).Select(area => area.Area));
    }

    [Fact]
    public void On_the_border_both_areas_are_at_no_distance_and_the_lowest_code_comes_first()
    {
        var finder = new PlaceFinder([PlaceFinderTests.Square("W", 0, 0, 100_000), PlaceFinderTests.Square("E", 100_000, 0, 100_000)]);

        Assert.Equal([new(1, 0), new(0, 0)], finder.ListWithin(new(100_000, 33_333), 5));
        Assert.Equal(0, finder.MetresToBorder(new(100_000, 33_333), 0));
    }

    [Fact]
    public void A_point_just_outside_all_areas_still_has_them_near()
    {
        var finder = new PlaceFinder([PlaceFinderTests.Square("A", 0, 0, 100_000)]);

        Assert.Equal(PlaceFinder.Nowhere, finder.Find(-1_000, 50_000));
        Assert.Equal(11.132, Assert.Single(finder.ListWithin(new(-1_000, 50_000), 200)).Metres, 0.001);
        Assert.Empty(finder.ListWithin(new(-1_000_000, 50_000), 200));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5_001)]
    [InlineData(double.NaN)]
    public void Distances_that_cannot_be_measured_are_refused(double metres)
    {
        var finder = new PlaceFinder([PlaceFinderTests.Square("A", 0, 0, 100_000)]);

        Assert.Throws<ArgumentOutOfRangeException>(() => finder.ListWithin(default, metres));
        Assert.Throws<ArgumentOutOfRangeException>(() => finder.MetresToBorder(default, metres));
    }
}
