
namespace Wardbook.Places.Boundaries;

/// <summary>What a person asks of <c>wardbook import boundaries</c>.</summary>
/// <param name="Path">A file, a folder or an archive.</param>
/// <param name="Kind">What the areas are: <c>ward</c>, <c>borough</c>, <c>lsoa</c>, <c>force</c>, or any other word.</param>
/// <param name="From">The first day on which these boundaries hold.</param>
public sealed record BoundaryRequest(string Path, string Kind, DateOnly From)
{
    /// <summary>The force whose areas these are, by identifier or name; null: to be told from the file.</summary>
    public string? Force { get; init; }

    /// <summary>The column with the codes, where it cannot be recognised. So are the others.</summary>
    public string? CodeColumn { get; init; }

    public string? NameColumn { get; init; }

    public string? BoroughColumn { get; init; }

    /// <summary>The grid of the coordinates, where the file does not say or says it wrongly: see <see cref="Grids"/>.</summary>
    public string? Grid { get; init; }

    public string Publisher { get; init; } = "";

    public string Licence { get; init; } = "";
}
