using Wardbook.Periods;

namespace Wardbook.Teams;

/// <summary>How long those who serve on a day have been in the team without a break.</summary>
/// <param name="People">The base: how many they are.</param>
/// <param name="MedianDays">Half have been there longer, half not so long. Of an even number, the mean of the two in the middle.</param>
public sealed record Tenure(int People, double MedianDays, int ShortestDays, int LongestDays)
{
    /// <returns>Null when nobody serves.</returns>
    public static Tenure? On(DateOnly day, IEnumerable<Served> served)
    {
        var days = Served.Unbroken(served).Where(run => run.Days.Contains(day)).Select(run => day.DayNumber - run.Days.First.DayNumber).Order().ToList();
        return days.Count == 0 ? null
            : new(days.Count, days.Count % 2 == 1 ? days[days.Count / 2] : (days[(days.Count / 2) - 1] + days[days.Count / 2]) / 2.0, days[0], days[^1]);
    }
}

/// <summary>How many left a team within a period, against how many it had.</summary>
/// <remarks>
/// Leavers for every 100 of the average number of people, as the Chartered Institute of Personnel and Development defines crude turnover. The
/// average here is that of every day. Moving within the team is not leaving it; who goes and comes back later has left.
/// </remarks>
/// <param name="Leavers">People whose last day in the team, for the time being, lies in the period. Who left twice counts once.</param>
/// <param name="AverageStrength">Over the days of the period.</param>
public sealed record Turnover(DaySpan Period, int Leavers, double AverageStrength)
{
    /// <summary>Below so many people on average no percentage is given: one move would change it by more than five in 100.</summary>
    public const int LeastForARate = 20;

    /// <returns>Null when nobody served in the period.</returns>
    /// <exception cref="ArgumentException">The period has no end.</exception>
    public static Turnover? In(DaySpan period, IEnumerable<Served> served)
    {
        var runs = Served.Unbroken(served);
        var average = Strength.Average(period, runs.Select(run => run.Days));
        return average == 0 ? null
            : new(period, runs.Where(run => run.Days.Last is { } last && period.Contains(last)).Select(run => run.Officer).Distinct().Count(), average);
    }

    /// <summary>Leavers for every 100 people; null when the base is too small to say it so.</summary>
    public double? PerHundred => AverageStrength >= LeastForARate ? 100 * Leavers / AverageStrength : null;

    /// <summary>By how much one person more who leaves would change the number for every 100.</summary>
    public double OnePersonPerHundred => 100 / AverageStrength;
}
