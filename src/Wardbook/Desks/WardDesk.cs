using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns.Handling;
using Wardbook.Concerns.Issues;
using Wardbook.Cycle;
using Wardbook.Engagement.Network;
using Wardbook.Priorities.Plans;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Desks;

/// <summary>What whoever runs a ward has before them: what is overdue, due, new and missing. Nothing to configure.</summary>
/// <param name="Overdue">The longest overdue first.</param>
/// <param name="Soon">Due today or within a week, the earliest first.</param>
/// <param name="New">What nobody has looked at yet.</param>
public sealed record WardDesk(PlaceKey Ward, DateOnly Day, IReadOnlyList<DeskLine> Overdue, IReadOnlyList<DeskLine> Soon, IReadOnlyList<DeskLine> New, ConcernsWaiting Concerns, WardCycle Cycle, CycleRules Rules)
{
    /// <summary>What is due within so many days is due soon.</summary>
    public const int DaysAhead = 7;

    /// <summary>For so many days after it a time to meet people is asked about: was it held?</summary>
    private const int DaysBack = 60;

    /// <param name="withConcerns">Whoever asks may read what people say.</param>
    /// <param name="withNetwork">Whoever asks may read the network.</param>
    public static async Task<WardDesk> Find(WardbookDb db, Settings settings, PlaceTree places, PlaceKey ward, DateOnly day, bool withConcerns, bool withNetwork, CancellationToken cancel)
    {
        var rules = await CycleThresholds.On(db, day, cancel);
        var facts = await CycleFacts.Of(db, places, ward, rules, day, cancel);
        var concerns = (await ConcernsWaiting.ByWard(db, cancel, [ward.Code])).GetValueOrDefault(ward.Code, ConcernsWaiting.None);
        var held = withConcerns ? await db.Concerns.CountAsync(concern => concern.PlaceKind == ward.Kind && concern.PlaceCode == ward.Code && concern.IsHeld, cancel) : 0;
        var loose = withConcerns ? await SaidLine.Loose(db, ward, day, about: null).CountAsync(cancel) : 0;
        var network = withNetwork ? await NetworkDue.Find(db, settings, ward, day, cancel) : default;
        var actions = (await WardActions.Find(db, places, ward, day, cancel)).Open.Where(shown => shown.Action.Due <= day.AddDays(DaysAhead)).ToList();
        var activities = await db.EngagementActivities.AsNoTracking()
            .Where(activity => activity.PlaceKind == ward.Kind && activity.PlaceCode == ward.Code && activity.Held == null && activity.Cancelled == null && activity.Day >= day.AddDays(-DaysBack) && activity.Day <= day.AddDays(DaysAhead))
            .OrderBy(activity => activity.Day).ThenBy(activity => activity.Starts)
            .Select(activity => new { activity.Id, activity.Title, activity.Day, activity.Starts })
            .ToListAsync(cancel);
        var judged = facts.Priorities.Where(priority => priority.IsOpen && priority.JudgeBy <= day.AddDays(DaysAhead) && !(priority.LastJudged >= priority.JudgeBy)).ToList();
        var code = ward.Code;
        DateOnly? lateSince = concerns.Oldest is { } oldest ? DateOnly.FromDateTime(oldest.InForceTime()) : null;
        return new(
            ward, day,
            [
                .. new[]
                {
                    withConcerns && concerns.Late > 0 ? [new DeskLine($"{Many(concerns.Late, "answer is late", "answers are late")}", Urls.WorkConcerns(code), lateSince)] : Array.Empty<DeskLine>(),
                    [.. actions.Where(shown => shown.DaysOverdue is not null).Select(shown => new DeskLine($"Action: {shown.Action.What} ({shown.Owner})", Urls.Action(code, shown.Action.Id), shown.Action.Due))],
                    [.. judged.Where(priority => priority.JudgeBy < day).Select(priority => new DeskLine($"Judge the priority \u201C{priority.Title}\u201D", Urls.WorkPriority(code, priority.Id), priority.JudgeBy))],
                    [.. activities.Where(activity => activity.Day < day).Select(activity => new DeskLine($"Was it held? {activity.Title}", Urls.Activity(code, activity.Id), activity.Day))],
                    network.Talks > 0 ? [new DeskLine($"Talk with {Many(network.Talks, "key individual", "key individuals")}", Urls.Network(code), null)] : [],
                }.SelectMany(lines => lines).OrderBy(line => line.Day ?? day),
            ],
            [
                .. new[]
                {
                    withConcerns && concerns.Soon > 0 ? [new DeskLine($"{Many(concerns.Soon, "answer is due", "answers are due")} within a day", Urls.WorkConcerns(code), day)] : Array.Empty<DeskLine>(),
                    [.. actions.Where(shown => shown.DaysOverdue is null).Select(shown => new DeskLine($"Action: {shown.Action.What} ({shown.Owner})", Urls.Action(code, shown.Action.Id), shown.Action.Due))],
                    [.. judged.Where(priority => priority.JudgeBy >= day).Select(priority => new DeskLine($"Judge the priority \u201C{priority.Title}\u201D", Urls.WorkPriority(code, priority.Id), priority.JudgeBy))],
                    [.. activities.Where(activity => activity.Day >= day).Select(activity => new DeskLine(activity.Starts is { } starts ? $"{activity.Title}, {starts:HH:mm}" : activity.Title, Urls.Activity(code, activity.Id), activity.Day))],
                    network.Consents > 0 ? [new DeskLine($"Ask {Many(network.Consents, "key individual", "key individuals")} whether they still agree", Urls.Network(code), day.AddDays(DaysAhead))] : [],
                }.SelectMany(lines => lines).OrderBy(line => line.Day ?? day),
            ],
            withConcerns
                ?
                [
                    .. concerns.New > 0 ? [new($"{Many(concerns.New, "concern that nobody has taken up", "concerns that nobody has taken up")}", Urls.WorkConcerns(code), null)] : Array.Empty<DeskLine>(),
                    .. held > 0 ? [new($"{Many(held, "concern", "concerns")} in the heap: were they from a machine?", Urls.Heap(code), null)] : Array.Empty<DeskLine>(),
                    .. loose > 0 ? [new($"{Many(loose, "concern", "concerns")} in no issue yet", Urls.WorkIssues(code), null)] : Array.Empty<DeskLine>(),
                ]
                : [],
            concerns, WardCycle.Of(facts, rules, day), rules);
    }

    private static string Many(int number, string one, string many) => $"{Numbers.InFigures(number)} {(number == 1 ? one : many)}";
}

/// <summary>One thing on a desk, with where to do it.</summary>
/// <param name="Day">On which it is or was due; null when it is of no day.</param>
public sealed record DeskLine(string Text, string Href, DateOnly? Day)
{
    /// <returns>Such as <c>12 days late</c>, <c>today</c> or <c>in 3 days</c>.</returns>
    public string? When(DateOnly today) => Day is not { } day ? null : (day.DayNumber - today.DayNumber) switch
    {
        0 => "today",
        1 => "tomorrow",
        -1 => "1 day late",
        < 0 and var late => $"{-late} days late",
        var left => $"in {left} days",
    };
}
