using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Priorities.Plans;

namespace Wardbook.Priorities;

public sealed class ActionTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001"), Castle = TestSite.Ward("E05000003");

    private static readonly Guid New = Guid.Parse("0196f0aa-0000-7000-8000-000000000009");

    [Fact]
    public async Task An_action_is_planned_carried_done_and_told_of_from_the_plan_to_the_wards_page()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        var officer = (await site.GivenPosting(await site.GivenTeam(), "Daniel Osei", "14AB")).Officer;

        var page = await site.Post(Urls.PlanAction(Abbey.Code, priority, New), Asked($"{officer}"));
        Assert.Equal("Planned: Ask the council for a gate, by 30 June 2026.", page.Text(".govuk-notification-banner__heading"));
        Assert.Equal(["Ask the council for a gate", "Daniel Osei", "due on 30 June 2026"], Row(page));
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        var told = (await site.Get(Urls.Priorities(Abbey.Code))).Text($"#priority-{priority}");
        Assert.Contains("A gate at the end of the alley: to be done by 30 June 2026.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Osei", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask the council", told, StringComparison.Ordinal);

        page = await Act(site, New, "carry", ("Day", "2026-07-15"), ("Why", "The crew is ill"));
        Assert.Contains("To 15 July 2026; it was 30 June 2026.", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("The crew is ill", page.Text("main"), StringComparison.Ordinal);

        page = await Act(site, New, "done", ("Day", "2026-06-15"), ("Why", "Gate hung, key with the warden"), ("Told", "There is a gate now."));
        Assert.Contains("Gate hung, key with the warden", page.Text(".govuk-summary-list"), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("There is a gate now: done on 15 June 2026.", (await site.Get(Urls.Priorities(Abbey.Code))).Text($"#priority-{priority}"), StringComparison.Ordinal);
        Assert.Contains("We did: There is a gate now (15 June 2026).", (await site.Get(Urls.WorkPriority(Abbey.Code, priority))).QuerySelector<IHtmlTextAreaElement>("textarea[name=Words]")!.Value, StringComparison.Ordinal);
        Assert.Equal([ActionStepKind.Planned, ActionStepKind.Carried, ActionStepKind.Done], await site.With(db => db.ActionSteps.OrderBy(step => step.Number).Select(step => step.Kind).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task The_form_for_a_new_action_sent_twice_plans_one()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        var officer = (await site.GivenPosting(await site.GivenTeam(), "Daniel Osei", "14AB")).Officer;
        var form = await site.Get(Urls.PlanAction(Abbey.Code, priority, New));

        await site.PostForm(form, Asked($"{officer}"));
        var again = await site.PostForm(form, Asked($"{officer}"));

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal((1, 1), await site.With(async db => (await db.PlannedActions.CountAsync(Cancel), await db.ActionSteps.CountAsync(Cancel))));
    }

    [Theory]
    [InlineData("What", " ", "Say what is to be done")]
    [InlineData("Owner", "", "Choose who owns it")]
    [InlineData("Owner", "partner", "Say which partner owns it")]
    [InlineData("Owner", "0196f0aa-0000-7000-8000-00000000000f", "Choose somebody who is posted to a team of this ward today")]
    [InlineData("Due", "", "Say by which day")]
    [InlineData("Due", "2026-06-14", "14 June 2026 is over: give a day from today on")]
    [InlineData("Due", "2099-01-01", "1 January 2099 is too far ahead: give a day up to 15 June 2028")]
    [InlineData("Due", "soon", "is not a day")]
    public async Task Nothing_is_planned_with(string field, string text, string error)
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        var officer = (await site.GivenPosting(await site.GivenTeam(), "Daniel Osei", "14AB")).Officer;

        var page = await site.Post(Urls.PlanAction(Abbey.Code, priority, New), [.. Asked($"{officer}").Where(one => one.Name != field), (field, text)]);

        Assert.Contains(error, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal("A gate at the end of the alley", page.QuerySelector<IHtmlTextAreaElement>("textarea[name=Told]")!.Value);
        Assert.Equal(0, await site.With(db => db.PlannedActions.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Words_that_are_too_long_are_told_and_kept()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));

        var page = await site.Post(Urls.PlanAction(Abbey.Code, priority, New), ("What", new string('x', 301)), ("Told", new string('y', 301)), ("Owner", "partner"), ("Partner", new string('z', 101)), ("Due", "2026-06-30"));

        Assert.Contains("At most 300 letters; there are 301", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Contains("At most 100 letters; there are 101", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal(301, page.QuerySelector<IHtmlInputElement>("input[name=What]")!.Value.Length);
    }

    [Fact]
    public async Task An_officer_of_another_ward_is_given_nothing_to_do_here()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        var elsewhere = (await site.GivenPosting(await site.GivenTeam(Castle, "Castle team"), "Priya Nair", "13AB")).Officer;

        var page = await site.Post(Urls.PlanAction(Abbey.Code, priority, New), Asked($"{elsewhere}"));

        Assert.Contains("Choose somebody who is posted to a team of this ward today", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_of_another_ward_is_not_found_by_its_id()
    {
        await using var site = await Start(Role.Sergeant);
        var own = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        var priority = await site.GivenPriority(Castle, await site.GivenIssue(Castle, "Theirs", "bob"));
        var theirs = (await site.GivenAction(priority, null, partner: "The council")).Id;

        foreach (var url in new[] { Urls.Action(Abbey.Code, theirs), Urls.ActOnAction(Abbey.Code, theirs, "done"), Urls.PlanAction(Abbey.Code, own, theirs), Urls.PlanAction(Abbey.Code, priority, New) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.Get(url)).StatusCode);
        }

        // Colleagues read of it in its own ward, and change nothing there.
        Assert.Equal(HttpStatusCode.OK, (await site.Get(Urls.Action(Castle.Code, theirs))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(Urls.ActOnAction(Castle.Code, theirs, "done"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Post(Urls.ActOnAction(Castle.Code, theirs, "drop"), ("Why", "No"))).StatusCode);
    }

    [Fact]
    public async Task An_officer_says_that_their_own_action_is_done_and_takes_that_back_and_does_nothing_else()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var me = await site.GivenSignedIn(Role.Pcso, Abbey);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        var team = await site.GivenTeam();
        var mine = await site.GivenAction(priority, (await site.GivenPosting(team, "Amara Bello", "1A", account: me)).Officer);
        var theirs = await site.GivenAction(priority, (await site.GivenPosting(team, "Daniel Osei", "14AB")).Officer);

        Assert.Equal(["It is done"], Acts(await site.Get(Urls.Action(Abbey.Code, mine.Id))));
        Assert.Empty(Acts(await site.Get(Urls.Action(Abbey.Code, theirs.Id))));
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(Urls.ActOnAction(Abbey.Code, theirs.Id, "done"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(Urls.ActOnAction(Abbey.Code, mine.Id, "drop"))).StatusCode);

        Assert.Contains("Done on 15 June 2026", (await Act(site, mine.Id, "done", ("Day", "2026-06-15"), ("Why", "Hung"), ("Told", ""))).Text("main"), StringComparison.Ordinal);
        Assert.Contains("Due on 29 June 2026", (await Act(site, mine.Id, "undo", ("Why", "It was the other gate"))).Text(".govuk-summary-list"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("done", "Day", "2026-06-16", "Give a day from 5 June 2026, when the priority was adopted, to today")]
    [InlineData("done", "Day", "2026-06-04", "Give a day from 5 June 2026, when the priority was adopted, to today")]
    [InlineData("done", "Why", "", "Say what was done")]
    [InlineData("carry", "Day", "2026-06-29", "It is due on 29 June 2026 already: give another day")]
    [InlineData("carry", "Day", "2026-06-01", "1 June 2026 is over")]
    [InlineData("carry", "Day", "2099-12-31", "is too far ahead")]
    [InlineData("carry", "Why", "", "Say why")]
    [InlineData("hand-over", "Partner", "The council", "The council owns it already: choose somebody else")]
    [InlineData("hand-over", "Owner", "", "Choose who owns it")]
    [InlineData("drop", "Why", " ", "Say why")]
    public async Task Nothing_is_done_with_it_when(string act, string field, string text, string error)
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        var action = await site.GivenAction(priority, null, partner: "The council");
        (string Name, string Text)[] asked = [("Day", act == "done" ? "2026-06-15" : "2026-07-15"), ("Why", "Because"), ("Owner", "partner"), ("Partner", "Riverside Housing")];

        var page = await Act(site, action.Id, act, [.. asked.Where(one => one.Name != field), (field, text)]);

        Assert.Contains(error, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal(1, await site.With(db => db.ActionSteps.CountAsync(Cancel)));
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_step_and_of_two_people_the_second_is_told()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        var action = await site.GivenAction(priority, null, partner: "The council");
        var (mine, theirs) = (await site.Get(Urls.ActOnAction(Abbey.Code, action.Id, "carry")), await site.Get(Urls.ActOnAction(Abbey.Code, action.Id, "carry")));
        var late = await site.Get(Urls.ActOnAction(Abbey.Code, action.Id, "drop"));

        await site.PostForm(theirs, ("Day", "2026-07-01"), ("Why", "Rain"));
        await site.PostForm(theirs, ("Day", "2026-07-01"), ("Why", "Rain"));
        Assert.Equal(2, await site.With(db => db.ActionSteps.CountAsync(Cancel)));

        var page = await site.PostForm(mine, ("Day", "2026-07-20"), ("Why", "Snow"));
        Assert.Contains("Somebody changed this action while you wrote: it is now due on 1 July 2026, owned by The council.", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal("Snow", page.QuerySelector<IHtmlTextAreaElement>("textarea[name=Why]")!.Value);
        Assert.Equal("It is carried to 20 July 2026.", (await site.PostForm(page)).Text(".govuk-notification-banner__heading"));

        await Act(site, action.Id, "done", ("Day", "2026-06-15"), ("Why", "Hung"));
        Assert.Contains("Somebody else was first", (await site.PostForm(late, ("Why", "No money"))).Text(".govuk-notification-banner__heading"), StringComparison.Ordinal);
        Assert.Equal(ActionState.Done, await site.With(db => db.PlannedActions.Select(one => one.State).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task What_was_recorded_two_weeks_ago_is_not_taken_back_any_more()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"), daysAgo: 60);
        var lately = await site.GivenAction(priority, null, partner: "The council", due: -14, done: 14);
        var before = await site.GivenAction(priority, null, partner: "The council", due: -15, done: 15);

        Assert.Contains("Recorded by mistake: open it again", Acts(await site.Get(Urls.Action(Abbey.Code, lately.Id))));
        Assert.DoesNotContain("Recorded by mistake: open it again", Acts(await site.Get(Urls.Action(Abbey.Code, before.Id))));
        var page = await Act(site, before.Id, "undo", ("Why", "A mistake"));
        Assert.Contains("Only what was recorded in the last 14 days", page.Text(".govuk-notification-banner__heading"), StringComparison.Ordinal);
        Assert.Equal(2, await site.With(db => db.PlannedActions.CountAsync(one => one.State == ActionState.Done, Cancel)));
    }

    [Fact]
    public async Task What_an_action_is_can_be_said_better_and_of_two_who_do_neither_loses_a_word()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        var action = await site.GivenAction(priority, null, partner: "The council");
        var url = Urls.PlanAction(Abbey.Code, priority, action.Id);

        var page = await site.Post(url, ("What", "Ask for two gates"), ("Told", "Two gates"), ("Version", "1"));
        Assert.Equal("Ask for two gates", page.Text("h1"));
        Assert.Contains("Ask for a gate at the alley, by The council", page.Text("main"), StringComparison.Ordinal);

        page = await site.Post(url, ("What", "Ask for a fence"), ("Told", "A fence"), ("Version", "1"));
        Assert.Contains("Ask for two gates", page.Text(".w-clash"), StringComparison.Ordinal);
        Assert.Equal("Ask for a fence", page.QuerySelector<IHtmlInputElement>("input[name=What]")!.Value);
        Assert.Equal("Ask for a fence", (await site.PostForm(page)).Text("h1"));
    }

    [Fact]
    public async Task The_actions_of_a_ward_stand_in_one_list_the_longest_overdue_first_as_page_and_files()
    {
        await using var site = await Start(Role.Constable);
        var issue = await site.GivenIssue(Abbey, "Mopeds", "ann");
        var (one, other) = (await site.GivenPriority(Abbey, issue, "Mopeds"), await site.GivenPriority(Abbey, issue, "Dogs"));
        var officer = (await site.GivenPosting(await site.GivenTeam(), "Daniel Osei", "14AB")).Officer;
        await site.GivenAction(one, officer, "Later", due: 20);
        await site.GivenAction(one, null, "Late", due: -3, partner: "=cmd|' /C calc'!A0");
        await site.GivenAction(other, officer, "Latest", due: -12);
        await site.GivenAction(other, officer, "Over", due: -2, done: 3);

        var page = await site.Get(Urls.Actions(Abbey.Code));
        Assert.Equal("3 actions open, 2 overdue.", page.Text(".w-lead"));
        Assert.Equal(["Latest", "Late", "Later"], Whats(page));
        Assert.Contains("12 days overdue", page.Text("tbody"), StringComparison.Ordinal);
        Assert.Contains("\u201CLatest\u201D is 12 days overdue (Daniel Osei)", page.Text(".w-missing"), StringComparison.Ordinal);
        Assert.Contains("the oldest 12 days overdue", (await site.Get(Urls.WorkPriorities(Abbey.Code))).Text("main"), StringComparison.Ordinal);

        Assert.Equal(["Latest", "Later"], Whats(await site.Get($"{Urls.Actions(Abbey.Code)}?owner={officer}")));
        Assert.Equal(["Latest"], Whats(await site.Get($"{Urls.Actions(Abbey.Code)}?owner={officer}&priority={other}")));
        Assert.Equal(["Over"], Whats(await site.Get($"{Urls.Actions(Abbey.Code)}?state=done")));
        Assert.Contains("There is no such action", (await site.Get($"{Urls.Actions(Abbey.Code)}?priority=nothing")).Text(".w-empty"), StringComparison.Ordinal);

        var csv = await site.GetText($"{Urls.Actions(Abbey.Code)}.csv?state=all");
        Assert.StartsWith("action,priority,owner,owner_is,due,state,days_overdue,ended\r\nLatest,Dogs,Daniel Osei,officer,2026-06-03,12 days overdue,12,\r\n", csv, StringComparison.Ordinal);
        Assert.Equal(5, csv.TrimEnd().Split("\r\n").Length);
        Assert.DoesNotContain(",=cmd", csv, StringComparison.Ordinal);
        Assert.Contains("\"days_overdue\":12", await site.GetText($"{Urls.Actions(Abbey.Code)}.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_action_of_an_officer_who_left_stands_under_their_name_and_waits_for_a_new_owner()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        var team = await site.GivenTeam();
        var gone = (await site.GivenPosting(team, "Priya Nair", "13AB", to: new(2026, 6, 14))).Officer;
        var here = (await site.GivenPosting(team, "Daniel Osei", "14AB")).Officer;
        var action = await site.GivenAction(priority, gone);

        var list = await site.Get(Urls.Actions(Abbey.Code));
        Assert.Contains("Priya Nair, who has left the team: choose a new owner", list.Text("tbody"), StringComparison.Ordinal);
        Assert.Contains("Priya Nair, who owns \u201CAsk for a gate at the alley\u201D, has left the team: choose a new owner", list.Text(".w-missing"), StringComparison.Ordinal);
        Assert.Contains("Priya Nair has left the team: choose a new owner.", (await site.Get(Urls.Action(Abbey.Code, action.Id))).Text(".w-missing"), StringComparison.Ordinal);

        var page = await Act(site, action.Id, "hand-over", ("Owner", $"{here}"), ("Why", "Priya has left"));
        Assert.Contains("To Daniel Osei; it was Priya Nair.", page.Text("main"), StringComparison.Ordinal);
        Assert.Null((await site.Get(Urls.Actions(Abbey.Code))).QuerySelector(".w-missing"));
    }

    [Fact]
    public async Task Residents_read_who_of_the_partners_does_what_and_that_it_is_late_and_nothing_that_is_not_theirs_to_read()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        await site.GivenAction(priority, null, "Fix lamp 12", "The lamp in the alley is mended", due: -5, partner: "The council");
        await site.GivenAction(priority, null, "Watch from number 9", "", partner: "The council");
        var dropped = await site.GivenAction(priority, null, "Cameras", "Cameras in the alley", partner: "The council");
        await site.With(async db =>
        {
            var action = await db.PlannedActions.SingleAsync(row => row.Id == dropped.Id, Cancel);
            db.ActionSteps.Add(action.Drop(new(2026, 6, 15), new(Guid.CreateVersion7(), null, site.Clock.GetUtcNow().UtcDateTime, "Too dear")));
            await db.SaveChangesAsync(Cancel);
        });

        var page = (await site.Get(Urls.Priorities(Abbey.Code))).Text($"#priority-{priority}");

        Assert.Contains("The lamp in the alley is mended: was to be done by 10 June 2026, by The council, and is not done yet.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("number 9", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Cameras", page, StringComparison.Ordinal);
        Assert.Contains("was to be done by 10 June 2026", await site.GetText($"{Urls.Priorities(Abbey.Code)}.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_new_is_planned_for_what_is_closed_and_what_is_open_of_it_is_missing_an_end()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        var action = await site.GivenAction(priority, null, partner: "The council");
        await site.GivenStep(priority, Sara.Assessment, "It worked.");
        var form = await site.Get(Urls.WorkPriority(Abbey.Code, priority));
        Assert.Contains("1 action of its plan is open.", form.Text("main"), StringComparison.Ordinal);
        await site.PostForm(form, ("Verdict", "Resolved"), ("Why", "Gone"), ("Meeting", "the ward panel"), ("Day", "2026-06-14"), ("Then", "close"));

        var page = await site.Post(Urls.PlanAction(Abbey.Code, priority, New), Asked("partner"));
        Assert.Contains("This priority is closed", page.Text(".w-empty"), StringComparison.Ordinal);
        Assert.Equal(1, await site.With(db => db.PlannedActions.CountAsync(Cancel)));
        Assert.Contains("is still open, though \u201CMopeds on the pavement\u201D is closed", (await site.Get(Urls.Actions(Abbey.Code))).Text(".w-missing"), StringComparison.Ordinal);
        Assert.Contains("It is dropped.", (await Act(site, action.Id, "drop", ("Why", "Not needed any more"))).Text("main"), StringComparison.Ordinal);
    }

    private static async Task<TestSite> Start(Role role)
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenSignedIn(role, Abbey);
        return site;
    }

    private static (string Name, string Text)[] Asked(string owner) =>
        [("What", "Ask the council for a gate"), ("Told", "A gate at the end of the alley"), ("Owner", owner), ("Partner", ""), ("Due", "2026-06-30"), ("Version", "0")];

    private static async Task<IDocument> Act(TestSite site, Guid action, string act, params (string Name, string Text)[] fields)
    {
        var form = await site.Get(Urls.ActOnAction(Abbey.Code, action, act));
        return form.QuerySelector("main form") is null ? await site.Post(Urls.ActOnAction(Abbey.Code, action, act), fields) : await site.PostForm(form, fields);
    }

    private static List<string> Row(IDocument page) => [.. page.QuerySelector("main tbody tr")!.Children.Select(cell => cell.TextContent.Trim())];

    private static List<string> Whats(IDocument page) => [.. page.QuerySelectorAll("main tbody th").Select(cell => cell.TextContent.Trim())];

    private static List<string> Acts(IDocument page) => [.. page.QuerySelectorAll("main .w-acts a").Select(link => link.TextContent)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
