using System.Net;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;

namespace Wardbook.Engagement;

public sealed class ActivityPagesTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001");

    private static readonly string Briefing = TestSite.KindId("engagement", "street-briefing").ToString();

    [Fact]
    public async Task Planned_advertised_held_and_told_of_and_public_only_from_when_it_is_advertised()
    {
        await using var site = await Start();
        var traders = await site.GivenCommunity("Market traders");
        var id = Guid.CreateVersion7();
        await site.Post(Urls.PlanActivity(Abbey.Code, id), Plan("2026-06-20"));
        var secret = await site.GetText(Urls.Meet(Abbey.Code));
        await site.Post(Urls.ActOnActivity(Abbey.Code, id, "advertise"), ("Version", "1"));
        var open = await site.Get(Urls.Meet(Abbey.Code));
        site.Clock.Advance(TimeSpan.FromDays(5));
        await site.SignIn(await site.With(db => db.Accounts.SingleAsync(Cancel)));
        var due = await site.Get(Urls.Engagement(Abbey.Code));
        await site.Post(Urls.ActOnActivity(Abbey.Code, id, "held"), ("Version", "2"), ("Attendance", "23"), ("Reached", traders.Id.ToString()), ("Partners", "Council wardens"), ("After", "Lamps will be mended"));
        var after = await site.Get(Urls.Meet(Abbey.Code));

        Assert.DoesNotContain("Briefing at the library", secret, StringComparison.Ordinal);
        Assert.Contains("Saturday 20 June 2026, 6pm to 7.30pm", open.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Was it held?", due.Text("main"), StringComparison.Ordinal);
        Assert.Contains("23 people came. Lamps will be mended", after.Text("#held ~ ul"), StringComparison.Ordinal);
        Assert.DoesNotContain("for us alone", after.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Market traders", (await site.Get(Urls.Activity(Abbey.Code, id))).Text("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ends", "17:00", "The end must be later on the same day")]
    [InlineData("Starts", "", "It has an end and no beginning")]
    [InlineData("Starts", "25:99", "is not a time")]
    [InlineData("Day", "2031-01-01", "within two years of today")]
    [InlineData("Where", "", "Say where it is")]
    public async Task A_wrong_plan_is_refused_in_words_with_what_was_typed(string field, string typed, string words)
    {
        await using var site = await Start();

        var page = await site.Post(Urls.PlanActivity(Abbey.Code, Guid.CreateVersion7()), Plan("2026-06-20", (field, typed)));

        Assert.Contains(words, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal("Briefing at the library", page.QuerySelector("#Title")!.GetAttribute("value"));
        Assert.Equal(0, await site.With(db => db.EngagementActivities.CountAsync(Cancel)));
    }

    [Theory]
    [InlineData("2026-06-16", "5", "What has not been cannot have been held")]
    [InlineData("2026-06-14", "-3", "must be a whole number from 0")]
    [InlineData("2026-06-14", "a few", "must be a whole number from 0")]
    public async Task Held_tomorrow_or_attended_by_minus_three_is_refused(string day, string attendance, string words)
    {
        await using var site = await Start();
        var activity = await site.GivenActivity("Briefing", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        var page = await site.Post(Urls.ActOnActivity(Abbey.Code, activity.Id, "held"), ("Version", "1"), ("Attendance", attendance));

        Assert.Contains(words, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Null(await site.With(db => db.EngagementActivities.Select(row => row.Held).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task Nobody_counted_is_not_the_same_as_nobody_came()
    {
        await using var site = await Start();
        var (one, other) = (await site.GivenActivity("Briefing", new(2026, 6, 1)), await site.GivenActivity("Surgery", new(2026, 6, 2), kind: "surgery"));

        await site.Post(Urls.ActOnActivity(Abbey.Code, one.Id, "held"), ("Version", "1"), ("Attendance", ""));
        await site.Post(Urls.ActOnActivity(Abbey.Code, other.Id, "held"), ("Version", "1"), ("Attendance", "0"));

        Assert.Contains("2 held; 0 people at the 1 where somebody counted", (await site.Get(Urls.Engagement(Abbey.Code))).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_double_click_is_one_and_the_same_again_a_day_later_is_asked_about()
    {
        await using var site = await Start();
        var form = Urls.PlanActivity(Abbey.Code, Guid.CreateVersion7());
        await site.Post(form, Plan("2026-06-20"));
        await site.Post(form, Plan("2026-06-20"));
        var next = Urls.PlanActivity(Abbey.Code, Guid.CreateVersion7());

        var asked = await site.Post(next, Plan("2026-06-21"));
        Assert.Equal(1, await site.With(db => db.EngagementActivities.CountAsync(Cancel)));
        await site.Post(next, Plan("2026-06-21", ("Another", "yes")));

        Assert.Contains("There is Briefing at the library on 20 June 2026 already", asked.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal(2, await site.With(db => db.EngagementActivities.CountAsync(Cancel)));
    }

    [Fact]
    public async Task A_series_is_made_at_once_and_one_of_it_is_moved_or_called_off_alone()
    {
        await using var site = await Start();
        var form = Urls.PlanActivity(Abbey.Code, Guid.CreateVersion7());
        (string, string)[] typed = Plan("2026-07-07", ("Repeat", "month"), ("Until", "2026-12-31"), ("Advertise", "yes"));
        var made = await site.Post(form, typed);
        await site.Post(form, typed);
        var all = await site.With(db => db.EngagementActivities.OrderBy(row => row.Day).ToListAsync(Cancel));

        await site.Post(Urls.PlanActivity(Abbey.Code, all[1].Id), Plan("2026-08-11", ("Version", "1")));
        await site.Post(Urls.ActOnActivity(Abbey.Code, all[3].Id, "cancel"), ("Version", "1"), ("Why", "The library is closed"), ("All", "yes"));
        var rows = await site.With(db => db.EngagementActivities.OrderBy(row => row.SeriesDay).ToListAsync(Cancel));

        Assert.Contains("6 activities are planned, the first Tuesday of the month", made.Text("main"), StringComparison.Ordinal);
        Assert.Equal(["07-07", "08-11", "09-01", "10-06", "11-03", "12-01"], rows.Select(row => row.Day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal([false, false, false, true, true, true], rows.Select(row => row.State == ActivityState.Cancelled));
        Assert.Contains("moved from 4 August 2026", (await site.Get(Urls.Activity(Abbey.Code, all[1].Id))).Text("main"), StringComparison.Ordinal);
        var restored = await site.Post(Urls.ActOnActivity(Abbey.Code, all[4].Id, "restore"), ("Version", "2"));
        Assert.Contains("advertised", restored.Text("main"), StringComparison.Ordinal);
    }

    /// <summary>Read back by the library: half past six on a summer evening in London is half past five by universal time.</summary>
    [Fact]
    public async Task A_calendar_program_reads_what_is_advertised_and_what_was_called_off()
    {
        await using var site = await Start();
        await site.GivenActivity("Briefing, at the \"Old\" library; all welcome", new(2026, 7, 1), advertised: true);
        await site.GivenActivity("Nobody's business", new(2026, 7, 2));
        var off = await site.GivenActivity("Coffee", new(2026, 7, 3), advertised: true);
        await site.Post(Urls.ActOnActivity(Abbey.Code, off.Id, "cancel"), ("Version", "1"), ("Why", "Flooded"));
        site.SignOut();

        using var answer = await site.Http.GetAsync($"{Urls.Meet(Abbey.Code)}.ics", Cancel);
        var calendar = Ical.Net.Calendar.Load(await answer.Content.ReadAsStringAsync(Cancel))!;

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["Briefing, at the \"Old\" library; all welcome", "Called off: Coffee"], calendar.Events.Select(one => one.Summary));
        Assert.Equal(["CONFIRMED", "CANCELLED"], calendar.Events.Select(one => one.Status));
        Assert.Equal(new DateTime(2026, 7, 1, 17, 0, 0, DateTimeKind.Utc), calendar.Events[0]!.Start!.AsUtc);
    }

    [Fact]
    public async Task Two_people_who_change_one_plan_lose_nothing()
    {
        await using var site = await Start();
        var activity = await site.GivenActivity("Briefing at the library", new(2026, 6, 20));
        var form = Urls.PlanActivity(Abbey.Code, activity.Id);
        await site.Post(form, Plan("2026-06-20", ("Before", "About bicycles"), ("Version", "1")));

        var clash = await site.Post(form, Plan("2026-06-20", ("Before", "About mopeds"), ("Version", "1")));

        Assert.Contains("About bicycles", clash.Text(".w-clash"), StringComparison.Ordinal);
        Assert.Equal("About mopeds", clash.QuerySelector("#Before")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_rota_says_who_runs_each_surgery_and_which_has_nobody()
    {
        await using var site = await Start();
        var posting = await site.GivenPosting(await site.GivenTeam(), "Priya Nair", "13AB");
        await site.GivenActivity("Mosque surgery", new(2026, 7, 1), kind: "surgery");
        var other = await site.GivenActivity("Hospital surgery", new(2026, 7, 2), kind: "surgery");
        await site.Post(Urls.PlanActivity(Abbey.Code, other.Id), Plan("2026-07-02", ("Title", "Hospital surgery"), ("RunBy", posting.Id.ToString()), ("Version", "1"), ("Kind", other.Kind.ToString())));

        var rota = (await site.Get(Urls.Engagement(Abbey.Code))).Text("#rota ~ .w-scroll");

        Assert.Contains("nobody yet", rota, StringComparison.Ordinal);
        Assert.Contains("Priya Nair", rota, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_activity_of_another_ward_is_not_found_and_a_reader_changes_nothing()
    {
        await using var site = await Start();
        var other = await site.GivenActivity("Castle briefing", new(2026, 6, 20), TestSite.Ward("E05000003"));

        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.Activity(Abbey.Code, other.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.PlanActivity(Abbey.Code, other.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(Urls.PlanActivity(TestSite.Ward("E05000003").Code, other.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(Urls.Activity(TestSite.Ward("E05000003").Code, other.Id))).StatusCode);
    }

    [Fact]
    public async Task The_ward_page_shows_the_next_dates()
    {
        await using var site = await Start();
        await site.GivenActivity("Briefing at the library", new(2026, 6, 20), advertised: true);
        site.SignOut();

        Assert.Contains("Saturday 20 June, 6pm to 7pm: Briefing at the library, Outside the library", (await site.Get(Urls.Ward(Abbey.Code))).Text("#meet"), StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static (string, string)[] Plan(string day, params (string Field, string Text)[] other)
    {
        Dictionary<string, string> all = new()
        {
            ["Kind"] = Briefing,
            ["Title"] = "Briefing at the library",
            ["Day"] = day,
            ["Starts"] = "18:00",
            ["Ends"] = "19:30",
            ["Where"] = "Outside the library",
            ["Notes"] = "for us alone",
            ["Version"] = "0",
        };
        foreach (var (field, text) in other)
        {
            all[field] = text;
        }

        return [.. all.Select(one => (one.Key, one.Value))];
    }

    private static async Task<TestSite> Start()
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenSignedIn(Role.Constable, Abbey);
        return site;
    }
}
