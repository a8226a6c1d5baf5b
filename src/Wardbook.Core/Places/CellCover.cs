namespace Wardbook.Places;

/// <summary>Which parts reach which cell of a grid, and which cells one part covers wholly. Used while a <see cref="PlaceFinder"/> is made.</summary>
/// <remarks>
/// Parts come lowest code first, so what a cell knows only ever grows at its end: a cell holds the number of a node in a tree, and the path to
/// that node is the parts that reach the cell. Cells that the same parts reach share a node, so there are a few thousand lists, not one a cell.
/// </remarks>
internal sealed class CellCover(PlaceGrid grid, PartEdges edges)
{
    private const int Root = 0;

    private readonly int[] nodeOfCell = new int[grid.Rows * grid.Columns];
    private readonly List<Node> nodes = [new(Parent: -1, Part: -1, IsWhole: false)];
    private readonly Dictionary<Node, int> known = [];
    private readonly int[] rowThatMarked = new int[grid.Columns];
    private int rowsDone;

    /// <summary>Adds the next part, all parts with lower codes having been added.</summary>
    public void Add(int part)
    {
        var (first, last) = edges.RowsOf(part);
        for (var row = first; row <= last; row++)
        {
            AddRow(part, row, edges.InRow(part, row));
        }
    }

    /// <summary>What each cell holds in the end: an area's number; that of nobody, which is <paramref name="areas"/>; or that plus 1 plus the number of a list.</summary>
    public CellCodes Close(int areas)
    {
        var codeOfNode = new int[nodes.Count];
        var used = nodeOfCell.ToHashSet();
        List<int> starts = [0];
        List<int> parts = [];
        for (var node = 0; node < nodes.Count; node++)
        {
            if (node == Root || !used.Contains(node))
            {
                codeOfNode[node] = areas;
            }
            else if (nodes[node].IsWhole)
            {
                codeOfNode[node] = edges.AreaOf(nodes[node].Part);
            }
            else
            {
                codeOfNode[node] = areas + starts.Count;
                var from = parts.Count;
                for (var at = node; at != Root; at = nodes[at].Parent)
                {
                    parts.Add(nodes[at].Part);
                }

                parts.Reverse(from, parts.Count - from);
                starts.Add(parts.Count);
            }
        }

        return new(Array.ConvertAll(nodeOfCell, node => codeOfNode[node]), [.. starts], [.. parts], Highest: areas + starts.Count - 1);
    }

    private void AddRow(int part, int row, ReadOnlySpan<Edge> inRow)
    {
        rowsDone++;
        var (low, high) = (grid.FirstY(row), grid.LastY(row));
        var (from, to) = (grid.Columns, -1);
        foreach (ref readonly var edge in inRow)
        {
            var (left, right) = edge.Span(low, high);
            var (firstColumn, lastColumn) = (grid.ColumnAt(left), grid.ColumnAt(right));
            (from, to) = (Math.Min(from, firstColumn), Math.Max(to, lastColumn));
            rowThatMarked.AsSpan(firstColumn, lastColumn - firstColumn + 1).Fill(rowsDone);
        }

        // Between two cells that the border reaches, all cells are inside or all outside: one point of them tells.
        var isInside = false;
        var isTold = false;
        for (var column = from; column <= to; column++)
        {
            var isBorder = rowThatMarked[column] == rowsDone;
            if (isBorder)
            {
                isTold = false;
            }
            else if (!isTold)
            {
                (isInside, isTold) = (PartEdges.Touches(inRow, grid.FirstX(column), low), true);
            }

            if (isBorder || isInside)
            {
                ref var cell = ref nodeOfCell[(row * grid.Columns) + column];
                cell = After(cell, part, isWhole: !isBorder);
            }
        }
    }

    /// <summary>The node for the cells that <paramref name="part"/> reaches as well.</summary>
    private int After(int node, int part, bool isWhole)
    {
        // That one part covers the cell matters only while it is alone.
        if (nodes[node].IsWhole)
        {
            node = Find(nodes[node] with { IsWhole = false });
        }

        return Find(new(node, part, isWhole && node == Root));
    }

    private int Find(Node node)
    {
        if (!known.TryGetValue(node, out var number))
        {
            known[node] = number = nodes.Count;
            nodes.Add(node);
        }

        return number;
    }

    private readonly record struct Node(int Parent, int Part, bool IsWhole);
}

/// <summary>See <see cref="CellCover.Close"/>. List number n is the parts from <c>Starts[n]</c> up to <c>Starts[n + 1]</c>.</summary>
internal sealed record CellCodes(int[] Cells, int[] Starts, int[] Parts, int Highest);
