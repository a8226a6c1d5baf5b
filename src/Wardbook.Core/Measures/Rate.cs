namespace Wardbook.Measures;

/// <summary>How many of something happened to a number of people in a number of months.</summary>
/// <remarks>
/// The count is taken as one draw from a Poisson distribution. Its interval is Garwood's (1936), which holds the truth at least as often as it
/// says. Residents are not everyone who is about: where many people come for the day, a rate per resident says little about any one of them.
/// </remarks>
public sealed record Rate
{
    private const double People = 1_000;
    private const double MonthsInYear = 12;

    /// <exception cref="ArgumentOutOfRangeException">The count is below 0, or there are no people or no months.</exception>
    public Rate(long count, long population, int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(population);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(months);
        (Count, Population, Months) = (count, population, months);
    }

    public long Count { get; }

    /// <summary>The people it happened among.</summary>
    public long Population { get; }

    public int Months { get; }

    /// <summary>For every 1,000 people in a year.</summary>
    public double PerThousandAYear => Count * Factor;

    /// <summary>The years that these people lived through together.</summary>
    public double PersonYears => Population * (Months / MonthsInYear);

    private double Factor => People / PersonYears;

    /// <summary>Where the rate that these people run at lies, per 1,000 a year, at such a level of confidence.</summary>
    public Interval Interval(double level = Levels.Usual) => OfCount(Count, level).Times(Factor);

    /// <summary>The long-run number behind a count, after Garwood (1936), "Fiducial limits for the Poisson distribution", Biometrika 28.</summary>
    public static Interval OfCount(long count, double level = Levels.Usual)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var tail = Levels.Tail(level);
        return new(count == 0 ? 0 : Quantiles.Gamma(tail, count), Quantiles.Gamma(1 - tail, count + 1.0));
    }
}
