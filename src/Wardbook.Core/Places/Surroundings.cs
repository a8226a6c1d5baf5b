namespace Wardbook.Places;

/// <summary>A point, and a flat piece of the earth around it on which short distances are measured.</summary>
/// <remarks>
/// Metres per unit come from the radii of curvature of the WGS 84 ellipsoid at the point's latitude (semi-major axis 6,378,137 m, flattening
/// 1/298.257223563). Two hundred metres away the width of a degree has changed by some 1 in 25,000 at London's latitude.
/// </remarks>
internal readonly struct Surroundings
{
    private const double SemiMajorAxis = 6_378_137;
    private const double Flattening = 1 / 298.257223563;
    private const double EccentricitySquared = Flattening * (2 - Flattening);
    private const double RadiansPerUnit = Math.PI / 180 / Point.PerDegree;

    private readonly int x;
    private readonly int y;
    private readonly double metresPerX;
    private readonly double metresPerY;

    /// <exception cref="ArgumentOutOfRangeException">The distance is not 0 to <see cref="PlaceFinder.FarthestMetres"/>.</exception>
    public Surroundings(Point centre, double metres)
    {
        if (!(metres >= 0 && metres <= PlaceFinder.FarthestMetres))
        {
            throw new ArgumentOutOfRangeException(nameof(metres), metres, $"Can look 0 to {PlaceFinder.FarthestMetres} metres around a point.");
        }

        (x, y) = (centre.LongitudeE7, centre.LatitudeE7);
        var (sine, cosine) = Math.SinCos(centre.Latitude * Math.PI / 180);
        var bend = 1 - (EccentricitySquared * sine * sine);
        var east = SemiMajorAxis / Math.Sqrt(bend);
        metresPerX = Math.Max(east * cosine * RadiansPerUnit, 1e-9);
        metresPerY = east * (1 - EccentricitySquared) / bend * RadiansPerUnit;

        // Two units more, so that an edge in the gap between the last unit of one cell and the first of the next is not missed.
        var (aside, up) = ((long)Math.Min(metres / metresPerX, 360.0 * Point.PerDegree) + 2, (long)(metres / metresPerY) + 2);
        (MinX, MaxX, MinY, MaxY) = (x - aside, x + aside, y - up, y + up);
    }

    public long MinX { get; }

    public long MaxX { get; }

    public long MinY { get; }

    public long MaxY { get; }

    /// <summary>Exactly 0 when the point is on the edge.</summary>
    public double SquaredMetresTo(in Edge edge)
    {
        if (edge.HasOnIt(x, y))
        {
            return 0;
        }

        var (ax, ay) = (((double)edge.Ax - x) * metresPerX, ((double)edge.Ay - y) * metresPerY);
        var (alongX, alongY) = (((double)edge.Bx - edge.Ax) * metresPerX, ((double)edge.By - edge.Ay) * metresPerY);
        var nearest = Math.Clamp(-((ax * alongX) + (ay * alongY)) / ((alongX * alongX) + (alongY * alongY)), 0, 1);
        var (dx, dy) = (ax + (nearest * alongX), ay + (nearest * alongY));
        return (dx * dx) + (dy * dy);
    }
}
