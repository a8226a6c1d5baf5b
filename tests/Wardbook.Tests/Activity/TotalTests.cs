using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Activity.Totals;
using Wardbook.Places;

namespace Wardbook.Activity;

/// <summary>What was done, added up. Today is 15 June 2026, a Monday; the financial year began on 1 April. Sums are reckoned by hand.</summary>
public sealed class TotalTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001"), Bridge = TestSite.Ward("E05000002"), Castle = TestSite.Ward("E05000003");
    private static readonly PlaceCode Northborough = PlaceCode.Parse("E09000002"), Met = PlaceCode.Parse("metropolitan");

    [Fact]
    public async Task A_wards_records_add_up_by_kind_for_each_person_posted_and_per_1000_people()
    {
        await using var site = await TestSite.Start();
        var (_, team, _) = await Three(site);
        await site.GivenPeople(4_000, 2026);
        await site.GivenDone(Abbey, "patrol", 6, daysAgo: 0, team: team);
        await site.GivenDone(Abbey, "patrol", 1.5, daysAgo: 75, team: team);
        await site.GivenDone(Abbey, "patrol", 100, daysAgo: 76, team: team);
        var wrong = await site.GivenDone(Abbey, "arrests", 7, daysAgo: 3, team: team);
        await site.GivenDone(Abbey, "arrests", 2, daysAgo: 3, team: team, corrects: wrong);
        await site.GivenDone(Bridge, "arrests", 50, daysAgo: 3);

        // 15 June less 75 days is 1 April, the first day of the year; less 76 is outside it.
        var lines = await Csv(site, Urls.ActivityTotals(Abbey.Code), "kinds");

        // Three people were posted all the time: 7.5 hours are 2.5 each; per 1,000 of 4,000 people 1.875.
        Assert.Equal(["Arrests,Enforcement,2,1,0.6666666666666666,0.5", "Patrol,Prevention,7.5,2,2.5,1.875"], lines.Skip(1));
        var page = await site.Get(Urls.ActivityTotals(Abbey.Code));
        Assert.Contains("on average 3.0 people were posted 1 April 2026 to 15 June 2026", page.Text("main p.w-small"), StringComparison.Ordinal);
        Assert.Contains("4,000 residents in 2026", page.Text("main p.w-small"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Day", "2026-06-14", "2026-06-15", "14 June 2026,2026-06-14,2026-06-14,0|15 June 2026,2026-06-15,2026-06-15,1")]
    [InlineData("Week", "2026-06-10", "2026-06-15", "10 June 2026 to 14 June 2026,2026-06-10,2026-06-14,2|15 June 2026,2026-06-15,2026-06-15,1")]
    [InlineData("Month", "2026-05-20", "2026-06-15", "20 May 2026 to 31 May 2026,2026-05-20,2026-05-31,4|1 June 2026 to 15 June 2026,2026-06-01,2026-06-15,11")]
    [InlineData("Month", "2026-04-01", "2026-06-15", "April 2026,2026-04-01,2026-04-30,16|May 2026,2026-05-01,2026-05-31,4|1 June 2026 to 15 June 2026,2026-06-01,2026-06-15,11")]
    [InlineData("Quarter", "2026-01-01", "2026-06-15", "January to March 2026,2026-01-01,2026-03-31,32|1 April 2026 to 15 June 2026,2026-04-01,2026-06-15,31")]
    [InlineData("Year", "2025-06-15", "2026-06-15", "15 June 2025 to 31 March 2026,2025-06-15,2026-03-31,96|1 April 2026 to 15 June 2026,2026-04-01,2026-06-15,31")]
    public async Task They_are_cut_by_day_week_month_quarter_and_financial_year(string by, string from, string to, string expected)
    {
        await using var site = await TestSite.Start();
        await Three(site);
        // One more each time, in powers of two: today, 14 June less three days, 7 June, 20 May, 1 April, 31 March, 15 June a year ago, and the day before that.
        foreach (var (daysAgo, many) in new[] { (0, 1), (4, 2), (8, 8), (26, 4), (75, 16), (76, 32), (365, 64), (366, 128) })
        {
            await site.GivenDone(Abbey, "arrests", many, daysAgo);
        }

        var lines = await Csv(site, Urls.ActivityTotals(Abbey.Code), "steps", $"&by={by}&from={from}&to={to}&kind=arrests");

        Assert.Equal(expected, string.Join('|', lines.Skip(1)));
    }

    [Fact]
    public async Task A_boroughs_and_a_forces_totals_are_the_sums_of_their_wards()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenSignedIn(Role.Analyst, TestSite.Force);
        await site.GivenDone(Abbey, "arrests", 3);
        await site.GivenDone(Bridge, "arrests", 4, daysAgo: 20);
        await site.GivenDone(Castle, "arrests", 5, daysAgo: 40);

        Assert.StartsWith("Arrests,Enforcement,7,2,", (await Csv(site, Urls.PlaceActivity(Northborough), "kinds"))[1], StringComparison.Ordinal);
        Assert.StartsWith("Arrests,Enforcement,12,3,", (await Csv(site, Urls.PlaceActivity(Met), "kinds"))[1], StringComparison.Ordinal);
        Assert.Equal(["Abbey ward,3", "Bridge ward,4", "Castle ward,5", "Dock ward,0"], (await Csv(site, Urls.PlaceActivity(Met), "parts")).Skip(1).Select(line => string.Join(',', line.Split(',').Take(2))));
        var page = await site.Get(Urls.PlaceActivity(Met));
        Assert.Equal("What was done in Metropolitan Police Service, ward by ward", page.Text("h1"));
        var json = JsonDocument.Parse(await site.GetText(Urls.PlaceActivity(Met) + ".json"));
        Assert.Equal(12, json.RootElement.GetProperty("rows")[0].GetProperty("amount").GetDouble());
    }

    [Fact]
    public async Task A_month_that_is_not_usual_is_named_and_before_the_first_record_nothing_is_nought()
    {
        await using var site = await TestSite.Start();
        await Three(site);
        var first = new DateOnly(2024, 11, 10);
        // Twelve whole months of two, beginning after the one of the first record; then 8, which seven or fewer of a mean of two hardly ever exceed.
        for (var month = 0; month <= 18; month++)
        {
            await site.GivenDone(Abbey, "arrests", month == 14 ? 8 : 2, new DateOnly(2026, 6, 15).DayNumber - first.AddMonths(month).DayNumber);
        }

        var page = await site.Get(Urls.ActivityTotals(Abbey.Code) + "?by=Month&from=2024-10-01&to=2026-06-15&kind=arrests");

        Assert.Contains("Not usual: January 2026 (8, usually 0 to 7). Worth asking why.", page.Text("figure figcaption"), StringComparison.Ordinal);
        Assert.Equal("more than usual", page.QuerySelectorAll("figure tbody tr").Single(row => row.TextContent.StartsWith("January 2026", StringComparison.Ordinal)).LastElementChild!.TextContent);
        var lines = await Csv(site, Urls.ActivityTotals(Abbey.Code), "steps", "&by=Month&from=2024-10-01&to=2026-06-15&kind=arrests");
        Assert.EndsWith(",", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",2", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?from=2026-06-16&to=2026-06-17", "17 June 2026 is still to come")]
    [InlineData("?from=2026-06-10&to=2026-06-01", "The last day must be on or after the first")]
    [InlineData("?by=Day&from=2026-01-01", "By day at most 92 days fit on a page")]
    [InlineData("?by=Week&from=2023-01-01", "By week at most 106 weeks fit on a page")]
    [InlineData("?from=2010-01-01", "At most 10 years back")]
    [InlineData("?from=yesterday", "is not a day")]
    public async Task What_cannot_be_asked_is_said_and_this_year_is_shown(string query, string error)
    {
        await using var site = await TestSite.Start();
        await Three(site);
        await site.GivenDone(Abbey, "arrests", 3);

        var page = await site.Get(Urls.ActivityTotals(Abbey.Code) + query);

        Assert.Contains(error, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal("1 April 2026 to 15 June 2026", page.Text("#kinds"));
    }

    [Fact]
    public async Task Comparing_is_for_those_who_may_and_a_ward_is_no_place_to_compare()
    {
        await using var site = await TestSite.Start();
        await Three(site);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(Urls.ActivityTotals(Abbey.Code))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(Urls.PlaceActivity(Northborough))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(Urls.PlacePriorities(Northborough))).StatusCode);

        await site.GivenSignedIn(Role.Inspector, TestSite.Borough("E09000002"));
        Assert.Equal(HttpStatusCode.OK, (await site.Get(Urls.PlaceActivity(Northborough))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.PlaceActivity(Abbey.Code))).StatusCode);
        Assert.Contains("The wards of Northborough beside each other", (await site.Get(Urls.ActivityTotals(Abbey.Code))).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Totals_that_differ_from_the_records_are_named_and_mended_when_asked()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenDone(Abbey, "arrests", 3);
        await site.GivenDone(Abbey, "patrol", 1.5, daysAgo: 40);
        await site.GivenDone(Castle, "patrol", 1.5);
        var right = await site.Run("check");
        Assert.Equal(0, right.ExitCode);
        Assert.Contains("Checked 9 totals of 3 records of activity: everything agrees.", right.Messages, StringComparison.Ordinal);
        await site.With(db => db.ActivityTotals.Where(total => total.Kind == "arrests" && total.Step == Step.Week).ExecuteUpdateAsync(set => set.SetProperty(total => total.Halves, 8).SetProperty(total => total.Records, 2)));
        await site.With(db => db.ActivityTotals.Where(total => total.Kind == "patrol" && total.Step == Step.Day && total.PlaceCode == Abbey.Code).ExecuteDeleteAsync());

        var found = await site.Run("check");
        Assert.Equal(1, found.ExitCode);
        Assert.Equal(
            [
                "ward E05000001: 2 totals of activity differ from the records, first patrol in the day from 2026-05-06: too small by 1.5 in 1 records",
                "borough E09000002: 2 totals of activity differ from those of its wards, first patrol in the day from 2026-05-06: too great by 1.5 in 1 records",
            ],
            found.Output.ReplaceLineEndings("\n").Trim().Split('\n'));
        Assert.Equal(0, (await site.Run("check", "--rebuild")).ExitCode);
        Assert.Equal(0, (await site.Run("check")).ExitCode);
        var mended = await site.With(db => db.ActivityTotals.AsNoTracking().SingleAsync(total => total.Kind == "arrests" && total.Step == Step.Week, Cancel));
        Assert.Equal((6L, 1), (mended.Halves, mended.Records));
    }

    [Fact]
    public async Task Residents_read_what_was_done_in_the_12_months_to_yesterday_and_nothing_of_intelligence()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        Assert.Null((await site.Get(Urls.Ward(Abbey.Code))).QuerySelector("#done"));
        await site.GivenDone(Abbey, "patrol", 2.5, daysAgo: 1);
        await site.GivenDone(Abbey, "patrol", 2, daysAgo: 365);
        await site.GivenDone(Abbey, "patrol", 50, daysAgo: 366);
        await site.GivenDone(Abbey, "arrests", 1, daysAgo: 100);
        await site.GivenDone(Abbey, "arrests", 9, daysAgo: 0);
        await site.GivenDone(Abbey, "intelligence", 4, daysAgo: 5);
        site.Clock.Advance(TimeSpan.FromHours(1));

        var done = (await site.Get(Urls.Ward(Abbey.Code))).QuerySelector("#done")!;

        Assert.Equal(["1 arrest", "4.5 patrol hours"], done.QuerySelectorAll("li").Select(item => item.TextContent));
        Assert.Contains("In the 12 months to 14 June 2026", done.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Priorities_are_counted_by_what_they_are_about_and_each_once_in_the_last_line()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenSignedIn(Role.Sergeant, Abbey);
        var open = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"), daysAgo: 10);
        var closed = await site.GivenPriority(Bridge, await site.GivenIssue(Bridge, "Scooters", "bob"), daysAgo: 100);
        await site.GivenPriority(Castle, await site.GivenIssue(Castle, "Theirs", "cem"));
        await site.With(async db =>
        {
            var priority = await db.Priorities.SingleAsync(row => row.Id == closed, Cancel);
            var review = new Priorities.Review { Id = Guid.CreateVersion7(), Priority = closed, Day = new(2026, 6, 1), Meeting = "panel", Verdict = Priorities.Verdict.Resolved, Why = "Gone", Closes = true, Made = site.Clock.GetUtcNow().UtcDateTime };
            priority.Judge(review);
            db.Reviews.Add(review);
            await db.SaveChangesAsync(Cancel);
        });
        await site.GivenDone(Abbey, "patrol", 1, daysAgo: 3, priority: open);
        var taken = await site.GivenDone(Abbey, "patrol", 1, daysAgo: 1, priority: open);
        await site.GivenDone(Abbey, "patrol", 1, daysAgo: 1, priority: open, corrects: taken, takenBack: true);
        Assert.Equal([(open, (DateOnly?)new(2026, 6, 12))], (await site.With(db => LatestActivity.Find(db, [Abbey, Bridge], Cancel))).Select(one => (one.Key, one.Value)));

        await site.GivenSignedIn(Role.Inspector, TestSite.Borough("E09000002"));
        var lines = (await site.GetText(Urls.PlacePriorities(Northborough) + ".csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("All priorities,1,1,1,1,,", lines[^1]);
        Assert.Equal(3, lines.Length);
        Assert.Contains("1 of 2 wards had an open priority at the end", (await site.Get(Urls.PlacePriorities(Northborough))).Text("main"), StringComparison.Ordinal);
    }

    /// <summary>Three people posted to the team of Abbey; the reader is a constable of it.</summary>
    private static async Task<(Account Me, Guid Team, Guid Officer)> Three(TestSite site)
    {
        var found = await RecordingTests.Constable(site);
        var team = await site.With(db => db.Teams.SingleAsync(Cancel));
        await site.GivenPosting(team, "Priya Nair", "13AB", "pcso");
        await site.GivenPosting(team, "Daniel Osei", "14AB", "sergeant");
        return found;
    }

    private static async Task<string[]> Csv(TestSite site, string address, string table, string query = "") =>
        (await site.GetText($"{address}.csv?table={table}{query}")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
