using Wardbook.Charts;

namespace Wardbook.Activity;

/// <summary>What a team does step by step, and which steps chance and habit do not explain.</summary>
/// <remarks>
/// What is usual is learnt from the first twelve whole steps and then stands still. Where there are few, whole things (fewer than ten a step), limits are
/// those of a Poisson count; otherwise those of how much each step differs from the one before (XmR, Wheeler 2000), because how much a team does is
/// decided by people and not by chance alone.
/// </remarks>
/// <param name="Centre">The mean of the steps learnt from.</param>
/// <param name="IsFew">Whether limits are those of a count.</param>
public sealed record OverTime(double Centre, bool IsFew, IReadOnlyList<PointInTime> Points)
{
    /// <summary>So many steps show what is usual; with fewer nothing is said.</summary>
    public const int Learnt = 12;

    /// <summary>Below so many a step the ranges between neighbours mislead.</summary>
    private const double Few = 10;

    /// <param name="amounts">Of whole steps, one after another.</param>
    /// <returns>Null when there are fewer than twelve.</returns>
    public static OverTime? Of(IReadOnlyList<Amount> amounts)
    {
        if (amounts.Count < Learnt)
        {
            return null;
        }

        var values = amounts.Select(amount => amount.Value).ToList();
        var centre = values.Take(Learnt).Average();
        if (centre < Few && amounts.All(amount => amount.IsWhole))
        {
            var (low, high) = centre > 0 ? ControlChart.ExactLimits(centre) : (0, 0);
            return new(centre, true, [.. values.Select(value => new PointInTime(value, low, high, value < low || value > high))]);
        }

        var chart = ControlChart.OfRanges(values, Learnt);
        var unusual = RunRules.Usual(chart.Distances);
        return new(centre, false, [.. values.Select((value, at) => new PointInTime(value, Math.Max(0, chart.Low[at]), chart.High[at], unusual.Contains(at)))]);
    }
}

/// <summary>One step.</summary>
/// <param name="Low">Fewer are unusual.</param>
/// <param name="High">More are unusual.</param>
/// <param name="IsUnusual">Outside the limits, or the last of a run that chance seldom makes.</param>
public readonly record struct PointInTime(double Value, double Low, double High, bool IsUnusual)
{
    public bool IsHigh => Value > High;

    public bool IsLow => Value < Low;
}
