using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;
using Wardbook.Places;
using Point = Wardbook.Places.Point;

namespace Wardbook.Wards;

/// <summary>An area that a reader drew: a shape by its corners, or everything within <see cref="Metres"/> metres of a point.</summary>
/// <remarks>Its address holds it whole, so that it can be shared: <c>shape=</c> with the corners packed, or <c>around=</c> with the point.</remarks>
public sealed class DrawnArea
{
    public const int Metres = 800;

    public const int MostCorners = 200;

    /// <summary>About the largest borough of London.</summary>
    public const double MostSquareKilometres = 160;

    private readonly PlaceFinder? inside;
    private readonly Point? middle;

    private DrawnArea(IReadOnlyList<Point> corners)
    {
        Corners = corners;
        inside = new([new AreaOutline(PlaceCode.Parse("drawn"), [new PolygonOutline(corners)])]);
        Polygon = Ring(corners);
        Bounds = Polygon.EnvelopeInternal;
    }

    private DrawnArea(Point middle)
    {
        (this.middle, Corners) = (middle, []);
        var (up, aside) = (Metres / 111_000.0, Metres / (111_000.0 * Math.Cos(middle.Latitude * Math.PI / 180)));
        Polygon = Ring([.. Enumerable.Range(0, 64).Select(step => Math.SinCos(step * Math.PI / 32)).Select(turn =>
            Point.OfDegrees(middle.Longitude + (aside * turn.Cos), middle.Latitude + (up * turn.Sin)))]);
        Bounds = Polygon.EnvelopeInternal;
        Bounds.ExpandBy(aside / 50, up / 50);
    }

    /// <summary>In the order drawn; none for what lies around a point.</summary>
    public IReadOnlyList<Point> Corners { get; }

    /// <summary>The middle, when it is what lies around a point.</summary>
    public Point? Around => middle;

    /// <summary>For drawing; what lies around a point as 64 corners.</summary>
    public Polygon Polygon { get; }

    public Envelope Bounds { get; }

    public double SquareKilometres => Polygon.Area * 111.2 * 111.2 * Math.Cos(Bounds.Centre.Y * Math.PI / 180);

    /// <summary>What an address says it by.</summary>
    public (string Name, string Value) Address => middle is { } point
        ? ("around", string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:0.#####},{point.Longitude:0.#####}"))
        : ("shape", PackedCorners.Pack(Corners));

    public bool Has(int longitudeE7, int latitudeE7) => inside is not null
        ? inside.Find(longitudeE7, latitudeE7) >= 0
        : Bounds.Contains(longitudeE7 / (double)Point.PerDegree, latitudeE7 / (double)Point.PerDegree) && new Point(longitudeE7, latitudeE7).MetresTo(middle!.Value) <= Metres;

    /// <param name="text">One corner on each line, latitude and then longitude; semicolons do as well as lines.</param>
    /// <param name="problem">What is wrong and what is right.</param>
    public static DrawnArea? OfText(string text, out string? problem)
    {
        var lines = text.Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > MostCorners)
        {
            problem = $"{lines.Length} corners are too many. Draw the area with at most {MostCorners}.";
            return null;
        }

        var corners = new List<Point>();
        foreach (var (index, line) in lines.Index())
        {
            if (PointOf(line) is not { } corner)
            {
                problem = $"Line {index + 1}, \u201C{(line.Length > 60 ? line[..60] : line)}\u201D, is not a corner. Give a latitude and a longitude, such as 51.50123,-0.12345.";
                return null;
            }

            corners.Add(corner);
        }

        return OfCorners(corners, out problem);
    }

    public static DrawnArea? OfShape(string packed, out string? problem)
    {
        problem = "The shape in the address is not whole. Perhaps the link was cut when it was copied.";
        return PackedCorners.TryUnpack(packed, MostCorners, out var corners) ? OfCorners(corners, out problem) : null;
    }

    public static DrawnArea? OfPoint(string text, out string? problem)
    {
        problem = PointOf(text) is null ? $"\u201C{text}\u201D is not a place. Give a latitude and a longitude, such as 51.50123,-0.12345." : null;
        return PointOf(text) is { } point && Math.Abs(point.Latitude) < 85 ? new(point) : null;
    }

    private static DrawnArea? OfCorners(List<Point> corners, out string? problem)
    {
        if (corners.Count > 1 && corners[0] == corners[^1])
        {
            corners.RemoveAt(corners.Count - 1);
        }

        problem = corners.Distinct().Count() < 3 ? "An area needs at least 3 corners that are not the same."
            : corners.TrueForAll(corner => corner.Latitude is > -10 and < 3 && corner.Longitude is > 49 and < 62)
                ? "These corners look like longitude first. Give the latitude first, such as 51.50123,-0.12345."
            : corners.Max(corner => corner.Longitude) - corners.Min(corner => corner.Longitude) > 5 || corners.Max(corner => corner.Latitude) - corners.Min(corner => corner.Latitude) > 5
                ? $"The area is too large. Draw one of at most {MostSquareKilometres:0} square kilometres, about the size of the largest borough."
            : !new IsValidOp(Ring(corners)).IsValid ? "The outline crosses or touches itself. Go around the area once, from each corner to the next."
            : null;
        if (problem is not null)
        {
            return null;
        }

        var area = new DrawnArea(corners);
        if (area.SquareKilometres <= MostSquareKilometres)
        {
            return area;
        }

        problem = $"The area has {area.SquareKilometres:N0} square kilometres, which is too large. Draw one of at most {MostSquareKilometres:0}, about the size of the largest borough.";
        return null;
    }

    private static Point? PointOf(string text)
    {
        var parts = text.Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) && Math.Abs(latitude) <= 90
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude) && Math.Abs(longitude) <= 180
            ? Point.OfDegrees(longitude, latitude)
            : null;
    }

    private static Polygon Ring(IReadOnlyList<Point> corners) => Shapes.Factory.CreatePolygon(
        [.. corners.Append(corners[0]).Select(corner => new Coordinate(corner.Longitude, corner.Latitude))]);
}
