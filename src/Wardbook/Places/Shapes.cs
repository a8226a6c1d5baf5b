using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Wardbook.Places;

/// <summary>Shapes as the database keeps them (well-known binary), as they are computed with, and as points are looked up in them.</summary>
/// <remarks>All in WGS 84, longitude first, on the grid of whole ten-millionths of a degree that <see cref="Point"/> has.</remarks>
public static class Shapes
{
    public static GeometryFactory Factory { get; } = new(new PrecisionModel(), 4326);

    public static Geometry OfBytes(byte[] shape) => new WKBReader().Read(shape);

    public static byte[] ToBytes(Geometry shape) => new WKBWriter(ByteOrder.LittleEndian).Write(shape);

    /// <summary>The degrees as they are kept: the double nearest to a whole number of ten-millionths.</summary>
    public static double Snap(double degrees) => Math.Round(degrees * Point.PerDegree) / Point.PerDegree;

    public static Point PointOf(Coordinate at) => Point.OfDegrees(at.X, at.Y);

    public static AreaOutline OutlineOf(PlaceCode code, Geometry shape) =>
        new(code, [.. PolygonsOf(shape).Select(polygon => new PolygonOutline(Ring(polygon.Shell), [.. polygon.Holes.Select(Ring)]))]);

    /// <summary>The polygons of a shape that have an area; lines and points that a repair left are not among them.</summary>
    public static IEnumerable<Polygon> PolygonsOf(Geometry shape)
    {
        for (var part = 0; part < shape.NumGeometries; part++)
        {
            switch (shape.GetGeometryN(part))
            {
                case Polygon { IsEmpty: false } polygon:
                    yield return polygon;
                    break;
                case GeometryCollection several:
                    foreach (var polygon in PolygonsOf(several))
                    {
                        yield return polygon;
                    }

                    break;
            }
        }
    }

    private static Point[] Ring(LinearRing ring)
    {
        var corners = ring.CoordinateSequence;
        var points = new Point[corners.Count];
        for (var corner = 0; corner < points.Length; corner++)
        {
            points[corner] = Point.OfDegrees(corners.GetX(corner), corners.GetY(corner));
        }

        return points;
    }
}
