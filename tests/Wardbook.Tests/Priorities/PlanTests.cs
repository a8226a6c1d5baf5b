using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Priorities.Plans;

namespace Wardbook.Priorities;

public sealed class PlanTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001"), Castle = TestSite.Ward("E05000003");

    [Fact]
    public async Task Each_step_is_written_and_written_anew_and_the_earlier_words_stay()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));

        await site.Post(Step(priority), ("Words", "Mopeds come after school."), ("Version", "0"));
        var page = await site.Post(Step(priority), ("Words", "Mopeds come after school and at night."), ("Version", "1"));

        Assert.Equal(new Uri(page.Url).AbsolutePath, Urls.Plan(Abbey.Code, priority));
        Assert.Equal("Mopeds come after school and at night.", page.Text("#scanning > .w-typed"));
        Assert.Contains("Mopeds come after school.", page.Text("#scanning details"), StringComparison.Ordinal);
        Assert.Contains("by Amara Bello", page.Text("#scanning"), StringComparison.Ordinal);
        Assert.Contains("has no objective, analysis or response", page.Text(".w-missing"), StringComparison.Ordinal);
        Assert.Equal(["Mopeds come after school.", "Mopeds come after school and at night."], await site.With(db => db.PlanSteps.OrderBy(step => step.Number).Select(step => step.Words).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task Of_two_sergeants_who_write_one_step_neither_loses_a_word()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        await site.GivenStep(priority, Sara.Scanning, "As it was.");
        await site.GivenStep(priority, Sara.Scanning, "What she wrote.", 2);

        var page = await site.Post(Step(priority), ("Words", "What he wrote."), ("Version", "1"));

        Assert.Contains("What she wrote.", page.Text(".w-clash"), StringComparison.Ordinal);
        Assert.Equal("What he wrote.", page.QuerySelector<IHtmlTextAreaElement>("textarea[name=Words]")!.Value);
        Assert.Equal(2, await site.With(db => db.PlanSteps.CountAsync(Cancel)));

        await site.PostForm(page, ("Words", "What she wrote. What he wrote."));
        Assert.Equal(["As it was.", "What she wrote.", "What she wrote. What he wrote."], await site.With(db => db.PlanSteps.OrderBy(step => step.Number).Select(step => step.Words).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_version()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));

        await site.Post(Step(priority), ("Words", "Mopeds come after school."), ("Version", "0"));
        var page = await site.Post(Step(priority), ("Words", "Mopeds come after school."), ("Version", "0"));

        Assert.Null(page.QuerySelector(".govuk-error-summary"));
        Assert.Equal(1, await site.With(db => db.PlanSteps.CountAsync(Cancel)));
    }

    [Theory]
    [InlineData(0, "Write it. When nothing is known yet")]
    [InlineData(4_001, "At most 4,000 letters; there are 4,001")]
    public async Task A_step_of_no_words_or_too_many_is_not_saved_and_what_was_typed_stays(int letters, string error)
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));

        var page = await site.Post(Step(priority), ("Words", new string('x', letters)), ("Version", "0"));

        Assert.Contains(error, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal(letters, page.QuerySelector<IHtmlTextAreaElement>("textarea[name=Words]")!.Value.Length);
        Assert.Equal(0, await site.With(db => db.PlanSteps.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Script_tags_and_arabic_are_words_like_others()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));

        var page = await site.Post(Step(priority), ("Words", "<script>alert(1)</script> \u062F\u0631\u0627\u062C\u0627\u062A"), ("Version", "0"));

        Assert.Equal("<script>alert(1)</script> \u062F\u0631\u0627\u062C\u0627\u062A", page.Text("#scanning > .w-typed"));
        Assert.Null(page.QuerySelector("#scanning script"));
    }

    [Fact]
    public async Task The_plan_of_another_ward_is_not_found_and_a_constable_reads_and_writes_none()
    {
        await using var site = await Start(Role.Constable);
        var own = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        var theirs = await site.GivenPriority(Castle, await site.GivenIssue(Castle, "Theirs", "bob"));

        Assert.Equal(HttpStatusCode.OK, (await site.Get(Urls.Plan(Abbey.Code, own))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(Step(own))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(Urls.PriorityOwner(Abbey.Code, own))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.Plan(Abbey.Code, theirs))).StatusCode);
    }

    [Fact]
    public async Task A_priority_has_an_owner_of_the_team_or_a_partner()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        var posting = await site.GivenPosting(await site.GivenTeam(), "Daniel Osei", "14AB");
        Assert.Contains("Nobody owns", (await site.Get(Urls.WorkPriorities(Abbey.Code))).Text(".w-missing"), StringComparison.Ordinal);

        var page = await site.Post(Urls.PriorityOwner(Abbey.Code, priority), ("Owner", $"{posting.Officer}"), ("Version", "0"));
        Assert.Contains("Daniel Osei, since 15 June 2026.", page.Text("main"), StringComparison.Ordinal);

        page = await site.Post(Urls.PriorityOwner(Abbey.Code, priority), ("Owner", "partner"), ("Partner", "Riverside Housing"), ("Version", "1"));
        Assert.Contains("Riverside Housing, since 15 June 2026.", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody owns", (await site.Get(Urls.WorkPriorities(Abbey.Code))).Text(".w-missing"), StringComparison.Ordinal);
        Assert.Equal(2, await site.With(db => db.PriorityOwners.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Of_two_who_choose_an_owner_the_second_is_told()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        await site.GivenOwner(priority, null, "Riverside Housing");

        var page = await site.Post(Urls.PriorityOwner(Abbey.Code, priority), ("Owner", "partner"), ("Partner", "The council"), ("Version", "0"));

        Assert.Contains("Riverside Housing", page.Text(".w-clash"), StringComparison.Ordinal);
        Assert.Equal(1, await site.With(db => db.PriorityOwners.CountAsync(Cancel)));
    }

    [Theory]
    [InlineData("", "", "Choose who owns it")]
    [InlineData("partner", " ", "Say which partner owns it")]
    [InlineData("0196f0aa-0000-7000-8000-00000000000f", "", "Choose somebody who is posted to a team of this ward today")]
    [InlineData("nobody", "", "Choose somebody who is posted to a team of this ward today")]
    public async Task Nobody_owns_it_without_a_proper_choice(string owner, string partner, string error)
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));

        var page = await site.Post(Urls.PriorityOwner(Abbey.Code, priority), ("Owner", owner), ("Partner", partner), ("Version", "0"));

        Assert.Contains(error, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal(0, await site.With(db => db.PriorityOwners.CountAsync(Cancel)));
    }

    [Fact]
    public async Task An_officer_of_another_ward_and_one_who_has_left_cannot_own_it()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        var elsewhere = await site.GivenPosting(await site.GivenTeam(Castle, "Castle team"), "Priya Nair", "13AB");
        var gone = await site.GivenPosting(await site.GivenTeam(), "Daniel Osei", "14AB", to: new(2026, 6, 14));

        foreach (var officer in new[] { elsewhere.Officer, gone.Officer })
        {
            var page = await site.Post(Urls.PriorityOwner(Abbey.Code, priority), ("Owner", $"{officer}"), ("Version", "0"));
            Assert.Contains("Choose somebody who is posted to a team of this ward today", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_is_closed_unassessed()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));

        var page = await Judge(site, priority, "close", assessment: "");
        Assert.Contains("It cannot be closed unassessed", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal("#Assessment", page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector($"a[href='{Urls.Plan(Abbey.Code, priority)}']"));
        Assert.Equal("Fewer mopeds than in spring.", page.QuerySelector<IHtmlTextAreaElement>("textarea[name=Why]")!.Value);
        Assert.Equal((0, 0), await site.With(async db => (await db.Reviews.CountAsync(Cancel), await db.PlanSteps.CountAsync(Cancel))));

        page = await site.PostForm(page, ("Assessment", "The gate stopped them; we would ask for it sooner."));
        Assert.Equal("Closed on 14 June 2026: resolved.", page.Text(".w-lead"));
        Assert.Equal("The gate stopped them; we would ask for it sooner.", (await site.Get(Urls.Plan(Abbey.Code, priority))).Text("#assessment > .w-typed"));
    }

    [Fact]
    public async Task What_is_carried_over_needs_no_assessment_yet()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));

        var page = await Judge(site, priority, "carry", assessment: "");

        Assert.Contains("Carried over", page.Text(".w-lead"), StringComparison.Ordinal);
        Assert.Equal(0, await site.With(db => db.PlanSteps.CountAsync(Cancel)));
    }

    [Fact]
    public async Task An_assessment_that_stands_in_the_plan_is_enough_and_one_that_changed_meanwhile_is_shown()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        await site.GivenStep(priority, Sara.Assessment, "It worked.");
        Assert.Equal("It worked.", (await site.Get(Urls.WorkPriority(Abbey.Code, priority))).QuerySelector<IHtmlTextAreaElement>("textarea[name=Assessment]")!.Value);
        await site.GivenStep(priority, Sara.Assessment, "It worked by day alone.", 2);

        var page = await Judge(site, priority, "close", assessment: "It worked well.", assessed: 1);
        Assert.Contains("It worked by day alone.", page.Text(".w-clash"), StringComparison.Ordinal);
        Assert.Equal(0, await site.With(db => db.Reviews.CountAsync(Cancel)));

        page = await Judge(site, priority, "close", assessment: "It worked by day alone.", assessed: 2);
        Assert.Equal("Closed on 14 June 2026: resolved.", page.Text(".w-lead"));
        Assert.Equal(2, await site.With(db => db.PlanSteps.CountAsync(Cancel)));
    }

    [Fact]
    public async Task A_ward_that_was_abolished_with_open_priorities_says_so_and_they_can_be_worked_on_and_closed()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenAbbeyAndBridgeBecameRiverside();
        var riverside = TestSite.Ward("E05009301");
        await site.GivenSignedIn(Role.Sergeant, Abbey);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        var posting = await site.GivenPosting(await site.GivenTeam(riverside, "Riverside team"), "Daniel Osei", "14AB");

        foreach (var url in new[] { Urls.WorkPriorities(Abbey.Code), Urls.WorkPriority(Abbey.Code, priority), Urls.Plan(Abbey.Code, priority), Urls.Actions(Abbey.Code), Urls.Priorities(Abbey.Code) })
        {
            Assert.Contains("Abbey ward was abolished on 22 May 2014. Its area is now in Riverside ward.", (await site.Get(url)).Text(".w-abolished"), StringComparison.Ordinal);
        }

        Assert.Null((await site.Get(Urls.WorkPriorities(Abbey.Code))).QuerySelector($"a[href='{Urls.AdoptPriority(Abbey.Code)}']"));
        Assert.Contains("Nothing new is adopted", (await site.Get(Urls.AdoptPriority(Abbey.Code))).Text("main"), StringComparison.Ordinal);

        // Whoever has the area now can finish it.
        await site.Post(Urls.PriorityOwner(Abbey.Code, priority), ("Owner", $"{posting.Officer}"), ("Version", "0"));
        Assert.Contains("Daniel Osei, since 15 June 2026.", (await site.Get(Urls.Plan(Abbey.Code, priority))).Text("main"), StringComparison.Ordinal);
        Assert.Equal("Closed on 14 June 2026: resolved.", (await Judge(site, priority, "close", "The new team goes on.")).Text(".w-lead"));
    }

    [Fact]
    public async Task Others_read_whether_each_open_priority_has_an_owner_and_when_something_was_last_done()
    {
        await using var site = await Start(Role.Sergeant);
        var issue = await site.GivenIssue(Abbey, "Mopeds", "ann");
        var (owned, left, nobodys) = (await site.GivenPriority(Abbey, issue, "Owned"), await site.GivenPriority(Abbey, issue, "Left"), await site.GivenPriority(Abbey, issue, "Nobody's"));
        var theirs = await site.GivenPriority(Castle, await site.GivenIssue(Castle, "Theirs", "bob"), "Theirs");
        var team = await site.GivenTeam();
        var (here, gone) = (await site.GivenPosting(team, "Daniel Osei", "14AB"), await site.GivenPosting(team, "Priya Nair", "13AB", to: new(2026, 6, 1)));
        await site.GivenOwner(owned, here.Officer);
        await site.GivenOwner(left, gone.Officer);
        await site.GivenOwner(theirs, null, "Riverside Housing");
        await site.GivenAction(owned, here.Officer, due: -3);
        await site.GivenAction(owned, here.Officer, due: -9, done: 8);
        await site.GivenAction(owned, here.Officer, due: -4, done: 5);
        var trees = await site.Service<PlaceTrees>();

        var all = await site.With(async db => (await OpenPriority.List(db, await trees.Current(), new(2026, 6, 15), Cancel)).ToDictionary(one => one.Id));
        var ward = await site.With(async db => await OpenPriority.List(db, await trees.Current(), new(2026, 6, 15), Cancel, Castle));

        Assert.Equal((true, new DateOnly(2026, 6, 10), 1, 1), (all[owned].IsOwned, all[owned].LastDone!.Value, all[owned].OpenActions, all[owned].Overdue));
        Assert.Equal((false, true), (all[left].IsOwned, all[left].OwnerHasLeft));
        Assert.Equal((false, null), (all[nobodys].IsOwned, all[nobodys].LastDone));
        Assert.Equal([theirs], ward.Select(one => one.Id));
        Assert.True(ward[0].IsOwned);
    }

    private static async Task<TestSite> Start(Role role)
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenSignedIn(role, Abbey);
        return site;
    }

    private static string Step(Guid priority) => Urls.PlanStep(Abbey.Code, priority, "scanning");

    private static Task<IDocument> Judge(TestSite site, Guid priority, string then, string assessment, int assessed = 0) => site.Post(Urls.WorkPriority(Abbey.Code, priority),
        ("Do", "judge"), ("Verdict", "Resolved"), ("Why", "Fewer mopeds than in spring."), ("Meeting", "the ward panel"), ("Day", "2026-06-14"), ("Then", then), ("Version", "1"),
        ("New", $"{Guid.CreateVersion7()}"), ("Assessment", assessment), ("Assessed", $"{assessed}"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
