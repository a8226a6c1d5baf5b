using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Activity.Recording;

namespace Wardbook.Activity;

/// <summary>Records as they are read, put right and taken back. Today is 15 June 2026.</summary>
public sealed class RecordTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001"), Castle = TestSite.Ward("E05000003");

    [Fact]
    public async Task What_is_put_right_counts_in_its_place_and_both_can_be_read()
    {
        await using var site = await TestSite.Start();
        var (me, team, officer) = await RecordingTests.Constable(site);
        var old = await site.GivenDone(Abbey, "arrests", 3, team: team, officer: officer, by: me);

        // On the last day of May: another day, week and month.
        var page = await site.PostForm(await site.Get(Urls.CorrectActivity(Abbey.Code, old)), ("Many", "2"), ("Day", "2026-05-31"), ("Why", "One was of another team"));

        Assert.Equal("2 arrests", page.Text("h1"));
        Assert.Contains("3 arrests, 15 June 2026: put right by a later record", page.Text("ol"), StringComparison.Ordinal);
        Assert.Contains("One was of another team", page.Text(".govuk-summary-list"), StringComparison.Ordinal);
        var before = await site.Get(Urls.ActivityRecord(Abbey.Code, old));
        Assert.Equal("3 arrests", before.Text("h1"));
        Assert.Contains("no longer counts", before.Text(".govuk-inset-text"), StringComparison.Ordinal);
        Assert.Equal(
            [(Step.Day, "2026-05-31", 4L, 1), (Step.Week, "2026-05-25", 4, 1), (Step.Month, "2026-05-01", 4, 1)],
            await Totals(site));
        Assert.Equal((2, officer), await site.With(async db => (await db.ActivityRecords.CountAsync(Cancel), (await db.ActivityRecords.SingleAsync(row => row.Corrects == old, Cancel)).Officer!.Value)));
    }

    [Fact]
    public async Task What_is_taken_back_counts_no_more_and_can_be_put_back()
    {
        await using var site = await TestSite.Start();
        var (me, team, officer) = await RecordingTests.Constable(site);
        var old = await site.GivenDone(Abbey, "arrests", 3, team: team, officer: officer, by: me);

        var page = await site.PostForm(await site.Get(Urls.CorrectActivity(Abbey.Code, old)), ("Do", "take-back"));
        Assert.Equal("3 arrests: taken back", page.Text("h1"));
        Assert.Empty(await Totals(site));
        Assert.Contains("Nothing is recorded yet", (await site.Get(Urls.WorkActivity(Abbey.Code))).Text(".w-empty"), StringComparison.Ordinal);
        Assert.Equal(2, (await site.Get(Urls.WorkActivity(Abbey.Code) + "?All=yes")).QuerySelectorAll("#records tbody tr").Length);

        var back = await site.Get(page.QuerySelector<IHtmlAnchorElement>("main a.govuk-button")!.PathName);
        Assert.Equal("Put it back", back.Text("h1"));
        await site.PostForm(back);
        Assert.Equal([(Step.Day, "2026-06-15", 6L, 1), (Step.Week, "2026-06-15", 6, 1), (Step.Month, "2026-06-01", 6, 1)], await Totals(site));
    }

    [Fact]
    public async Task Of_two_who_put_the_same_record_right_the_second_is_told_and_a_correction_sent_twice_is_one()
    {
        await using var site = await TestSite.Start();
        var (me, team, officer) = await RecordingTests.Constable(site);
        var old = await site.GivenDone(Abbey, "arrests", 3, team: team, officer: officer, by: me);
        var mine = await site.Get(Urls.CorrectActivity(Abbey.Code, old));
        var theirs = await site.Get(Urls.CorrectActivity(Abbey.Code, old));

        await site.PostForm(mine, ("Many", "2"));
        var again = await site.PostForm(mine, ("Many", "2"));
        Assert.Equal("2 arrests", again.Text("h1"));
        var second = await site.PostForm(theirs, ("Many", "5"));

        Assert.Contains("Somebody else put this record right", second.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal((2, 4L), await site.With(async db => (await db.ActivityRecords.CountAsync(Cancel), await db.ActivityTotals.Where(row => row.Step == Step.Month).SumAsync(row => row.Halves, Cancel))));
    }

    [Fact]
    public async Task Of_two_corrections_at_one_moment_one_counts()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var old = await site.GivenDone(Abbey, "arrests", 3);
        var record = await site.With(db => db.ActivityRecords.AsNoTracking().SingleAsync(Cancel));

        var came = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => site.With(db => SaveActivity.Save(db, [record.TakenBack(Guid.CreateVersion7(), null, record.Made, "")], Cancel))));

        Assert.Equal((1, 4), (came.Count(one => one is Saved.Recorded), came.Count(one => one is Saved.CorrectedMeanwhile)));
        Assert.Equal(1, await site.With(db => db.ActivityRecords.CountAsync(row => row.Corrects == old, Cancel)));
        Assert.Empty(await Totals(site));
    }

    [Fact]
    public async Task Many_who_record_the_same_kinds_at_once_wait_for_each_other_and_nothing_is_lost()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var now = site.Clock.GetUtcNow().UtcDateTime;
        string[] kinds = ["arrests", "patrol", "leaflets"];

        // 20 people, 5 forms each, three kinds in ever another order: 20 x 5 records of each kind, of two in each.
        await Task.WhenAll(Enumerable.Range(0, 20).Select(person => site.With(async db =>
        {
            for (var form = 0; form < 5; form++)
            {
                var turned = kinds.Select((_, at) => kinds[(at + person + form) % 3]);
                await SaveActivity.Save(db, [.. turned.Select(kind => new ActivityRecord { Id = Guid.CreateVersion7(), PlaceKind = "ward", PlaceCode = Abbey.Code, Kind = kind, Halves = 4, Day = new(2026, 6, 15), Made = now })], Cancel);
                db.ChangeTracker.Clear();
            }
        })));

        var totals = await site.With(db => db.ActivityTotals.ToListAsync(Cancel));
        Assert.Equal(9, totals.Count);
        Assert.All(totals, total => Assert.Equal((400L, 100), (total.Halves, total.Records)));
    }

    [Fact]
    public async Task Records_are_found_by_kind_officer_day_and_priority_page_by_page_and_as_files()
    {
        await using var site = await TestSite.Start();
        var (me, team, officer) = await RecordingTests.Constable(site);
        var priority = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds", "ann"), daysAgo: 20);
        for (var day = 0; day < 51; day++)
        {
            await site.GivenDone(Abbey, "patrol", 1.5, daysAgo: day, team: team, officer: officer, by: me);
        }

        await site.GivenDone(Abbey, "arrests", 2, daysAgo: 3, priority: priority, where: "=1+1");
        await site.GivenDone(Castle, "arrests", 7);

        var page = await site.Get(Urls.WorkActivity(Abbey.Code));
        Assert.Contains("52 records", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal((50, 2), (page.QuerySelectorAll("#records tbody tr").Length, (await site.Get(Urls.WorkActivity(Abbey.Code) + "?page=2")).QuerySelectorAll("#records tbody tr").Length));
        Assert.Equal("2 arrests", await First(site, $"?Priority={priority}"));
        Assert.Equal("2 arrests", await First(site, "?Kind=arrests"));
        Assert.Equal("1.5 patrol hours", await First(site, $"?Officer={officer}&From=2026-06-01&To=2026-06-01"));
        Assert.Contains("Nothing like that", (await site.Get(Urls.WorkActivity(Abbey.Code) + "?Kind=asbos")).Text(".w-empty"), StringComparison.Ordinal);
        Assert.Contains("The last day must be on or after the first", (await site.Get(Urls.WorkActivity(Abbey.Code) + "?From=2026-06-10&To=2026-06-01")).Text(".govuk-error-summary"), StringComparison.Ordinal);

        var lines = (await site.GetText(Urls.WorkActivity(Abbey.Code) + ".csv?kind=arrests")).Split("\r\n");
        Assert.Equal("id,day,kind,name,group,amount,where,priority,action,reference,team,officer,standing,corrects,made,held,activity", lines[0]);
        Assert.Contains(",2026-06-12,arrests,Arrests,Enforcement,2,'=1+1,Mopeds on the pavement,,,,,counts,,2026-06-15", lines[1], StringComparison.Ordinal);
        var json = JsonDocument.Parse(await site.GetText(Urls.WorkActivity(Abbey.Code) + ".json"));
        Assert.Equal(52, json.RootElement.GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public async Task A_record_of_another_ward_is_not_found_here_and_whoever_only_reads_changes_nothing()
    {
        await using var site = await TestSite.Start();
        await RecordingTests.Constable(site);
        var ours = await site.GivenDone(Abbey, "arrests");
        var theirs = await site.GivenDone(Castle, "arrests");

        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.ActivityRecord(Abbey.Code, theirs))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.CorrectActivity(Abbey.Code, theirs))).StatusCode);
        Assert.Null((await site.Get(Urls.ActivityRecord(Castle.Code, theirs))).QuerySelector("main a.govuk-button"));
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(Urls.CorrectActivity(Castle.Code, theirs))).StatusCode);
        Assert.NotNull((await site.Get(Urls.ActivityRecord(Abbey.Code, ours))).QuerySelector("main a.govuk-button"));
    }

    private static async Task<string> First(TestSite site, string query)
    {
        var rows = (await site.Get(Urls.WorkActivity(Abbey.Code) + query)).QuerySelectorAll("#records tbody tr");
        return Assert.Single(rows).QuerySelector("th")!.TextContent;
    }

    /// <summary>Those that are not empty.</summary>
    private static async Task<IEnumerable<(Step Step, string From, long Halves, int Records)>> Totals(TestSite site) =>
        (await site.With(db => db.ActivityTotals.Where(row => row.Records != 0 || row.Halves != 0).OrderBy(row => row.Step).ToListAsync(Cancel))).Select(row => (row.Step, $"{row.From:yyyy-MM-dd}", row.Halves, row.Records));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
