using System.Numerics;
using CsCheck;

namespace Wardbook.Places;

/// <summary>The finder against the slow and plain way: every edge of every area, in fractions of unlimited whole numbers.</summary>
public sealed class PlaceFinderPropertyTests
{
    /// <summary>How far apart the corners' grid lines are: small ones fall into one cell, large ones spread over all.</summary>
    private static readonly Gen<int> Pitch = Gen.Frequency((4, 1), (4, 999), (4, 2_000), (4, 30_011), (1, 40_000_000));

    private static readonly Gen<(int X, int Y)> Knot = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12]);

    private static readonly Gen<(int X, int Y)[]> Ring = Knot.Array[0, 8];

    private static readonly Gen<((int X, int Y)[] Outer, (int X, int Y)[][] Holes)[]> Shape = Gen.Select(Ring, Ring.Array[0, 2]).Array[0, 3];

    [Fact]
    public void Agrees_with_looking_at_every_edge_of_any_tangle_of_rings() =>
        Gen.Select(Shape.Array[1, 6], Pitch, Gen.Int[-1_000, 1_000], Gen.Select(Gen.Int[-2, 26], Gen.Int[-2, 26], Gen.Int[-1, 1]).Array[40])
            .Sample((shapes, pitch, shift, asked) =>
            {
                AreaOutline[] areas = [.. shapes.Select((shape, index) => new AreaOutline(
                    PlaceCode.Parse($"{(char)('A' + (index * 5 % 7))}"),
                    [.. shape.Select(part => new PolygonOutline(Scaled(part.Outer, pitch, shift), [.. part.Holes.Select(hole => Scaled(hole, pitch, shift))]))]))];
                var finder = new PlaceFinder(areas);
                foreach (var (x, y, nudge) in asked)
                {
                    // Knots, the middles between them, and one unit beside.
                    var point = new Point((int)((long)x * pitch / 2) + shift + nudge, (int)((long)y * pitch / 2) + shift);
                    int[] touching = [.. Enumerable.Range(0, areas.Length).Where(area => Touches(areas[area], point)).OrderBy(area => areas[area].Code)];
                    Assert.Equal(touching, finder.ListTouching(point));
                    Assert.Equal(touching.Length == 0 ? PlaceFinder.Nowhere : touching[0], finder.Find(point));
                }
            });

    [Fact]
    public void Every_point_of_a_cut_up_square_has_one_area_and_the_order_given_changes_nothing() =>
        Gen.Select(Gen.Int[0, 5].Array[36], Gen.OneOf(7, 5_000, 40_000), Gen.Shuffle(new[] { 0, 1, 2, 3, 4, 5 }), Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60]).Array[60])
            .Sample((owners, pitch, order, asked) =>
            {
                AreaOutline[] areas = [.. Enumerable.Range(0, 6).Select(owner => new AreaOutline(
                    PlaceCode.Parse($"W{owner}"),
                    [.. Enumerable.Range(0, 36).Where(cell => owners[cell] == owner).Select(cell => new PolygonOutline(Leaning(cell % 6, cell / 6, pitch)))]))];
                var finder = new PlaceFinder(areas);
                var shuffled = new PlaceFinder([.. order.Select(index => areas[index])]);
                foreach (var (x, y) in asked)
                {
                    var point = Lean(x * pitch / 10, y * pitch / 10);
                    var found = finder.Find(point);
                    Assert.NotEqual(PlaceFinder.Nowhere, found);
                    Assert.Equal(found, order[shuffled.Find(point)]);
                    Assert.Equal(finder.ListTouching(point), shuffled.ListTouching(point).Select(index => order[index]));
                    Assert.Equal(found, finder.ListWithin(point, 0)[0].Area);
                }
            });

    [Fact]
    public void Distances_agree_with_straight_lines_through_the_round_earth() =>
        Gen.Select(Knot.Array[3, 7].Array[1, 5], Gen.Int[-12, 36], Gen.Int[-12, 36], Gen.Int[49, 61], Gen.Int[5, 300])
            .Sample((rings, x, y, latitude, within) =>
            {
                // Knots some 50 metres apart, anywhere between Cornwall and Shetland.
                var (baseX, baseY) = (-20_000_000, latitude * Point.PerDegree);
                Point At(int knotX, int knotY) => new(baseX + (knotX * 7_001), baseY + (knotY * 4_507));
                AreaOutline[] areas = [.. rings.Select((ring, index) => new AreaOutline(PlaceCode.Parse($"A{index}"), [new([.. ring.Select(knot => At(knot.X, knot.Y))])]))];
                var point = At(x, y);
                var finder = new PlaceFinder(areas);
                var near = finder.ListWithin(point, within).ToDictionary(area => area.Area, area => area.Metres);
                var nearest = double.PositiveInfinity;
                for (var area = 0; area < areas.Length; area++)
                {
                    if (Edges(areas[area].Polygons[0].Outer).Count() < 3)
                    {
                        Assert.False(near.ContainsKey(area));
                        continue;
                    }

                    var toBorder = Edges(areas[area].Polygons[0].Outer).Min(edge => ThroughTheEarth(point, edge.From, edge.To));
                    nearest = Math.Min(nearest, toBorder);
                    var expected = Touches(areas[area], point) ? 0 : toBorder;
                    var allowed = 0.02 + (expected / 2_000);
                    Assert.True(near.TryGetValue(area, out var metres) ? Math.Abs(metres - expected) <= allowed : expected > within - allowed);
                }

                var border = finder.MetresToBorder(point, within);
                Assert.True(border is { } told ? Math.Abs(told - nearest) <= 0.02 + (nearest / 2_000) : nearest > within - 0.02 - (nearest / 2_000));
            });

    private static Point[] Scaled((int X, int Y)[] ring, int pitch, int shift) => [.. ring.Select(knot => new Point((knot.X * pitch) + shift, (knot.Y * pitch) + shift))];

    private static Point Lean(int x, int y) => new((3 * x) + y, x + (2 * y));

    private static Point[] Leaning(int column, int row, int pitch)
    {
        var (x, y) = (column * pitch, row * pitch);
        return [Lean(x, y), Lean(x + pitch, y), Lean(x + pitch, y + pitch), Lean(x, y + pitch)];
    }

    private static IEnumerable<(Point From, Point To)> Edges(IReadOnlyList<Point> ring) =>
        ring.Select((from, index) => (From: from, To: ring[(index + 1) % ring.Count])).Where(edge => edge.From != edge.To);

    private static bool Touches(AreaOutline area, Point point) => area.Polygons.Any(polygon =>
    {
        (Point From, Point To)[] edges = [.. polygon.Holes.Prepend(polygon.Outer).Select(ring => Edges(ring).ToArray()).Where(ring => ring.Length >= 3).SelectMany(ring => ring)];
        return edges.Any(edge => IsOn(edge, point)) || edges.Count(edge => IsCrossedGoingEast(edge, point)) % 2 == 1;
    });

    private static bool IsOn((Point From, Point To) edge, Point point)
    {
        var (ax, ay) = ((BigInteger)edge.From.LongitudeE7 - point.LongitudeE7, (BigInteger)edge.From.LatitudeE7 - point.LatitudeE7);
        var (bx, by) = ((BigInteger)edge.To.LongitudeE7 - point.LongitudeE7, (BigInteger)edge.To.LatitudeE7 - point.LatitudeE7);
        return ax * by == ay * bx && (ax * bx) + (ay * by) <= 0;
    }

    /// <summary>Whether a ray from the point, going east just above its latitude, meets the edge.</summary>
    private static bool IsCrossedGoingEast((Point From, Point To) edge, Point point)
    {
        var (ax, ay) = ((BigInteger)edge.From.LongitudeE7 - point.LongitudeE7, (BigInteger)edge.From.LatitudeE7 - point.LatitudeE7);
        var (bx, by) = ((BigInteger)edge.To.LongitudeE7 - point.LongitudeE7, (BigInteger)edge.To.LatitudeE7 - point.LatitudeE7);

        // Where the edge is at the point's height: ax + (bx - ax) * -ay / (by - ay), to the east of the point when above 0.
        return (ay > 0) != (by > 0) && (((ax * (by - ay)) - ((bx - ax) * ay)) * (by - ay)).Sign > 0;
    }

    private static double ThroughTheEarth(Point point, Point from, Point to)
    {
        var (a, b, p) = (Position(from), Position(to), Position(point));
        var along = b - a;
        var nearest = Math.Clamp(Dot(p - a, along) / Dot(along, along), 0, 1);
        var apart = p - (a + (along * nearest));
        return Math.Sqrt(Dot(apart, apart));
    }

    private static double Dot(Space left, Space right) => (left.X * right.X) + (left.Y * right.Y) + (left.Z * right.Z);

    /// <summary>Metres from the middle of the earth, on the WGS 84 ellipsoid.</summary>
    private static Space Position(Point point)
    {
        const double squared = 0.00669437999014;
        var (latitude, longitude) = (point.Latitude * Math.PI / 180, point.Longitude * Math.PI / 180);
        var radius = 6_378_137 / Math.Sqrt(1 - (squared * Math.Sin(latitude) * Math.Sin(latitude)));
        return new(radius * Math.Cos(latitude) * Math.Cos(longitude), radius * Math.Cos(latitude) * Math.Sin(longitude), radius * (1 - squared) * Math.Sin(latitude));
    }

    private readonly record struct Space(double X, double Y, double Z)
    {
        public static Space operator +(Space left, Space right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);

        public static Space operator -(Space left, Space right) => new(left.X - right.X, left.Y - right.Y, left.Z - right.Z);

        public static Space operator *(Space left, double times) => new(left.X * times, left.Y * times, left.Z * times);
    }
}
