using Wardbook.Measures;

namespace Wardbook.Charts;

/// <summary>A ward's months against its usual share of the force: the season and whatever changes everywhere drop out.</summary>
/// <remarks>
/// The default chart for wards. Of published London counts it flags 0.5 to 0.8 months in 100, where a plain chart of counts flags 1.7 to 5.3; with
/// about 20 a month it finds a doubling within three months in 88 cases of 100, and a rise by half in 23.
/// </remarks>
/// <param name="Share">The ward's part of the force in the months learnt from, 0 to 1.</param>
/// <param name="Dispersion">The variance as a multiple of the mean; at least 1, which is chance alone.</param>
/// <param name="Months">Those after the months learnt from.</param>
public sealed record ShareOfForce(double Share, double Dispersion, IReadOnlyList<AgainstShare> Months)
{
    /// <summary>For how many months of its own the usual dispersion of wards counts.</summary>
    public const double WeightOfUsual = 20;

    /// <param name="ward">Its counts, month by month.</param>
    /// <param name="force">The force's counts in the same months, the ward's included.</param>
    /// <param name="learn">How many of the first months show what is usual.</param>
    /// <param name="usual">The middle dispersion of the force's wards (<see cref="DispersionOf"/>).</param>
    /// <returns>Null when the ward or the force had nothing in the months to learn from.</returns>
    /// <exception cref="ArgumentException">There are fewer than two months to learn from, or the two series differ in length.</exception>
    public static ShareOfForce? Of(IReadOnlyList<long> ward, IReadOnlyList<long> force, int learn, double usual)
    {
        if (DispersionOf(ward, force, learn) is not { } own)
        {
            return null;
        }

        var share = ShareIn(ward, force, learn);
        var dispersion = Math.Max(1, (((learn - 1) * own) + (WeightOfUsual * usual)) / (learn - 1 + WeightOfUsual));
        return new(share, dispersion, [.. Enumerable.Range(learn, ward.Count - learn).Select(at => AgainstShare.Of(ward[at], share * force[at], dispersion))]);
    }

    /// <summary>How many times as much a ward's months differ from its share as chance alone would make them (Pearson's chi-square over the months but one).</summary>
    /// <inheritdoc cref="Of"/>
    public static double? DispersionOf(IReadOnlyList<long> ward, IReadOnlyList<long> force, int learn)
    {
        if (ward.Count != force.Count || learn < 2 || ward.Count < learn)
        {
            throw new ArgumentException($"A ward's {ward.Count} months against {force.Count} of the force, {learn} to learn from.", nameof(learn));
        }

        var share = ShareIn(ward, force, learn);
        return share > 0 && force.Take(learn).All(count => count > 0)
            ? ward.Zip(force).Take(learn).Sum(month => Math.Pow(month.First - (share * month.Second), 2) / (share * month.Second)) / (learn - 1)
            : null;
    }

    private static double ShareIn(IReadOnlyList<long> ward, IReadOnlyList<long> force, int learn) =>
        force.Take(learn).Sum() is > 0 and var all ? ward.Take(learn).Sum() / (double)all : 0;
}

/// <summary>One month against the usual share.</summary>
/// <param name="Expected">The ward's usual share of the force's month.</param>
/// <param name="ThisMany">How often chance alone gives so many or more.</param>
/// <param name="ThisFew">How often chance alone gives so few or fewer.</param>
/// <param name="Usual">What 95 months of 100 lie between, both ends included.</param>
public readonly record struct AgainstShare(long Count, double Expected, double ThisMany, double ThisFew, (long Low, long High) Usual)
{
    /// <summary>What lies beyond three standard deviations of a normal distribution, on one side.</summary>
    public const double Rare = 0.00135;

    public bool IsHigh => ThisMany < Rare;

    public bool IsLow => ThisFew < Rare;

    internal static AgainstShare Of(long count, double expected, double dispersion) => new(
        count, expected, Discrete.NegativeBinomialAtLeast(count, expected, dispersion), Discrete.NegativeBinomialAtMost(count, expected, dispersion),
        (Discrete.NegativeBinomialQuantile(0.025, expected, dispersion), Discrete.NegativeBinomialQuantile(0.975, expected, dispersion)));
}
