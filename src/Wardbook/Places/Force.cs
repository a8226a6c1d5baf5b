namespace Wardbook.Places;

/// <summary>A police force as police.uk names it: <c>metropolitan</c>, Metropolitan Police Service.</summary>
/// <remarks>Data, not code: forces merge and are renamed. First filled from <c>Places/forces.csv</c>; an import adds a force that it meets.</remarks>
public sealed class Force
{
    /// <summary>The identifier of police.uk: lower case and hyphens, at most 40 letters.</summary>
    public required string Id { get; init; }

    public required string Name { get; set; }
}
