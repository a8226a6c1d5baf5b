using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using NetTopologySuite.Geometries;

namespace Wardbook.Shared.Maps;

/// <summary>A place as a map shows it.</summary>
/// <param name="Shape">In degrees of longitude and latitude.</param>
/// <param name="Role">
/// <c>here</c>, <c>neighbour</c>, or <c>level-1</c> (least) to <c>level-5</c> (most): a class of the stylesheet and of the script's map alike.
/// </param>
public sealed record MapShape(Geometry Shape, string Name, string Role = "neighbour", string? Href = null);

/// <summary>A map drawn by the server as SVG: what there is before, or without, the script.</summary>
/// <remarks>
/// Points are put on a grid and only their repetition is dropped, so two places that share a border still share it.
/// Longitude is shortened by the cosine of the middle latitude, which is right to a hair over a city.
/// </remarks>
public static class OutlineMap
{
    private const int Width = 600;

    /// <param name="shapes">Drawn in this order, so what matters most comes last.</param>
    /// <param name="grid">How coarse, in six-hundredths of the map's width: 1 for one ward, 2 or 3 for many, which keeps the page small.</param>
    /// <param name="view">The part of the earth to show; by default all of the shapes.</param>
    public static IHtmlContent Draw(IReadOnlyList<MapShape> shapes, int grid = 1, Envelope? view = null)
    {
        var frame = view ?? shapes.Aggregate(new Envelope(), (all, shape) =>
        {
            all.ExpandToInclude(shape.Shape.EnvelopeInternal);
            return all;
        });
        if (frame.IsNull || frame.Width <= 0 || frame.Height <= 0)
        {
            return Markup.Nothing;
        }

        var squeeze = Math.Cos(frame.Centre.Y * Math.PI / 180);
        var scale = Width / (frame.Width * squeeze);
        var height = (int)Math.Ceiling(frame.Height * scale);
        (int X, int Y) Place(Coordinate at) => (
            (int)Math.Round((at.X - frame.MinX) * squeeze * scale / grid) * grid,
            (int)Math.Round((frame.MaxY - at.Y) * scale / grid) * grid);

        var paths = Markup.Each(shapes, shape =>
        {
            var path = Markup.Of($"""<path class="w-{shape.Role}" d="{Path(shape.Shape, Place)}"><title>{shape.Name}</title></path>""");
            // The list on the page has the same links; here they are for the mouse, and the keyboard passes them by.
            return shape.Href is null ? path : Markup.Of($"<a href=\"{shape.Href}\" tabindex=\"-1\">{path}</a>\n");
        });
        return Markup.Of($"""<svg class="w-outline" viewBox="-3 -3 {Width + 6} {height + 6}" aria-hidden="true" focusable="false">{paths}</svg>""");
    }

    private static string Path(Geometry shape, Func<Coordinate, (int X, int Y)> place)
    {
        var path = new StringBuilder();
        for (var index = 0; index < shape.NumGeometries; index++)
        {
            if (shape.GetGeometryN(index) is Polygon polygon)
            {
                Ring(path, polygon.ExteriorRing.Coordinates, place);
                foreach (var hole in polygon.InteriorRings)
                {
                    Ring(path, hole.Coordinates, place);
                }
            }
        }

        return path.ToString();
    }

    private static void Ring(StringBuilder path, Coordinate[] ring, Func<Coordinate, (int X, int Y)> place)
    {
        var points = new List<(int X, int Y)>();
        foreach (var coordinate in ring.AsSpan(0, Math.Max(0, ring.Length - 1)))
        {
            var point = place(coordinate);
            if (points.Count == 0 || points[^1] != point)
            {
                points.Add(point);
            }
        }

        if (points.Count < 3)
        {
            return;
        }

        path.Append(CultureInfo.InvariantCulture, $"M{points[0].X} {points[0].Y}");
        for (var index = 1; index < points.Count; index++)
        {
            var (x, y) = (points[index].X - points[index - 1].X, points[index].Y - points[index - 1].Y);
            // A minus sign separates numbers by itself.
            path.Append(index == 1 ? "l" : x < 0 ? "" : " ").Append(x.ToString(CultureInfo.InvariantCulture))
                .Append(y < 0 ? "" : " ").Append(y.ToString(CultureInfo.InvariantCulture));
        }

        path.Append('z');
    }
}
