using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using Point = Wardbook.Places.Point;

namespace Wardbook.Demonstration;

/// <summary>A place where records are put, as published points are: "On or near ...".</summary>
public readonly record struct Street(Point At, string Name);

/// <summary>The streets of each ward, with invented names, at points that are in the ward whichever shapes are looked at.</summary>
/// <remarks>
/// A point lies in the schematic shape and within the room that the real ward has around its middle, so the counts by ward stay what they are
/// when real boundaries of 2002 replace the schematic ones.
/// </remarks>
public sealed class LondonStreets
{
    private static readonly string[] Beginnings =
    [
        "Amber", "Apple", "Barley", "Birch", "Bracken", "Bramble", "Candle", "Chalk", "Clover", "Copper", "Curlew", "Damson", "Drift", "Elder",
        "Falcon", "Fennel", "Fern", "Finch", "Flint", "Garnet", "Gorse", "Harebell", "Hazel", "Heron", "Juniper", "Kestrel", "Lantern", "Lark",
        "Linnet", "Marl", "Meadow", "Mill", "Moss", "Nettle", "Otter", "Pebble", "Plover", "Quill", "Reed", "Rush", "Saffron", "Sedge", "Sorrel",
        "Swallow", "Tansy", "Teal", "Thistle", "Willow",
    ];

    private static readonly string[] Endings = ["bourne", "brook", "combe", "croft", "dale", "field", "ford", "ham", "holt", "ley", "mere", "side", "stead", "thorpe", "well", "wick"];

    private static readonly string[] Kinds =
    [
        "Road", "Road", "Road", "Street", "Street", "Street", "Avenue", "Avenue", "Gardens", "Close", "Lane", "Terrace", "Grove", "Crescent", "Walk", "Way", "Place", "Mews",
    ];

    /// <summary>Where many records of a ward are put, as publishers name it.</summary>
    private static readonly string[] Busy = ["Shopping Area", "Supermarket", "Parking Area", "Petrol Station", "Park/Open Space", "Station Approach"];

    private const int FewestStreets = 16, MostMore = 16;

    /// <summary>The part of the room that is used: the room is rounded, and so are the points.</summary>
    private const double Margin = 0.92;

    private LondonStreets(IReadOnlyList<Street> streets, double[] steps) => (List, Steps) = (streets, steps);

    public IReadOnlyList<Street> List { get; }

    /// <summary>How often each street is drawn: see <see cref="Apportion.Pick"/>.</summary>
    public double[] Steps { get; }

    /// <summary>A shopping area, a park: no street.</summary>
    public static bool IsBusyPlace(Street street) => Busy.Any(busy => street.Name.EndsWith(busy, StringComparison.Ordinal));

    public static LondonStreets Of(WardFacts ward, Polygon shape)
    {
        var dice = Dice.For($"streets of {ward.Code}");
        var inside = new IndexedPointInAreaLocator(shape);
        var count = FewestStreets + dice.Below(MostMore + 1);
        var names = new HashSet<string>();
        var streets = new List<Street>();
        while (streets.Count < count)
        {
            var (east, north) = (((dice.Share() * 2) - 1) * Margin, ((dice.Share() * 2) - 1) * Margin);
            var name = streets.Count < Busy.Length && dice.Below(2) == 0
                ? Busy[streets.Count]
                : $"{Beginnings[dice.Below(Beginnings.Length)]}{Endings[dice.Below(Endings.Length)]} {Kinds[dice.Below(Kinds.Length)]}";
            var at = Point.OfDegrees(
                SixDecimals(ward.Longitude + (east * ward.RoomMetres / SchematicShapes.MetresPerLongitude)),
                SixDecimals(ward.Latitude + (north * ward.RoomMetres / SchematicShapes.MetresPerLatitude)));
            if ((east * east) + (north * north) <= Margin * Margin
                && inside.Locate(new Coordinate(at.Longitude, at.Latitude)) is NetTopologySuite.Geometries.Location.Interior
                && names.Add(name))
            {
                streets.Add(new(at, $"On or near {name}"));
            }
        }

        return new(streets, Apportion.Steps(streets.Select((_, number) => 1.0 / (number + 3))));
    }

    /// <summary>Published points have six.</summary>
    private static double SixDecimals(double degrees) => Math.Round(degrees * 1_000_000) / 1_000_000;
}
