using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;

namespace Wardbook.Teams;

public sealed class PostingPagesTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001");

    private static readonly string Moved = TestSite.KindId("posting-end", "moved").ToString(), Constable = TestSite.KindId("post", "constable").ToString();

    [Fact]
    public async Task An_officer_is_posted_once_however_often_the_form_is_sent()
    {
        await using var site = await Start();
        var team = await site.GivenTeam();
        var form = Urls.NewPosting(Abbey.Code, team.Id, Guid.CreateVersion7());
        (string, string)[] typed = [("OfficerNumber", "12ab"), ("OfficerName", "Amara Bello"), ("Post", Constable), ("From", "2026-06-01")];

        var page = await site.Post(form, typed);
        await site.Post(form, typed);

        Assert.Contains("Amara Bello is posted to Abbey Neighbourhood Team from 1 June 2026", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal((1, "12AB"), await site.With(async db => (await db.Postings.CountAsync(Cancel), await db.Officers.Select(officer => officer.Number).SingleAsync(Cancel))));
    }

    [Fact]
    public async Task A_known_number_is_the_officer_who_has_it_and_another_name_is_questioned()
    {
        await using var site = await Start();
        var (team, other) = (await site.GivenTeam(), await site.GivenTeam(name: "Abbey Tasking Unit"));
        var first = await site.GivenPosting(team, "Amara Bello", "12AB");
        var form = Urls.NewPosting(Abbey.Code, other.Id, Guid.CreateVersion7());

        var questioned = await site.Post(form, ("OfficerNumber", "12AB"), ("OfficerName", "Daniel Osei"), ("Post", Constable), ("From", "2026-06-01"));
        await site.Post(form, ("OfficerNumber", "12AB"), ("Post", Constable), ("From", "2026-06-01"));
        var again = await site.Post(Urls.NewPosting(Abbey.Code, other.Id, Guid.CreateVersion7()), ("OfficerNumber", "12AB"), ("Post", Constable), ("From", "2026-06-10"));

        Assert.Contains("belongs to Amara Bello", questioned.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Contains("posted to this team already, since 1 June 2026", again.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal([first.Officer, first.Officer], await site.With(db => db.Postings.Select(posting => posting.Officer).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task A_post_is_handed_over_with_its_streets_and_both_stay_in_the_record()
    {
        await using var site = await Start();
        var team = await site.GivenTeam();
        var posting = await site.GivenPosting(team, "Amara Bello", "12AB", contact: true);
        var beat = Urls.Beat(Abbey.Code, team.Id, Guid.CreateVersion7());
        await site.Post(beat, ("Name", "Market"), ("Streets", "High Road, Mill Lane"), ("Posting", posting.Id.ToString()), ("Since", "2026-01-01"), ("From", "2026-01-01"), ("Version", "0"));
        var form = Urls.ChangePosting(Abbey.Code, posting.Id, "hand-over");
        (string, string)[] typed = [("Version", "1"), ("NewId", Guid.CreateVersion7().ToString()), ("From", "2026-06-10"), ("OfficerNumber", "14AB"), ("OfficerName", "Priya Nair"), ("Why", Moved)];

        var page = await site.Post(form, typed);
        await site.Post(form, typed);
        var team2 = await site.With(async db => (await WardTeams.Find(db, Abbey, new(2026, 6, 15), Cancel)).Teams.Single());
        var before = await site.With(async db => (await WardTeams.Find(db, Abbey, new(2026, 6, 9), Cancel)).Teams.Single());

        Assert.Contains("Priya Nair takes over from Amara Bello on 10 June 2026", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal(("Priya Nair", "Priya Nair", true, 0), (team2.People.Single().Name, team2.Beats.Single().Officer!.Name, team2.HasContact, team2.DaysWithoutContact));
        Assert.Equal(("Amara Bello", "Amara Bello"), (before.People.Single().Name, before.Beats.Single().Officer!.Name));
        Assert.Equal(1, team2.Turnover!.Leavers);
    }

    [Theory]
    [InlineData("2019-01-01", "must not be before")]
    [InlineData("yesterday", "is not a day")]
    [InlineData("", "Give the last day")]
    public async Task A_posting_that_would_end_before_it_begins_is_refused_in_words(string to, string words)
    {
        await using var site = await Start();
        var posting = await site.GivenPosting(await site.GivenTeam(), "Amara Bello", "12AB");

        var page = await site.Post(Urls.ChangePosting(Abbey.Code, posting.Id, "end"), ("Version", "1"), ("To", to), ("Why", Moved));

        Assert.Contains(words, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Null(await site.With(db => db.Postings.Select(row => row.To).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task A_correction_counts_in_the_place_of_what_was_wrong_and_says_of_what_it_is_one()
    {
        await using var site = await Start();
        var posting = await site.GivenPosting(await site.GivenTeam(), "Amara Bello", "12AB", from: new(2026, 5, 1));
        var form = Urls.ChangePosting(Abbey.Code, posting.Id, "correct");
        (string, string)[] typed = [("Version", "1"), ("NewId", Guid.CreateVersion7().ToString()), ("Post", TestSite.KindId("post", "sergeant").ToString()), ("From", "2026-04-01"), ("To", ""), ("Why", "")];

        await site.Post(form, typed);
        await site.Post(form, typed);
        var rows = await site.With(db => db.Postings.OrderBy(row => row.From).ToListAsync(Cancel));

        Assert.Equal([(new DateOnly(2026, 4, 1), posting.Id, (Guid?)null), (new DateOnly(2026, 5, 1), null, rows[0].Id)], rows.Select(row => (row.From, row.Corrects, row.CorrectedBy)));
        Assert.Contains("Sergeant", (await site.Get(Urls.WorkTeam(Abbey.Code))).Text("main table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_posted_by_mistake_counts_nowhere()
    {
        await using var site = await Start();
        var team = await site.GivenTeam();
        var posting = await site.GivenPosting(team, "Amara Bello", "12AB");

        await site.Post(Urls.ChangePosting(Abbey.Code, posting.Id, "correct"), ("Version", "1"), ("NewId", Guid.CreateVersion7().ToString()), ("Never", "yes"));

        Assert.Empty((await site.With(db => WardTeams.Find(db, Abbey, new(2026, 6, 15), Cancel))).Teams.Single().People);
    }

    [Fact]
    public async Task A_beat_whose_officer_left_has_nobody_from_the_next_day()
    {
        await using var site = await Start();
        var team = await site.GivenTeam();
        var posting = await site.GivenPosting(team, "Amara Bello", "12AB");
        var beat = Urls.Beat(Abbey.Code, team.Id, Guid.CreateVersion7());
        await site.Post(beat, ("Name", "Market"), ("Streets", "High Road"), ("Posting", posting.Id.ToString()), ("Since", "2026-01-01"), ("From", "2026-01-01"), ("Version", "0"));

        await site.Post(Urls.ChangePosting(Abbey.Code, posting.Id, "end"), ("Version", "1"), ("To", "2026-06-14"), ("Why", Moved));

        Assert.Contains("The beat Market has no officer since 15 June 2026.", (await site.Get(Urls.WorkTeam(Abbey.Code))).Text(".w-missing"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_who_ended_it_first_is_told_of()
    {
        await using var site = await Start();
        var posting = await site.GivenPosting(await site.GivenTeam(), "Amara Bello", "12AB");
        await site.Post(Urls.ChangePosting(Abbey.Code, posting.Id, "end"), ("Version", "1"), ("To", "2026-12-31"), ("Why", Moved));

        var page = await site.Post(Urls.ChangePosting(Abbey.Code, posting.Id, "end"), ("Version", "1"), ("To", "2026-09-30"), ("Why", Moved));

        Assert.Contains("it is now 1 April 2020 to 31 December 2026", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal("2026-09-30", page.QuerySelector("#To")!.GetAttribute("value"));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<TestSite> Start()
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenSignedIn(Role.Sergeant, Abbey);
        return site;
    }
}
