namespace Wardbook.Measures;

/// <summary>How many of some: a count within a base, such as answers within the promised time.</summary>
/// <remarks>
/// The interval is Wilson's score interval (Wilson 1927, "Probable inference, the law of succession, and statistical inference", JASA 22), as recommended
/// by Newcombe 1998, "Two-sided confidence intervals for the single proportion: comparison of seven methods", Statistics in Medicine 17, method 3.
/// </remarks>
public sealed record Share
{
    /// <exception cref="ArgumentOutOfRangeException">The base is empty, or the count is not within it.</exception>
    public Share(long count, long of)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(of);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, of);
        (Count, Of) = (count, of);
    }

    public long Count { get; }

    /// <summary>The base: of how many.</summary>
    public long Of { get; }

    /// <summary>From 0 to 1.</summary>
    public double Value => Count / (double)Of;

    public double PerCent => 100 * Value;

    /// <summary>Where the share behind the count lies, from 0 to 1, at such a level of confidence.</summary>
    public Interval Interval(double level = Levels.Usual)
    {
        var z = Quantiles.Normal(1 - Levels.Tail(level));
        var (n, p) = ((double)Of, Value);
        var (middle, half, whole) = ((2 * n * p) + (z * z), z * Math.Sqrt((z * z) + (4 * n * p * (1 - p))), 2 * (n + (z * z)));
        return new(Count == 0 ? 0 : Math.Max(0, (middle - half) / whole), Count == Of ? 1 : Math.Min(1, (middle + half) / whole));
    }
}
