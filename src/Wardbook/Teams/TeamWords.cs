using System.Globalization;
using Wardbook.Periods;
using Wardbook.Shared;

namespace Wardbook.Teams;

/// <summary>Sentences about a team, never surer than its few people allow (docs/methods/teams.md).</summary>
public static class TeamWords
{
    private const double DaysInAYear = 365.25, DaysInAMonth = DaysInAYear / 12;

    /// <returns>Such as <c>6 of 6 posts are filled</c>.</returns>
    public static string Strength(TeamOnDay team) => team.Established is not { } posts ? $"{People(team.Held)}; how many posts there are is not recorded"
        : team.Held > posts ? $"{team.Held} people for {posts} posts"
        : $"{team.Held} of {posts} {(posts == 1 ? "post" : "posts")} {(team.Held == 1 ? "is" : "are")} filled";

    /// <returns>Such as <c>2 years and 3 months</c>; under two months in days.</returns>
    public static string HowLong(double days)
    {
        var months = (int)Math.Floor(days / DaysInAMonth);
        return months < 2 ? Count((int)Math.Round(days, MidpointRounding.AwayFromZero), "day")
            : months < 12 ? Count(months, "month")
            : months % 12 == 0 ? Count(months / 12, "year")
            : $"{Count(months / 12, "year")} and {Count(months % 12, "month")}";
    }

    public static string Tenure(Tenure? tenure) => tenure switch
    {
        null => "Nobody is posted, so there is no time served to tell of.",
        { People: 1 } => $"One person, here for {HowLong(tenure.LongestDays)}.",
        _ => $"Half of the {tenure.People} people have been here for {HowLong(tenure.MedianDays)} or longer; the newest for {HowLong(tenure.ShortestDays)}, the longest for {HowLong(tenure.LongestDays)}.",
    };

    public static string Turnover(Turnover? turnover)
    {
        if (turnover is null)
        {
            return "Nobody was posted in the last 12 months, so nobody can have left.";
        }

        var average = Numbers.InFigures(turnover.AverageStrength, 1);
        var who = turnover.Leavers == 0 ? "Nobody left" : $"{People(turnover.Leavers)} left";
        var counted = $"{who} between {turnover.Period.First.InWords()} and {turnover.Period.Last?.InWords()}; on average there were {average} people.";
        return turnover.PerHundred is { } rate
            ? $"{counted} That is {Numbers.InFigures(rate, 1)} in every 100."
            : $"{counted} That is too few people for a percentage: one more who left would change it by {Numbers.InFigures(turnover.OnePersonPerHundred)} in 100, and chance alone does that.";
    }

    /// <summary>What residents should know is missing, plainly; and what whoever keeps the team should mend.</summary>
    public static IReadOnlyList<string> Missing(TeamOnDay team) =>
    [
        .. team.Established is null ? new[] { "How many posts the team has is not recorded." } : [],
        .. team.Posts.Where(post => post.Empty > 0).Select(post => $"{Count(post.Empty, "post")} {(post.Empty == 1 ? "is" : "are")} empty: {InASentence(post.Kind.Name)}."),
        .. team.HasContact ? [] : new[] { team.WithoutContact is [.., var last] && last.Last == team.Day ? $"Residents have had no named officer to turn to {SinceOr(last, team)}." : "Residents have no named officer to turn to." },
        .. team.Team.Email.Length + team.Team.Telephone.Length > 0 ? [] : new[] { "There is no e-mail address or telephone number for residents." },
        .. team.Team.Hours.Length > 0 ? [] : new[] { "When somebody answers is not said." },
        .. team.People.Any(one => one.Posting.IsNamedContact && one.PublicName is null) ? new[] { "A named contact has not agreed to a public name." } : [],
        .. team.Beats.Where(beat => beat.Officer is null).Select(beat => $"The beat {beat.Beat.Name} has no officer{(beat.Without is { } since ? $" since {since.InWords()}" : "")}."),
    ];

    public static string People(int number) => number == 1 ? "1 person" : $"{number.ToString(CultureInfo.InvariantCulture)} people";

    /// <returns>Such as <c>1 day</c>, <c>31 days</c>.</returns>
    public static string Count(int number, string one) => $"{Numbers.InFigures(number)} {one}{(number == 1 ? "" : "s")}";

    /// <summary>A kind within a sentence: <c>Sergeant</c> as <c>sergeant</c>, <c>PCSO</c> as it is.</summary>
    public static string InASentence(string kind) => kind.Length > 1 && char.IsLower(kind[1]) ? char.ToLowerInvariant(kind[0]) + kind[1..] : kind;

    private static string SinceOr(DaySpan gap, TeamOnDay team) => team.Year is { } year && gap.First == year.First && year.First > team.Team.From ? "for a year or longer" : $"since {gap.First.InWords()}";
}
