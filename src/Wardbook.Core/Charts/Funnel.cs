using Wardbook.Measures;

namespace Wardbook.Charts;

/// <summary>Areas or teams against their common figure, with limits that are wider where the base is smaller (Spiegelhalter 2005, Statistics in Medicine 24).</summary>
/// <remarks>
/// Instead of a league table: what lies within the limits cannot be told apart. Places differ from one another for many reasons, so the limits that judge are
/// widened by how much they do (<see cref="Between"/>), and few remain outside.
/// </remarks>
/// <param name="Target">The figure of all together.</param>
/// <param name="Overdispersion">How many times as much they differ as chance makes them; extreme ones pulled in.</param>
/// <param name="Between">The variance between them that chance does not explain, by moments; 0 when there is none.</param>
public sealed record Funnel(double Target, double Overdispersion, double Between, IReadOnlyList<FunnelPoint> Points)
{
    /// <summary>The part at either end whose extremes are pulled in before overdispersion is reckoned.</summary>
    private const double PulledIn = 0.1;

    /// <summary>Shares of so many.</summary>
    /// <exception cref="ArgumentException">There is nothing to compare, or a base is not above 0.</exception>
    public static Funnel OfShares(IReadOnlyList<(long Yes, long Of)> places) => Of(
        [.. places.Select(place => ((double)place.Yes, (double)place.Of))],
        target => target * (1 - target),
        (of, target, share) => Between01(Discrete.BinomialQuantile(share, (long)of, target), count => Discrete.BinomialAtMost(count, (long)of, target), share));

    /// <summary>Counts for so many expected, people or hours.</summary>
    /// <inheritdoc cref="OfShares"/>
    public static Funnel OfRates(IReadOnlyList<(long Count, double Base)> places) => Of(
        [.. places.Select(place => ((double)place.Count, place.Base))],
        target => target,
        (of, target, share) => Between01(Discrete.PoissonQuantile(share, of * target), count => Discrete.PoissonAtMost(count, of * target), share));

    private static Funnel Of(List<(double Count, double Base)> places, Func<double, double> variance, Func<double, double, double, double> limit)
    {
        if (places.Count == 0 || places.Any(place => !(place.Base > 0)))
        {
            throw new ArgumentException("A funnel compares places that each have a base above 0.", nameof(places));
        }

        var target = places.Sum(place => place.Count) / places.Sum(place => place.Base);
        var variances = places.Select(place => variance(target) / place.Base).ToList();
        var distances = places.Zip(variances, (place, own) => own == 0 ? 0 : ((place.Count / place.Base) - target) / Math.Sqrt(own)).ToList();
        var overdispersion = Winsorised(distances).Average(distance => distance * distance);
        var weights = variances.ConvertAll(own => own == 0 ? 0 : 1 / own);
        var count = places.Count;
        var between = count * overdispersion < count - 1 ? 0
            : Math.Max(0, ((count * overdispersion) - (count - 1)) / (weights.Sum() - (weights.Sum(weight => weight * weight) / weights.Sum())));
        double LimitOf(double of, double share) => limit(of, target, share) / of;
        return new(target, overdispersion, between,
        [
            .. places.Select((place, at) => new FunnelPoint(
                place.Count / place.Base,
                new(LimitOf(place.Base, 0.025), LimitOf(place.Base, 0.975)),
                new(LimitOf(place.Base, 0.001), LimitOf(place.Base, 0.999)),
                distances[at],
                variances[at] + between == 0 ? 0 : ((place.Count / place.Base) - target) / Math.Sqrt(variances[at] + between))
            {
                Multiplied = distances[at] / Math.Sqrt(Math.Max(1, overdispersion)),
                Outer = new(target - (OuterDistance * Math.Sqrt(variances[at] + between)), target + (OuterDistance * Math.Sqrt(variances[at] + between))),
            }),
        ]);
    }

    /// <summary>Where 998 of 1,000 lie.</summary>
    internal const double OuterDistance = 3.0902323061678132;

    /// <summary>The limit between two whole counts at which exactly this share lies below (the paper's appendix).</summary>
    private static double Between01(long quantile, Func<long, double> atMost, double share)
    {
        var (at, below) = (atMost(quantile), quantile > 0 ? atMost(quantile - 1) : 0);
        return quantile - ((at - share) / (at - below));
    }

    private static IEnumerable<double> Winsorised(IReadOnlyList<double> distances)
    {
        var sorted = distances.Order().ToList();
        double Quantile(double share)
        {
            var at = share * (sorted.Count - 1);
            var low = (int)Math.Floor(at);
            return sorted[low] + ((at - low) * (sorted[Math.Min(low + 1, sorted.Count - 1)] - sorted[low]));
        }

        var (lowest, highest) = (Quantile(PulledIn), Quantile(1 - PulledIn));
        return distances.Select(distance => Math.Clamp(distance, lowest, highest));
    }
}

/// <summary>One place in a funnel.</summary>
/// <param name="Limits95">What chance alone keeps 95 of 100 within.</param>
/// <param name="Limits998">What chance alone keeps 998 of 1,000 within.</param>
/// <param name="Distance">From the target, in standard deviations of chance alone.</param>
/// <param name="Judged">The same, with how much places differ anyway.</param>
public sealed record FunnelPoint(double Figure, Interval Limits95, Interval Limits998, double Distance, double Judged)
{
    /// <summary>The distance with the limits multiplied instead of added to.</summary>
    public double Multiplied { get; init; }

    /// <summary>The outer limits with how much places differ anyway: only what lies outside stands out.</summary>
    public Interval Outer { get; init; }

    public bool StandsOut => Math.Abs(Judged) > Funnel.OuterDistance;
}
