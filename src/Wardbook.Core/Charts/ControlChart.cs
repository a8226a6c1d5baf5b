using Wardbook.Measures;

namespace Wardbook.Charts;

/// <summary>What a series usually is, and how far chance alone takes it from that: a control chart (Shewhart 1931).</summary>
/// <remarks>
/// Centre and limits are learnt from the first values and then stand still. Limits lie three standard deviations either side; what they promise
/// holds only where the chart's kind fits the series. A raw count of a ward varies more than <see cref="OfCounts"/> allows for, so a ward is rather set
/// against its <see cref="ShareOfForce"/>.
/// </remarks>
/// <param name="Values">As drawn: counts, rates or shares, one for each month or other step.</param>
/// <param name="Deviations">The standard deviation that each value has by chance.</param>
/// <param name="Lowest">What no value can be below: 0, or nothing.</param>
/// <param name="Highest">What no value can be above: 1 for shares.</param>
public sealed record ControlChart(IReadOnlyList<double> Values, double Centre, IReadOnlyList<double> Deviations, double Lowest, double Highest)
{
    private const double Wide = 3;

    /// <summary>The mean of the range between two draws of a normal distribution, in standard deviations.</summary>
    private const double MeanRange = 1.128;

    /// <summary>Ranges above so many times their mean come from something else than chance.</summary>
    private const double HighestRange = 3.267;

    /// <summary>How many times as wide as its kind says the limits are (<see cref="Laney"/>).</summary>
    public double Widening { get; private init; } = 1;

    public IReadOnlyList<double> Low => [.. Deviations.Select(deviation => Math.Max(Lowest, Centre - (Wide * Widening * deviation)))];

    public IReadOnlyList<double> High => [.. Deviations.Select(deviation => Math.Min(Highest, Centre + (Wide * Widening * deviation)))];

    /// <summary>How far each value lies from the centre, in standard deviations.</summary>
    public IReadOnlyList<double> Distances => [.. Values.Zip(Deviations, (value, deviation) => deviation == 0 ? 0 : (value - Centre) / deviation / Widening)];

    /// <summary>Counts of which chance alone decides (c chart).</summary>
    /// <param name="learn">How many of the first ones show what is usual.</param>
    /// <exception cref="ArgumentException">There are fewer than two to learn from, or fewer than that in all.</exception>
    public static ControlChart OfCounts(IReadOnlyList<long> counts, int learn)
    {
        Need(counts.Count, learn);
        var centre = counts.Take(learn).Average(count => (double)count);
        return new([.. counts.Select(count => (double)count)], centre, Same(counts.Count, Math.Sqrt(centre)), 0, double.PositiveInfinity);
    }

    /// <summary>Counts for so many people, hours or other units (u chart).</summary>
    /// <param name="units">What each is counted over, in the unit that the rate is for; above 0.</param>
    /// <inheritdoc cref="OfCounts"/>
    public static ControlChart OfRates(IReadOnlyList<long> counts, IReadOnlyList<double> units, int learn)
    {
        Need(counts.Count, learn);
        var centre = counts.Take(learn).Sum(count => (double)count) / units.Take(learn).Sum();
        return new([.. counts.Zip(units, (count, unit) => count / unit)], centre, [.. units.Select(unit => Math.Sqrt(centre / unit))], 0, double.PositiveInfinity);
    }

    /// <summary>Shares of those asked (p chart).</summary>
    /// <inheritdoc cref="OfCounts"/>
    public static ControlChart OfShares(IReadOnlyList<long> yes, IReadOnlyList<long> asked, int learn)
    {
        Need(yes.Count, learn);
        var centre = yes.Take(learn).Sum() / (double)asked.Take(learn).Sum();
        return new([.. yes.Zip(asked, (some, all) => some / (double)all)], centre, [.. asked.Select(all => Math.Sqrt(centre * (1 - centre) / all))], 0, 1);
    }

    /// <summary>Any values, by how much each differs from the one before (XmR; Wheeler 2000).</summary>
    /// <param name="screened">Ranges that chance does not explain are left out of the mean once.</param>
    /// <inheritdoc cref="OfCounts"/>
    public static ControlChart OfRanges(IReadOnlyList<double> values, int learn, bool screened = false)
    {
        Need(values.Count, learn);
        var deviation = MeanMovingRange([.. values.Take(learn)], screened) / MeanRange;
        return new(values, values.Take(learn).Average(), Same(values.Count, deviation), double.NegativeInfinity, double.PositiveInfinity);
    }

    /// <summary>The mean of the steps between neighbours, whichever way.</summary>
    /// <inheritdoc cref="OfRanges" path="/param"/>
    public static double MeanMovingRange(IReadOnlyList<double> values, bool screened = false)
    {
        var ranges = values.Skip(1).Zip(values, (now, before) => Math.Abs(now - before)).ToList();
        var mean = ranges.Average();
        return screened ? ranges.Where(range => range <= HighestRange * mean).Average() : mean;
    }

    /// <summary>The limits widened by how much more the values vary from month to month than their kind says, for large bases (Laney 2002: p' and u').</summary>
    /// <param name="learn">As the chart was made with.</param>
    public ControlChart Laney(int learn) => this with { Widening = Widening * MeanMovingRange([.. Distances.Take(learn)]) / MeanRange };

    /// <summary>Counts between which 997 of 1,000 Poisson draws lie: for means below about five, where three standard deviations mislead.</summary>
    public static (long Low, long High) ExactLimits(double centre) => (Discrete.PoissonQuantile(0.00135, centre), Discrete.PoissonQuantile(1 - 0.00135, centre));

    private static double[] Same(int count, double deviation) => [.. Enumerable.Repeat(deviation, count)];

    private static void Need(int count, int learn)
    {
        if (learn < 2 || count < learn)
        {
            throw new ArgumentException($"What is usual is learnt from two values or more, and there must be as many: {learn} of {count}.", nameof(learn));
        }
    }
}
