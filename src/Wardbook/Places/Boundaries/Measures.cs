using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Wardbook.Places.Boundaries;

/// <summary>Areas and lengths on the earth of shapes in WGS 84.</summary>
internal static class Measures
{
    private const double SemiMajor = 6378137;
    private const double Squared = 0.00669437999014;
    private const double Degree = Math.PI / 180;
    private static readonly double Eccentricity = Math.Sqrt(Squared);

    /// <summary>The area on the ellipsoid, by Lambert's cylindrical projection, which keeps areas.</summary>
    /// <remarks>About 0.04% more than the area on the National Grid in London, whose scale there is 0.9998. Source: Snyder, "Map projections: a working manual" (1987), 10-15.</remarks>
    public static double SquareMetres(Geometry shape) => Shapes.PolygonsOf(shape).Sum(polygon => Ring(polygon.Shell) - polygon.Holes.Sum(Ring));

    public static double Hectares(Geometry shape) => SquareMetres(shape) / 10_000;

    /// <summary>Metres to one degree of longitude and of latitude, at a latitude.</summary>
    public static (double East, double North) PerDegree(double latitude)
    {
        var (sine, cosine) = Math.SinCos(latitude * Degree);
        var bend = 1 - (Squared * sine * sine);
        var east = SemiMajor / Math.Sqrt(bend);
        return (east * cosine * Degree, east * (1 - Squared) / bend * Degree);
    }

    /// <summary>The same shape on a flat piece of paper in metres around a latitude, for distances of some kilometres; and back.</summary>
    public static Geometry Flat(Geometry shape, double latitude)
    {
        var (east, north) = PerDegree(latitude);
        return AffineTransformation.ScaleInstance(east, north).Transform(shape);
    }

    /// <inheritdoc cref="Flat"/>
    public static Geometry Round(Geometry flat, double latitude)
    {
        var (east, north) = PerDegree(latitude);
        return Grids.ToWgs84(AffineTransformation.ScaleInstance(1 / east, 1 / north).Transform(flat), Grid.Degrees);
    }

    private static double Ring(LineString ring)
    {
        var corners = ring.CoordinateSequence;
        var sum = 0.0;
        var (x, y) = Projected(corners, 0);
        var first = x;
        for (var corner = 1; corner < corners.Count; corner++)
        {
            var (nextX, nextY) = Projected(corners, corner);
            sum += ((x - first) * nextY) - ((nextX - first) * y);
            (x, y) = (nextX, nextY);
        }

        return Math.Abs(sum) / 2;
    }

    private static (double X, double Y) Projected(CoordinateSequence corners, int corner)
    {
        var sine = Math.Sin(corners.GetY(corner) * Degree);
        var q = (1 - Squared) * ((sine / (1 - (Squared * sine * sine))) - (Math.Log((1 - (Eccentricity * sine)) / (1 + (Eccentricity * sine))) / (2 * Eccentricity)));
        return (SemiMajor * corners.GetX(corner) * Degree, SemiMajor * q / 2);
    }
}
