namespace Wardbook.Measures;

/// <summary>How often an interval is meant to hold the truth.</summary>
public static class Levels
{
    /// <summary>Nineteen times in twenty.</summary>
    public const double Usual = 0.95;

    /// <summary>The share left out at either end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    internal static double Tail(double level) =>
        level > 0 && level < 1 ? (1 - level) / 2 : throw new ArgumentOutOfRangeException(nameof(level), level, "A level of confidence is between 0 and 1.");

    /// <summary>The level for each of several figures shown together, so that all of them hold as often as one would: Bonferroni's inequality.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is not at least one figure.</exception>
    public static double Among(int figures)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(figures);
        return 1 - ((1 - Usual) / figures);
    }
}
