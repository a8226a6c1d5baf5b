using System.Globalization;
using Wardbook.Concerns.Saying;
using Wardbook.Places;

namespace Wardbook.Concerns.Map;

/// <summary>Where a concern may be shown: at a point that stands for eight addresses or none, or for the whole ward.</summary>
/// <remarks>Such points are those of police.uk, as far as recorded crime with them is loaded. Without them nothing finer than the ward is ever shown.</remarks>
public sealed class PublicPlaces(KnownStreets streets)
{
    /// <returns>Null for the whole ward.</returns>
    public async Task<PublicPoint?> Of(Concern concern, WardNow ward, CancellationToken cancel)
    {
        if (concern.Where == SaidWhere.WholeWard)
        {
            return null;
        }

        var points = await In(ward, cancel);
        return PinOf(concern) is { } pin ? PublicPoints.Snap(pin, points)
            : concern.Street is { } street ? PublicPoints.OfStreet(street, points)
            : null;
    }

    /// <summary>The pin that only the team sees.</summary>
    public static Point? PinOf(Concern concern) => PinOf(concern.Pin);

    /// <inheritdoc cref="PinOf(Concern)"/>
    /// <param name="pin">As it is kept.</param>
    public static Point? PinOf(string? pin)
    {
        var parts = (pin ?? "").Split(',');
        return parts.Length == 2 && double.TryParse(parts[0], CultureInfo.InvariantCulture, out var latitude) && double.TryParse(parts[1], CultureInfo.InvariantCulture, out var longitude)
            ? Point.OfDegrees(longitude, latitude)
            : null;
    }

    /// <summary>Every public point of a ward.</summary>
    public async Task<IReadOnlyList<PublicPoint>> In(WardNow ward, CancellationToken cancel) =>
    [
        .. (await streets.Where(point => ward.Set.Finder.Find(point) == ward.Leaf, cancel)).Select(street => new PublicPoint(street.Street, street.Point)),
    ];
}
