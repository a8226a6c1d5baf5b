using System.Text.Json;
using NetTopologySuite.Geometries;
using Wardbook.Sources;

namespace Wardbook.Places.Boundaries;

/// <summary>Areas in TopoJSON: borders stand once, as arcs, and areas name the arcs around them.</summary>
/// <remarks>Source: "The TopoJSON Format Specification", github.com/topojson/topojson-specification.</remarks>
internal static class TopoJson
{
    public static RawAreas Read(InputFile file, JsonElement root)
    {
        var arcs = Arcs(root);
        List<RawArea> areas = [];
        var grid = "";
        foreach (var named in root.GetProperty("objects").EnumerateObject())
        {
            grid = JsonAreas.GridOf(named.Value) is { Length: > 0 } found ? found : grid;
            var geometries = named.Value.TryGetProperty("geometries", out var several) ? several.EnumerateArray().ToList() : [named.Value];
            foreach (var geometry in geometries)
            {
                var values = JsonAreas.Values(geometry);
                if (geometry.TryGetProperty("id", out var id))
                {
                    values.TryAdd("id", id.ToString());
                }

                areas.Add(new(file.Name, areas.Count + 1, values, Shape(geometry, arcs)));
            }
        }

        return new(areas, grid);
    }

    private static Geometry? Shape(JsonElement geometry, Coordinate[][] arcs) => geometry.GetProperty("type").GetString() switch
    {
        "Polygon" => Polygon(geometry.GetProperty("arcs"), arcs),
        "MultiPolygon" => Shapes.Factory.CreateMultiPolygon([.. geometry.GetProperty("arcs").EnumerateArray().Select(polygon => Polygon(polygon, arcs))]),
        _ => null,
    };

    private static Polygon Polygon(JsonElement rings, Coordinate[][] arcs)
    {
        var all = rings.EnumerateArray().Select(ring => Ring(ring, arcs)).ToList();
        return Shapes.Factory.CreatePolygon(all[0], [.. all.Skip(1)]);
    }

    private static LinearRing Ring(JsonElement numbers, Coordinate[][] arcs)
    {
        List<Coordinate> corners = [];
        foreach (var number in numbers.EnumerateArray().Select(element => element.GetInt32()))
        {
            // A negative number is an arc walked backwards. The first corner of an arc is the last of the one before.
            IEnumerable<Coordinate> arc = number < 0 ? arcs[~number].AsEnumerable().Reverse() : arcs[number];
            corners.AddRange(arc.Skip(corners.Count > 0 ? 1 : 0).Select(corner => corner.Copy()));
        }

        return Shapes.Factory.CreateLinearRing([.. corners]);
    }

    private static Coordinate[][] Arcs(JsonElement root)
    {
        var (scaleX, scaleY, moveX, moveY) = (1.0, 1.0, 0.0, 0.0);
        var isQuantised = root.TryGetProperty("transform", out var transform);
        if (isQuantised)
        {
            var (scale, move) = (transform.GetProperty("scale"), transform.GetProperty("translate"));
            (scaleX, scaleY, moveX, moveY) = (scale[0].GetDouble(), scale[1].GetDouble(), move[0].GetDouble(), move[1].GetDouble());
        }

        return [.. root.GetProperty("arcs").EnumerateArray().Select(arc =>
        {
            var (x, y) = (0.0, 0.0);
            return arc.EnumerateArray().Select(position =>
            {
                (x, y) = isQuantised ? (x + position[0].GetDouble(), y + position[1].GetDouble()) : (position[0].GetDouble(), position[1].GetDouble());
                return new Coordinate((x * scaleX) + moveX, (y * scaleY) + moveY);
            }).ToArray();
        })];
    }
}
