using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;
using NetTopologySuite.Operation.Union;
using NetTopologySuite.Simplify;
using NetTopologySuite.Triangulate;
using Wardbook.Places;
using Point = Wardbook.Places.Point;

namespace Wardbook.Demonstration;

/// <summary>Ward shapes drawn from nothing but the middle and the size of each ward: a ward has what is nearer to its middle than to any other.</summary>
/// <remarks>
/// The cells are cut off at an outline that lies around circles of the wards' sizes, and the City of London's cell is left out. All corners
/// are on the grid of whole ten-millionths of a degree and shared by the cells that meet there, so the wards overlap nowhere and leave no gap.
/// </remarks>
public static class SchematicShapes
{
    /// <summary>Metres in a degree at 51.5 degrees north. Fixed numbers, so that nothing depends on a processor's sines.</summary>
    public const double MetresPerLongitude = 69_400;

    public const double MetresPerLatitude = 111_260;

    /// <summary>How much wider than a circle of its size a ward is taken to reach, so that circles of neighbours run into each other.</summary>
    private const double Reach = 1.15;

    /// <summary>Bays of the outline up to twice this width are filled.</summary>
    private const double Bay = 900;

    private static readonly GeometryFactory Plane = new();

    /// <returns>A polygon for each ward, in the order given, in WGS 84.</returns>
    public static IReadOnlyList<Polygon> Of(LondonFacts facts)
    {
        WardFacts[] sites = [.. facts.Wards, facts.City];
        Coordinate[] middles = [.. sites.Select(ward => new Coordinate(ward.Longitude * MetresPerLongitude, ward.Latitude * MetresPerLatitude))];
        var outline = Outline(sites, middles);

        var builder = new VoronoiDiagramBuilder { ClipEnvelope = outline.EnvelopeInternal };
        builder.SetSites(middles);
        var lines = builder.GetSubdivision().GetVoronoiCellPolygons(Plane).Select(cell => OnGrid(((Polygon)cell).ExteriorRing))
            .Append(OnGrid(outline.ExteriorRing));
        var meshed = UnaryUnionNG.Union(Plane.BuildGeometry(lines), new PrecisionModel(1));
        var polygonizer = new Polygonizer();
        polygonizer.Add(meshed);

        var cellOf = new Polygon?[sites.Length];
        foreach (var piece in polygonizer.GetPolygons().Cast<Polygon>())
        {
            var ward = Nearest(middles, piece);
            if (SimplePointInAreaLocator.Locate(GridPoint(middles[ward]), piece) is not Location.Exterior)
            {
                cellOf[ward] = piece;
            }
        }

        return [.. cellOf.SkipLast(1).Select(cell => InDegrees(cell!))];
    }

    private static Polygon Outline(WardFacts[] sites, Coordinate[] middles)
    {
        // Half of the square root, and no power or sine of ours: the buffers' own sines are rounded away below.
        var circles = sites.Select((ward, number) => Plane.CreatePoint(middles[number]).Buffer(Math.Sqrt(ward.Hectares * 10_000 / Math.PI) * Reach));
        var joined = CascadedPolygonUnion.Union([.. circles]).Buffer(Bay).Buffer(-Bay);
        var largest = Shapes.PolygonsOf(joined).MaxBy(polygon => polygon.Area)!;
        var shell = DouglasPeuckerSimplifier.Simplify(Plane.CreatePolygon(largest.Shell), 60);
        var corners = shell.Coordinates.Select(corner => new Coordinate(Math.Round(corner.X / 10) * 10, Math.Round(corner.Y / 10) * 10)).ToArray();
        return Plane.CreatePolygon(corners);
    }

    private static int Nearest(Coordinate[] middles, Polygon piece)
    {
        var inside = piece.InteriorPoint.Coordinate;
        var at = new Coordinate(inside.X / Point.PerDegree * MetresPerLongitude, inside.Y / Point.PerDegree * MetresPerLatitude);
        return Enumerable.Range(0, middles.Length).MinBy(number => middles[number].Distance(at));
    }

    private static LineString OnGrid(LineString ring) => Plane.CreateLineString([.. ring.Coordinates.Select(GridPoint)]);

    private static Coordinate GridPoint(Coordinate metres) =>
        new(Math.Round(metres.X / MetresPerLongitude * Point.PerDegree), Math.Round(metres.Y / MetresPerLatitude * Point.PerDegree));

    private static Polygon InDegrees(Polygon cell) =>
        Shapes.Factory.CreatePolygon([.. cell.Shell.Coordinates.Select(corner => new Coordinate(corner.X / Point.PerDegree, corner.Y / Point.PerDegree))]);
}
