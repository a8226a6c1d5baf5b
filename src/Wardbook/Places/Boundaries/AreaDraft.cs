using NetTopologySuite.Geometries;

namespace Wardbook.Places.Boundaries;

/// <summary>An area as a file has it, before anything is made of it.</summary>
/// <param name="File">The file, for a person.</param>
/// <param name="Number">Counts from 1 in the order of the file.</param>
/// <param name="Values">What its columns say, by column name as written.</param>
/// <param name="Shape">In the grid of the file.</param>
public sealed record RawArea(string File, int Number, IReadOnlyDictionary<string, string> Values, Geometry? Shape);

/// <summary>What was read from a boundary file: the areas, and the grid their coordinates are on, if the file says so.</summary>
/// <param name="Areas">In the order of the files.</param>
/// <param name="Grid">In the words of the file (a <c>.prj</c>, a <c>crs</c> member, a number); empty when it does not say.</param>
public sealed record RawAreas(IReadOnlyList<RawArea> Areas, string Grid);

/// <summary>An area that is going to be a place: its names are known and its shape is in WGS 84, whole and mended.</summary>
public sealed record AreaDraft(string File, int Number, PlaceCode Code, string Name, Geometry Shape)
{
    /// <summary>The borough or district around it as the file says; default when it does not.</summary>
    public PlaceCode Borough { get; init; }

    public string BoroughName { get; init; } = "";

    /// <summary>The force as the file says, by name or identifier; empty when it does not.</summary>
    public string Force { get; init; } = "";
}
