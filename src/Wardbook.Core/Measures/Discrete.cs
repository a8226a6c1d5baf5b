using MathNet.Numerics;

namespace Wardbook.Measures;

/// <summary>How likely counts are: of chance alone (Poisson), out of a number asked (binomial), and of chance with more variation than that (negative binomial).</summary>
/// <remarks>Each tail is computed by itself, so that a very unlikely count keeps its digits.</remarks>
internal static class Discrete
{
    /// <summary>The share of Poisson draws with this mean that are at most <paramref name="count"/>.</summary>
    public static double PoissonAtMost(long count, double mean) => count < 0 ? 0 : mean == 0 ? 1 : SpecialFunctions.GammaUpperRegularized(count + 1, mean);

    public static double PoissonAtLeast(long count, double mean) => count <= 0 ? 1 : mean == 0 ? 0 : SpecialFunctions.GammaLowerRegularized(count, mean);

    /// <summary>The share of draws of <paramref name="of"/> with this chance each in which at most <paramref name="count"/> come out.</summary>
    public static double BinomialAtMost(long count, long of, double chance) => count < 0 ? 0 : count >= of ? 1 : SpecialFunctions.BetaRegularized(of - count, count + 1, 1 - chance);

    /// <summary>As Poisson with this mean, and a variance <paramref name="dispersion"/> times the mean; 1 is Poisson.</summary>
    public static double NegativeBinomialAtMost(long count, double mean, double dispersion) =>
        dispersion <= 1 + 1e-9 ? PoissonAtMost(count, mean) : count < 0 ? 0 : SpecialFunctions.BetaRegularized(mean / (dispersion - 1), count + 1, 1 / dispersion);

    /// <inheritdoc cref="NegativeBinomialAtMost"/>
    public static double NegativeBinomialAtLeast(long count, double mean, double dispersion) =>
        dispersion <= 1 + 1e-9 ? PoissonAtLeast(count, mean) : count <= 0 ? 1 : SpecialFunctions.BetaRegularized(count, mean / (dispersion - 1), 1 - (1 / dispersion));

    /// <summary>The smallest count that at least this share of Poisson draws do not exceed.</summary>
    public static long PoissonQuantile(double share, double mean) => Smallest(share, count => PoissonAtMost(count, mean), (long)Math.Ceiling(mean));

    /// <inheritdoc cref="PoissonQuantile"/>
    public static long BinomialQuantile(double share, long of, double chance) => Smallest(share, count => BinomialAtMost(count, of, chance), (long)Math.Ceiling(of * chance));

    /// <inheritdoc cref="PoissonQuantile"/>
    public static long NegativeBinomialQuantile(double share, double mean, double dispersion) => Smallest(share, count => NegativeBinomialAtMost(count, mean, dispersion), (long)Math.Ceiling(mean));

    /// <param name="atMost">Rises from 0 to 1.</param>
    private static long Smallest(double share, Func<long, double> atMost, long near)
    {
        // A share that a sum reaches but for the last digits is reached.
        var wanted = share * (1 - 1e-14);
        var (low, high) = (-1L, Math.Max(1, near));
        while (atMost(high) < wanted)
        {
            (low, high) = (high, high * 2);
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = atMost(middle) < wanted ? (middle, high) : (low, middle);
        }

        return high;
    }
}
