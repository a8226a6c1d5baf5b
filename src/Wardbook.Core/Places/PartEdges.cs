namespace Wardbook.Places;

/// <summary>One edge of a ring, from its lower end A to its upper end B.</summary>
internal readonly record struct Edge(int Ax, int Ay, int Bx, int By)
{
    public static Edge Between(Point one, Point other) => one.LatitudeE7 <= other.LatitudeE7
        ? new(one.LongitudeE7, one.LatitudeE7, other.LongitudeE7, other.LatitudeE7)
        : new(other.LongitudeE7, other.LatitudeE7, one.LongitudeE7, one.LatitudeE7);

    /// <summary>The whole longitudes at or just outside the stretch of this edge between two latitudes that it reaches.</summary>
    public (int Left, int Right) Span(int low, int high)
    {
        if (Ay == By)
        {
            return (Math.Min(Ax, Bx), Math.Max(Ax, Bx));
        }

        var (lowLeft, lowRight) = At(Math.Max(low, Ay));
        var (highLeft, highRight) = At(Math.Min(high, By));
        return (Math.Min(lowLeft, highLeft), Math.Max(lowRight, highRight));
    }

    public bool HasOnIt(int x, int y) =>
        y >= Ay && y <= By && x >= Math.Min(Ax, Bx) && x <= Math.Max(Ax, Bx)
        && ((long)Bx - Ax) * ((long)y - Ay) == ((long)x - Ax) * ((long)By - Ay);

    private (int Left, int Right) At(int y)
    {
        var (whole, rest) = Math.DivRem(((long)Bx - Ax) * ((long)y - Ay), (long)By - Ay);
        return ((int)(Ax + whole - (rest < 0 ? 1 : 0)), (int)(Ax + whole + (rest > 0 ? 1 : 0)));
    }
}

/// <summary>The edges of every part of every area, row by row of the grid, so that a point is tested against the few edges at its height.</summary>
/// <remarks>
/// An edge that crosses several rows stands in each. All arithmetic is whole: with an extent of at most 180 degrees each factor of a cross
/// product is under 1.8e9, each product under 3.3e18 and their difference under 6.5e18, which 64 bits hold (9.2e18).
/// </remarks>
internal sealed class PartEdges(PlaceGrid grid)
{
    private readonly List<Part> parts = [];
    private readonly List<int> starts = [];
    private readonly List<Edge> edges = [];
    private Part[] partOf = [];
    private int[] startOf = [];
    private Edge[] edgeOf = [];

    public int AreaOf(int part) => partOf[part].Area;

    public (int First, int Last) RowsOf(int part) => (partOf[part].FirstRow, partOf[part].LastRow);

    /// <summary>Adds the next part by its edges, of which there must be some. Parts are numbered from 0 as they come.</summary>
    public void Add(int area, List<Edge> outline)
    {
        var (first, last) = (grid.Rows, -1);
        foreach (var edge in outline)
        {
            first = Math.Min(first, grid.RowAt(edge.Ay));
            last = Math.Max(last, grid.RowAt(edge.By));
        }

        var ends = new int[last - first + 2];
        foreach (var edge in outline)
        {
            for (var row = grid.RowAt(edge.Ay); row <= grid.RowAt(edge.By); row++)
            {
                ends[row - first + 1]++;
            }
        }

        var from = edges.Count;
        for (var i = 1; i < ends.Length; i++)
        {
            ends[i] += ends[i - 1];
        }

        var filled = new Edge[ends[^1]];
        var next = ends.AsSpan(0, ends.Length - 1).ToArray();
        foreach (var edge in outline)
        {
            for (var row = grid.RowAt(edge.Ay); row <= grid.RowAt(edge.By); row++)
            {
                filled[next[row - first]++] = edge;
            }
        }

        parts.Add(new(area, first, last, starts.Count));
        foreach (var end in ends)
        {
            starts.Add(from + end);
        }

        edges.AddRange(filled);
    }

    /// <summary>To be called once, after the last part.</summary>
    public void Close() => (partOf, startOf, edgeOf) = ([.. parts], [.. starts], [.. edges]);

    /// <summary>The edges of a part that reach a row; none where it does not reach.</summary>
    public ReadOnlySpan<Edge> InRow(int part, int row)
    {
        ref readonly var found = ref partOf[part];
        if (row < found.FirstRow || row > found.LastRow)
        {
            return [];
        }

        var start = found.Start + row - found.FirstRow;
        return edgeOf.AsSpan(startOf[start], startOf[start + 1] - startOf[start]);
    }

    /// <summary>Whether a point is inside or on the border of the rings of which these are all the edges at its height.</summary>
    public static bool Touches(ReadOnlySpan<Edge> atHeight, int x, int y)
    {
        unchecked
        {
            var inside = false;
            foreach (ref readonly var edge in atHeight)
            {
                if (y < edge.Ay || y > edge.By)
                {
                    continue;
                }

                var cross = ((long)(edge.Bx - edge.Ax) * (y - edge.Ay)) - ((long)(x - edge.Ax) * (edge.By - edge.Ay));
                if (cross == 0 && (edge.Ay != edge.By || (x >= Math.Min(edge.Ax, edge.Bx) && x <= Math.Max(edge.Ax, edge.Bx))))
                {
                    return true;
                }

                // An upper end belongs to the next edge of the ring, so that a corner is crossed once or twice, never half.
                inside ^= cross > 0 && y < edge.By;
            }

            return inside;
        }
    }

    private readonly record struct Part(int Area, int FirstRow, int LastRow, int Start);
}
