namespace Wardbook.Places;

/// <summary>An area and its shape on the earth: a ward, a borough, a force.</summary>
/// <param name="Code">What its publisher calls it. Decides who has a point on a shared border.</param>
/// <param name="Polygons">Its parts. A place belongs to the area when it is in any of them.</param>
public sealed record AreaOutline(PlaceCode Code, IReadOnlyList<PolygonOutline> Polygons);

/// <summary>One part of an area: an outer ring and the holes in it.</summary>
/// <remarks>
/// Rings may repeat their first point at the end or not, and may run either way round. What an odd number of rings encloses is inside, so a
/// ring that crosses itself keeps both its loops. A ring of fewer than three different corners encloses nothing and counts for nothing.
/// </remarks>
public sealed record PolygonOutline(IReadOnlyList<Point> Outer, IReadOnlyList<IReadOnlyList<Point>> Holes)
{
    /// <summary>A part without holes.</summary>
    public PolygonOutline(IReadOnlyList<Point> outer)
        : this(outer, [])
    {
    }
}
