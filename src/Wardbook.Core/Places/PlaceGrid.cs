namespace Wardbook.Places;

/// <summary>The cells that a <see cref="PlaceFinder"/> lays over its areas: at most 1,024 by 1,024, each about the same number of units wide.</summary>
/// <remarks>
/// Which column a position is in is one multiplication and one shift. The product is rounded down, and never falls as the position grows, so
/// every whole position is in exactly one cell and <see cref="FirstX"/> gives back exactly where a column starts.
/// </remarks>
internal readonly struct PlaceGrid
{
    /// <summary>Two MiB of 16-bit cells: they stay in the second-level cache, and for London a cell is some 50 metres.</summary>
    private const int MostCells = 1024;

    /// <summary>Cells smaller than about 20 metres buy nothing and would make looking around a point slow.</summary>
    private const long SmallestCell = 2_000;

    private readonly ulong perX;
    private readonly ulong perY;

    public PlaceGrid(int minX, int minY, int maxX, int maxY)
    {
        (MinX, MinY) = (minX, minY);
        (Width, Height) = ((long)maxX - minX, (long)maxY - minY);
        Columns = (int)Math.Min(MostCells, (Width / SmallestCell) + 1);
        Rows = (int)Math.Min(MostCells, (Height / SmallestCell) + 1);
        perX = ((ulong)Columns << 32) / (ulong)(Width + 1);
        perY = ((ulong)Rows << 32) / (ulong)(Height + 1);
    }

    public int MinX { get; }

    public int MinY { get; }

    public long Width { get; }

    public long Height { get; }

    public int Columns { get; }

    public int Rows { get; }

    /// <param name="right">How far right of the left edge: 0 to the width.</param>
    public int Column(ulong right) => unchecked((int)((right * perX) >> 32));

    /// <param name="up">How far above the lower edge: 0 to the height.</param>
    public int Row(ulong up) => unchecked((int)((up * perY) >> 32));

    public int ColumnAt(int x) => Column((ulong)((long)x - MinX));

    public int RowAt(int y) => Row((ulong)((long)y - MinY));

    /// <summary>The lowest longitude in a column.</summary>
    public int FirstX(int column) => (int)(MinX + First(column, perX));

    /// <summary>The lowest latitude in a row.</summary>
    public int FirstY(int row) => (int)(MinY + First(row, perY));

    /// <summary>The highest latitude in a row.</summary>
    public int LastY(int row) => row == Rows - 1 ? (int)(MinY + Height) : FirstY(row + 1) - 1;

    private static long First(int index, ulong per) => (long)((((ulong)index << 32) + per - 1) / per);
}
