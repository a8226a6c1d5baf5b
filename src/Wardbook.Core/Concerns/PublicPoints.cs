using Wardbook.Places;

namespace Wardbook.Concerns;

/// <summary>A point that may be shown: at least eight addresses, or none, are nearest to it.</summary>
/// <param name="Name">Such as <c>Atlantic Road</c>.</param>
public sealed record PublicPoint(string Name, Point At);

/// <summary>Moves a pin to a point that tells of no door. Method: docs/methods/public-pins.md.</summary>
public static class PublicPoints
{
    /// <summary>The fewest addresses that a public point stands for. Source: data.police.uk, "About the data", location anonymisation.</summary>
    public const int FewestAddresses = 8;

    /// <summary>Farther than this the nearest point says something else.</summary>
    public const double FarthestMetres = 500;

    /// <returns>The nearest of the points; null when none is near enough: then only the ward is shown.</returns>
    public static PublicPoint? Snap(Point pin, IEnumerable<PublicPoint> points) => points
        .Select(point => (point, Metres: pin.MetresTo(point.At)))
        .Where(near => near.Metres <= FarthestMetres)
        .OrderBy(near => near.Metres)
        .ThenBy(near => near.point.At.LongitudeE7)
        .ThenBy(near => near.point.At.LatitudeE7)
        .Select(near => near.point)
        .FirstOrDefault();

    /// <summary>The points of one street, for a concern that names it; the first in a fixed order, so that the same street is always shown at the same point.</summary>
    public static PublicPoint? OfStreet(string street, IEnumerable<PublicPoint> points) => points
        .Where(point => point.Name.Equals(street.Trim(), StringComparison.OrdinalIgnoreCase))
        .OrderBy(point => point.At.LongitudeE7)
        .ThenBy(point => point.At.LatitudeE7)
        .FirstOrDefault();
}
