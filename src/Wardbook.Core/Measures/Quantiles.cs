using MathNet.Numerics;

namespace Wardbook.Measures;

/// <summary>The point below which a given share of a distribution lies.</summary>
/// <remarks>
/// MathNet.Numerics gives the distribution functions; its own quantiles stop at about eight digits, so these take Newton steps from a rough
/// start, kept between two bounds that close in, until the last digit stands.
/// </remarks>
internal static class Quantiles
{
    /// <summary>Of the standard normal distribution.</summary>
    public static double Normal(double share)
    {
        const double rootTwo = 1.4142135623730950488;
        var start = -rootTwo * SpecialFunctions.ErfcInv(2 * Math.Min(share, 1 - share));

        // Below the middle, where the share is not a small difference from 1.
        var refined = start;
        for (var step = 0; step < 3; step++)
        {
            var below = SpecialFunctions.Erfc(-refined / rootTwo) / 2;
            var density = Math.Exp(-refined * refined / 2) / Math.Sqrt(2 * Math.PI);
            if (density == 0)
            {
                break;
            }

            refined -= (below - Math.Min(share, 1 - share)) / density;
        }

        return share <= 0.5 ? refined : -refined;
    }

    /// <summary>Of the gamma distribution with rate 1.</summary>
    public static double Gamma(double share, double shape)
    {
        // Wilson and Hilferty (1931): the cube root is nearly normal.
        var start = shape * Math.Pow(Math.Max(0.05, 1 - (1 / (9 * shape)) + (Normal(share) / (3 * Math.Sqrt(shape)))), 3);
        var high = Math.Max(1, 2 * start);
        while (SpecialFunctions.GammaLowerRegularized(shape, high) < share)
        {
            high *= 2;
        }

        var logGamma = SpecialFunctions.GammaLn(shape);
        return Root(
            x => SpecialFunctions.GammaLowerRegularized(shape, x) - share,
            x => Math.Exp(((shape - 1) * Math.Log(x)) - x - logGamma),
            low: 0,
            high,
            start);
    }

    /// <summary>Of the beta distribution.</summary>
    public static double Beta(double share, double a, double b) =>
        Root(x => SpecialFunctions.BetaRegularized(a, b, x) - share, x => BetaDensity(a, b, x), low: 0, high: 1, start: a / (a + b));

    public static double BetaDensity(double a, double b, double x) =>
        Math.Exp(((a - 1) * Math.Log(x)) + ((b - 1) * Math.Log(1 - x)) - SpecialFunctions.BetaLn(a, b));

    /// <summary>Where a rising function is 0: Newton's steps, and halving whenever a step would leave the bounds or hardly move.</summary>
    public static double Root(Func<double, double> function, Func<double, double> slope, double low, double high, double start)
    {
        var x = start;
        for (var step = 0; step < 200; step++)
        {
            var off = function(x);
            if (off == 0)
            {
                return x;
            }

            (low, high) = off < 0 ? (x, high) : (low, x);
            var next = x - (off / slope(x));
            if (!(next > low && next < high))
            {
                next = low + ((high - low) / 2);
            }

            if (Math.Abs(next - x) <= 1e-15 * Math.Abs(x))
            {
                return next;
            }

            x = next;
        }

        return x;
    }
}
