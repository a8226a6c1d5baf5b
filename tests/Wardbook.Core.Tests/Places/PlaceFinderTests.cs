namespace Wardbook.Places;

public sealed class PlaceFinderTests
{
    [Fact]
    public void A_point_on_a_shared_border_goes_to_the_lowest_code_whatever_the_order_given()
    {
        var west = Square("E05000002", 0, 0, 10_000);
        var east = Square("E05000001", 10_000, 0, 10_000);

        Assert.Equal(1, new PlaceFinder([west, east]).Find(10_000, 5_000));
        Assert.Equal(0, new PlaceFinder([east, west]).Find(10_000, 5_000));
        Assert.Equal([1, 0], new PlaceFinder([west, east]).ListTouching(new(10_000, 5_000)));
        Assert.Equal(0, new PlaceFinder([west, east]).Find(9_999, 5_000));
    }

    [Fact]
    public void Four_areas_that_meet_at_a_corner_all_touch_it_and_the_lowest_has_it()
    {
        var finder = new PlaceFinder([Square("D", 0, 0, 9), Square("C", 9, 0, 9), Square("B", 0, 9, 9), Square("A", 9, 9, 9)]);

        Assert.Equal([3, 2, 1, 0], finder.ListTouching(new(9, 9)));
        Assert.Equal(3, finder.Find(9, 9));
    }

    [Fact]
    public void A_point_in_a_hole_belongs_to_whoever_fills_it_and_else_to_nobody()
    {
        Point[] hole = [new(2_000, 2_000), new(2_000, 8_000), new(8_000, 8_000), new(8_000, 2_000)];
        var ring = new AreaOutline(PlaceCode.Parse("R"), [new(Corners(0, 0, 10_000), [hole])]);
        var island = Square("I", 3_000, 3_000, 1_000);
        var finder = new PlaceFinder([ring, island]);

        Assert.Equal(1, finder.Find(3_500, 3_500));
        Assert.Equal(PlaceFinder.Nowhere, finder.Find(6_000, 6_000));
        Assert.Equal(0, finder.Find(2_000, 5_000));
        Assert.Equal(0, finder.Find(1_999, 5_000));
    }

    [Fact]
    public void A_place_is_in_an_area_when_it_is_in_any_of_its_parts_even_if_two_of_them_overlap()
    {
        var area = new AreaOutline(PlaceCode.Parse("A"), [new(Corners(0, 0, 6_000)), new(Corners(3_000, 3_000, 6_000)), new(Corners(90_000, 0, 10))]);
        var finder = new PlaceFinder([area]);

        Assert.Equal(0, finder.Find(4_000, 4_000));
        Assert.Equal(0, finder.Find(90_005, 5));
        Assert.Equal(PlaceFinder.Nowhere, finder.Find(50_000, 5));
        Assert.Equal([0], finder.ListTouching(new(4_000, 4_000)));
    }

    [Fact]
    public void Where_two_areas_overlap_the_lowest_code_has_the_point_and_both_are_told()
    {
        var finder = new PlaceFinder([Square("B", 0, 0, 9_000_000), Square("A", 4_000_000, 4_000_000, 9_000_000)]);

        Assert.Equal(1, finder.Find(6_000_000, 6_000_000));
        Assert.Equal([1, 0], finder.ListTouching(new(6_000_000, 6_000_000)));
        Assert.Equal(0, finder.Find(1_000_000, 1_000_000));
        Assert.Equal([0], finder.ListTouching(new(1_000_000, 1_000_000)));
    }

    [Fact]
    public void Rings_that_enclose_nothing_count_for_nothing()
    {
        Point one = new(5, 5);
        Point other = new(9, 9);
        var finder = new PlaceFinder(
        [
            new(PlaceCode.Parse("A"), []),
            new(PlaceCode.Parse("B"), [new([])]),
            new(PlaceCode.Parse("C"), [new([one])]),
            new(PlaceCode.Parse("D"), [new([one, one, one, one])]),
            new(PlaceCode.Parse("E"), [new([one, other, one])]),
            new(PlaceCode.Parse("F"), [new(Corners(0, 0, 10), [[one, one], [other]])]),
        ]);

        Assert.Equal(5, finder.Find(5, 5));
        Assert.Equal([5], finder.ListTouching(new(9, 9)));
    }

    [Fact]
    public void Without_areas_every_point_is_nowhere()
    {
        var finder = new PlaceFinder([]);

        Assert.Equal(PlaceFinder.Nowhere, finder.Find(0, 0));
        Assert.Empty(finder.ListTouching(default));
        Assert.Empty(finder.ListWithin(default, 200));
        Assert.Null(finder.MetresToBorder(default, 200));
    }

    [Theory]
    [InlineData(int.MinValue, int.MinValue)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(int.MinValue, 5)]
    [InlineData(5, int.MaxValue)]
    [InlineData(-1, 5)]
    [InlineData(11, 5)]
    [InlineData(5, -1)]
    [InlineData(5, 11)]
    public void Any_pair_of_numbers_may_be_asked_and_those_outside_are_nowhere(int longitudeE7, int latitudeE7) =>
        Assert.Equal(PlaceFinder.Nowhere, new PlaceFinder([Square("A", 0, 0, 10)]).Find(longitudeE7, latitudeE7));

    [Fact]
    public void Half_the_world_is_told_exactly_and_more_is_refused_in_words()
    {
        const int side = 90 * Point.PerDegree;
        Point[] half = [new(-side, -side), new(side, -side + 1), new(side, side), new(-side, side)];
        var finder = new PlaceFinder([new(PlaceCode.Parse("A"), [new(half)])]);

        // The lower edge climbs one unit in 1.8e9: only exact arithmetic tells its two sides apart at this distance.
        Assert.Equal(PlaceFinder.Nowhere, finder.Find(side - 1, -side));
        Assert.Equal(PlaceFinder.Nowhere, finder.Find(-side + 1, -side));
        Assert.Equal(0, finder.Find(-side, -side));
        Assert.Equal(0, finder.Find(side - 1, -side + 1));

        Point[] more = [new(-side, 0), new(side + 1, 0), new(0, 9)];
        var refused = Assert.Throws<ArgumentException>(() => new PlaceFinder([new(PlaceCode.Parse("A"), [new(more)])]));
        Assert.Contains("more than 180 degrees wide", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_lists_than_sixteen_bits_can_number_are_still_told_apart()
    {
        // A sieve of squares that straddle cells in ever new company: 67,600 areas in one degree.
        const int side = 260;
        const int pitch = Point.PerDegree / side;
        AreaOutline[] areas = [.. from row in Enumerable.Range(0, side)
                                  from column in Enumerable.Range(0, side)
                                  select Square($"{row:000}-{column:000}", column * pitch, row * pitch, pitch)];
        var finder = new PlaceFinder(areas);

        for (var i = 0; i < areas.Length; i += 7)
        {
            Assert.Equal(i, finder.Find((i % side * pitch) + 1, (i / side * pitch) + (pitch / 2)));
        }
    }

    internal static Point[] Corners(int x, int y, int side) => [new(x, y), new(x + side, y), new(x + side, y + side), new(x, y + side), new(x, y)];

    internal static AreaOutline Square(string code, int x, int y, int side) => new(PlaceCode.Parse(code), [new(Corners(x, y, side))]);
}
