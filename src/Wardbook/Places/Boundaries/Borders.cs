using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Wardbook.Places.Boundaries;

/// <summary>Which areas share a border, and how long it is.</summary>
/// <remarks>
/// Areas of one publisher share their edges exactly, so edges are looked up, not measured. Edges that are nobody else's are then compared
/// with their surroundings: those that lie on each other in part, and, for files whose borders run beside each other by a hair, those within
/// <see cref="HairMetres"/>. Meeting at a corner is no border.
/// </remarks>
internal static class Borders
{
    /// <summary>Borders that run beside each other within this are the same border drawn twice.</summary>
    public const double HairMetres = 1;

    /// <summary>Edges that only run beside each other make a border when it is at least this long: less is two coasts meeting.</summary>
    public const double LeastBesideMetres = 10;

    /// <returns>Each pair once, the lower number first, with the metres.</returns>
    public static Dictionary<(int One, int Other), double> Of(IReadOnlyList<Geometry> shapes)
    {
        Dictionary<(int, int), double> shared = [];
        var alone = Exact(shapes, shared);
        Beside(alone, shared);
        return shared;
    }

    /// <summary>Adds the edges that two areas have in common.</summary>
    /// <returns>The edges that only one area has.</returns>
    private static List<Side> Exact(IReadOnlyList<Geometry> shapes, Dictionary<(int, int), double> shared)
    {
        List<Side> sides = [];
        for (var area = 0; area < shapes.Count; area++)
        {
            foreach (var ring in Shapes.PolygonsOf(shapes[area]).SelectMany(polygon => polygon.Holes.Prepend(polygon.Shell)))
            {
                var corners = ring.CoordinateSequence;
                for (var corner = 1; corner < corners.Count; corner++)
                {
                    var (from, to) = (Shapes.PointOf(corners.GetCoordinate(corner - 1)), Shapes.PointOf(corners.GetCoordinate(corner)));
                    if (from != to)
                    {
                        sides.Add(new(from, to, area));
                    }
                }
            }
        }

        sides.Sort();
        List<Side> alone = [];
        for (var start = 0; start < sides.Count;)
        {
            var end = start + 1;
            while (end < sides.Count && sides[end].SameEdge(sides[start]))
            {
                end++;
            }

            var areas = sides[start..end].Select(side => side.Area).Distinct().ToList();
            if (areas.Count == 1)
            {
                alone.Add(sides[start]);
            }

            for (var one = 0; one < areas.Count; one++)
            {
                for (var other = one + 1; other < areas.Count; other++)
                {
                    Add(shared, areas[one], areas[other], sides[start].Metres);
                }
            }

            start = end;
        }

        return alone;
    }

    private static void Beside(List<Side> alone, Dictionary<(int, int), double> shared)
    {
        if (alone.Count == 0)
        {
            return;
        }

        var tree = new STRtree<int>();
        for (var index = 0; index < alone.Count; index++)
        {
            tree.Insert(alone[index].Box(0), index);
        }

        tree.Build();
        Dictionary<(int, int), double> beside = [];
        for (var index = 0; index < alone.Count; index++)
        {
            var side = alone[index];
            foreach (var other in tree.Query(side.Box(HairMetres)))
            {
                if (other <= index || alone[other].Area == side.Area)
                {
                    continue;
                }

                var pair = (Math.Min(side.Area, alone[other].Area), Math.Max(side.Area, alone[other].Area));
                var exact = side.LiesOn(alone[other]);
                var metres = side.MetresBeside(alone[other], exact ? 0.02 : HairMetres);
                if (exact && metres > 0)
                {
                    Add(shared, pair.Item1, pair.Item2, metres);
                }
                else if (metres > 0)
                {
                    beside[pair] = beside.GetValueOrDefault(pair) + metres;
                }
            }
        }

        foreach (var (pair, metres) in beside)
        {
            if (metres >= LeastBesideMetres || shared.ContainsKey(pair))
            {
                Add(shared, pair.Item1, pair.Item2, metres);
            }
        }
    }

    private static void Add(Dictionary<(int, int), double> shared, int one, int other, double metres)
    {
        var pair = (Math.Min(one, other), Math.Max(one, other));
        shared[pair] = shared.GetValueOrDefault(pair) + metres;
    }

    /// <summary>One side of a ring, between two corners.</summary>
    private readonly record struct Side(Point From, Point To, int Area) : IComparable<Side>
    {
        private (long Low, long High) Key
        {
            get
            {
                var (from, to) = (Packed(From), Packed(To));
                return from < to ? (from, to) : (to, from);
            }
        }

        public double Metres
        {
            get
            {
                var (east, north) = Measures.PerDegree(From.Latitude);
                return Math.Sqrt(Square((To.Longitude - From.Longitude) * east) + Square((To.Latitude - From.Latitude) * north));
            }
        }

        public bool SameEdge(Side other) => Key == other.Key;

        public int CompareTo(Side other)
        {
            var byEdge = Key.CompareTo(other.Key);
            return byEdge != 0 ? byEdge : Area.CompareTo(other.Area);
        }

        public Envelope Box(double metres)
        {
            var (east, north) = Measures.PerDegree(From.Latitude);
            var box = new Envelope(From.Longitude, To.Longitude, From.Latitude, To.Latitude);
            box.ExpandBy(metres / east, metres / north);
            return box;
        }

        /// <summary>Whether both lie on one line, exactly.</summary>
        public bool LiesOn(Side other) => Cross(other.From) == 0 && Cross(other.To) == 0;

        /// <summary>How much of the other runs beside this one, within so many metres.</summary>
        public double MetresBeside(Side other, double within)
        {
            var (east, north) = Measures.PerDegree(From.Latitude);
            var (dx, dy) = ((To.Longitude - From.Longitude) * east, (To.Latitude - From.Latitude) * north);
            var length = Math.Sqrt((dx * dx) + (dy * dy));
            var (ax, ay) = ((other.From.Longitude - From.Longitude) * east, (other.From.Latitude - From.Latitude) * north);
            var (bx, by) = ((other.To.Longitude - From.Longitude) * east, (other.To.Latitude - From.Latitude) * north);
            var (alongA, alongB) = (((ax * dx) + (ay * dy)) / length, ((bx * dx) + (by * dy)) / length);
            var (asideA, asideB) = (((ax * dy) - (ay * dx)) / length, ((bx * dy) - (by * dx)) / length);
            var (first, last) = (Math.Max(0, Math.Min(alongA, alongB)), Math.Min(length, Math.Max(alongA, alongB)));
            if (last <= first)
            {
                return 0;
            }

            double At(double along) => asideA + ((along - alongA) / (alongB - alongA) * (asideB - asideA));
            return Math.Abs(At(first)) <= within && Math.Abs(At(last)) <= within ? last - first : 0;
        }

        private long Cross(Point at) =>
            (((long)To.LongitudeE7 - From.LongitudeE7) * ((long)at.LatitudeE7 - From.LatitudeE7))
            - (((long)at.LongitudeE7 - From.LongitudeE7) * ((long)To.LatitudeE7 - From.LatitudeE7));

        private static long Packed(Point point) => ((long)point.LongitudeE7 << 32) | (uint)point.LatitudeE7;

        private static double Square(double number) => number * number;
    }
}
