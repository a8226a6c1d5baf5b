namespace Wardbook.Measures;

/// <summary>Where the truth behind a figure probably lies, both ends included.</summary>
/// <remarks>Low is never above High and neither is missing; High may be infinite. What is measured, and how sure it is, says whoever gives one.</remarks>
public readonly record struct Interval
{
    /// <exception cref="ArgumentException">The ends are the wrong way round, or one of them is not a number.</exception>
    public Interval(double low, double high)
    {
        if (!(low <= high))
        {
            throw new ArgumentException($"An interval cannot go from {low} to {high}.", nameof(high));
        }

        (Low, High) = (low, high);
    }

    public double Low { get; }

    public double High { get; }

    public bool Contains(double figure) => figure >= Low && figure <= High;

    /// <summary>The same interval in another unit: per 1,000 instead of per head, say.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The factor is negative or not a number.</exception>
    public Interval Times(double factor) =>
        factor >= 0 ? new(Low * factor, High * factor) : throw new ArgumentOutOfRangeException(nameof(factor), factor, "A unit is not negative.");

    /// <summary>The smallest interval that has both in it.</summary>
    public Interval Over(Interval other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));
}
