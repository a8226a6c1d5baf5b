namespace Wardbook.Places;

/// <summary>That one area lies in (or became) another: an LSOA of 2021 in a ward, an LSOA of 2011 now those of 2021, a ward in a cluster.</summary>
public sealed class LookupEntry
{
    /// <summary>Which look-up: see <see cref="Lookups"/>.</summary>
    public required string Lookup { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required Guid Import { get; init; }

    /// <summary>The name of <see cref="To"/>, when the file gives one.</summary>
    public string? ToName { get; init; }
}

/// <summary>A postcode and the point Ordnance Survey gives it.</summary>
public sealed class Postcode
{
    /// <summary>Upper case without spaces: <c>SW21RW</c>.</summary>
    public required string Code { get; init; }

    public required int LongitudeE7 { get; init; }

    public required int LatitudeE7 { get; init; }

    /// <summary>The ward the publisher put it in, in the publisher's vintage; empty when none.</summary>
    public required string Ward { get; init; }

    public required Guid Import { get; init; }
}

/// <summary>Which import's rows of a look-up count. The rows of others are staged, or were replaced, and nobody reads them.</summary>
public sealed class LookupInUse
{
    /// <summary>As in <see cref="LookupEntry.Lookup"/>, or <see cref="Lookups.Postcodes"/>.</summary>
    public required string Lookup { get; init; }

    public required Guid Import { get; set; }
}
