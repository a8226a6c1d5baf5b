namespace Wardbook.Cycle;

/// <summary>The seven stages of a ward on a day, from what is recorded (docs/methods/cycle.md).</summary>
public sealed record WardCycle(DateOnly Day, IReadOnlyList<StageOnDay> Stages)
{
    public IEnumerable<Missing> Missing => Stages.SelectMany(stage => stage.Missing);

    public int Done => Stages.Count(stage => stage.State is StageState.Done);

    public static WardCycle Of(WardFacts facts, CycleRules rules, DateOnly day)
    {
        var open = facts.Priorities.Where(priority => priority.IsOpen).ToList();
        return new(day,
        [
            Stage(Cycle.Stage.Research, Research(facts, rules, day)),
            Stage(Cycle.Stage.Engage, Engage(facts, rules, day)),
            Stage(Cycle.Stage.Preferences, Preferences(facts, rules, day)),
            Stage(Cycle.Stage.Investigate, Investigate(facts, rules, day)),
            Stage(Cycle.Stage.Priorities, Priorities(open, rules)),
            Stage(Cycle.Stage.Act, Act(open, rules, day)),
            Stage(Cycle.Stage.Review, Review(facts, rules, day), facts.Priorities.Any(priority => priority.LastJudged >= day.AddMonths(-rules.ReviewMonths))),
        ]);
    }

    private static StageOnDay Stage(Stage stage, IEnumerable<Missing> missing, bool isAnythingDone = true)
    {
        var all = missing.ToList();
        return new(stage, all.Count > 0 ? StageState.Missing : isAnythingDone ? StageState.Done : StageState.NotDue, all);
    }

    private static IEnumerable<Missing> Research(WardFacts facts, CycleRules rules, DateOnly day) =>
    [
        .. facts.Subjects.Where(subject => !(subject.Reviewed >= day.AddMonths(-rules.ProfileMonths))).Select(subject => new Missing(Lack.SubjectNotReviewed, subject.Name, subject.Slug, Last: subject.Reviewed)),
        .. Communities(facts),
        .. facts.Communities.Where(community => !community.IsReachable).Select(community => new Missing(Lack.NoWayToReach, community.Name, Id: community.Id)),
    ];

    private static IEnumerable<Missing> Engage(WardFacts facts, CycleRules rules, DateOnly day) =>
    [
        .. Communities(facts),
        .. facts.Communities.Where(community => !(community.Reached >= day.AddMonths(-rules.ReachedMonths))).Select(community => new Missing(Lack.NotReached, community.Name, Id: community.Id, Last: community.Reached)),
    ];

    private static IEnumerable<Missing> Preferences(WardFacts facts, CycleRules rules, DateOnly day)
    {
        if (facts.TopIssues.Count == 0)
        {
            return [new(Lack.NoIssue)];
        }

        return
        [
            .. facts.LastGrouped >= day.AddDays(-7 * rules.OrderWeeks) ? [] : new[] { new Missing(Lack.OrderTooOld, Last: facts.LastGrouped) },
            .. facts.Channels >= rules.Channels ? [] : new[] { new Missing(Lack.TooFewChannels, Count: facts.Channels) },
        ];
    }

    private static IEnumerable<Missing> Investigate(WardFacts facts, CycleRules rules, DateOnly day) => facts.TopIssues.Count == 0 ? [new(Lack.NoIssue)]
        : facts.TopIssues.Where(issue => issue.Place <= rules.TopIssues && !(issue.Evidence >= day.AddMonths(-rules.EvidenceMonths))).Select(issue => new Missing(Lack.NoEvidence, issue.Title, Id: issue.Id, Last: issue.Evidence));

    private static IEnumerable<Missing> Priorities(List<PriorityFact> open, CycleRules rules) =>
        open.Count < rules.FewestPriorities ? [new(Lack.TooFewPriorities, Count: open.Count)]
        : open.Count > rules.MostPriorities ? [new(Lack.TooManyPriorities, Count: open.Count)]
        : [];

    /// <remarks>A priority that was adopted lately has as long as any other until something must have been done about it.</remarks>
    private static IEnumerable<Missing> Act(List<PriorityFact> open, CycleRules rules, DateOnly day)
    {
        var since = day.AddDays(-7 * rules.ActWeeks);
        return open.Count == 0 ? [new(Lack.NoPriority)]
        :
        [
            .. open.Where(priority => !priority.IsOwned).Select(priority => new Missing(Lack.NoOwner, priority.Title, Id: priority.Id)),
            .. open.Where(priority => priority.Adopted < since && !(priority.LastDone >= since)).Select(priority => new Missing(Lack.NothingDone, priority.Title, Id: priority.Id, Last: priority.LastDone)),
        ];
    }

    private static IEnumerable<Missing> Review(WardFacts facts, CycleRules rules, DateOnly day) =>
    [
        .. facts.Priorities.Where(priority => priority.IsOpen && priority.JudgeBy < day && !(priority.LastJudged >= priority.JudgeBy)).Select(priority => new Missing(Lack.NotJudged, priority.Title, Id: priority.Id, Last: priority.JudgeBy)),
        .. facts.Priorities.Where(priority => priority.LastJudged >= day.AddMonths(-rules.ReviewMonths) && !priority.WasTold).Select(priority => new Missing(Lack.NotTold, priority.Title, Id: priority.Id, Last: priority.LastJudged)),
    ];

    private static IEnumerable<Missing> Communities(WardFacts facts) => facts.Communities.Count > 0 ? [] : [new(Lack.NoCommunity)];
}
