using System.Globalization;
using System.Text.Json;

namespace Wardbook;

/// <summary>A made-up area: a rectangle of thousandths of a degree, east and north of 51.5, -0.1.</summary>
public sealed record Box(string Code, string Name, int East, int North, int Wide = 1, int High = 1, string Borough = "E09000033", string BoroughName = "Westminster");

public sealed partial class TestSite
{
    /// <summary>Four wards in a row of two boroughs: A1 and A2 in Westminster, B1 and B2 in Camden; A2 and B1 share a border.</summary>
    public static readonly Box[] FourWards =
    [
        new("E05000001", "Alder", 0, 0),
        new("E05000002", "Birch", 1, 0),
        new("E05000003", "Cedar", 2, 0, Borough: "E09000007", BoroughName: "Camden"),
        new("E05000004", "Damson", 3, 0, Borough: "E09000007", BoroughName: "Camden"),
    ];

    /// <summary>A boundary file as GeoJSON with the usual columns.</summary>
    public string BoundaryFile(string name, params Box[] boxes) => File(name, GeoJson(boxes.Select(box =>
        (new Dictionary<string, object?> { ["GSS_CODE"] = box.Code, ["NAME"] = box.Name, ["LB_GSS_CD"] = box.Borough, ["BOROUGH"] = box.BoroughName }, Ring(box)))));

    public Task<Ran> ImportWards(string file, string from = "2018-05-03", params string[] more) =>
        Run(["import", "boundaries", file, "--kind", "ward", "--from", from, .. more]);

    public static string GeoJson(IEnumerable<(Dictionary<string, object?> Columns, double[][] Ring)> areas) => JsonSerializer.Serialize(new
    {
        type = "FeatureCollection",
        features = areas.Select(area => new { type = "Feature", properties = area.Columns, geometry = new { type = "Polygon", coordinates = new[] { area.Ring } } }),
    });

    public static double[][] Ring(Box box)
    {
        var (west, south, east, north) = (At(-0.1, box.East), At(51.5, box.North), At(-0.1, box.East + box.Wide), At(51.5, box.North + box.High));
        return [[west, south], [east, south], [east, north], [west, north], [west, south]];
    }

    public static string Where(double east, double north) => string.Create(CultureInfo.InvariantCulture, $"{51.5 + (north / 1000):0.0000000},{-0.1 + (east / 1000):0.0000000}");

    private static double At(double from, int thousandths) => Math.Round(from + (thousandths / 1000.0), 7);
}
