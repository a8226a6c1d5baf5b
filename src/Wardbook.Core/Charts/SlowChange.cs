namespace Wardbook.Charts;

/// <summary>Charts that add up what little each month tells, and so find small lasting changes sooner than limits do.</summary>
public static class SlowChange
{
    /// <summary>A mean in which each value counts for <paramref name="weight"/> and all before it for the rest, with its limits (EWMA; Roberts 1959).</summary>
    /// <param name="deviation">The standard deviation of one value.</param>
    /// <param name="weight">Above 0, at most 1.</param>
    public static IReadOnlyList<SmoothedValue> Smoothed(IReadOnlyList<double> values, double centre, double deviation, double weight = 0.2)
    {
        List<SmoothedValue> smoothed = [];
        var mean = centre;
        for (var at = 0; at < values.Count; at++)
        {
            mean = (weight * values[at]) + ((1 - weight) * mean);
            var spread = deviation * Math.Sqrt(weight / (2 - weight) * (1 - Math.Pow(1 - weight, 2 * (at + 1))));
            smoothed.Add(new(mean, centre - (3 * spread), centre + (3 * spread)));
        }

        return smoothed;
    }

    /// <summary>What has piled up above and below the centre, once every value is forgiven a little (CUSUM; Page 1954).</summary>
    /// <param name="distances">See <see cref="ControlChart.Distances"/>.</param>
    /// <param name="forgiven">Of each value, in standard deviations: half the change that is looked for.</param>
    public static IReadOnlyList<PiledUp> PiledUp(IReadOnlyList<double> distances, double forgiven = 0.5)
    {
        List<PiledUp> piled = [];
        var (up, down) = (0.0, 0.0);
        foreach (var distance in distances)
        {
            (up, down) = (Math.Max(0, up + distance - forgiven), Math.Max(0, down - distance - forgiven));
            piled.Add(new(up, down));
        }

        return piled;
    }
}

/// <summary>A smoothed value and the limits that chance keeps it in.</summary>
public readonly record struct SmoothedValue(double Mean, double Low, double High);

/// <summary>What has piled up, in standard deviations.</summary>
public readonly record struct PiledUp(double Up, double Down)
{
    /// <summary>More than chance piles up, but for once in some 465 values.</summary>
    public const double TooMuch = 5;

    public bool IsTooMuch => Up > TooMuch || Down > TooMuch;
}
