namespace Wardbook.Places;

/// <summary>Which area is a point in? Made once from the shapes of a set of areas, then asked as often as wanted, by any number of threads.</summary>
/// <remarks>
/// <para>A point on a border belongs to the area with the lowest code of those that touch it, so every point has one answer, always the same.
/// Whether a point is on a border is whole-number arithmetic: no rounding, no tolerance.</para>
/// <para>A grid of cells lies over the areas. A cell that is wholly in one area says so, and most points need no more. Any other cell names the
/// few parts of areas that reach it, and the point is tested against their edges at its height only.</para>
/// <para>Bounds: the areas together may be at most 180 degrees wide, and none may cross the 180th meridian.</para>
/// </remarks>
public sealed partial class PlaceFinder
{
    /// <summary>The answer for a point in no area.</summary>
    public const int Nowhere = -1;

    private readonly PlaceGrid grid;
    private readonly PartEdges edges;

    /// <summary>Per cell: an area below <see cref="areas"/>, or that number for nobody's, or above it a list of parts. Wide only when 16 bits are too few.</summary>
    private readonly ushort[]? cells;
    private readonly int[]? wideCells;
    private readonly int areas;
    private readonly int[] listStarts;

    /// <summary>Of longitude, where it is longest: no point near the areas has more.</summary>
    private readonly double unitsPerMetre;
    private readonly int[] listParts;

    /// <exception cref="ArgumentException">The areas together are more than 180 degrees wide.</exception>
    public PlaceFinder(IReadOnlyList<AreaOutline> areas)
    {
        this.areas = areas.Count;
        var outlines = Outlines(areas);
        grid = Extent(outlines);
        var farthest = Math.Min(90, (Math.Max(Math.Abs((double)grid.MinY), Math.Abs(grid.MinY + (double)grid.Height)) / Point.PerDegree) + 1);
        unitsPerMetre = 1 / Math.Max(0.0111 * Math.Cos(farthest * Math.PI / 180), 1e-9);
        edges = new(grid);
        foreach (var (area, outline) in outlines)
        {
            edges.Add(area, outline);
        }

        edges.Close();
        var cover = new CellCover(grid, edges);
        for (var part = 0; part < outlines.Count; part++)
        {
            cover.Add(part);
        }

        var codes = cover.Close(this.areas);
        (listStarts, listParts) = (codes.Starts, codes.Parts);
        (cells, wideCells) = codes.Highest <= ushort.MaxValue ? (Array.ConvertAll(codes.Cells, code => (ushort)code), null) : ((ushort[]?)null, codes.Cells);
    }

    /// <summary>How many areas it was made from.</summary>
    public int Count => areas;

    /// <returns>The place in the list of areas of the one that has this point, or <see cref="Nowhere"/>.</returns>
    public int Find(Point point) => Find(point.LongitudeE7, point.LatitudeE7);

    /// <inheritdoc cref="Find(Point)"/>
    /// <param name="longitudeE7">In whole ten-millionths of a degree, as in <see cref="Point"/>. Any number: there is nobody out there.</param>
    /// <param name="latitudeE7">The same.</param>
    public int Find(int longitudeE7, int latitudeE7)
    {
        unchecked
        {
            var right = (ulong)((long)longitudeE7 - grid.MinX);
            var up = (ulong)((long)latitudeE7 - grid.MinY);
            if (right > (ulong)grid.Width || up > (ulong)grid.Height)
            {
                return Nowhere;
            }

            var row = grid.Row(up);
            var code = CodeAt(row, grid.Column(right));
            return code < areas ? code : code == areas ? Nowhere : FindAmong(code, row, longitudeE7, latitudeE7);
        }
    }

    /// <summary>All the areas that touch a point, lowest code first: one when it is inside, several on a shared border, none outside.</summary>
    public IReadOnlyList<int> ListTouching(Point point)
    {
        var (x, y) = (point.LongitudeE7, point.LatitudeE7);
        var (right, up) = ((long)x - grid.MinX, (long)y - grid.MinY);
        if (right < 0 || up < 0 || right > grid.Width || up > grid.Height)
        {
            return [];
        }

        var (row, column) = (grid.Row((ulong)up), grid.Column((ulong)right));
        var code = CodeAt(row, column);
        if (code <= areas)
        {
            return code == areas ? [] : [code];
        }

        var touching = new List<int>();
        foreach (var part in PartsIn(code))
        {
            var area = edges.AreaOf(part);
            if (!touching.Contains(area) && PartEdges.Touches(edges.InRow(part, row), x, y))
            {
                touching.Add(area);
            }
        }

        return touching;
    }

    private int CodeAt(int row, int column) => unchecked(cells is { } narrow ? narrow[(row * grid.Columns) + column] : wideCells![(row * grid.Columns) + column]);

    private int FindAmong(int code, int row, int x, int y)
    {
        foreach (var part in PartsIn(code))
        {
            if (PartEdges.Touches(edges.InRow(part, row), x, y))
            {
                return edges.AreaOf(part);
            }
        }

        return Nowhere;
    }

    /// <summary>The parts that a cell names, lowest code first.</summary>
    private ReadOnlySpan<int> PartsIn(int code)
    {
        var list = code - areas - 1;
        return list < 0 ? [] : listParts.AsSpan(listStarts[list], listStarts[list + 1] - listStarts[list]);
    }

    /// <summary>The edges of every part that encloses something, lowest code first.</summary>
    private static List<(int Area, List<Edge> Outline)> Outlines(IReadOnlyList<AreaOutline> areas)
    {
        var outlines = new List<(int, List<Edge>)>(areas.Count);
        foreach (var area in Enumerable.Range(0, areas.Count).OrderBy(index => areas[index].Code))
        {
            foreach (var polygon in areas[area].Polygons)
            {
                var outline = new List<Edge>(polygon.Outer.Count);
                AddRing(outline, polygon.Outer);
                foreach (var hole in polygon.Holes)
                {
                    AddRing(outline, hole);
                }

                if (outline.Count > 0)
                {
                    outlines.Add((area, outline));
                }
            }
        }

        return outlines;
    }

    private static void AddRing(List<Edge> outline, IReadOnlyList<Point> ring)
    {
        var before = outline.Count;
        for (var i = 0; i < ring.Count; i++)
        {
            var (from, to) = (ring[i], ring[i + 1 == ring.Count ? 0 : i + 1]);
            if (from != to)
            {
                outline.Add(Edge.Between(from, to));
            }
        }

        if (outline.Count - before < 3)
        {
            outline.RemoveRange(before, outline.Count - before);
        }
    }

    private static PlaceGrid Extent(List<(int Area, List<Edge> Outline)> outlines)
    {
        if (outlines.Count == 0)
        {
            return new(0, 0, 0, 0);
        }

        var (minX, minY, maxX, maxY) = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
        foreach (var edge in outlines.SelectMany(part => part.Outline))
        {
            (minX, maxX) = (Math.Min(minX, Math.Min(edge.Ax, edge.Bx)), Math.Max(maxX, Math.Max(edge.Ax, edge.Bx)));
            (minY, maxY) = (Math.Min(minY, edge.Ay), Math.Max(maxY, edge.By));
        }

        // Wider, and the products that decide on which side of a border a point is could pass 64 bits.
        return (long)maxX - minX <= 180L * Point.PerDegree
            ? new(minX, minY, maxX, maxY)
            : throw new ArgumentException("The areas together are more than 180 degrees wide: nothing that one force or one nation polices is.", nameof(outlines));
    }
}
