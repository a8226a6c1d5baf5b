using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Engagement;

namespace Wardbook.Activity;

/// <summary>What was held is counted once, by itself. Today is 15 June 2026, a Monday.</summary>
public sealed class HeldTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001");

    [Fact]
    public async Task A_meeting_that_was_held_is_one_meeting_and_everybody_who_came_however_often_it_is_said()
    {
        await using var site = await Start();
        var meeting = await site.GivenActivity("Meeting in the hall", new(2026, 6, 14), kind: "public-meeting");

        var page = await Held(site, meeting, "23");
        await Held(site, meeting, "23");

        Assert.Equal(["1 meeting", "23 people attending"], page.QuerySelectorAll(".govuk-summary-list li a").Select(link => link.TextContent));
        Assert.Equal(["2026-06: attendance 23, meetings 1"], await Months(site));
        Assert.Equal([("attendance", "Outside the library"), ("meetings", "Outside the library")], (await site.With(db => db.ActivityRecords.OrderBy(row => row.Kind).ToListAsync(Cancel))).Select(row => (row.Kind, row.Where!)));
        Assert.All(await site.With(db => db.ActivityRecords.ToListAsync(Cancel)), record => Assert.NotNull(record.Team));
    }

    [Theory]
    [InlineData("street-briefing", "2026-06: street-briefings 1")]
    [InlineData("have-a-say", "2026-06: have-a-say 1")]
    [InlineData("mapping", "2026-06: have-a-say 1")]
    [InlineData("surgery", "2026-06: surgeries 1")]
    [InlineData("school-visit", "2026-06: school-visits 1")]
    [InlineData("kin-interview", "2026-06: kin-interviews 1")]
    [InlineData("coffee", "2026-06: attendance 7, meetings 1")]
    [InlineData("eva", null)]
    public async Task Each_kind_counts_as_the_force_says(string kind, string? counted)
    {
        await using var site = await Start();
        await Held(site, await site.GivenActivity("Something", new(2026, 6, 14), kind: kind), "7");

        Assert.Equal(counted is null ? [] : [counted], await Months(site));
    }

    [Fact]
    public async Task How_many_came_is_put_right_and_nobody_counted_is_nobody_counted()
    {
        await using var site = await Start();
        var meeting = await site.GivenActivity("Meeting in the hall", new(2026, 6, 14), kind: "public-meeting");
        await Held(site, meeting, "23");

        await Held(site, meeting, "25");
        Assert.Equal(["2026-06: attendance 25, meetings 1"], await Months(site));
        await Held(site, meeting, "");
        Assert.Equal(["2026-06: meetings 1"], await Months(site));
        await Held(site, meeting, "9");
        Assert.Equal(["2026-06: attendance 9, meetings 1"], await Months(site));
        Assert.Equal((4, 1), await site.With(async db => (await db.ActivityRecords.CountAsync(row => row.Kind == "attendance", Cancel), await db.ActivityRecords.CountAsync(row => row.Kind == "meetings", Cancel))));
    }

    [Fact]
    public async Task What_was_not_held_after_all_counts_for_nothing_until_it_is_held()
    {
        await using var site = await Start();
        var meeting = await site.GivenActivity("Meeting in the hall", new(2026, 6, 14), kind: "public-meeting");
        await Held(site, meeting, "23");

        var page = await site.Post(Urls.ActOnActivity(Abbey.Code, meeting.Id, "not-held"), ("Version", "2"));
        await site.Post(Urls.ActOnActivity(Abbey.Code, meeting.Id, "not-held"), ("Version", "2"));
        Assert.Contains("What was counted of it is taken back", page.Text(".govuk-notification-banner"), StringComparison.Ordinal);
        Assert.Empty(await Months(site));
        await site.Post(Urls.ActOnActivity(Abbey.Code, meeting.Id, "cancel"), ("Version", "3"), ("Why", "The hall was locked"));
        Assert.Empty(await Months(site));
        await site.Post(Urls.ActOnActivity(Abbey.Code, meeting.Id, "restore"), ("Version", "4"));
        await Held(site, meeting, "23");

        Assert.Equal(["2026-06: attendance 23, meetings 1"], await Months(site));
        Assert.Equal(6, await site.With(db => db.ActivityRecords.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Moved_to_another_day_or_said_to_be_of_another_kind_it_counts_there_and_no_more_here()
    {
        await using var site = await Start();
        var meeting = await site.GivenActivity("Meeting in the hall", new(2026, 6, 14), kind: "public-meeting");
        await Held(site, meeting, "23");

        await Changed(site, meeting, ("Day", "2026-05-31"));
        Assert.Equal(["2026-05: attendance 23, meetings 1"], await Months(site));
        await Changed(site, meeting, ("Kind", TestSite.KindId("engagement", "surgery").ToString()));
        Assert.Equal(["2026-05: surgeries 1"], await Months(site));
        await Changed(site, meeting, ("Kind", meeting.Kind.ToString()), ("Day", "2026-06-13"));
        Assert.Equal(["2026-06: attendance 23, meetings 1"], await Months(site));
        var future = await Changed(site, meeting, ("Day", "2026-06-16"));

        Assert.Contains("It was held, so the day cannot be after today", future.Text(".govuk-error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_who_say_so_at_one_moment_it_counts_once()
    {
        await using var site = await Start();
        var meeting = await site.GivenActivity("Meeting in the hall", new(2026, 6, 14), kind: "public-meeting");

        var form = await site.Get(Urls.ActOnActivity(Abbey.Code, meeting.Id, "held"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => site.PostForm(form, ("Attendance", "23"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(["2026-06: attendance 23, meetings 1"], await Months(site));
        Assert.Equal(2, await site.With(db => db.ActivityRecords.CountAsync(Cancel)));
    }

    [Fact]
    public async Task What_was_marked_held_before_was_recorded_by_hand_and_is_left_alone()
    {
        await using var site = await Start();
        var meeting = await site.GivenActivity("Meeting in the hall", new(2026, 6, 14), kind: "public-meeting", attended: 12);
        await site.GivenDone(Abbey, "meetings", daysAgo: 1);

        var page = await Held(site, meeting, "13");

        Assert.Equal(["2026-06: meetings 1"], await Months(site));
        Assert.Contains("nothing: it was marked held before that was so", page.Text(".govuk-summary-list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_shown_with_its_activity_is_put_right_there_alone_and_is_not_offered_to_be_repeated()
    {
        await using var site = await Start();
        var briefing = await site.GivenActivity("Briefing at the library", new(2026, 6, 14));
        await Held(site, briefing, "23");
        var record = await site.With(db => db.ActivityRecords.Select(row => row.Id).SingleAsync(Cancel));

        var list = await site.Get(Urls.WorkActivity(Abbey.Code));
        Assert.Equal(Urls.Activity(Abbey.Code, briefing.Id), list.QuerySelectorAll("#records tbody a").Single(link => link.TextContent == "Briefing at the library").GetAttribute("href"));
        var shown = await site.Get(Urls.ActivityRecord(Abbey.Code, record));
        Assert.Null(shown.QuerySelector("main a.govuk-button"));
        Assert.Contains("Briefing at the library, which was recorded under Engagement. It is put right there", shown.Text(".govuk-summary-list"), StringComparison.Ordinal);
        Assert.Null((await site.Get(Urls.CorrectActivity(Abbey.Code, record))).QuerySelector("main form"));
        var refused = await site.Post(Urls.CorrectActivity(Abbey.Code, record), ("Do", "take-back"));
        Assert.Contains("is put right there", refused.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal(["2026-06: street-briefings 1"], await Months(site));

        var form = await site.Get(Urls.RecordActivity(Abbey.Code));
        Assert.Contains("is counted by itself (talks with key individuals, meetings, people attending, street briefings", form.Text("main"), StringComparison.Ordinal);
        Assert.Contains("There is nothing to repeat", (await site.Get(Urls.RecordActivity(Abbey.Code) + "?how=repeat")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_force_says_as_what_it_counts_from_a_day_on()
    {
        await using var site = await Start();
        var (walk, youth) = (TestSite.KindId("engagement", "eva").ToString(), TestSite.KindId("engagement", "youth").ToString());
        await site.GivenSignedIn(Role.Administrator);
        await site.PostForm(await site.Get(Urls.ActivityKind("new")), ("Name", "Walks"), ("One", "walk"), ("Many", "walks"), ("From", "2026-06-01"), ("Group", "Communication"), ("AskAbove", "5"), ("Held", walk));
        var youths = await site.PostForm(await site.Get(Urls.ActivityKind("attendance")), ("Held", youth), ("Part", "People"));
        Assert.Contains("Youth activity", youths.Text("#kinds"), StringComparison.Ordinal);
        await site.PostForm(await site.Get(Urls.ActivityKind("attendance")), ("Held", youth), ("Part", "People"));
        await site.GivenSignedIn(Role.Constable, Abbey);
        foreach (var (kind, day) in new[] { ("eva", 14), ("eva", 15), ("youth", 14), ("youth", 15) })
        {
            await Held(site, await site.GivenActivity($"{kind} of {day} June", new(2026, 6, day), kind: kind), "30");
        }

        Assert.Equal(["2026-06: attendance 30, walks 1"], await Months(site));
        Assert.Equal(1, await site.With(db => db.HeldCounts.CountAsync(row => row.Kind == "attendance" && row.To == null, Cancel)));
    }

    /// <summary>Says that it was held, from the version that stands now.</summary>
    private static async Task<IDocument> Held(TestSite site, EngagementActivity activity, string attendance) =>
        await site.PostForm(await site.Get(Urls.ActOnActivity(Abbey.Code, activity.Id, "held")), ("Attendance", attendance));

    private static async Task<IDocument> Changed(TestSite site, EngagementActivity activity, params (string Name, string Text)[] fields) =>
        await site.PostForm(await site.Get(Urls.PlanActivity(Abbey.Code, activity.Id)), fields);

    /// <summary>What counts, month by month, after it was proved that it is the sum of the records.</summary>
    private static async Task<IEnumerable<string>> Months(TestSite site)
    {
        var check = await site.Run("check");
        Assert.True(check.ExitCode == 0, check.Output + check.Messages);
        var totals = await site.With(db => db.ActivityTotals.Where(row => row.Step == Step.Month && row.Records != 0).OrderBy(row => row.From).ThenBy(row => row.Kind).ToListAsync(Cancel));
        return totals.GroupBy(row => row.From).Select(month => string.Create(CultureInfo.InvariantCulture, $"{month.Key:yyyy-MM}: {string.Join(", ", month.Select(row => $"{row.Kind} {new Amount(row.Halves)}"))}"));
    }

    private static async Task<TestSite> Start()
    {
        var site = await TestSite.Start();
        await RecordingTests.Constable(site);
        return site;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
