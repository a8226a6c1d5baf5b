namespace Wardbook.Shared.Charts;

/// <summary>Places or kinds beside each other, each with its interval.</summary>
/// <param name="Caption">What is compared, over which months.</param>
/// <param name="Heading">What the number is, such as "Crimes per 1,000 people".</param>
public sealed record BarChart(string Caption, string Heading, IReadOnlyList<Bar> Bars)
{
    /// <summary>What the names are, such as "Ward".</summary>
    public string NameHeading { get; init; } = "Place";

    public int Decimals { get; init; }

    /// <summary>A line through all bars, such as the borough's own figure.</summary>
    public double? Reference { get; init; }

    /// <summary>What the line is, such as "Camden".</summary>
    public string? ReferenceName { get; init; }

    /// <summary>The right end of the drawing.</summary>
    public double Top => Bars.SelectMany(bar => new[] { bar.High, bar.Value, Reference }).Max() is { } greatest and > 0 ? greatest * 1.02 : 1;
}

/// <summary>One line of a <see cref="BarChart"/>.</summary>
/// <param name="Value"><see langword="null"/> when it is not known, or too small to be shown.</param>
/// <param name="Low">The lower end of the interval.</param>
/// <param name="High">The upper end of the interval.</param>
/// <param name="IsHere">The place the page is about.</param>
public sealed record Bar(string Name, double? Value, double? Low = null, double? High = null, string? Href = null, bool IsHere = false)
{
    /// <summary>Why there is no value.</summary>
    public string Absent { get; init; } = "not known";
}
