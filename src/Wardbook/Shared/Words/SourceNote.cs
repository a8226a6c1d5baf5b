using Wardbook.Periods;

namespace Wardbook.Shared.Words;

/// <summary>Where figures come from, in the order in which a reader asks.</summary>
/// <param name="Publisher">Such as <c>data.police.uk</c>.</param>
/// <param name="First">The first month the figures cover.</param>
/// <param name="Last">The last month the figures cover.</param>
/// <param name="Imported">The day on which they were loaded here.</param>
public sealed record SourceNote(string Publisher, string Licence, Month First, Month Last, DateOnly Imported)
{
    /// <summary>Where the licence can be read.</summary>
    public string? LicenceHref { get; init; }

    /// <summary>When the publisher is expected to publish again, such as <c>late April 2026</c>; <see langword="null"/> when nobody said.</summary>
    public string? NextExpected { get; init; }

    /// <summary>Months between the first and the last that nobody published.</summary>
    public IReadOnlyList<Month> Missing { get; init; } = [];

    /// <summary>The record of the import: rows read, kept, and set aside with the reason.</summary>
    public string? ImportHref { get; init; }
}
