using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Activity;
using Wardbook.Activity.Totals;
using Wardbook.Places;
using Wardbook.Teams;

namespace Wardbook.Demonstration;

/// <summary>Metropolitan Police Authority, 24 May 2007, equality and diversity in Safer Neighbourhoods: each paragraph stands with its figure.</summary>
[Collection(DemonstrationTests.Name)]
public sealed class LondonTeamsTests(MadeDemonstration made)
{
    private static readonly PlaceKey Kennington = TestSite.Ward("E05000417");

    private readonly TestSite site = made.Site;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Paragraph 7: "The 630 SNTs across the MPS"; Appendix 1: 617 sergeants, 1,327 constables, 2,284 PCSOs, 4,228 in all.
    [Theory]
    [InlineData("sergeant", 630, 617)]
    [InlineData("constable", 1_327, 1_327)]
    [InlineData("pcso", 2_284, 2_284)]
    public async Task The_teams_are_as_strong_as_was_published(string post, int posts, int people)
    {
        var day = new DateOnly(2007, 5, 24);
        var kind = await site.With(db => db.ListedKinds.Where(row => row.List == "post" && row.Slug == post).Select(row => row.Id).SingleAsync(Cancel));
        var steps = await site.With(db => db.Establishments.Where(row => row.PostKind == kind).ToListAsync(Cancel));
        var served = await site.With(db => db.Postings.Where(row => row.PostKind == kind).ToListAsync(Cancel));

        Assert.Equal(630, await site.With(db => db.Teams.CountAsync(Cancel)));
        Assert.Equal(624, await site.With(db => db.Teams.Select(team => team.PlaceCode).Distinct().CountAsync(Cancel)));
        Assert.Equal(posts, steps.GroupBy(step => step.Team).Sum(team => Strength.PostsOn(day, [.. team.Select(step => new PostsFrom(step.From, step.Posts))])));
        Assert.Equal(people, Strength.On(day, [.. served.Select(one => one.Days)]));
    }

    [Fact]
    public async Task All_together_they_are_4_228_people_where_activity_is_set_against_them()
    {
        var day = new DateOnly(2007, 5, 24);

        Assert.Equal(4_228, (await Force(day, day)).Bases.Heads);
    }

    // Paragraph 7: "full basic strength (1 Sgt, 2 PCs and 3 PCSOs)"; domain: 87 wards of over 14,000 people get three more PCSOs.
    [Fact]
    public async Task Each_team_began_with_its_basic_strength_and_87_with_three_more()
    {
        var first = await site.With(db => db.Establishments.Where(row => row.From == new DateOnly(2006, 4, 1)).Join(db.ListedKinds, row => row.PostKind, kind => kind.Id, (row, kind) => new { kind.Slug, row.Posts }).ToListAsync(Cancel));

        Assert.Equal(
            [("constable", 2, 630), ("pcso", 3, 543), ("pcso", 6, 87), ("sergeant", 1, 630)],
            first.GroupBy(row => (row.Slug, row.Posts)).Select(group => (group.Key.Slug, group.Key.Posts, group.Count())).Order());
    }

    // Paragraph 6: "During the last year 279 members of Safer Neighbourhoods Teams have moved on. Of this total, 218 are PCSOs ... 117 left in order to become police officers".
    [Fact]
    public async Task In_the_last_year_279_moved_on_and_117_of_them_became_constables()
    {
        var ended = await site.With(db => db.Postings.Where(row => row.To >= new DateOnly(2006, 5, 25) && row.To <= new DateOnly(2007, 5, 24))
            .Select(row => new { Post = db.ListedKinds.First(kind => kind.Id == row.PostKind).Slug, Why = db.ListedKinds.First(kind => kind.Id == row.WhyEnded).Slug }).ToListAsync(Cancel));

        Assert.Equal((279, 218, 117), (ended.Count, ended.Count(one => one.Post == "pcso"), ended.Count(one => one.Why == "became-constable")));
    }

    // Paragraphs 36, 38 and 42.
    [Theory]
    [InlineData("meetings", 12_647)]
    [InlineData("attendance", 188_763)]
    [InlineData("street-briefings", 1_364)]
    [InlineData("have-a-say", 1_560)]
    [InlineData("visits-burglary visits-robbery", 40_904)]
    public async Task What_was_done_since_April_2006_adds_up_to_what_was_published(string kinds, int published)
    {
        var done = await Force(new(2006, 4, 1), new(2007, 5, 24));

        Assert.Equal(published, kinds.Split(' ').Sum(kind => done.Kinds.Single(row => row.Kind == kind).Amount.Value));
    }

    [Fact]
    public async Task The_page_of_the_force_says_the_same()
    {
        await site.GivenSignedIn(Role.Analyst, new("force", PlaceCode.Parse("metropolitan")));

        var file = await site.GetText(Urls.PlaceActivity(PlaceCode.Parse("metropolitan")) + ".csv?table=kinds&by=Month&from=2006-04-01&to=2007-05-24");

        Assert.Contains("\nMeetings,Communication,12647,12647,", file.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("\nPeople who came to meetings,Communication,188763,", file.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    // Paragraph 36, from the meetings themselves and not from what was written down of them.
    [Fact]
    public async Task Each_meeting_stands_in_the_engagement_of_its_ward_with_who_came()
    {
        string[] meetings = ["public-meeting", "themed", "coffee", "advisory-group", "intermediary"];
        var held = await site.With(db => db.EngagementActivities.Where(row => row.Held != null)
            .Join(db.ListedKinds, row => row.Kind, kind => kind.Id, (row, kind) => new { kind.Slug, row.PlaceCode, row.Attendance }).ToListAsync(Cancel));
        var recorded = await site.With(async db => await RollUp.Find(db, await PlaceTree.Load(db, Cancel), Kennington, new(Step.Month, new(new(2006, 4, 1), new DateOnly(2007, 5, 24)), null), new(2007, 5, 24), Cancel));

        Assert.Equal((12_647, 188_763), (held.Count(row => meetings.Contains(row.Slug)), held.Sum(row => row.Attendance)));
        Assert.Equal((1_364, 1_560), (held.Count(row => row.Slug == "street-briefing"), held.Count(row => row.Slug is "have-a-say" or "mapping")));
        Assert.Equal(recorded.Kinds.Single(row => row.Kind == "meetings").Records, held.Count(row => row.PlaceCode == Kennington.Code && meetings.Contains(row.Slug)));
    }

    [Fact]
    public async Task Nothing_was_done_or_led_by_somebody_who_was_not_in_the_team_that_day()
    {
        var strangers = await site.With(db => db.ActivityRecords.CountAsync(row => row.Officer != null
            && !db.Postings.Any(posting => posting.Officer == row.Officer && posting.Team == row.Team && posting.From <= row.Day && (posting.To == null || posting.To >= row.Day)), Cancel));
        var led = await site.With(db => db.EngagementActivities.CountAsync(row => row.RunBy != null && row.Held != null
            && !db.Postings.Any(posting => posting.Id == row.RunBy && posting.From <= row.Day && (posting.To == null || posting.To >= row.Day)), Cancel));

        Assert.Equal((0, 0), (strangers, led));
    }

    [Fact]
    public async Task Residents_see_the_team_by_the_names_it_agreed_to_what_it_did_and_where_to_meet_it()
    {
        var page = await site.Get(Urls.Ward(Kennington.Code));

        Assert.Contains("PS Amara Bello", page.Text("#team"), StringComparison.Ordinal);
        Assert.Contains("PC Daniel Osei", page.Text("#team"), StringComparison.Ordinal);
        Assert.Contains("meetings", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Ward meeting", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_signs_in_as_the_sergeant_records_for_the_team_as_its_sergeant()
    {
        var linked = await site.With(async db =>
        {
            await LondonParts.Keep(db, site.Clock.GetUtcNow().UtcDateTime, Cancel);
            var accounts = db.Accounts.Where(account => account.EmailKey == LondonParts.All[2].Key).Select(account => account.Id);
            return await db.Officers.Where(officer => officer.Account != null && accounts.Contains(officer.Account.Value)).Select(officer => officer.PublicName).ToListAsync(Cancel);
        });

        Assert.Equal("PS Amara Bello", Assert.Single(linked));
    }

    private Task<RollUp> Force(DateOnly first, DateOnly last) => site.With(async db =>
        await RollUp.Find(db, await PlaceTree.Load(db, Cancel), new("force", PlaceCode.Parse("metropolitan")), new(Step.Month, new(first, last), null), last, Cancel));
}
