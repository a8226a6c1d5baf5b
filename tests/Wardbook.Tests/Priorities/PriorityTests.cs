using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;

namespace Wardbook.Priorities;

public sealed class PriorityTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001"), Castle = TestSite.Ward("E05000003");

    [Fact]
    public async Task What_a_meeting_chose_stands_on_the_wards_page_with_its_reason_and_what_it_comes_from()
    {
        await using var site = await Start(Role.Sergeant);
        var issue = await site.GivenIssue(Abbey, "Mopeds on the High Road", "ann", "bob", "cem");

        var check = await site.Post(Urls.AdoptPriority(Abbey.Code), Asked(issue));
        Assert.Equal("Check before everybody can read it", check.Text("h1"));
        Assert.Contains("7 for, 2 against, 1 abstained", check.Text(".govuk-summary-list"), StringComparison.Ordinal);
        // Three people said it within three months.
        Assert.Contains("How many people raise it in three months: 3 when it was adopted", check.Text(".govuk-summary-list"), StringComparison.Ordinal);
        Assert.Equal(0, await site.With(db => db.Priorities.CountAsync(Cancel)));

        var adopted = await site.PostForm(check, ("Step", "adopt"));
        Assert.Equal("Safe pavements", adopted.Text("h1"));
        var page = await site.Get(Urls.Priorities(Abbey.Code));
        Assert.Equal("Safe pavements", page.Text("h2"));
        Assert.Contains("Many people are afraid to walk there", page.Text(".govuk-summary-list"), StringComparison.Ordinal);
        Assert.Contains("Mopeds on the High Road", page.Text(".govuk-summary-list"), StringComparison.Ordinal);
        Assert.Contains("Safe pavements", (await site.Get(Urls.Ward(Abbey.Code))).Text("#priorities"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_sent_twice_adopts_one_and_going_back_keeps_what_was_typed()
    {
        await using var site = await Start(Role.Sergeant);
        var check = await site.Post(Urls.AdoptPriority(Abbey.Code), Asked(await site.GivenIssue(Abbey, "Mopeds", "ann")));

        var back = await site.PostForm(check, ("Step", "change"));
        Assert.Equal("Many people are afraid to walk there", back.QuerySelector<IHtmlTextAreaElement>("textarea[name=Reason]")!.Value);

        await site.PostForm(check, ("Step", "adopt"));
        await site.PostForm(check, ("Step", "adopt"));
        Assert.Equal((1, 1), await site.With(async db => (await db.Priorities.CountAsync(Cancel), await db.PrioritySources.CountAsync(Cancel))));
    }

    [Fact]
    public async Task A_null_character_is_taken_out_of_what_was_typed()
    {
        await using var site = await Start(Role.Sergeant);
        var asked = Asked(await site.GivenIssue(Abbey, "Mopeds", "ann"));
        var check = await site.SendPhotograph(Urls.AdoptPriority(Abbey.Code), null, [.. asked.Select(field => field.Name == "Reason" ? ("Reason", "Many are\0 afraid") : field)]);

        await site.PostForm(check, ("Step", "adopt"));

        Assert.Equal("Many are afraid", await site.With(db => db.Priorities.Select(priority => priority.Reason).SingleAsync(Cancel)));
    }

    [Theory]
    [InlineData("Issues", "0196f0aa-0000-7000-8000-00000000000f", "Choose the issue or issues it comes from")]
    [InlineData("Reason", " ", "Say why the meeting chose it")]
    [InlineData("Meeting", "", "Say which meeting decided")]
    [InlineData("Adopted", "2026-06-16", "The meeting that decided it cannot lie in the future")]
    [InlineData("For", "2", "2 for and 2 against: what a meeting did not choose is no priority")]
    [InlineData("Against", "", "Give all three numbers of the vote, or none of them")]
    [InlineData("Adopted", "31 June 2026", "is not a day")]
    [InlineData("For", "seven", "The numbers of a vote are from 0 to 10,000")]
    [InlineData("Abstained", "-3", "The numbers of a vote are from 0 to 10,000")]
    [InlineData("Measure", "RecordedCrime", "Choose the kind of crime")]
    [InlineData("Measure", "Seen", "Say what somebody will look at")]
    [InlineData("JudgeBy", "2026-06-01", "It is judged after the day it is adopted")]
    public async Task Nothing_is_adopted_without(string field, string text, string error)
    {
        await using var site = await Start(Role.Sergeant);
        var asked = Asked(await site.GivenIssue(Abbey, "Mopeds", "ann"));

        var page = await site.Post(Urls.AdoptPriority(Abbey.Code), [.. asked.Where(one => one.Name != field), (field, text), ("Step", "adopt")]);

        Assert.Contains(error, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal(0, await site.With(db => db.Priorities.CountAsync(Cancel)));
        Assert.Equal("Safe pavements", page.QuerySelector<IHtmlInputElement>("input[name=Title]")!.Value);
    }

    [Fact]
    public async Task An_issue_of_another_ward_leads_to_no_priority_here()
    {
        await using var site = await Start(Role.Sergeant);
        await site.GivenIssue(Abbey, "Mopeds", "ann");

        var page = await site.Post(Urls.AdoptPriority(Abbey.Code), Asked(await site.GivenIssue(Castle, "Theirs", "bob")));

        Assert.Contains("Choose the issue or issues it comes from", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_constable_reads_it_and_changes_nothing_and_another_wards_is_not_found()
    {
        await using var site = await Start(Role.Constable);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        var theirs = await site.GivenPriority(Castle, await site.GivenIssue(Castle, "Theirs", "bob"));

        Assert.Null((await site.Get(Urls.WorkPriority(Abbey.Code, priority))).QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Post(Urls.WorkPriority(Abbey.Code, priority), ("Do", "tell"), ("Words", "Hello"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(Urls.AdoptPriority(Abbey.Code))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.WorkPriority(Abbey.Code, theirs))).StatusCode);
    }

    [Fact]
    public async Task A_meeting_judges_it_and_it_is_carried_over_and_then_closed()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));

        var page = await Judge(site, priority, "Improving", "carry", version: 1);
        Assert.Equal("A meeting on 14 June 2026 found: improving. Carried over.", page.Text(".w-lead"));

        page = await Judge(site, priority, "Resolved", "close", version: 2);
        Assert.Equal("Closed on 14 June 2026: resolved.", page.Text(".w-lead"));
        Assert.Null(page.QuerySelector("#judge"));
        Assert.Equal([1d, 1d], await site.With(db => db.Reviews.Select(review => review.Measured!.Value).ToListAsync(Cancel)));
        Assert.Contains("Residents have not been told how", (await site.Get(Urls.WorkPriorities(Abbey.Code))).Text(".w-missing"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_record_what_a_meeting_found_the_second_is_told_and_keeps_what_was_typed()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        await Judge(site, priority, "Improving", "carry", version: 1);

        var page = await Judge(site, priority, "Worse", "carry", version: 1);

        Assert.Contains("Somebody recorded what a meeting found while you wrote", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal("Fewer mopeds than in spring.", page.QuerySelector<IHtmlTextAreaElement>("textarea[name=Why]")!.Value);
        Assert.Equal(1, await site.With(db => db.Reviews.CountAsync(Cancel)));
    }

    [Fact]
    public async Task What_residents_are_told_stands_on_the_page_at_once_and_goes_to_those_whose_words_led_to_it()
    {
        await using var site = await Start(Role.Sergeant);
        var issue = await site.GivenIssue(Abbey, "Mopeds", "ann", "bob");
        await site.GivenConcern(Abbey, "Dogs", "dee");
        await site.GivenReach("ann", "ann@example.org");
        await site.GivenReach("dee", "dee@example.org");
        var priority = await site.GivenPriority(Abbey, issue);
        Assert.DoesNotContain("barriers", await site.Http.GetStringAsync(Urls.Priorities(Abbey.Code), Cancel), StringComparison.Ordinal);

        var form = await site.Get(Urls.WorkPriority(Abbey.Code, priority));
        Assert.StartsWith("You said: Mopeds.", form.QuerySelector<IHtmlTextAreaElement>("textarea[name=Words]")!.Value, StringComparison.Ordinal);
        var id = ("New", Guid.CreateVersion7().ToString());
        var page = await site.Post(Urls.WorkPriority(Abbey.Code, priority), ("Do", "tell"), ("Words", "You said mopeds. We put up barriers."), id);
        await site.Post(Urls.WorkPriority(Abbey.Code, priority), ("Do", "tell"), ("Words", "You said mopeds. We put up barriers."), id);

        Assert.Equal("Residents can read it now, and 1 person gets it by mail.", page.Text(".govuk-notification-banner__heading"));
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("We put up barriers.", await site.Http.GetStringAsync(Urls.Priorities(Abbey.Code), Cancel), StringComparison.Ordinal);
        var letter = await site.With(db => db.Letters.SingleAsync(Cancel));
        Assert.Equal("ann@example.org", letter.To);
        Assert.Contains("We put up barriers.", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_told_before_somebody_has_said_what_was_done()
    {
        await using var site = await Start(Role.Sergeant);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"));
        var draft = (await site.Get(Urls.WorkPriority(Abbey.Code, priority))).QuerySelector<IHtmlTextAreaElement>("textarea[name=Words]")!.Value;

        var page = await site.Post(Urls.WorkPriority(Abbey.Code, priority), ("Do", "tell"), ("Words", draft));

        Assert.Contains("Say what was done", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal(0, await site.With(db => db.Updates.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Without_news_for_more_than_three_months_the_public_page_says_so()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"), daysAgo: 80);
        Assert.DoesNotContain("no news", (await site.Get(Urls.Ward(Abbey.Code))).Text("#priorities"), StringComparison.Ordinal);

        await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Dogs", "bob"), "Dogs", daysAgo: 120);
        site.Clock.Advance(TimeSpan.FromHours(1));

        var page = (await site.Get(Urls.Ward(Abbey.Code))).Text("#priorities");
        Assert.Contains("There has been no news of this priority since 15 February 2026, which is longer than 3 months.", page, StringComparison.Ordinal);
        Assert.Contains("It was to be judged by 16 May 2026, and has not been yet.", page, StringComparison.Ordinal);
    }

    private static async Task<TestSite> Start(Role role)
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenSignedIn(role, Abbey);
        return site;
    }

    private static (string Name, string Text)[] Asked(Guid issue) =>
    [
        ("Issues", $"{issue}"), ("Title", "Safe pavements"), ("Reason", "Many people are afraid to walk there"), ("Meeting", "the ward panel in the library"), ("Adopted", "2026-06-14"),
        ("For", "7"), ("Against", "2"), ("Abstained", "1"), ("Measure", "PeopleWhoRaisedIt"), ("JudgeBy", "2026-09-30"), ("New", "0196f0aa-0000-7000-8000-000000000002"),
    ];

    private static Task<IDocument> Judge(TestSite site, Guid priority, string verdict, string then, int version) => site.Post(Urls.WorkPriority(Abbey.Code, priority),
        ("Do", "judge"), ("Verdict", verdict), ("Why", "Fewer mopeds than in spring."), ("Meeting", "the ward panel"), ("Day", "2026-06-14"), ("Then", then), ("Version", $"{version}"), ("New", $"{Guid.CreateVersion7()}"),
        ("Assessment", then == "close" ? "The barriers keep them off the pavement." : ""), ("Assessed", "0"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
