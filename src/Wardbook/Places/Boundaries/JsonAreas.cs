using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using Wardbook.Sources;

namespace Wardbook.Places.Boundaries;

/// <summary>Areas in GeoJSON (a collection or one feature) and in TopoJSON.</summary>
internal static class JsonAreas
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new GeoJsonConverterFactory(Shapes.Factory) } };

    public static RawAreas Read(InputFile file, byte[] bytes)
    {
        JsonDocument document;
        try
        {
            var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
            document = JsonDocument.Parse(bytes.AsMemory(start));
        }
        catch (JsonException e)
        {
            throw new Refusal($"{file.Name} is not whole JSON: line {e.LineNumber + 1}. It may have been cut off while it was copied. Nothing was loaded.");
        }

        using (document)
        {
            var root = document.RootElement;
            var type = Text(root, "type");
            return type switch
            {
                "FeatureCollection" => new([.. root.GetProperty("features").EnumerateArray().Select((feature, index) => Feature(file, feature, index + 1))], GridOf(root)),
                "Feature" => new([Feature(file, root, 1)], GridOf(root)),
                "Topology" => TopoJson.Read(file, root),
                _ => throw new Refusal($"{file.Name} is JSON but not boundaries: its type is '{type}'. Expected GeoJSON (FeatureCollection) or TopoJSON (Topology)."),
            };
        }
    }

    /// <summary>The name of the grid that older GeoJSON carries; newer has none and means WGS 84.</summary>
    internal static string GridOf(JsonElement holder) =>
        holder.TryGetProperty("crs", out var crs) && crs.ValueKind == JsonValueKind.Object
        && crs.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            ? Text(properties, "name")
            : "";

    internal static Dictionary<string, string> Values(JsonElement feature)
    {
        Dictionary<string, string> values = [];
        if (feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject())
            {
                values[property.Name] = property.Value.ValueKind switch
                {
                    JsonValueKind.String => property.Value.GetString()!.Trim(),
                    JsonValueKind.Null or JsonValueKind.Undefined => "",
                    _ => property.Value.GetRawText(),
                };
            }
        }

        return values;
    }

    private static RawArea Feature(InputFile file, JsonElement feature, int number)
    {
        Geometry? shape = null;
        if (feature.TryGetProperty("geometry", out var geometry) && geometry.ValueKind == JsonValueKind.Object)
        {
            try
            {
                shape = geometry.Deserialize<Geometry>(Options);
            }
            catch (Exception e) when (e is JsonException or ArgumentException or NotSupportedException)
            {
                // The area stays without a shape, which is a fault of its own; the others may be sound.
            }
        }

        return new(file.Name, number, Values(feature), shape);
    }

    private static string Text(JsonElement holder, string name) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
