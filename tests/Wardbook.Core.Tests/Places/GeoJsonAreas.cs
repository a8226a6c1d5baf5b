using System.IO.Compression;
using System.Text.Json;

namespace Wardbook.Places;

/// <summary>Reads the shapes of a reference result: GeoJSON polygons, zipped or not, with exact decimal coordinates.</summary>
internal static class GeoJsonAreas
{
    /// <param name="file">GeoJSON, or GeoJSON in a <c>.gz</c>.</param>
    /// <param name="code">The property that holds the code.</param>
    /// <param name="scale">What to multiply coordinates with to get whole numbers.</param>
    public static List<AreaOutline> Read(string file, string code, decimal scale)
    {
        using var opened = File.OpenRead(file);
        using Stream stream = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(opened, CompressionMode.Decompress) : opened;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("features").EnumerateArray().Select(feature => new AreaOutline(
            PlaceCode.Parse(feature.GetProperty("properties").GetProperty(code).GetString()!),
            [.. Polygons(feature.GetProperty("geometry")).Select(rings => Polygon(rings, scale))]))];
    }

    private static JsonElement[] Polygons(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates");
        return geometry.GetProperty("type").GetString() == "Polygon" ? [coordinates] : [.. coordinates.EnumerateArray()];
    }

    private static PolygonOutline Polygon(JsonElement rings, decimal scale)
    {
        Point[][] read = [.. rings.EnumerateArray().Select(ring => ring.EnumerateArray()
            .Select(corner => new Point((int)(corner[0].GetDecimal() * scale), (int)(corner[1].GetDecimal() * scale))).ToArray())];
        return new(read[0], read[1..]);
    }
}
