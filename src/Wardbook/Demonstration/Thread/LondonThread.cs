using Wardbook.Concerns;
using Wardbook.Concerns.Answers;
using Wardbook.Concerns.Issues;
using Wardbook.Demonstration.Work;
using Wardbook.Places;
using Wardbook.Priorities;
using Wardbook.Priorities.Plans;
using Wardbook.Shared;

namespace Wardbook.Demonstration.Thread;

/// <summary>The golden thread of every ward, April 2006 to 24 May 2007: what people said, the issues and priorities made of it, what was planned, done, judged and told.</summary>
/// <remarks>Published is in how many wards three themes are priorities (<see cref="Theme"/>). All else is made up. Officers have no accounts here, so no step says by whom it was taken.</remarks>
public sealed class LondonThread
{
    /// <summary>Before anybody sees an issue in it.</summary>
    private const int FewestSaid = 3;

    private static readonly string[] Halls = ["the library", "the community hall", "the school", "the church hall"];

    private readonly LondonTeams teams;
    private readonly TeamsOnADay people;
    private readonly Voices voices;
    private readonly Venues venues;
    private readonly LondonFacts facts;
    private readonly MadeIds ids = new("thread");
    private readonly Dice dice = Dice.For("thread");
    private readonly Dictionary<PlaceCode, List<Priority>> byWard = [];

    private LondonThread(LondonTeams teams, Venues venues, LondonFacts facts) => (this.teams, this.venues, this.facts, people, voices) = (teams, venues, facts, new(teams), new(ids, dice));

    internal IReadOnlyList<Concern> Concerns => voices.Concerns;

    internal IReadOnlyList<ConcernStep> ConcernSteps => voices.Steps;

    internal List<Issue> Issues { get; } = [];

    internal List<Grouping> Groupings { get; } = [];

    internal List<Priority> Priorities { get; } = [];

    internal List<PrioritySource> Sources { get; } = [];

    internal List<PriorityOwner> Owners { get; } = [];

    internal List<PlanStep> Plans { get; } = [];

    internal List<PlannedAction> Actions { get; } = [];

    internal List<ActionStep> ActionSteps { get; } = [];

    internal List<Review> Reviews { get; } = [];

    internal List<Update> Updates { get; } = [];

    internal static LondonThread Make(LondonTeams teams, Venues venues, LondonFacts facts)
    {
        var thread = new LondonThread(teams, venues, facts);
        var first = teams.WardOf.Select((ward, team) => (ward, team)).GroupBy(one => one.ward, one => one.team).Select(ward => ward.Min()).ToList();
        var themes = ThemesOfWards.Share(first.Count);
        for (var ward = 0; ward < first.Count; ward++)
        {
            var hall = Halls[thread.dice.Below(Halls.Length)];
            for (var number = 0; number < themes[ward].Count; number++)
            {
                thread.Follow(first[ward], themes[ward][number].Theme, themes[ward][number].IsOpen, isOld: number == 0, hall);
            }

            thread.Lately(first[ward]);
        }

        return thread;
    }

    /// <summary>A priority that the ward had on a day; null when it had none.</summary>
    internal Guid? OpenOn(PlaceCode ward, DateOnly day, Dice dice)
    {
        var open = byWard.GetValueOrDefault(ward)?.FindAll(priority => priority.Adopted <= day && (priority.Closed is not { } closed || closed >= day));
        return open is { Count: > 0 } ? open[dice.Below(open.Count)].Id : null;
    }

    /// <summary>One theme of a ward from the first who said it to the last news.</summary>
    /// <param name="isOld">Of the open ones: adopted in the autumn, judged in the winter and carried over.</param>
    private void Follow(int team, Theme theme, bool isOpen, bool isOld, string hall)
    {
        var ward = teams.Teams[team].PlaceCode;
        var venue = venues.Of(teams.WardOf[team], dice);
        var adopted = OnWeekday(!isOpen ? new DateOnly(2006, 6, 1).AddDays(dice.Below(75))
            : isOld ? new DateOnly(2006, 10, 1).AddDays(dice.Below(70))
            : new DateOnly(2007, 1, 22).AddDays(dice.Below(108)));
        var title = Theme.In(theme.Title, venue.Street);
        var found = adopted.AddDays(-14 - dice.Below(14));
        var issue = new Issue { Id = ids.Next(LondonTeams.Moment(found)), PlaceKind = "ward", PlaceCode = ward, Title = title, Category = theme.Category, Made = LondonTeams.Moment(found, 15) };
        Issues.Add(issue);
        var said = FewestSaid + dice.Below(isOpen ? 5 : 3);
        for (var number = 0; number < said; number++)
        {
            // As people go on saying it, so some of it is from after the meeting.
            var day = number < FewestSaid ? found.AddDays(-1 - dice.Below(Math.Min(30, found.DayNumber - LondonTeams.First.DayNumber))) : found.AddDays(-20 + dice.Below(80));
            day = day > LondonTeams.Last ? LondonTeams.Last : day < LondonTeams.First ? LondonTeams.First : day;
            var concern = voices.Say(ward, theme, venue, day, title);
            var grouped = concern.SaidAt.AddHours(30) is var after && after > issue.Made ? after : issue.Made;
            Groupings.Add(new() { Id = ids.Next(grouped), Concern = concern.Id, Issue = issue.Id, From = grouped });
        }

        var priority = Adopt(team, theme, issue, venue.Street, adopted, hall, said);
        var judged = Judge(priority, theme, isOpen, isOld, hall);
        var actions = theme.ActionsIn(venue.Street, BoroughOf(team));
        Plan(team, priority, theme.Learnt, actions, said);
        Tell(priority, actions, judged);
    }

    private Priority Adopt(int team, Theme theme, Issue issue, string street, DateOnly adopted, string hall, int said)
    {
        var hasVoted = dice.Below(3) == 0;
        var priority = new Priority
        {
            Id = ids.Next(LondonTeams.Moment(adopted)),
            PlaceKind = "ward",
            PlaceCode = issue.PlaceCode,
            Title = issue.Title,
            Reason = Theme.In(theme.Reason, street),
            Adopted = adopted,
            Meeting = $"the ward panel in {hall}",
            For = hasVoted ? 6 + dice.Below(5) : null,
            Against = hasVoted ? dice.Below(3) : null,
            Abstained = hasVoted ? dice.Below(3) : null,
            Measure = theme.Seen is null ? MeasureKind.PeopleWhoRaisedIt : MeasureKind.Seen,
            MeasureOf = theme.Seen ?? "",
            Baseline = theme.Seen is null ? said : null,
            JudgeBy = adopted.AddDays(adopted.Year < 2007 ? 78 : 118),
            Made = LondonTeams.Moment(adopted, 21),
        };
        Priorities.Add(priority);
        Sources.Add(new() { Priority = priority.Id, Issue = issue.Id });
        (byWard.TryGetValue(issue.PlaceCode, out var list) ? list : byWard[issue.PlaceCode] = []).Add(priority);
        if (people.Officer(team, adopted, dice) is { } owner)
        {
            Owners.Add(new() { Id = ids.Next(priority.Made), Priority = priority.Id, Number = 1, OwnerOfficer = owner.Officer, Made = priority.Made });
        }

        return priority;
    }

    /// <summary>Finished ones after one meeting or two; of the open ones those from the autumn once.</summary>
    private List<Review> Judge(Priority priority, Theme theme, bool isOpen, bool isOld, string hall)
    {
        List<Review> judged = [];
        if (isOpen && !isOld)
        {
            return judged;
        }

        var meetings = isOpen ? 1 : 1 + dice.Below(2);
        for (var (number, day) = (1, priority.Adopted.AddDays(80 + dice.Below(25))); number <= meetings; number++, day = day.AddDays(80 + dice.Below(25)))
        {
            day = OnWeekday(day);
            var closes = !isOpen && number == meetings;
            var verdict = closes ? dice.Below(10) switch { < 7 => Verdict.Resolved, < 9 => Verdict.Improving, _ => Verdict.NoChange }
                : dice.Below(10) switch { < 6 => Verdict.Improving, < 9 => Verdict.NoChange, _ => Verdict.Worse };
            var review = new Review { Id = ids.Next(LondonTeams.Moment(day)), Priority = priority.Id, Day = day, Meeting = $"the ward panel in {hall}", Verdict = verdict, Why = Why(verdict, closes, theme), Closes = closes, Made = LondonTeams.Moment(day, 21) };
            priority.Judge(review);
            judged.Add(review);
        }

        Reviews.AddRange(judged);
        return judged;
    }

    private static string Why(Verdict verdict, bool closes, Theme theme) => verdict switch
    {
        Verdict.Resolved => theme.Seen is null ? "Hardly anybody raises it any more, and those who did say it is better." : "Members went and looked, and it is as it should be.",
        Verdict.Improving => closes ? "It is better, and what is left is for the partner who owns the last step." : "It is better in the week, not yet at the weekend.",
        Verdict.NoChange => closes ? "It did not change, and the meeting would rather work on something else now." : "What was planned has only just begun.",
        _ => "It has moved two streets on and grown.",
    };

    /// <summary>A plan, of which one in six lacks a step, and its actions: what was due has mostly been done.</summary>
    private void Plan(int team, Priority priority, string learnt, IReadOnlyList<ThemeAction> actions, int said)
    {
        var written = priority.Made.AddDays(3 + dice.Below(9));
        if (written > LondonTeams.Moment(LondonTeams.Last))
        {
            return;
        }

        (Sara Step, string Words)[] steps =
        [
            (Sara.Objective, $"Fewer people raise it, and those who did say it is better. {priority.Title}."),
            (Sara.Scanning, $"{said} people raised it in the months before the meeting: at meetings, on the street and on this site."),
            (Sara.Analysis, learnt),
            (Sara.Response, string.Join(" ", actions.Select(action => $"{action.What}."))),
        ];
        Plans.AddRange(steps.Where(step => step.Step is not Sara.Analysis || dice.Below(6) > 0)
            .Select(step => new PlanStep { Id = ids.Next(written), Priority = priority.Id, Step = step.Step, Number = 1, Words = step.Words, Made = written }));
        for (var number = 0; number < actions.Count; number++)
        {
            var planned = actions[number];
            var due = priority.Adopted.AddDays((number == 0 ? 20 : 55) + dice.Below(30));
            var owner = planned.Partner.Length > 0 ? new Owner(null, planned.Partner) : new(people.Officer(team, priority.Adopted, dice)?.Officer, "");
            if (owner is { Officer: null, Partner: "" })
            {
                continue;
            }

            var (action, step) = PlannedAction.Plan(ids.Next(written), priority.Id, planned.What, planned.Told, owner, due, new(ids.Next(written), null, written));
            Actions.Add(action);
            ActionSteps.Add(step);
            var done = due.AddDays(-dice.Below(12));
            if (done <= LondonTeams.Last && (!priority.IsOpen || dice.Below(10) > 0))
            {
                var at = LondonTeams.Moment(done, 16);
                ActionSteps.Add(action.Finish(done, planned.Outcome, new(ids.Next(at), null, at, planned.Outcome)));
            }
        }
    }

    /// <summary>News after each meeting that judged it, and of most of the open ones since.</summary>
    private void Tell(Priority priority, IReadOnlyList<ThemeAction> actions, List<Review> judged)
    {
        foreach (var review in judged)
        {
            var did = string.Join(". ", actions.Select(action => action.Outcome));
            Publish(priority, review.Id, review.Made.AddDays(3 + dice.Below(7)), $"You said: {priority.Title}.\n\nWe did: {did}.\n\nThe meeting of {review.Day.InWords()} found: {review.Verdict.InWords().ToLowerInvariant()}. {review.Why}");
        }

        if (priority.IsOpen && judged.Count == 0 && dice.Below(10) < 7)
        {
            Publish(priority, null, priority.Made.AddDays(25 + dice.Below(25)), $"You said: {priority.Title}.\n\nWe have begun: {actions[0].Told}. {actions[^1].Told} comes next.");
        }
    }

    private void Publish(Priority priority, Guid? review, DateTime when, string words)
    {
        if (when <= LondonTeams.Moment(LondonTeams.Last))
        {
            Updates.Add(new() { Id = ids.Next(when), Priority = priority.Id, Review = review, Words = words, Published = when });
        }
    }

    private static DateOnly OnWeekday(DateOnly day) => day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(2), DayOfWeek.Sunday => day.AddDays(1), _ => day };

    private string BoroughOf(int team) => facts.Boroughs.First(borough => borough.Code == facts.Wards[teams.WardOf[team]].Borough).Name;

    /// <summary>What came in during the last days and belongs to no issue yet; some of it waits for its answer, a little of it for too long.</summary>
    private void Lately(int team)
    {
        for (var number = dice.Below(4); number > 0; number--)
        {
            var theme = Theme.All[dice.Below(Theme.All.Count)];
            voices.Say(teams.Teams[team].PlaceCode, theme, venues.Of(teams.WardOf[team], dice), LondonTeams.Last.AddDays(-dice.Below(9)), title: null);
        }
    }
}
