namespace Wardbook.Measures;

/// <summary>A place's rate against that of the rest of the borough or force it is part of.</summary>
/// <remarks>The rest, because a place compared with a whole that it is in is partly compared with itself.</remarks>
public sealed record Comparison
{
    private Comparison(Rate place, Rate rest, double dispersion)
    {
        (Place, Rest, Dispersion) = (place, rest, dispersion);
        Ratio = new(place.Count, place.PersonYears, rest.Count, rest.PersonYears);
    }

    public Rate Place { get; }

    public Rate Rest { get; }

    public double Dispersion { get; }

    /// <summary>The place's rate as a multiple of the rest's.</summary>
    public RateRatio Ratio { get; }

    /// <param name="place">A ward, say.</param>
    /// <param name="whole">The borough it is in, the ward included, over the same months.</param>
    /// <param name="dispersion">How many times the variance of pure chance. 1 when not known.</param>
    /// <returns><see langword="null"/> when nobody lives in the rest.</returns>
    /// <exception cref="ArgumentException">The place is not part of the whole: it has more crimes or people, or other months.</exception>
    public static Comparison? WithRestOf(Rate place, Rate whole, double dispersion = 1)
    {
        if (place.Months != whole.Months || place.Count > whole.Count || place.Population > whole.Population)
        {
            throw new ArgumentException("The place is not a part of the whole over the same months.", nameof(whole));
        }

        return place.Population == whole.Population
            ? null
            : new(place, new(whole.Count - place.Count, whole.Population - place.Population, whole.Months), dispersion);
    }

    /// <param name="among">How many comparisons are shown together.</param>
    public Verdict Verdict(int among = 1) => Change.Tell(Ratio, Dispersion, among);
}
