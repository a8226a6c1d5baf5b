using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Simplify;
using Wardbook.Sources;

namespace Wardbook.Places.Boundaries;

/// <summary>The areas of a file as one cover of the land: where they overlap, where there are gaps, and how to draw them so that they fit.</summary>
internal static class Coverage
{
    /// <summary>Less than this is the trembling of a hand: counted, not listed.</summary>
    public const double LeastSquareMetres = 10;

    /// <summary>How far a border for drawing may leave the true one, about.</summary>
    public const double SketchMetres = 20;

    /// <summary>Notes overlaps and gaps as faults. They change nothing: a point in two areas goes to the lower code, one in a gap to nobody.</summary>
    /// <returns>Whether neighbours share their borders exactly and nothing overlaps.</returns>
    public static bool Check(ImportRun run, IReadOnlyList<AreaDraft> areas)
    {
        var shapes = areas.Select(area => area.Shape).ToArray();
        var wrong = CoverageValidator.Validate(shapes);
        var isSound = !CoverageValidator.HasInvalidResult(wrong);
        if (!isSound)
        {
            Overlaps(run, areas, [.. Enumerable.Range(0, areas.Count).Where(area => wrong[area] is { IsEmpty: false })]);
        }

        Gaps(run, areas, Union(shapes, isSound));
        return isSound;
    }

    /// <summary>The shapes as one.</summary>
    public static Geometry Union(Geometry[] shapes, bool isSound)
    {
        if (shapes.Length == 1)
        {
            return shapes[0];
        }

        if (isSound)
        {
            try
            {
                return Mending.Whole(NetTopologySuite.Coverage.CoverageUnion.Union(shapes));
            }
            catch (Exception e) when (e is TopologyException or ArgumentException)
            {
                // Sound by every edge and still not to be walked around: the slow way does it.
            }
        }

        return Mending.Whole(Grids.ToWgs84(OverlayNGRobust.Union(shapes.AsEnumerable()), Grid.Degrees));
    }

    /// <summary>Shapes for drawing: fewer corners, and neighbours still share their borders.</summary>
    public static Geometry[] Sketches(Geometry[] shapes)
    {
        var latitude = shapes[0].Centroid.Y;
        var flat = shapes.Select(shape => Measures.Flat(shape, latitude)).ToArray();
        Geometry[] simple;
        try
        {
            simple = CoverageSimplifier.Simplify(flat, SketchMetres);
        }
        catch (Exception e) when (e is TopologyException or ArgumentException or InvalidOperationException)
        {
            simple = flat;
        }

        return [.. simple.Select((sketch, area) =>
        {
            var kept = sketch is { IsEmpty: false, IsValid: true } && !ReferenceEquals(sketch, flat[area])
                ? sketch
                : TopologyPreservingSimplifier.Simplify(flat[area], SketchMetres);
            return Measures.Round(kept, latitude);
        })];
    }

    private static void Overlaps(ImportRun run, IReadOnlyList<AreaDraft> areas, List<int> suspects)
    {
        var tree = new STRtree<int>();
        for (var area = 0; area < areas.Count; area++)
        {
            tree.Insert(areas[area].Shape.EnvelopeInternal, area);
        }

        var (small, smallArea) = (0, 0.0);
        HashSet<(int, int)> done = [];
        foreach (var one in suspects)
        {
            foreach (var other in tree.Query(areas[one].Shape.EnvelopeInternal))
            {
                if (other == one || !done.Add((Math.Min(one, other), Math.Max(one, other))))
                {
                    continue;
                }

                var common = OverlayNGRobust.Overlay(areas[one].Shape, areas[other].Shape, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection);
                var squareMetres = Measures.SquareMetres(common);
                if (squareMetres >= LeastSquareMetres)
                {
                    run.Fault(areas[one].File, areas[one].Number, "", $"{areas[one].Code} and {areas[other].Code} overlap by {Mending.Metres(squareMetres)} at {Grids.Where(common.InteriorPoint.Coordinate)} (latitude, longitude)",
                        "areas side by side; kept, and a point in both goes to the lower code", setAside: false);
                }
                else if (squareMetres > 0)
                {
                    (small, smallArea) = (small + 1, smallArea + squareMetres);
                }
            }
        }

        if (small > 0)
        {
            run.Fault(areas[0].File, null, "", $"{small} pairs of areas overlap by a hair, {Mending.Metres(smallArea)} in all", "areas side by side; kept, and a point in both goes to the lower code", setAside: false);
        }
    }

    private static void Gaps(ImportRun run, IReadOnlyList<AreaDraft> areas, Geometry union)
    {
        var (small, smallArea) = (0, 0.0);
        foreach (var hole in Shapes.PolygonsOf(union).SelectMany(polygon => polygon.Holes))
        {
            var gap = Shapes.Factory.CreatePolygon(hole.Copy() as LinearRing);
            var squareMetres = Measures.SquareMetres(gap);
            if (squareMetres < LeastSquareMetres)
            {
                (small, smallArea) = (small + 1, smallArea + squareMetres);
                continue;
            }

            run.Fault(areas[0].File, null, "", $"a gap of {Mending.Metres(squareMetres)} between the areas at {Grids.Where(gap.InteriorPoint.Coordinate)} (latitude, longitude)",
                "areas side by side; kept, and a point in the gap is in no area", setAside: false);
        }

        if (small > 0)
        {
            run.Fault(areas[0].File, null, "", $"{small} gaps of a hair between the areas, {Mending.Metres(smallArea)} in all", "areas side by side; kept, and a point in a gap is in no area", setAside: false);
        }
    }
}
