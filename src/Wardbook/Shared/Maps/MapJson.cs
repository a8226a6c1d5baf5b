using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Wardbook.Shared.Maps;

/// <summary>Shapes as the script's map asks for them: GeoJSON (RFC 7946) with <c>name</c>, <c>role</c> and <c>href</c>.</summary>
public static class MapJson
{
    public const string ContentType = "application/geo+json";

    /// <param name="decimals">Of a degree; five are about a metre, which is finer than a screen.</param>
    public static byte[] Of(IEnumerable<MapShape> shapes, int decimals = 5)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            foreach (var shape in shapes)
            {
                Write(json, shape, decimals);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, MapShape shape, int decimals)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("name", shape.Name);
        json.WriteString("role", shape.Role);
        if (shape.Href is not null)
        {
            json.WriteString("href", shape.Href);
        }

        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        for (var index = 0; index < shape.Shape.NumGeometries; index++)
        {
            if (shape.Shape.GetGeometryN(index) is Polygon polygon)
            {
                json.WriteStartArray();
                foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
                {
                    Write(json, ring.Coordinates, decimals);
                }

                json.WriteEndArray();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Coordinate[] ring, int decimals)
    {
        json.WriteStartArray();
        foreach (var at in ring)
        {
            json.WriteStartArray();
            json.WriteNumberValue(Math.Round(at.X, decimals));
            json.WriteNumberValue(Math.Round(at.Y, decimals));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
