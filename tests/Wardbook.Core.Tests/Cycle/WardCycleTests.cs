namespace Wardbook.Cycle;

/// <summary>The stages of <c>shared/domain.md</c> B1, each with the record that makes it so and the day on which it stops being so.</summary>
public sealed class WardCycleTests
{
    private static readonly DateOnly Day = new(2026, 6, 15);
    private static readonly Guid One = new(1, 0, 0, new byte[8]);

    /// <summary>A ward of which nothing is missing: each fact as old as it may be.</summary>
    private static readonly WardFacts Whole = new(
        [new("schools", "Schools", new(2025, 6, 15))],
        [new(One, "Night workers", IsReachable: true, Reached: new(2025, 6, 15))],
        [new(One, "Mopeds", 1, Evidence: new(2025, 6, 15))],
        Channels: 2,
        LastGrouped: new(2026, 3, 23),
        [Priority("a"), Priority("b"), Priority("c") with { Adopted = new(2026, 1, 5), LastDone = new(2026, 5, 18), LastJudged = new(2026, 6, 1) }]);

    [Fact]
    public void A_ward_whose_records_are_all_there_and_just_young_enough_has_every_stage_done()
    {
        var cycle = WardCycle.Of(Whole, CycleRules.First, Day);

        Assert.Empty(cycle.Missing);
        Assert.Equal(Enum.GetValues<Stage>(), cycle.Stages.Select(stage => stage.Stage));
        Assert.All(cycle.Stages, stage => Assert.Equal(StageState.Done, stage.State));
    }

    [Fact]
    public void A_day_later_what_was_just_young_enough_is_too_old()
    {
        var cycle = WardCycle.Of(Whole, CycleRules.First, Day.AddDays(1));

        Assert.Equal(
            [(Stage.Research, Lack.SubjectNotReviewed), (Stage.Engage, Lack.NotReached), (Stage.Preferences, Lack.OrderTooOld), (Stage.Investigate, Lack.NoEvidence), (Stage.Act, Lack.NothingDone)],
            cycle.Stages.SelectMany(stage => stage.Missing.Select(missing => (stage.Stage, missing.Lack))));
    }

    [Fact]
    public void Of_a_ward_of_which_nothing_is_recorded_every_stage_says_what_to_begin_with()
    {
        var cycle = WardCycle.Of(WardFacts.None, CycleRules.First, Day);

        Assert.Equal([Lack.NoCommunity, Lack.NoCommunity, Lack.NoIssue, Lack.NoIssue, Lack.TooFewPriorities, Lack.NoPriority], cycle.Missing.Select(missing => missing.Lack));
        Assert.Equal(StageState.NotDue, cycle.Stages[^1].State);
    }

    public static TheoryData<Stage, Lack, string, Func<WardFacts, WardFacts>> Lacks => new()
    {
        { Stage.Research, Lack.SubjectNotReviewed, "Schools", facts => facts with { Subjects = [new("schools", "Schools", null)] } },
        { Stage.Research, Lack.NoWayToReach, "Night workers", facts => facts with { Communities = [new(One, "Night workers", false, Day)] } },
        { Stage.Engage, Lack.NotReached, "Night workers", facts => facts with { Communities = [new(One, "Night workers", true, null)] } },
        { Stage.Preferences, Lack.OrderTooOld, "", facts => facts with { LastGrouped = null } },
        { Stage.Preferences, Lack.TooFewChannels, "", facts => facts with { Channels = 1 } },
        { Stage.Investigate, Lack.NoEvidence, "Dogs", facts => facts with { TopIssues = [.. facts.TopIssues, new(One, "Dogs", 5, null)] } },
        { Stage.Priorities, Lack.TooFewPriorities, "", facts => facts with { Priorities = [.. facts.Priorities.Skip(1)] } },
        { Stage.Priorities, Lack.TooManyPriorities, "", facts => facts with { Priorities = [.. facts.Priorities, Priority("d"), Priority("e"), Priority("f")] } },
        { Stage.Act, Lack.NoOwner, "a", facts => With(facts, priority => priority with { IsOwned = false }) },
        { Stage.Act, Lack.NothingDone, "a", facts => With(facts, priority => priority with { Adopted = new(2026, 5, 17) }) },
        { Stage.Review, Lack.NotJudged, "a", facts => With(facts, priority => priority with { JudgeBy = new(2026, 6, 14) }) },
        { Stage.Review, Lack.NotJudged, "a", facts => With(facts, priority => priority with { JudgeBy = new(2026, 6, 14), LastJudged = new(2026, 6, 13) }) },
        { Stage.Review, Lack.NotTold, "a", facts => With(facts, priority => priority with { LastJudged = new(2026, 6, 14), WasTold = false }) },
    };

    [Theory]
    [MemberData(nameof(Lacks), DisableDiscoveryEnumeration = true)]
    public void What_is_missing_is_named_in_its_stage(Stage stage, Lack lack, string name, Func<WardFacts, WardFacts> changed)
    {
        var cycle = WardCycle.Of(changed(Whole), CycleRules.First, Day);

        var missing = Assert.Single(cycle.Missing);
        Assert.Equal((lack, name), (missing.Lack, missing.Name));
        Assert.Equal([stage], cycle.Stages.Where(one => one.State is StageState.Missing).Select(one => one.Stage));
    }

    [Fact]
    public void An_issue_that_is_not_among_the_first_needs_no_evidence_and_a_priority_adopted_lately_has_time()
    {
        var facts = Whole with { TopIssues = [.. Whole.TopIssues, new(One, "Litter", 6, null)] };

        Assert.Empty(WardCycle.Of(With(facts, priority => priority with { Adopted = Day.AddDays(-28), LastDone = null }), CycleRules.First, Day).Missing);
    }

    [Fact]
    public void A_force_that_asks_for_less_misses_less()
    {
        var few = Whole with { Priorities = [.. Whole.Priorities.Skip(2)], Channels = 1 };

        Assert.Empty(WardCycle.Of(few, CycleRules.First with { FewestPriorities = 1, Channels = 1 }, Day).Missing);
    }

    [Fact]
    public void A_priority_that_was_closed_is_told_of_and_no_longer_worked_on()
    {
        var facts = Whole with { Priorities = [.. Whole.Priorities, Priority("done") with { Closed = new(2026, 6, 1), LastJudged = new(2026, 6, 1), IsOwned = false, WasTold = false }] };

        Assert.Equal([Lack.NotTold], WardCycle.Of(facts, CycleRules.First, Day).Missing.Select(missing => missing.Lack));
    }

    private static PriorityFact Priority(string title) => new(One, title, Adopted: new(2026, 6, 1), JudgeBy: new(2026, 9, 1), Closed: null, IsOwned: true, LastDone: null, LastJudged: null, WasTold: true);

    private static WardFacts With(WardFacts facts, Func<PriorityFact, PriorityFact> first) => facts with { Priorities = [first(facts.Priorities[0]), .. facts.Priorities.Skip(1)] };
}
