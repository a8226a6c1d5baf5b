using Wardbook.Teams;

namespace Wardbook.Demonstration.Work;

/// <summary>Days on which teams meet people: none on Sundays, none at Christmas.</summary>
internal static class WorkingDays
{
    private static readonly DateOnly[] All =
    [
        .. Enumerable.Range(0, LondonTeams.Last.DayNumber - LondonTeams.First.DayNumber + 1).Select(LondonTeams.First.AddDays)
            .Where(day => day.DayOfWeek is not DayOfWeek.Sunday && (day < new DateOnly(2006, 12, 23) || day > new DateOnly(2007, 1, 2))),
    ];

    public static DateOnly Draw(Dice dice) => All[dice.Below(All.Length)];
}

/// <summary>Who serves in which team on a day.</summary>
internal sealed class TeamsOnADay
{
    private readonly List<Posting>[] officers, all;

    public TeamsOnADay(LondonTeams teams)
    {
        var byTeam = teams.Postings.ToLookup(posting => posting.Team);
        all = [.. teams.Teams.Select(team => byTeam[team.Id].ToList())];
        officers = [.. all.Select(some => some.FindAll(posting => posting.PostKind != LondonTeams.Pcso))];
    }

    /// <summary>A sergeant or constable; null when there was none.</summary>
    public Posting? Officer(int team, DateOnly day, Dice dice) => Draw(officers[team], day, dice);

    /// <returns>The officer; null when there was nobody.</returns>
    public Guid? Anybody(int team, DateOnly day, Dice dice) => Draw(all[team], day, dice)?.Officer;

    private static Posting? Draw(List<Posting> some, DateOnly day, Dice dice)
    {
        var from = dice.Below(some.Count);
        for (var number = 0; number < some.Count; number++)
        {
            if (some[(from + number) % some.Count] is var posting && posting.HoldsOn(day))
            {
                return posting;
            }
        }

        return null;
    }
}
