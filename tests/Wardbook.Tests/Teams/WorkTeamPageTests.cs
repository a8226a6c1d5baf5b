using System.Net;
using Wardbook.Accounts;

namespace Wardbook.Teams;

public sealed class WorkTeamPageTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001");

    private static readonly string Page = Urls.WorkTeam(Abbey.Code);

    [Fact]
    public async Task A_ward_without_a_team_says_so_and_offers_to_record_one_to_whoever_keeps_teams()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenSignedIn(Role.Constable, Abbey);
        var constable = await site.Get(Page);
        await site.GivenSignedIn(Role.Sergeant, Abbey);
        var sergeant = await site.Get(Page);

        Assert.Contains("No team is recorded for this ward", constable.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Record the team", constable.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Record the team", sergeant.Text("main"), StringComparison.Ordinal);
        Assert.Equal("Team", sergeant.Text(".w-subnav [aria-current]"));
    }

    [Fact]
    public async Task A_team_is_recorded_once_however_often_the_form_is_sent()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenSignedIn(Role.Sergeant, Abbey);
        var form = Urls.AboutTeam(Abbey.Code, Guid.CreateVersion7());
        (string, string)[] typed =
        [
            ("Kind", TestSite.KindId("team", "neighbourhood").ToString()), ("Name", "Abbey Neighbourhood Team"), ("From", "2026-06-01"), ("Email", "abbey@example.org"),
            ("Remit", "Not on call day and night."), ("Version", "0"),
        ];

        var first = await site.Post(form, typed);
        await site.Post(form, typed);

        Assert.Contains("Abbey Neighbourhood Team is recorded", first.Text(".govuk-notification-banner"), StringComparison.Ordinal);
        Assert.Single(await site.With(db => Task.FromResult(db.Teams.ToList())));
    }

    /// <summary>
    /// Two people, four posts: 1 sergeant of 1; 1 constable of 3. The sergeant came on 15 December 2025 after a gap from 1 December, and is the
    /// named contact as the last one was: 14 days without. The constable has been here since 15 June 2025, which is 365 days.
    /// </summary>
    [Fact]
    public async Task What_is_missing_and_how_steady_the_team_is_comes_out_of_the_postings()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var team = await site.GivenTeam();
        await site.GivenPosts(team, "sergeant", 1);
        await site.GivenPosts(team, "constable", 3);
        await site.GivenPosting(team, "Daniel Osei", "11AB", "sergeant", to: new(2025, 11, 30), contact: true);
        await site.GivenPosting(team, "Amara Bello", "12AB", "sergeant", from: new(2025, 12, 15), contact: true);
        await site.GivenPosting(team, "Priya Nair", "13AB", from: new(2025, 6, 15));
        await site.GivenSignedIn(Role.Analyst, TestSite.Force);

        var page = await site.Get(Page);
        var main = page.Text("main");

        Assert.Contains("2 of 4 posts are filled", main, StringComparison.Ordinal);
        Assert.Contains("2 posts are empty: constable.", page.Text(".w-missing"), StringComparison.Ordinal);
        Assert.Contains("14 days of the last 12 months: 1 December 2025 to 14 December 2025", main, StringComparison.Ordinal);
        Assert.Contains("1 person left between 16 June 2025 and 15 June 2026", main, StringComparison.Ordinal);
        Assert.Contains("too few people for a percentage", main, StringComparison.Ordinal);
        Assert.Contains("the newest for 5 months, the longest for 11 months", main, StringComparison.Ordinal);
        Assert.DoesNotContain("Post an officer", main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_say_what_the_page_says()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var team = await site.GivenTeam();
        await site.GivenPosts(team, "constable", 2);
        await site.GivenPosting(team, "Priya Nair", "13AB", from: new(2025, 6, 15), publicName: "PC Priya Nair");
        await site.GivenSignedIn(Role.Constable, Abbey);

        Assert.Equal(
            "team,name,number,post,named_contact,public_name,from,to\r\nAbbey Neighbourhood Team,Priya Nair,13AB,Constable,no,PC Priya Nair,2025-06-15,\r\n",
            await site.GetText(Page + ".csv"));
        Assert.Contains("\"posts\":2,\"filled\":1,\"empty\":1,\"vacant_post_days\":365,\"post_days\":730", await site.GetText(Page + ".json?table=posts"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Page + ".csv?table=secrets")).StatusCode);
    }

    [Fact]
    public async Task Two_people_who_change_one_team_lose_nothing()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var team = await site.GivenTeam();
        await site.GivenSignedIn(Role.Sergeant, Abbey);
        var form = Urls.AboutTeam(Abbey.Code, team.Id);
        (string, string)[] Typed(string hours, string version) =>
            [("Kind", team.Kind.ToString()), ("Name", team.Name), ("From", "2020-04-01"), ("Email", team.Email), ("Remit", team.Remit), ("Hours", hours), ("Version", version)];
        await site.Post(form, Typed("Mornings", "1"));

        var clash = await site.Post(form, Typed("Evenings", "1"));
        var chosen = await site.Post(form, Typed("Mornings and evenings", clash.QuerySelector("input[name=Version]")!.GetAttribute("value")!));

        Assert.Contains("Somebody else changed this while you were writing", clash.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Contains("Mornings", clash.Text(".w-clash"), StringComparison.Ordinal);
        Assert.Equal("Evenings", clash.QuerySelector("#Hours")!.GetAttribute("value"));
        Assert.Contains("is changed", chosen.Text("main"), StringComparison.Ordinal);
        Assert.Equal("Mornings and evenings", await site.With(async db => (await db.Teams.FindAsync([team.Id], TestContext.Current.CancellationToken))!.Hours));
    }

    [Theory]
    [InlineData("Email", "not an address", "This is not a mail address")]
    [InlineData("Telephone", "ring me", "This is not a telephone number")]
    [InlineData("From", "32/1/2026", "is not a day")]
    [InlineData("To", "2019-01-01", "must not be before the first")]
    [InlineData("Name", "", "Give the team a name")]
    [InlineData("Kind", "b1f7", "Choose what kind of team")]
    public async Task What_is_wrong_is_said_and_what_was_typed_is_kept(string field, string typed, string words)
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenSignedIn(Role.Sergeant, Abbey);
        Dictionary<string, string> all = new() { ["Kind"] = TestSite.KindId("team", "neighbourhood").ToString(), ["Name"] = "Abbey team", ["From"] = "2026-06-01", ["Remit"] = "For <b>everybody</b>", ["Version"] = "0" };
        all[field] = typed;

        var page = await site.Post(Urls.AboutTeam(Abbey.Code, Guid.CreateVersion7()), [.. all.Select(one => (one.Key, one.Value))]);

        Assert.Contains(words, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal("For <b>everybody</b>", page.QuerySelector("#Remit")!.TextContent.Trim());
        Assert.Empty(await site.With(db => Task.FromResult(db.Teams.ToList())));
    }

    [Fact]
    public async Task A_team_of_another_ward_is_not_found_here()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var other = await site.GivenTeam(TestSite.Ward("E05000003"), "Castle team");
        var posting = await site.GivenPosting(other, "Daniel Osei", "11AB");
        await site.GivenSignedIn(Role.Sergeant, Abbey);

        string[] addresses =
        [
            Urls.AboutTeam(Abbey.Code, other.Id), Urls.Establishment(Abbey.Code, other.Id), Urls.NewPosting(Abbey.Code, other.Id, Guid.NewGuid()), Urls.ChangePosting(Abbey.Code, posting.Id, "end"),
            Urls.Officer(Abbey.Code, posting.Officer), Urls.Beat(Abbey.Code, other.Id, Guid.NewGuid()), "/work/E09000002/team",
        ];
        foreach (var address in addresses)
        {
            Assert.Contains((await site.Get(address)).StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(Urls.AboutTeam(TestSite.Ward("E05000003").Code, other.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(Urls.WorkTeam(TestSite.Ward("E05000003").Code))).StatusCode);
    }

    [Fact]
    public async Task The_posts_of_a_team_are_rows_from_a_day_on_and_a_correction_is_another_row()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var team = await site.GivenTeam();
        await site.GivenSignedIn(Role.Sergeant, Abbey);
        var form = Urls.Establishment(Abbey.Code, team.Id);

        await site.Post(form, ("Number[0]", "1"), ("Number[1]", "2"), ("Number[2]", "3"), ("From", "2026-01-01"), ("Why", "Basic strength"));
        await site.Post(form, ("Number[0]", "1"), ("Number[1]", "2"), ("Number[2]", "3"), ("From", "2026-01-01"), ("Why", "Basic strength"));
        await site.Post(form, ("Number[0]", ""), ("Number[1]", ""), ("Number[2]", "6"), ("From", "2026-01-01"), ("Why", "Over 14,000 people"));
        var wrong = await site.Post(form, ("Number[0]", "1"), ("Number[1]", "-3"), ("From", "2026-01-01"), ("Why", ""));

        Assert.Equal(4, (await site.Get(form)).QuerySelectorAll("main table tbody tr").Length);
        Assert.Contains("0 of 9 posts are filled", (await site.Get(Page)).Text("main"), StringComparison.Ordinal);
        Assert.Contains("must be a whole number from 0 to 500", wrong.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Contains("Say why", wrong.Text(".govuk-error-summary"), StringComparison.Ordinal);
    }
}
