using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace Wardbook.Places.Boundaries;

/// <summary>Ordnance Survey's National Grid (EPSG:27700) to WGS 84 by the seven-parameter shift.</summary>
/// <remarks>
/// The shift is right to about two metres. It is used for borders and for points alike: a border moved one way and a point moved another
/// would put points on the wrong side. Parameters: EPSG 1314, as PostGIS and GDAL have them.
/// </remarks>
public static class NationalGrid
{
    private const double AirySemiMajor = 6377563.396;
    private const double AiryFlattening = 1 / 299.3249646;
    private const double SemiMajor = 6378137;
    private const double Flattening = 1 / 298.257223563;
    private const double Degree = Math.PI / 180;

    private const string Airy1830 = "GEOGCS[\"OSGB 1936\",DATUM[\"OSGB_1936\",SPHEROID[\"Airy 1830\",6377563.396,299.3249646]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]";
    private const string Grid = $"PROJCS[\"British National Grid\",{Airy1830},PROJECTION[\"Transverse_Mercator\"],"
        + "PARAMETER[\"latitude_of_origin\",49],PARAMETER[\"central_meridian\",-2],PARAMETER[\"scale_factor\",0.9996012717],"
        + "PARAMETER[\"false_easting\",400000],PARAMETER[\"false_northing\",-100000],UNIT[\"metre\",1]]";

    private static readonly MathTransform Unproject = Unprojection();

    /// <summary>Where the grid's numbers have a meaning: the sea around Great Britain included.</summary>
    public static bool Covers(double easting, double northing) => easting is >= 0 and <= 700_000 && northing is >= 0 and <= 1_300_000;

    /// <returns>Degrees, not rounded.</returns>
    public static (double Longitude, double Latitude) ToDegrees(double easting, double northing)
    {
        var (longitude, latitude) = Unproject.Transform(easting, northing);
        return Shift(longitude * Degree, latitude * Degree);
    }

    public static Point ToPoint(double easting, double northing)
    {
        var (longitude, latitude) = ToDegrees(easting, northing);
        return Point.OfDegrees(longitude, latitude);
    }

    /// <summary>Written out, because the library's own shift of the datum is four millimetres off, which shows in the seventh decimal.</summary>
    private static (double Longitude, double Latitude) Shift(double longitude, double latitude)
    {
        const double second = Degree / 3600;
        const double scale = 1 - 20.489e-6;
        const double rx = 0.150 * second;
        const double ry = 0.247 * second;
        const double rz = 0.842 * second;
        const double airySquared = AiryFlattening * (2 - AiryFlattening);
        const double squared = Flattening * (2 - Flattening);

        var (sine, cosine) = Math.SinCos(latitude);
        var east = AirySemiMajor / Math.Sqrt(1 - (airySquared * sine * sine));
        var (x, y, z) = (east * cosine * Math.Cos(longitude), east * cosine * Math.Sin(longitude), east * (1 - airySquared) * sine);
        var (x2, y2, z2) = (
            446.448 + (scale * (x - (rz * y) + (ry * z))),
            -125.157 + (scale * ((rz * x) + y - (rx * z))),
            542.060 + (scale * ((-ry * x) + (rx * y) + z)));

        var across = Math.Sqrt((x2 * x2) + (y2 * y2));
        var up = Math.Atan2(z2, across * (1 - squared));
        for (var round = 0; round < 5; round++)
        {
            var s = Math.Sin(up);
            up = Math.Atan2(z2 + (squared * SemiMajor / Math.Sqrt(1 - (squared * s * s)) * s), across);
        }

        return (Math.Atan2(y2, x2) / Degree, up / Degree);
    }

    private static MathTransform Unprojection()
    {
        var systems = new CoordinateSystemFactory();
        return new CoordinateTransformationFactory()
            .CreateFromCoordinateSystems(systems.CreateFromWkt(Grid), systems.CreateFromWkt(Airy1830))
            .MathTransform;
    }
}
