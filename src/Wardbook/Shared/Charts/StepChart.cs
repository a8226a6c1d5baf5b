namespace Wardbook.Shared.Charts;

/// <summary>Steps in time with what is usual: a line, a band, and rings round what chance does not explain.</summary>
/// <param name="InWords">What the drawing shows, for whoever does not see it.</param>
/// <param name="Learnt">How many of the first ones show what is usual.</param>
public sealed record StepChart(string Title, string InWords, IReadOnlyList<ChartStep> Steps, double Centre, int Learnt);

/// <param name="Name">Such as <c>June 2026</c>.</param>
/// <param name="Low">The lower end of what is usual.</param>
/// <param name="High">The upper end of what is usual.</param>
public sealed record ChartStep(string Name, double Value, double Low, double High, bool IsUnusual, string Says);

/// <summary>Places or teams by the size of their base: those outside the curved limits stand out.</summary>
/// <inheritdoc cref="StepChart" path="/param"/>
/// <param name="Target">The figure of all together.</param>
public sealed record FunnelChart(string Title, string InWords, string BaseHeading, string FigureHeading, IReadOnlyList<FunnelDot> Dots, double Target);

/// <param name="Low">Where the outer limits lie at this base.</param>
/// <param name="High">The same, above.</param>
public sealed record FunnelDot(string Name, double Base, double Figure, double Low, double High, bool StandsOut);
