using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;

namespace Wardbook.Activity;

/// <summary>Today is 15 June 2026, a Monday.</summary>
public sealed class RecordingTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001"), Castle = TestSite.Ward("E05000003");

    [Fact]
    public async Task What_is_done_most_stands_first_and_one_of_it_is_recorded_by_a_choice_and_a_button()
    {
        await using var site = await TestSite.Start();
        var (me, team, officer) = await Constable(site);
        await site.GivenDone(Abbey, "leaflets", 40, daysAgo: 1, by: me);
        await site.GivenDone(Abbey, "patrol", 2, daysAgo: 1, by: me);
        await site.GivenDone(Abbey, "patrol", 3, daysAgo: 2, by: me);

        var form = await site.Get(Urls.RecordActivity(Abbey.Code));
        Assert.Equal(["Patrol", "Leaflets handed out"], form.QuerySelectorAll(".w-tile").Take(2).Select(tile => tile.TextContent.Trim()));
        Assert.Equal("1", form.QuerySelector<IHtmlInputElement>("input[name=Many]")!.Value);
        Assert.Equal("2026-06-15", form.QuerySelector<IHtmlInputElement>("input[name=Day]")!.Value);

        var page = await site.PostForm(form, ("Kind", "patrol"));

        Assert.Equal("Recorded for 15 June 2026: 1 patrol hour.", page.Text(".govuk-notification-banner__heading"));
        var record = await site.With(db => db.ActivityRecords.SingleAsync(row => row.Day == new DateOnly(2026, 6, 15), Cancel));
        Assert.Equal((2, team, officer, (Guid?)me.Id), (record.Halves, record.Team, record.Officer, record.MadeBy));
        Assert.Equal("1 patrol hour", (await site.Get(page.QuerySelector<IHtmlAnchorElement>(".govuk-notification-banner__link")!.PathName)).Text("h1"));
    }

    [Fact]
    public async Task A_form_sent_twice_records_once_and_the_totals_too()
    {
        await using var site = await TestSite.Start();
        await Constable(site);
        var form = await site.Get(Urls.RecordActivity(Abbey.Code));

        await site.PostForm(form, ("Kind", "arrests"), ("Many", "2"));
        await site.PostForm(form, ("Kind", "arrests"), ("Many", "2"));

        Assert.Equal([4], await site.With(db => db.ActivityRecords.Select(row => row.Halves).ToListAsync(Cancel)));
        // A day, a week from Monday 15 June, a month.
        Assert.Equal(
            [(Step.Day, new DateOnly(2026, 6, 15), 4L, 1), (Step.Week, new(2026, 6, 15), 4, 1), (Step.Month, new(2026, 6, 1), 4, 1)],
            (await site.With(db => db.ActivityTotals.OrderBy(row => row.Step).ToListAsync(Cancel))).Select(row => (row.Step, row.From, row.Halves, row.Records)));
    }

    [Fact]
    public async Task The_same_form_sent_twice_at_one_moment_records_once()
    {
        await using var site = await TestSite.Start();
        await Constable(site);
        var form = await site.Get(Urls.RecordActivity(Abbey.Code));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => site.PostForm(form, ("Kind", "arrests"), ("Many", "2"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal((1, 4L), await site.With(async db => (await db.ActivityRecords.CountAsync(Cancel), await db.ActivityTotals.Where(row => row.Step == Step.Month).SumAsync(row => row.Halves, Cancel))));
    }

    [Fact]
    public async Task Several_kinds_are_recorded_at_once_and_what_has_no_number_is_left_out()
    {
        await using var site = await TestSite.Start();
        await Constable(site);
        var form = await site.Get(Urls.RecordActivity(Abbey.Code) + "?how=several");
        var lines = form.QuerySelectorAll<IHtmlInputElement>("input[name$='.Kind']").Select(input => input.Value).ToList();
        Assert.DoesNotContain("intelligence", lines);

        var page = await site.PostForm(form, ($"Lines[{lines.IndexOf("patrol")}].Many", "1½"), ($"Lines[{lines.IndexOf("arrests")}].Many", "1"), ("Where", "High Road"));

        Assert.Contains("1.5 patrol hours", page.Text(".govuk-notification-banner__heading"), StringComparison.Ordinal);
        Assert.Equal([("arrests", 2, "High Road"), ("patrol", 3, "High Road")], (await site.With(db => db.ActivityRecords.OrderBy(row => row.Kind).ToListAsync(Cancel))).Select(row => (row.Kind, row.Halves, row.Where!)));
    }

    [Fact]
    public async Task What_is_wrong_with_one_of_several_is_said_beside_it_and_nothing_is_lost_or_recorded()
    {
        await using var site = await TestSite.Start();
        await Constable(site);
        var form = await site.Get(Urls.RecordActivity(Abbey.Code) + "?how=several");
        var lines = form.QuerySelectorAll<IHtmlInputElement>("input[name$='.Kind']").Select(input => input.Value).ToList();
        var (patrol, arrests) = (lines.IndexOf("patrol"), lines.IndexOf("arrests"));

        var page = await site.PostForm(form, ($"Lines[{patrol}].Many", "2"), ($"Lines[{arrests}].Many", "1.5"));

        Assert.Equal("Arrests are counted in whole numbers", page.Text(".govuk-error-summary__list"));
        Assert.Equal($"#Lines-{arrests}--Many", page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
        Assert.Equal("2", page.QuerySelector<IHtmlInputElement>($"#Lines-{patrol}--Many")!.Value);
        Assert.Equal(0, await site.With(db => db.ActivityRecords.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Yesterday_is_repeated_with_ticks()
    {
        await using var site = await TestSite.Start();
        var (me, _, _) = await Constable(site);
        await site.GivenDone(Abbey, "patrol", 2.5, daysAgo: 1, by: me, where: "Mill Lane");
        await site.GivenDone(Abbey, "asb-letters", 3, daysAgo: 1, by: me);
        var wrong = await site.GivenDone(Abbey, "arrests", 9, daysAgo: 1, by: me);
        await site.GivenDone(Abbey, "arrests", 9, daysAgo: 1, by: me, corrects: wrong, takenBack: true);
        await site.GivenDone(Abbey, "leaflets", 8, daysAgo: 2, by: me);
        Assert.Contains("The same as yesterday", (await site.Get(Urls.RecordActivity(Abbey.Code))).Text(".w-acts"), StringComparison.Ordinal);
        var form = await site.Get(Urls.RecordActivity(Abbey.Code) + "?how=repeat");
        Assert.Equal(["patrol", "asb-letters"], form.QuerySelectorAll<IHtmlInputElement>("input[name$='.Kind']").Select(input => input.Value));

        await site.PostForm(form, ("Lines[1].Tick", ""));

        var record = await site.With(db => db.ActivityRecords.SingleAsync(row => row.Day == new DateOnly(2026, 6, 15), Cancel));
        Assert.Equal(("patrol", 5, "Mill Lane"), (record.Kind, record.Halves, record.Where));
    }

    [Theory]
    [InlineData("Many", "-3", "At least 1: what was not done is not recorded")]
    [InlineData("Many", "0", "At least 1: what was not done is not recorded")]
    [InlineData("Many", "1,000,000", "1,000,000 arrests at once cannot be right: at most 100,000")]
    [InlineData("Many", "three", "\u201Cthree\u201D is not a number of arrests")]
    [InlineData("Many", "1.5", "Arrests are counted in whole numbers")]
    [InlineData("Many", "", "Say how many arrests")]
    [InlineData("Many", "11", "11 arrests at once is unusual")]
    [InlineData("Day", "2026-06-16", "16 June 2026 is still to come")]
    [InlineData("Day", "2024-06-14", "14 June 2024 is more than 2 years ago")]
    [InlineData("Day", "31/6/2026", "is not a day")]
    [InlineData("Kind", "", "Choose what was done")]
    [InlineData("Kind", "piracy", "Choose what was done")]
    [InlineData("Where", "outside Mr Smith's house", "Say where it was, and never who: leave out \u201CMr Smith")]
    [InlineData("Priority", "0196f0aa-0000-7000-8000-00000000000f", "Choose a priority of this ward")]
    [InlineData("Other", "patrol", "Choose one: Arrests above, or Patrol here")]
    public async Task Nothing_is_recorded_of(string field, string text, string error)
    {
        await using var site = await TestSite.Start();
        await Constable(site);
        var form = await site.Get(Urls.RecordActivity(Abbey.Code));

        (string Name, string Text)[] right = [("Kind", "arrests"), ("Many", "2"), ("Where", "High Road")];
        var page = await site.PostForm(form, [.. right.Where(one => one.Name != field), (field, text)]);

        Assert.Contains(error, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal(field == "Where" ? text : "High Road", page.QuerySelector<IHtmlInputElement>("input[name=Where]")!.Value);
        Assert.Equal(0, await site.With(db => db.ActivityRecords.CountAsync(Cancel)));
    }

    [Fact]
    public async Task An_unusual_number_is_asked_about_and_recorded_when_it_is_right()
    {
        await using var site = await TestSite.Start();
        await Constable(site);
        var asked = await site.PostForm(await site.Get(Urls.RecordActivity(Abbey.Code)), ("Kind", "arrests"), ("Many", "11"));
        Assert.NotNull(asked.QuerySelector("input[name=Sure]"));

        var page = await site.PostForm(asked, ("Sure", "yes"));

        Assert.Equal("Recorded for 15 June 2026: 11 arrests.", page.Text(".govuk-notification-banner__heading"));
    }

    [Theory]
    [InlineData("Suspect said he would sell on Friday", "A reference alone, such as 06/12345")]
    [InlineData("Smith", "A reference alone, such as 06/12345")]
    [InlineData("0612345678901234567890", "A reference alone, such as 06/12345")]
    [InlineData("06/12345 sells", "A reference alone, such as 06/12345")]
    public async Task Of_an_intelligence_report_nothing_is_kept_but_a_reference(string reference, string error)
    {
        await using var site = await TestSite.Start();
        await Constable(site);
        var form = await site.Get(Urls.RecordActivity(Abbey.Code));

        var page = await site.PostForm(form, ("Other", "intelligence"), ("Reference", reference));
        Assert.Contains(error, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        page = await site.PostForm(form, ("Other", "intelligence"), ("Where", "12 Mill Lane, back room"));
        Assert.Contains("only how many and a reference are kept: leave out where", page.Text(".govuk-error-summary"), StringComparison.Ordinal);

        await site.PostForm(form, ("Other", "intelligence"), ("Reference", "06/12345"));
        Assert.Equal(["06/12345"], await site.With(db => db.ActivityRecords.Select(row => row.Reference).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task A_kind_is_recorded_only_of_the_days_on_which_it_is_counted()
    {
        await using var site = await TestSite.Start();
        await Constable(site);
        await site.With(async db =>
        {
            (await db.ActivityKinds.SingleAsync(kind => kind.Code == "asbos", Cancel)).To = new(2026, 6, 1);
            db.ActivityKinds.Add(new() { Code = "drones", Group = ActivityGroup.Prevention, AskAbove = 5, From = new(2026, 6, 10) });
            db.ActivityKindNames.Add(new() { Id = Guid.CreateVersion7(), Kind = "drones", From = new(2026, 6, 10), Name = "Drone flights", One = "drone flight", Many = "drone flights", Made = site.Clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync(Cancel);
        });
        var form = await site.Get(Urls.RecordActivity(Abbey.Code));
        Assert.DoesNotContain("ASBO", form.Text("main"), StringComparison.Ordinal);

        var ended = await site.PostForm(form, ("Kind", "asbos"));
        Assert.Contains("is counted until 1 June 2026, and 15 June 2026 is not within that", ended.Text(".govuk-error-summary"), StringComparison.Ordinal);
        var before = await site.PostForm(form, ("Kind", "drones"), ("Day", "2026-06-09"));
        Assert.Contains("is counted from 10 June 2026 on, and 9 June 2026 is not within that", before.Text(".govuk-error-summary"), StringComparison.Ordinal);
        await site.PostForm(form, ("Kind", "asbos"), ("Day", "2026-06-01"));
        Assert.Equal(1, await site.With(db => db.ActivityRecords.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Another_wards_priority_and_one_that_was_closed_before_are_not_what_it_was_for()
    {
        await using var site = await TestSite.Start();
        await Constable(site);
        var ours = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"), daysAgo: 10);
        var theirs = await site.GivenPriority(Castle, await site.GivenIssue(Castle, "Dogs", "bob"), "Dogs in the park");
        var form = await site.Get(Urls.RecordActivity(Abbey.Code));
        Assert.DoesNotContain("Dogs", form.Text("select[name=Priority]"), StringComparison.Ordinal);

        Assert.Contains("Choose a priority of this ward", (await site.PostForm(form, ("Kind", "patrol"), ("Priority", $"{theirs}"))).Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Contains("was worked on at 4 June 2026", (await site.PostForm(form, ("Kind", "patrol"), ("Priority", $"{ours}"), ("Day", "2026-06-04"))).Text(".govuk-error-summary"), StringComparison.Ordinal);
        await site.PostForm(form, ("Kind", "patrol"), ("Priority", $"{ours}"));
        Assert.Equal([ours], await site.With(db => db.ActivityRecords.Select(row => row.Priority!.Value).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task What_was_planned_for_a_priority_is_named_and_nothing_of_another_wards_plan()
    {
        await using var site = await TestSite.Start();
        var (_, _, officer) = await Constable(site);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"), daysAgo: 10);
        var action = (await site.GivenAction(priority, officer)).Id;
        var ended = (await site.GivenAction(priority, officer, "Light the path", done: 3)).Id;
        var theirs = (await site.GivenAction(await site.GivenPriority(Castle, await site.GivenIssue(Castle, "Dogs", "bob")), null, "Theirs", partner: "The council")).Id;
        var form = await site.Get(Urls.RecordActivity(Abbey.Code));
        Assert.Equal(["None in particular", "Mopeds on the pavement", "Mopeds on the pavement: Ask for a gate at the alley"], form.QuerySelectorAll("select[name=Priority] option").Select(option => option.TextContent));

        Assert.Contains("Choose a priority of this ward", (await site.PostForm(form, ("Kind", "patrol"), ("Priority", $"{theirs}"))).Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Contains("Choose a priority of this ward", (await site.PostForm(form, ("Kind", "patrol"), ("Priority", $"{ended}"))).Text(".govuk-error-summary"), StringComparison.Ordinal);
        var page = await site.PostForm(form, ("Kind", "patrol"), ("Priority", $"{action}"));
        Assert.Equal([(priority, action)], (await site.With(db => db.ActivityRecords.ToListAsync(Cancel))).Select(row => (row.Priority!.Value, row.Action!.Value)));
        var record = await site.Get(page.QuerySelector<IHtmlAnchorElement>(".govuk-notification-banner__link")!.PathName);
        Assert.Contains("Mopeds on the pavement : Ask for a gate at the alley", record.Text(".govuk-summary-list"), StringComparison.Ordinal);
        Assert.Equal($"{action}", (await site.Get(Urls.CorrectActivity(Abbey.Code, await site.With(db => db.ActivityRecords.Select(row => row.Id).SingleAsync(Cancel))))).QuerySelector<IHtmlSelectElement>("select[name=Priority]")!.Value);
    }

    [Fact]
    public async Task An_officer_who_left_records_only_of_the_days_of_the_posting()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var me = await site.GivenSignedIn(Role.Constable, Abbey);
        await site.GivenPosting(await site.GivenTeam(), "Daniel Osei", "14AB", to: new(2026, 6, 10), account: me);
        var form = await site.Get(Urls.RecordActivity(Abbey.Code));

        var page = await site.PostForm(form, ("Kind", "patrol"));
        Assert.Contains("Your posting to the Abbey Neighbourhood Team ended on 10 June 2026", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        await site.PostForm(form, ("Kind", "patrol"), ("Day", "2026-06-10"));
        Assert.Equal(1, await site.With(db => db.ActivityRecords.CountAsync(Cancel)));
    }

    [Fact]
    public async Task A_ward_that_is_not_theirs_is_closed_to_them_and_an_inspector_records_for_the_team()
    {
        await using var site = await TestSite.Start();
        await Constable(site);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(Urls.RecordActivity(Castle.Code))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(Urls.WorkActivity(Castle.Code))).StatusCode);
        Assert.Null((await site.Get(Urls.WorkActivity(Castle.Code))).QuerySelector("main .govuk-button[href]"));

        await site.SignIn(await Inspector(site));
        await site.PostForm(await site.Get(Urls.RecordActivity(Abbey.Code)), ("Kind", "patrol"));
        var record = await site.With(db => db.ActivityRecords.SingleAsync(Cancel));
        Assert.NotNull(record.Team);
        Assert.Null(record.Officer);
    }

    private static async Task<Account> Inspector(TestSite site)
    {
        var account = await site.GivenAccount("Priya Nair");
        await site.GivenRole(account, Role.Inspector, TestSite.Borough("E09000002"));
        return account;
    }

    internal static async Task<(Account Me, Guid Team, Guid Officer)> Constable(TestSite site, Role role = Role.Constable)
    {
        await site.GivenFourWards();
        var me = await site.GivenSignedIn(role, Abbey);
        var team = await site.GivenTeam();
        var posting = await site.GivenPosting(team, "Amara Bello", "12AB", account: me);
        return (me, team.Id, posting.Officer);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
