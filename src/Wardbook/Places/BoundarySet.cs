namespace Wardbook.Places;

/// <summary>The boundaries of one kind of place in one force from a day on, as one import brought them: the wards of May 2014.</summary>
/// <remarks>
/// Wards of 2011, 2014 and 2022 may share a name and have another shape and code, so each set has its own places and its own counts of crime.
/// A set nobody may see yet (<see cref="Shown"/> false) is being imported, or its import was killed; what was killed is swept at the next start.
/// </remarks>
public sealed class BoundarySet
{
    /// <summary>Made in code: one more than the highest, under the lock that lets one import run at a time.</summary>
    public required int Id { get; init; }

    /// <summary>What the areas are: <c>ward</c>, <c>borough</c>, <c>lsoa</c>... Kinds are data.</summary>
    public required string Kind { get; init; }

    /// <summary>The force whose areas these are, or empty when they were not given and could not be told.</summary>
    public required string Force { get; init; }

    /// <summary>The first day on which they hold.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day on which they hold; null while no later set of this kind and force has come.</summary>
    public DateOnly? To { get; set; }

    public required Guid Import { get; init; }

    /// <summary>Whether the shapes were made from centres and only show roughly where a place is.</summary>
    public bool IsSchematic { get; init; }

    public bool Shown { get; set; }

    /// <summary>The set that replaced this one (same kind, force and first day), or null.</summary>
    public int? ReplacedBy { get; set; }
}
