using Wardbook.Activity;
using Wardbook.Demonstration.Thread;
using Wardbook.Engagement;
using Wardbook.Shared.Kinds;
using Wardbook.Teams;

namespace Wardbook.Demonstration.Work;

/// <summary>What the teams did from 1 April 2006 to 24 May 2007: the meetings, briefings and events as such, and the records of activity that count them and the rest.</summary>
/// <remarks>
/// Published (report on equality and diversity, 24 May 2007): the constants. Which team did what on which day is made up, and so is how much of everything
/// for which no figure is published.
/// </remarks>
public sealed class LondonWork
{
    /// <summary>Paragraph 36: meetings since April 2006 and who came; have-a-say and mapping events ("since April 2007", beside figures since April 2006: taken as since April 2006).</summary>
    public const int Meetings = 12_647, Attendance = 188_763, HaveASay = 1_560;

    /// <summary>Paragraph 38.</summary>
    public const int StreetBriefings = 1_364;

    /// <summary>Paragraph 42, for which no period is given: taken as the same.</summary>
    public const int VisitsToVictims = 40_904;

    /// <summary>How many of them were to victims of robbery is not published.</summary>
    public const int VisitsAfterRobbery = 9_872;

    /// <summary>No meeting had fewer.</summary>
    private const int FewestPeople = 2;

    private readonly LondonTeams teams;
    private readonly TeamsOnADay people;
    private readonly Venues venues;
    private readonly LondonThread thread;
    private readonly double[] luck;
    private readonly List<(DateOnly Day, Func<Guid, ActivityRecord> Make)> records = [];
    private readonly List<(DateOnly Day, Func<Guid, EngagementActivity> Make)> activities = [];

    private LondonWork(LondonTeams teams, Venues venues, LondonThread thread)
    {
        (this.teams, this.venues, this.thread, people) = (teams, venues, thread, new(teams));
        var dice = Dice.For("teams at work");
        luck = Apportion.Steps(teams.Teams.Select(_ => Math.Max(0.3, 1 + (0.3 * dice.Bell()))));
    }

    public IReadOnlyList<EngagementActivity> Activities { get; private set; } = [];

    public IReadOnlyList<ActivityRecord> Records { get; private set; } = [];

    internal static LondonWork Make(LondonTeams teams, Venues venues, LondonThread thread)
    {
        var work = new LondonWork(teams, venues, thread);
        work.Hold();
        work.Brief();
        work.Visit("visits-burglary", VisitsToVictims - VisitsAfterRobbery);
        work.Visit("visits-robbery", VisitsAfterRobbery);
        work.DoTheRest();
        work.Plan();

        // In the order of their days, as they would have been written down.
        var ids = new MadeIds("work");
        work.Records = [.. work.records.OrderBy(one => one.Day).Select(one => one.Make(ids.Next(LondonTeams.Moment(one.Day, 22))))];
        work.Activities = [.. work.activities.OrderBy(one => one.Day).Select(one => one.Make(ids.Next(LondonTeams.Moment(one.Day, 21))))];
        return work;
    }

    private void Hold()
    {
        var dice = Dice.For("meetings");
        var kinds = MeetingKind.All;
        var steps = Apportion.Steps(kinds.Select(kind => (double)kind.Often));
        var drawn = Enumerable.Range(0, Meetings).Select(_ => (Team: Apportion.Pick(luck, dice), Kind: kinds[Apportion.Pick(steps, dice)], Crowd: 0.25 + (dice.Share() * dice.Share() * 4))).ToList();
        var came = Apportion.Whole(Attendance - (Meetings * FewestPeople), [.. drawn.Select(one => one.Crowd * one.Kind.People)]);
        for (var number = 0; number < drawn.Count; number++)
        {
            var (team, kind, _) = drawn[number];
            var attendance = came[number] + FewestPeople;
            var (day, venue) = (WorkingDays.Draw(dice), venues.Of(teams.WardOf[team], dice));
            var officer = people.Officer(team, day, dice);
            Add(team, kind.Id, kind.Titles[dice.Below(kind.Titles.Length)], day, kind.Starts[dice.Below(kind.Starts.Length)], 60 + (30 * dice.Below(3)), venue.Inside(dice), venue, officer, attendance);
            Record(team, "meetings", day, 1, officer?.Officer, venue.Street);
            Record(team, "attendance", day, attendance, officer?.Officer, venue.Street);
        }
    }

    private void Brief()
    {
        var dice = Dice.For("briefings");
        var (briefing, say, mapping) = (LondonTeams.Kind(KindLists.Engagement, "street-briefing"), LondonTeams.Kind(KindLists.Engagement, "have-a-say"), LondonTeams.Kind(KindLists.Engagement, "mapping"));
        for (var number = 0; number < StreetBriefings + HaveASay; number++)
        {
            var (team, day) = (Apportion.Pick(luck, dice), WorkingDays.Draw(dice));
            var (venue, officer) = (venues.Of(teams.WardOf[team], dice), people.Officer(team, day, dice));
            var (kind, title, code) = number < StreetBriefings ? (briefing, "Street briefing", "street-briefings")
                : dice.Below(3) > 0 ? (say, "Have your say", "have-a-say") : (mapping, "Show us on the map where you feel unsafe", "have-a-say");
            Add(team, kind, title, day, new(10 + dice.Below(9), 30 * dice.Below(2)), 60, kind == briefing ? venue.Street : venue.Inside(dice), venue, officer, null);
            Record(team, code, day, 1, officer?.Officer, venue.Street);
        }
    }

    /// <summary>A shift's visits stand in one record, as they are written down.</summary>
    private void Visit(string kind, int visits)
    {
        var dice = Dice.For(kind);
        while (visits > 0)
        {
            var (team, day, some) = (Apportion.Pick(luck, dice), WorkingDays.Draw(dice), Math.Min(visits, 2 + dice.Below(6)));
            Record(team, kind, day, some, people.Anybody(team, day, dice), null);
            visits -= some;
        }
    }

    private void DoTheRest()
    {
        var dice = Dice.For("the rest");
        var steps = Apportion.Steps(Unpublished.All.Select(one => (double)one.Often));
        for (var number = 0; number < Unpublished.Records; number++)
        {
            var kind = Unpublished.All[Apportion.Pick(steps, dice)];
            var (team, day) = (Apportion.Pick(luck, dice), WorkingDays.Draw(dice));
            Record(team, kind.Code, day, kind.Least + (kind.Step * dice.Below(kind.Steps)), kind.OfficersOnly ? people.Officer(team, day, dice)?.Officer : people.Anybody(team, day, dice), null,
                dice.Below(2) == 0 ? thread.OpenOn(teams.Teams[team].PlaceCode, day, dice) : null);
        }
    }

    /// <summary>What is coming after the day of the report: each team has told residents of one briefing and one meeting.</summary>
    private void Plan()
    {
        var dice = Dice.For("coming");
        var (briefing, meeting) = (LondonTeams.Kind(KindLists.Engagement, "street-briefing"), LondonTeams.Kind(KindLists.Engagement, "public-meeting"));
        for (var team = 0; team < teams.Teams.Count; team++)
        {
            var (venue, hall, runs) = (venues.Of(teams.WardOf[team], dice), venues.Of(teams.WardOf[team], dice), people.Officer(team, LondonTeams.Last, dice));
            Add(team, briefing, "Street briefing", LondonTeams.Last.AddDays(4 + dice.Below(20)), new(11 + dice.Below(7), 0), 60, venue.Street, venue, runs, null);
            Add(team, meeting, "Ward meeting", LondonTeams.Last.AddDays(14 + dice.Below(40)), new(19, 0), 90, hall.Inside(dice), hall, runs, null);
        }
    }

    private void Add(int team, Guid kind, string title, DateOnly day, TimeOnly starts, int minutes, string where, Venue venue, Posting? runs, int? attendance)
    {
        var place = teams.Teams[team].PlaceCode;
        var told = day.AddDays(-14) is var before && before < LondonTeams.First ? LondonTeams.First : before < LondonTeams.Last ? before : LondonTeams.Last;
        activities.Add((day, id => new()
        {
            Id = id,
            Kind = kind,
            PlaceKind = "ward",
            PlaceCode = place,
            Title = title,
            Day = day,
            Starts = starts,
            Ends = starts.AddMinutes(minutes),
            Where = where,
            LatitudeE7 = venue.At.LatitudeE7,
            LongitudeE7 = venue.At.LongitudeE7,
            Advertised = LondonTeams.Moment(told),
            Held = day <= LondonTeams.Last ? LondonTeams.Moment(day, 21) : null,
            Attendance = attendance,
            RunBy = runs?.Id,
            Made = LondonTeams.Moment(told),
        }));
    }

    private void Record(int team, string kind, DateOnly day, int amount, Guid? officer, string? where, Guid? priority = null)
    {
        var (place, of) = (teams.Teams[team].PlaceCode, teams.Teams[team].Id);
        records.Add((day, id => new()
        {
            Id = id,
            PlaceKind = "ward",
            PlaceCode = place,
            Kind = kind,
            Halves = 2 * amount,
            Day = day,
            Where = where,
            Priority = priority,
            Team = of,
            Officer = officer,
            Made = LondonTeams.Moment(day, 22),
        }));
    }
}
