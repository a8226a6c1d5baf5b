using Wardbook.Places;

namespace Wardbook.Demonstration;

/// <summary>The eight wards that stand in the demonstration for the eight pathfinders of the challenging wards programme.</summary>
/// <remarks>
/// <para>Which eight they really were is not published. These are ours; nothing is said by it about the real places.</para>
/// <para>Chosen so that they lie in eight boroughs and that the schematic shapes give each the neighbours it really had.</para>
/// </remarks>
public static class ChallengingWards
{
    /// <summary>What the group is called where groups of wards are kept.</summary>
    public const string Group = "challenging";

    public const string Name = "Challenging wards (which eight: our choice, not published)";

    public static IReadOnlyList<PlaceCode> Codes { get; } =
    [
        PlaceCode.Parse("E05000129"), // Bloomsbury
        PlaceCode.Parse("E05000165"), // Thornton Heath
        PlaceCode.Parse("E05000189"), // Southall Broadway
        PlaceCode.Parse("E05000247"), // Stoke Newington Central
        PlaceCode.Parse("E05000275"), // Noel Park
        PlaceCode.Parse("E05000436"), // Vassall
        PlaceCode.Parse("E05000451"), // Rushey Green
        PlaceCode.Parse("E05000485"), // Green Street East
    ];
}
