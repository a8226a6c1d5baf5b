using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Kinds;

namespace Wardbook.Cycle;

public sealed class CycleTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001"), Bridge = TestSite.Ward("E05000002");

    [Fact]
    public async Task Of_a_ward_of_which_nothing_is_recorded_every_stage_leads_to_where_it_begins()
    {
        await using var site = await Start(Role.Sergeant);

        var page = await site.Get(Urls.WardCycle(Abbey.Code));

        Assert.Equal("0 of seven stages are done", page.Text(".w-lead").Split('.')[0]);
        Assert.Equal(["Research", "Engage", "Identify public preferences", "Investigate and analyse", "Identify priorities", "Plan and act", "Review"], page.QuerySelectorAll("h2[id]:not(#history)").Select(heading => heading.FirstChild!.TextContent.Trim()));
        Assert.Contains("Name the communities of the ward", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal("nothing due yet", page.Text("#review .govuk-tag"));
        foreach (var href in page.QuerySelectorAll(".w-stages a").Select(link => link.GetAttribute("href")!).Distinct())
        {
            Assert.Equal(200, (int)(await site.Get(href)).StatusCode);
        }
    }

    [Fact]
    public async Task A_ward_whose_team_does_its_work_has_its_stages_done_without_a_tick()
    {
        await using var site = await Start(Role.Sergeant);
        var priorities = await GivenWork(site);

        var page = await site.Get(Urls.WardCycle(Abbey.Code));
        Assert.Equal(
            [("Research", "done"), ("Engage", "done"), ("Identify public preferences", "done"), ("Investigate and analyse", "2 missing"), ("Identify priorities", "done"), ("Plan and act", "done"), ("Review", "nothing due yet")],
            Stages(page));

        foreach (var href in page.QuerySelectorAll("#investigate ~ ul a").Select(link => link.GetAttribute("href")!))
        {
            await site.PostOne(await site.Get(href), "form:has(input[value=ready])");
        }

        Assert.Contains(("Investigate and analyse", "done"), Stages(await site.Get(Urls.WardCycle(Abbey.Code))));

        // The day on which the first is to be judged comes, and goes.
        site.Clock.Advance(TimeSpan.FromDays(81));
        await site.GivenSignedIn(Role.Sergeant, Abbey);
        page = await site.Get(Urls.WardCycle(Abbey.Code));
        Assert.Contains(("Review", "3 missing"), Stages(page));
        Assert.Contains("Judge \u201CMopeds 0\u201D: its day was 3 September 2026", page.Text("#review ~ ul"), StringComparison.Ordinal);

        foreach (var priority in priorities)
        {
            await site.Post(Urls.WorkPriority(Abbey.Code, priority), ("Do", "judge"), ("Verdict", "Improving"), ("Why", "Fewer."), ("Meeting", "the ward panel"), ("Day", "2026-09-04"), ("Then", "carry"), ("Version", "1"), ("New", $"{Guid.CreateVersion7()}"));
        }

        Assert.Contains("Tell residents what the meeting of 4 September 2026 found of \u201CMopeds 0\u201D", (await site.Get(Urls.WardCycle(Abbey.Code))).Text("#review ~ ul"), StringComparison.Ordinal);
        foreach (var priority in priorities)
        {
            await site.PostOne(await site.Get(Urls.WorkPriority(Abbey.Code, priority)), "form:has(input[value=tell])", ("Words", "You said: mopeds.\nWe did: more patrols."));
        }

        Assert.Contains(("Review", "done"), Stages(await site.Get(Urls.WardCycle(Abbey.Code))));
    }

    [Fact]
    public async Task Evidence_that_was_marked_as_ready_for_the_panel_ends_the_fourth_stage()
    {
        await using var site = await Start(Role.Sergeant);
        await GivenWork(site);

        var packs = (await site.Get(Urls.WardCycle(Abbey.Code))).QuerySelectorAll(".w-stages a[href$='/evidence']").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(2, packs.Count);
        foreach (var pack in packs)
        {
            await site.PostOne(await site.Get(pack), "form:has(input[value=ready])");
        }

        Assert.Contains(("Investigate and analyse", "done"), Stages(await site.Get(Urls.WardCycle(Abbey.Code))));
    }

    [Fact]
    public async Task What_was_taken_back_or_called_off_was_not_done_and_what_reached_a_duplicate_reached_the_community()
    {
        await using var site = await Start(Role.Sergeant);
        var (community, duplicate) = (await site.GivenCommunity("Night workers"), await site.GivenCommunity("Cleaners at night"));
        await site.GivenActivity("Tea at four in the morning", new(2026, 5, 5), attended: 9, reached: duplicate);
        await site.With(async db =>
        {
            (await db.Communities.SingleAsync(row => row.Id == duplicate.Id, Cancel)).JoinedWith = community.Id;
            await db.SaveChangesAsync(Cancel);
        });
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"), daysAgo: 60);
        var record = await site.GivenDone(Abbey, "patrol", 3, daysAgo: 2, priority: priority);
        Assert.DoesNotContain("Record what was done", (await site.Get(Urls.WardCycle(Abbey.Code))).Text("main"), StringComparison.Ordinal);

        await site.GivenDone(Abbey, "patrol", 3, daysAgo: 2, priority: priority, corrects: record, takenBack: true);

        var page = await site.Get(Urls.WardCycle(Abbey.Code));
        Assert.Contains(("Engage", "done"), Stages(page));
        Assert.Contains("Record what was done about \u201CMopeds on the pavement\u201D: nothing is recorded", page.Text("#act ~ ul"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_round_keeps_each_change_once_and_what_it_keeps_is_what_the_page_says()
    {
        await using var site = await Start(Role.Inspector);
        await GivenWork(site);
        await site.GivenTeam(Bridge, "Bridge Neighbourhood Team");
        await Round(site);
        await Round(site);

        var kept = await site.With(db => db.KeptStages.AsNoTracking().ToListAsync(Cancel));
        Assert.Equal(14, kept.Count);
        Assert.All(kept, stage => Assert.Null(stage.Until));
        foreach (var ward in (PlaceKey[])[Abbey, Bridge])
        {
            Assert.Equal(Stages(await site.Get(Urls.WardCycle(ward.Code))).Select(stage => stage.State), kept.Where(stage => stage.Place == ward).OrderBy(stage => stage.Stage).Select(stage => stage.State.InWords(stage.Missing)));
        }

        site.Clock.Advance(TimeSpan.FromDays(81));
        Assert.NotNull(await Round(site));
        await site.GivenSignedIn(Role.Inspector, TestSite.Borough("E09000002"));

        var page = await site.Get(Urls.WardCycle(Abbey.Code));
        Assert.Contains("Plan and act done 15 June 2026 4 September 2026", page.QuerySelectorAll("#changes tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim()))));
    }

    [Fact]
    public async Task A_ward_that_nobody_serves_any_more_leaves_the_table_and_keeps_its_history()
    {
        await using var site = await Start(Role.Inspector);
        await Round(site);
        await site.With(async db =>
        {
            (await db.Teams.SingleAsync(Cancel)).To = new(2026, 6, 14);
            await db.SaveChangesAsync(Cancel);
        });

        Assert.Equal("Stages that changed: 7.", await Round(site));

        Assert.Equal((7, 7), await site.With(async db => (await db.KeptStages.CountAsync(Cancel), await db.KeptStages.CountAsync(stage => stage.Until != null, Cancel))));
        Assert.Contains("No ward here is served by a team", (await site.Get(Urls.Cycles(TestSite.Borough("E09000002").Code))).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inspector_sees_which_wards_lack_most_and_takes_the_table_along()
    {
        await using var site = await Start(Role.Inspector);
        await GivenWork(site);
        await site.GivenTeam(Bridge, "Bridge Neighbourhood Team");
        await Round(site);

        var page = await site.Get(Urls.Cycles(TestSite.Borough("E09000002").Code));

        Assert.Equal(["Bridge ward", "Abbey ward"], page.QuerySelectorAll("#heat tbody th").Select(cell => cell.TextContent));
        Assert.Equal("1 of 2", page.QuerySelectorAll("#heat tfoot td")[0].TextContent);
        var csv = await site.GetText($"{Urls.Cycles(TestSite.Borough("E09000002").Code)}.csv");
        Assert.Contains("Abbey ward", csv, StringComparison.Ordinal);
        Assert.Contains("2 missing", csv, StringComparison.Ordinal);
        Assert.Equal(403, (int)(await site.Get(Urls.Cycles(TestSite.Borough("E09999999").Code))).StatusCode);
    }

    [Fact]
    public async Task A_force_asks_for_something_else_from_tomorrow_on_and_what_it_asked_before_stays()
    {
        await using var site = await Start(Role.Administrator);
        var wrong = await site.PostForm(await site.Get(Urls.CycleRules), ("FewestPriorities", "6"), ("Channels", "none"), ("ActWeeks", ""));
        Assert.Contains("Type a whole number from 1 to 60", wrong.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal("none", wrong.QuerySelector("input[name=Channels]")!.GetAttribute("value"));
        Assert.Contains("The least cannot be more than the most", (await site.PostForm(await site.Get(Urls.CycleRules), ("FewestPriorities", "6"))).Text(".govuk-error-summary"), StringComparison.Ordinal);

        await site.PostForm(await site.Get(Urls.CycleRules), ("FewestPriorities", "2"));
        var page = await site.PostForm(await site.Get(Urls.CycleRules), ("FewestPriorities", "1"));

        Assert.Equal("This is asked from 16 June 2026 on.", page.Text(".govuk-notification-banner__heading"));
        Assert.Equal([3, 1], await site.With(db => db.CycleThresholds.OrderBy(row => row.From).Select(row => row.FewestPriorities).ToListAsync(Cancel)));
        Assert.Equal(3, (await site.With(db => CycleThresholds.On(db, new(2026, 6, 15), Cancel))).FewestPriorities);
        Assert.Equal(1, (await site.With(db => CycleThresholds.On(db, new(2026, 6, 16), Cancel))).FewestPriorities);
    }

    /// <summary>Everything that the cycle asks for but evidence: a profile, a community that was reached, issues by two channels, three priorities with owners and something done.</summary>
    private static async Task<IReadOnlyList<Guid>> GivenWork(TestSite site)
    {
        await site.With(async db =>
        {
            db.ProfileSections.AddRange((await db.ListedKinds.Where(kind => kind.List == KindLists.ProfileSections).ToListAsync(Cancel))
                .Select(kind => new Engagement.Profile.ProfileSection { Id = Guid.CreateVersion7(), PlaceKind = Abbey.Kind, PlaceCode = Abbey.Code, Subject = kind.Id, Words = "Known", Reviewed = new(2026, 6, 1) }));
            await db.SaveChangesAsync(Cancel);
        });
        await site.GivenActivity("Tea", new(2026, 5, 5), attended: 9, reached: await site.GivenCommunity("Night workers", howToReach: "At the depot, four in the morning"));
        Guid[] issues = [await site.GivenIssue(Abbey, "Mopeds", "ann", "bob", "cem"), await site.GivenIssue(Abbey, "Dogs", "dee", "eve")];
        List<Guid> priorities = [];
        for (var number = 0; number < 3; number++)
        {
            var priority = await site.GivenPriority(Abbey, issues[0], $"Mopeds {number}");
            await site.GivenOwner(priority, null, "the council");
            await site.GivenAction(priority, null, partner: "the council", done: 1);
            priorities.Add(priority);
        }

        return priorities;
    }

    private static IReadOnlyList<(string Stage, string State)> Stages(IDocument page) =>
        [.. page.QuerySelectorAll(".w-stages h2").Select(heading => (heading.FirstChild!.TextContent.Trim(), heading.QuerySelector(".govuk-tag")!.TextContent.Trim()))];

    private static async Task<string?> Round(TestSite site) => await CycleRound.Do(site.Database, await site.Service<PlaceTrees>(), Cancel);

    private static async Task<TestSite> Start(Role role)
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenTeam();
        await site.GivenSignedIn(role, role == Role.Administrator ? null : role == Role.Inspector ? TestSite.Borough("E09000002") : Abbey);
        return site;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
