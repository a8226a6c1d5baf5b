using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Valid;
using Wardbook.Sources;

namespace Wardbook.Places.Boundaries;

/// <summary>Makes areas of what a file has: brings shapes to WGS 84, mends rings, joins parts, sets aside what is no area; and notes each.</summary>
internal sealed class Mending(ImportRun run, AreaColumns columns, Grid grid, IReadOnlyDictionary<string, string> knownNames, Forces forces)
{
    private readonly Dictionary<PlaceCode, AreaDraft> found = [];
    private readonly List<PlaceCode> order = [];

    /// <returns>In the order of the file.</returns>
    public IReadOnlyList<AreaDraft> Areas => [.. order.Select(code => found[code])];

    /// <summary>How many areas lie outside the United Kingdom; where the first of them is.</summary>
    public (int Count, string Where) Abroad { get; private set; }

    public void Add(RawArea raw)
    {
        run.Record.RowsRead++;
        if (Draft(raw) is not { } draft)
        {
            return;
        }

        if (!found.TryGetValue(draft.Code, out var earlier))
        {
            found.Add(draft.Code, draft);
            order.Add(draft.Code);
            run.Record.RowsKept++;
        }
        else if (!string.Equals(earlier.Name, draft.Name, StringComparison.OrdinalIgnoreCase))
        {
            SetAside(raw, columns.Code, $"{draft.Code}, {draft.Name}", $"a code for one area; it is that of number {earlier.Number}, {earlier.Name}, which is kept");
        }
        else if (earlier.Shape.EqualsTopologically(draft.Shape))
        {
            SetAside(raw, columns.Code, draft.Code.Text, $"each area once; it stands as number {earlier.Number} already, with the same shape");
        }
        else
        {
            found[draft.Code] = earlier with { Shape = Whole(earlier.Shape.Union(draft.Shape)) };
            Mended(raw, columns.Code, draft.Code.Text, $"each area once; joined with number {earlier.Number} as a part of the same area");
            run.Record.RowsKept++;
        }
    }

    private AreaDraft? Draft(RawArea raw)
    {
        var text = columns.Code is { } column ? raw.Values.GetValueOrDefault(column, "") : BoundaryFiles.Stem(raw.File);
        if (!PlaceCode.TryParse(text, out var code))
        {
            SetAside(raw, columns.Code, text, $"a code: 1 to {PlaceCode.LongestText} letters, digits, hyphens, dots and underscores");
            return null;
        }

        if (raw.Shape is not { IsEmpty: false } || !Shapes.PolygonsOf(raw.Shape).Any())
        {
            SetAside(raw, "", raw.Shape is null ? "no shape that can be read" : raw.Shape.IsEmpty ? "an empty shape" : raw.Shape.GeometryType, $"a polygon for {code}");
            return null;
        }

        var problem = new IsValidOp(raw.Shape).ValidationError;
        var shape = Whole(Grids.ToWgs84(raw.Shape, grid));
        if (shape.IsEmpty)
        {
            SetAside(raw, "", "a shape without area", $"a polygon for {code}");
            return null;
        }

        if (!Grids.IsInKingdom(shape))
        {
            Abroad = (Abroad.Count + 1, Abroad.Count == 0 ? Grids.Where(shape.Centroid.Coordinate) : Abroad.Where);
            SetAside(raw, "", $"{code} at {Grids.Where(shape.Centroid.Coordinate)} (latitude, longitude)", "boundaries in the United Kingdom");
            return null;
        }

        if (problem is not null)
        {
            var at = Grids.ToWgs84(Shapes.Factory.CreatePoint(problem.Coordinate), grid).Coordinate;
            Mended(raw, "", $"{code}: {problem.Message.ToLowerInvariant()} at {Grids.Where(at)} (latitude, longitude)", "rings that do not touch or cross themselves; mended");
        }

        return new(raw.File, raw.Number, code, NameOf(raw, code), shape)
        {
            Borough = columns.BoroughCode is { } borough && PlaceCode.TryParse(raw.Values.GetValueOrDefault(borough, ""), out var boroughCode) ? boroughCode : default,
            BoroughName = columns.BoroughName is { } boroughName ? raw.Values.GetValueOrDefault(boroughName, "") : "",
            Force = columns.Force is { } force ? raw.Values.GetValueOrDefault(force, "") : FolderOf(raw.File) is var folder && forces.Knows(folder) ? folder : "",
        };
    }

    /// <summary>Sound polygons on the grid of ten-millionths: mending makes corners between them, which are put on the grid again.</summary>
    internal static Geometry Whole(Geometry shape)
    {
        for (var round = 0; round < 4 && !shape.IsValid; round++)
        {
            shape = Grids.ToWgs84(GeometryFixer.Fix(shape), Grid.Degrees);
        }

        var polygons = Shapes.PolygonsOf(shape).Where(polygon => polygon.Area > 0).ToArray();
        return polygons.Length switch
        {
            0 => Shapes.Factory.CreatePolygon(),
            1 => polygons[0],
            _ => Shapes.Factory.CreateMultiPolygon(polygons),
        };
    }

    private string NameOf(RawArea raw, PlaceCode code)
    {
        var name = columns.Name is { } column ? raw.Values.GetValueOrDefault(column, "") : "";
        return name.Length > 0 ? name : knownNames.GetValueOrDefault(code.Text, code.Text);
    }

    /// <summary>police.uk puts the neighbourhoods of a force in a folder of its name.</summary>
    private static string FolderOf(string file)
    {
        var parts = file.Split('!', '/');
        return parts.Length >= 2 && file.EndsWith(".kml", StringComparison.OrdinalIgnoreCase) && !InputFiles.IsArchive(parts[^2]) ? parts[^2] : "";
    }

    private void SetAside(RawArea raw, string? column, string found, string expected) => run.Fault(raw.File, raw.Number, column ?? "", found, expected, setAside: true);

    private void Mended(RawArea raw, string? column, string found, string expected) => run.Fault(raw.File, raw.Number, column ?? "", found, expected, setAside: false);

    internal static string Metres(double squareMetres) => squareMetres >= 10_000
        ? string.Create(CultureInfo.InvariantCulture, $"{squareMetres / 10_000:0.##} hectares")
        : string.Create(CultureInfo.InvariantCulture, $"{squareMetres:0.#} square metres");
}
