namespace Wardbook.Places;

/// <summary>A position on the earth in WGS 84, held as whole ten-millionths of a degree (about a centimetre).</summary>
/// <remarks>
/// Published points have six decimals and published borders seven, so both are held exactly, and whether a point is on a border is
/// whole-number arithmetic. Bounds: longitude -180 to 180, latitude -90 to 90. The default value is 0, 0, which is a place in the sea.
/// </remarks>
public readonly record struct Point
{
    /// <summary>How many units make one degree.</summary>
    public const int PerDegree = 10_000_000;

    /// <exception cref="ArgumentOutOfRangeException">The longitude or latitude is outside its bounds.</exception>
    public Point(int longitudeE7, int latitudeE7)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs((long)longitudeE7), 180L * PerDegree);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs((long)latitudeE7), 90L * PerDegree);
        (LongitudeE7, LatitudeE7) = (longitudeE7, latitudeE7);
    }

    public int LongitudeE7 { get; }

    public int LatitudeE7 { get; }

    /// <summary>Degrees east.</summary>
    public double Longitude => LongitudeE7 / (double)PerDegree;

    /// <summary>Degrees north.</summary>
    public double Latitude => LatitudeE7 / (double)PerDegree;

    /// <summary>The nearest whole units to these degrees.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the bounds, or not a number.</exception>
    public static Point OfDegrees(double longitude, double latitude)
    {
        if (!(Math.Abs(longitude) <= 180) || !(Math.Abs(latitude) <= 90))
        {
            throw new ArgumentOutOfRangeException(nameof(longitude), $"{longitude}, {latitude} is not a longitude and a latitude.");
        }

        return new((int)Math.Round(longitude * PerDegree), (int)Math.Round(latitude * PerDegree));
    }

    /// <summary>Metres between two points on a sphere of the earth's mean radius; right to about half a per cent.</summary>
    public double MetresTo(Point other)
    {
        const double radius = 6_371_008.8;
        const double radians = Math.PI / 180;
        var half = Math.Pow(Math.Sin((other.Latitude - Latitude) * radians / 2), 2)
            + (Math.Cos(Latitude * radians) * Math.Cos(other.Latitude * radians) * Math.Pow(Math.Sin((other.Longitude - Longitude) * radians / 2), 2));
        return 2 * radius * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }
}
