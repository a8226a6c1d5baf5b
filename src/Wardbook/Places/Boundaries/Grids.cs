using System.Globalization;
using NetTopologySuite.Geometries;

namespace Wardbook.Places.Boundaries;

/// <summary>What the two numbers of a coordinate mean.</summary>
public enum Grid
{
    /// <summary>WGS 84, longitude first (EPSG:4326 as files have it).</summary>
    Degrees,

    /// <summary>WGS 84, latitude first. Never guessed, only asked for.</summary>
    DegreesLatitudeFirst,

    /// <summary>Metres on Ordnance Survey's National Grid (EPSG:27700).</summary>
    NationalGrid,
}

/// <summary>Tells the grid of a file, and brings its shapes to WGS 84.</summary>
public static class Grids
{
    /// <summary>What <c>--crs</c> takes.</summary>
    public const string Known = "EPSG:4326, EPSG:27700 or latitude-first";

    /// <summary>
    /// Around the United Kingdom's land, at sea and along the border of Ireland, to tell boundaries of another country: twenty corners, a few
    /// kilometres out.
    /// </summary>
    private static readonly Geometry Kingdom = Shapes.Factory.CreatePolygon(
    [
        new(-7.0, 49.7), new(-2.0, 50.3), new(0.5, 50.55), new(1.45, 50.97), new(2.1, 51.6), new(2.3, 52.9), new(0.6, 54.0), new(-0.6, 56.5),
        new(-0.3, 61.2), new(-2.5, 61.2), new(-9.3, 59.0), new(-9.3, 57.0), new(-7.9, 55.45), new(-7.2, 55.05), new(-8.3, 54.5), new(-7.3, 54.05),
        new(-6.6, 53.98), new(-5.8, 53.9), new(-5.6, 53.2), new(-5.8, 51.6), new(-7.0, 49.7),
    ]);

    /// <param name="says">What the file says of its grid; empty when it does not.</param>
    /// <param name="asked">What the person says; goes before the file.</param>
    /// <param name="extent">Of everything in the file, in its own numbers.</param>
    /// <exception cref="Refusal">It is a grid that Wardbook does not know, or the numbers do not fit it.</exception>
    public static Grid Recognise(string file, string says, string? asked, Envelope extent)
    {
        var grid = asked is { Length: > 0 } ? Asked(asked) : Said(file, says) ?? ByNumbers(file, extent);
        if (grid is Grid.Degrees && LooksSwapped(extent))
        {
            throw new Refusal(
                $"{file}: latitude and longitude are swapped. Found {Words(extent)}; expected longitude first, as -0.1, 51.5. "
                + "If the file means latitude first, say --crs latitude-first. Nothing was loaded.");
        }

        if (grid is Grid.NationalGrid && !(NationalGrid.Covers(extent.MinX, extent.MinY) && NationalGrid.Covers(extent.MaxX, extent.MaxY)))
        {
            throw new Refusal($"{file}: coordinates {Words(extent)} are not on the National Grid, which has eastings 0 to 700000 and northings 0 to 1300000. Nothing was loaded.");
        }

        if (grid is not Grid.NationalGrid && !IsDegrees(extent))
        {
            throw new Refusal($"{file}: coordinates {Words(extent)} are not degrees, although the file or --crs says so. Try --crs EPSG:27700 if they are metres on the National Grid. Nothing was loaded.");
        }

        return grid;
    }

    /// <summary>The same shape in WGS 84, on the grid of ten-millionths of a degree.</summary>
    public static Geometry ToWgs84(Geometry shape, Grid grid)
    {
        var moved = Shapes.Factory.CreateGeometry(shape).Copy();
        moved.Apply(new Mover(grid));
        moved.GeometryChanged();
        return moved;
    }

    /// <summary>Whether a shape in WGS 84 touches the United Kingdom or its waters.</summary>
    public static bool IsInKingdom(Geometry shape) => Kingdom.Intersects(shape.Centroid) || Kingdom.Intersects(shape.Envelope);

    /// <summary>As a person reads it: <c>latitude 48.85, longitude 2.35</c>.</summary>
    public static string Where(Coordinate at) => string.Create(CultureInfo.InvariantCulture, $"{at.Y:0.#####}, {at.X:0.#####}");

    private static Grid Asked(string asked) => asked.Trim().ToUpperInvariant() switch
    {
        "EPSG:4326" or "4326" or "WGS84" => Grid.Degrees,
        "EPSG:27700" or "27700" or "OSGB" => Grid.NationalGrid,
        "LATITUDE-FIRST" => Grid.DegreesLatitudeFirst,
        _ => throw new Refusal($"--crs {asked} is not known. Expected {Known}."),
    };

    private static Grid? Said(string file, string says)
    {
        if (says.Length == 0)
        {
            return null;
        }

        var text = says.Replace('_', ' ').ToUpperInvariant();
        if (text.Contains("27700", StringComparison.Ordinal) || text.Contains("BRITISH NATIONAL GRID", StringComparison.Ordinal)
            || (text.Contains("TRANSVERSE MERCATOR", StringComparison.Ordinal) && text.Contains("AIRY", StringComparison.Ordinal) && text.Contains("400000", StringComparison.Ordinal)))
        {
            return Grid.NationalGrid;
        }

        // ETRS89 (4258) and WGS 84 differ by less than a metre in Britain, and published boundaries name the one for the other.
        var isProjected = text.Contains("PROJCS", StringComparison.Ordinal) || text.Contains("PROJCRS", StringComparison.Ordinal);
        string[] degrees = ["CRS84", "4326", "4258", "WGS 84", "WGS 1984", "WGS84", "ETRS", "ETRF"];
        return !isProjected && degrees.Any(name => text.Contains(name, StringComparison.Ordinal))
            ? Grid.Degrees
            : throw new Refusal(
                $"{file} says its coordinates are on '{(says.Length > 120 ? says[..120] + "..." : says)}', which Wardbook cannot read. "
                + $"Expected {Known}. If the file is wrong about itself, say --crs. Nothing was loaded.");
    }

    private static Grid ByNumbers(string file, Envelope extent)
    {
        if (IsDegrees(extent))
        {
            return Grid.Degrees;
        }

        return NationalGrid.Covers(extent.MinX, extent.MinY) && NationalGrid.Covers(extent.MaxX, extent.MaxY)
            ? Grid.NationalGrid
            : throw new Refusal($"{file}: the coordinates make no sense as degrees or as metres on the National Grid. Found {Words(extent)}. Nothing was loaded.");
    }

    private static bool IsDegrees(Envelope extent) => extent is { MinX: >= -180, MaxX: <= 180, MinY: >= -180, MaxY: <= 180 };

    private static bool LooksSwapped(Envelope extent) =>
        extent is { MinX: >= 49, MaxX: <= 61.5, MinY: >= -9.5, MaxY: <= 2.5 } || extent.MaxY > 90 || extent.MinY < -90;

    private static string Words(Envelope extent) =>
        string.Create(CultureInfo.InvariantCulture, $"{extent.MinX:0.###}, {extent.MinY:0.###} to {extent.MaxX:0.###}, {extent.MaxY:0.###}");

    private sealed class Mover(Grid grid) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence corners, int corner)
        {
            var (x, y) = (corners.GetX(corner), corners.GetY(corner));
            var (longitude, latitude) = grid switch
            {
                Grid.NationalGrid => NationalGrid.ToDegrees(x, y),
                Grid.DegreesLatitudeFirst => (y, x),
                _ => (x, y),
            };
            corners.SetX(corner, Shapes.Snap(longitude));
            corners.SetY(corner, Shapes.Snap(latitude));
        }
    }
}
