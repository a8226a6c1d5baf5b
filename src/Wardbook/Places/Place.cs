namespace Wardbook.Places;

/// <summary>A ward, borough, cluster, force or other area as one boundary set has it.</summary>
/// <remarks>
/// The same code may stand in several sets; pages use the one that is shown and latest. A borough made from its wards stands in the wards' set,
/// and its counts are the sum of theirs.
/// </remarks>
public sealed class Place
{
    /// <summary>Made in code, under the import lock. Whole numbers because millions of counts point here.</summary>
    public required int Id { get; init; }

    public required int SetId { get; init; }

    public required PlaceCode Code { get; init; }

    /// <summary><c>ward</c>, <c>borough</c>, <c>cluster</c>, <c>force</c>... Kinds are data.</summary>
    public required string Kind { get; init; }

    public required string Name { get; set; }

    /// <summary>The place around this one in the same set: a ward's cluster or borough, a borough's force.</summary>
    public int? ParentId { get; set; }

    public double Hectares { get; set; }

    /// <summary>A point inside the shape, in ten-millionths of a degree: where a label goes.</summary>
    public int CentreLongitudeE7 { get; set; }

    public int CentreLatitudeE7 { get; set; }

    /// <summary>The shape as well-known binary in WGS 84, seven decimals.</summary>
    public byte[]? Shape { get; set; }

    /// <summary>The shape simplified for drawing (about 20 metres), as well-known binary in WGS 84.</summary>
    public byte[]? Sketch { get; set; }

    public Point Centre => new(CentreLongitudeE7, CentreLatitudeE7);
}

/// <summary>Two places of one set that share a border of positive length. Kept in both directions.</summary>
public sealed class PlaceNeighbour
{
    public required int PlaceId { get; init; }

    public required int NeighbourId { get; init; }

    /// <summary>Length of the shared border.</summary>
    public required double Metres { get; init; }
}

/// <summary>What became of a place when the next set of its kind began: which later places cover how much of it.</summary>
public sealed class PlaceSuccessor
{
    public required int PlaceId { get; init; }

    public required int LaterId { get; init; }

    /// <summary>The part of the earlier place's area that lies in the later one, 0 to 1.</summary>
    public required double Share { get; init; }
}
