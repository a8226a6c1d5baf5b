using Wardbook.Places;

namespace Wardbook.Accounts;

/// <summary>A place by its kind and code, as roles and records know it: the same in every boundary set that has it.</summary>
public readonly record struct PlaceKey(string Kind, PlaceCode Code)
{
    /// <summary>The place that an address names; its kind is told by the page, or is anything but a ward.</summary>
    public override string ToString() => $"{Kind} {Code}";
}
