using Wardbook.Periods;

namespace Wardbook.Teams;

/// <summary>How many posts there are from a day on, until another row says otherwise.</summary>
public readonly record struct PostsFrom(DateOnly From, int Posts);

/// <summary>How many people serve, on a day and over days. Heads, not hours.</summary>
public static class Strength
{
    public static int On(DateOnly day, IEnumerable<DaySpan> served) => served.Count(days => days.Contains(day));

    /// <param name="steps">In any order; of two from the same day the later in the list counts.</param>
    /// <returns>0 before the first.</returns>
    public static int PostsOn(DateOnly day, IEnumerable<PostsFrom> steps) =>
        steps.Where(step => step.From <= day).Aggregate((From: DateOnly.MinValue, Posts: 0), (last, step) => step.From >= last.From ? (step.From, step.Posts) : last).Posts;

    /// <summary>The mean of every day's strength.</summary>
    /// <exception cref="ArgumentException">The period has no end.</exception>
    public static double Average(DaySpan period, IEnumerable<DaySpan> served) =>
        (double)served.Sum(days => (long)(days.Both(period)?.Days ?? 0)) / DaysOf(period);

    internal static int DaysOf(DaySpan period) => period.Days ?? throw new ArgumentException("The period has no end.", nameof(period));
}

/// <summary>Posts that stood empty, in days: one post empty for a week is seven post-days.</summary>
/// <param name="PostDays">Posts times days.</param>
/// <param name="VacantPostDays">Of them, those that nobody filled. Somebody above the establishment fills no empty post of another kind or day.</param>
/// <param name="DaysWithVacancy">Days on which at least one post was empty.</param>
public sealed record Vacancies(DaySpan Period, long PostDays, long VacantPostDays, int DaysWithVacancy)
{
    /// <summary>Of one kind of post.</summary>
    /// <exception cref="ArgumentException">The period has no end.</exception>
    public static Vacancies In(DaySpan period, IReadOnlyCollection<PostsFrom> steps, IReadOnlyCollection<DaySpan> served)
    {
        _ = Strength.DaysOf(period);
        var last = period.Last!.Value;

        // Nothing changes between two of these days.
        var turns = steps.Select(step => step.From)
            .Concat(served.Select(days => days.First))
            .Concat(served.Where(days => days.Last is { } end && end < last).Select(days => days.Last!.Value.AddDays(1)))
            .Where(day => day > period.First && day <= last)
            .Append(period.First)
            .Distinct().Order().ToList();
        long posts = 0, vacant = 0;
        var daysWith = 0;
        foreach (var (index, day) in turns.Index())
        {
            var until = index + 1 < turns.Count ? turns[index + 1] : last.AddDays(1);
            var days = until.DayNumber - day.DayNumber;
            var there = Strength.PostsOn(day, steps);
            var empty = Math.Max(0, there - Strength.On(day, served));
            posts += (long)there * days;
            vacant += (long)empty * days;
            daysWith += empty > 0 ? days : 0;
        }

        return new(period, posts, vacant, daysWith);
    }
}

/// <summary>Days on which nobody was there.</summary>
public static class Gaps
{
    /// <returns>The runs of days of the period that no span covers, in order.</returns>
    /// <exception cref="ArgumentException">The period has no end.</exception>
    public static IReadOnlyList<DaySpan> In(DaySpan period, IEnumerable<DaySpan> covered)
    {
        _ = Strength.DaysOf(period);
        var last = period.Last!.Value;
        List<DaySpan> gaps = [];
        var next = period.First;
        foreach (var days in covered.Where(days => days.Overlaps(period)).OrderBy(days => days.First))
        {
            if (days.First > next)
            {
                gaps.Add(new(next, days.First.AddDays(-1)));
            }

            if (days.Last is not { } end || end >= last)
            {
                return gaps;
            }

            next = end.AddDays(1) > next ? end.AddDays(1) : next;
        }

        gaps.Add(new(next, last));
        return gaps;
    }
}
