namespace Wardbook.Measures;

/// <summary>What two figures, side by side, can tell.</summary>
public enum Verdict
{
    /// <summary>Both counts are so small that no comparison is worth making.</summary>
    TooFewToTell,

    /// <summary>Chance alone often makes a difference like this.</summary>
    CannotTell,

    /// <summary>The first figure is lower, by more than chance is likely to make it.</summary>
    Lower,

    /// <summary>The first figure is higher, by more than chance is likely to make it.</summary>
    Higher,
}

/// <summary>A count against the count of the same months a year before.</summary>
/// <remarks>The same months, because crime has seasons. The interval is exact (<see cref="RateRatio"/>), widened by the dispersion between places.</remarks>
public sealed record Change
{
    /// <summary>When both counts are below this, no comparison is made.</summary>
    public const long FewestToTell = 20;

    /// <param name="before">A year before.</param>
    /// <param name="after">Now.</param>
    /// <param name="dispersion">How many times the variance of pure chance: see <see cref="Measures.Dispersion"/>. 1 when not known.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is below 0.</exception>
    public Change(long before, long after, double dispersion = 1)
    {
        Ratio = new(after, 1, before, 1);
        Dispersion = dispersion;
    }

    /// <summary>Now, as a multiple of then.</summary>
    public RateRatio Ratio { get; }

    public double Dispersion { get; }

    public long Before => Ratio.OtherCount;

    public long After => Ratio.Count;

    /// <summary>Above 0 for more. Missing when there was nothing before to be a part of.</summary>
    public double? PerCent => Before == 0 ? null : 100 * (Ratio.Ratio!.Value - 1);

    /// <summary>Where the change in the rate behind the counts lies, in per cent of before: -100 or more, and perhaps without an upper end.</summary>
    public Interval PerCentInterval(double level = Levels.Usual)
    {
        var ratio = Ratio.Widened(Dispersion, level);
        return new(100 * (ratio.Low - 1), 100 * (ratio.High - 1));
    }

    /// <param name="among">How many changes are shown together: with more, one must be bigger to stand out.</param>
    public Verdict Verdict(int among = 1) => Tell(Ratio, Dispersion, among);

    /// <summary>The nearest counts, below and above, that would have shown as a change from before. Missing when even none at all would not.</summary>
    public (long? Fall, long Rise) WouldShow()
    {
        var (tooFew, enough) = (Before, Math.Max(1, Before));
        while (!IsClear(enough))
        {
            (tooFew, enough) = (enough, enough * 2);
        }

        var rise = FirstClear(tooFew, enough);
        return (Before == 0 || !IsClear(0) ? null : FirstClear(Before, 0), rise);
    }

    internal static Verdict Tell(RateRatio ratio, double dispersion, int among)
    {
        if (ratio.Count < FewestToTell && ratio.OtherCount < FewestToTell)
        {
            return Measures.Verdict.TooFewToTell;
        }

        return ratio.Side(dispersion, Levels.Among(among)) switch
        {
            > 0 => Measures.Verdict.Higher,
            < 0 => Measures.Verdict.Lower,
            _ => Measures.Verdict.CannotTell,
        };
    }

    /// <summary>Between a count that would not show and one that would, the one that only just would.</summary>
    private long FirstClear(long unclear, long clear)
    {
        while (Math.Abs(clear - unclear) > 1)
        {
            var middle = unclear + ((clear - unclear) / 2);
            (unclear, clear) = IsClear(middle) ? (unclear, middle) : (middle, clear);
        }

        return clear;
    }

    private bool IsClear(long after) => new RateRatio(after, 1, Before, 1).Side(Dispersion) != 0;
}
