using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Concerns;
using Wardbook.Periods;
using Wardbook.Priorities.Evidence;

namespace Wardbook.Priorities;

public sealed class EvidenceTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001"), Castle = TestSite.Ward("E05000003");

    private static readonly Guid New = Guid.Parse("0196f0aa-0000-7000-8000-00000000000a");

    [Fact]
    public async Task The_first_screen_says_the_five_most_telling_facts_and_how_sure_they_are()
    {
        await using var site = await Start(Role.PanelMember);
        var issue = await site.GivenIssue(Abbey, "Mopeds", "ann", "bob", "cem", "dee", "eve", "fay");
        await site.GivenIssue(Abbey, "Dogs", "gus");
        await GivenPlaces(site, ("ann", "12 High Road", TimeOfDay.Evening), ("bob", "High Road", TimeOfDay.Evening), ("cem", "Flat 2, 7a high road", TimeOfDay.Evening), ("dee", "14-16 High Road", TimeOfDay.Evening), ("eve", "High Road", TimeOfDay.Night), ("fay", "9 Mill Lane", TimeOfDay.Any));
        // 20 a month in each of four wards for three years, and 70 in Abbey in April 2026: far above its usual quarter of the force.
        await site.GivenCrimes(Month.From(new(2023, 6), new(2026, 5)).SelectMany(month => TestSite.Middles.Select((middle, ward) =>
            new TestSite.Recorded(month, "Burglary", ward == 0 && month == new Month(2026, 4) ? 70 : 20, "High Road") { Longitude = middle.Longitude, Latitude = middle.Latitude })));

        var page = await site.Get(Urls.Evidence(Abbey.Code, issue));

        var facts = page.QuerySelectorAll(".w-facts li").Select(fact => fact.TextContent).ToList();
        Assert.Equal(5, facts.Count);
        Assert.StartsWith("6 voices raised it in the last 12 months, through 4 channels. In what matters to those who spoke it stands in place 1 of 2", facts[0], StringComparison.Ordinal);
        Assert.Equal("All crime: 290 recorded here in the 12 months to May 2026, 240 in the 12 months before. 1 month of the 12 was outside what is usual here.", facts[1]);
        Assert.StartsWith("Of 5 times that somebody said when, 4 were in the evening (6pm to 11pm).", facts[2], StringComparison.Ordinal);
        Assert.StartsWith("People name High Road most (5 voices); most records lie at the map point on or near High Road (290 in 12 months)", facts[3], StringComparison.Ordinal);
        Assert.Equal("No priority was about this before, as far as Wardbook knows.", facts[4]);
        Assert.Contains("April 2026 was higher than chance explains: 70", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("480 recorded in the 2 wards that border on it in the 12 months to May 2026", page.Text("main"), StringComparison.Ordinal);

        // No number of a house, and no street that fewer than five named.
        Assert.DoesNotContain("12 High", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Mill Lane", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Published crime has none.", page.Text("main"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
    }

    [Fact]
    public async Task Where_nothing_is_loaded_and_little_was_said_the_pack_says_so()
    {
        await using var site = await Start(Role.Sergeant);
        var issue = await site.GivenIssue(Abbey, "Mopeds", "ann");

        var page = await site.Get(Urls.Evidence(Abbey.Code, issue));

        Assert.Contains("What is recorded of it is not known here: no such figures are loaded.", page.Text(".w-facts"), StringComparison.Ordinal);
        Assert.Contains("When it happens cannot be told: too few people said", page.Text(".w-facts"), StringComparison.Ordinal);
        Assert.Contains("No street was named by five people or more", page.Text(".w-facts"), StringComparison.Ordinal);
        Assert.Contains("Not in this pack", page.Text("#not-here"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kind_of_crime_that_belongs_to_it_is_chosen_and_its_table_is_a_file_too()
    {
        await using var site = await Start(Role.Sergeant);
        var issue = await site.GivenIssue(Abbey, "Mopeds", "ann");
        await site.GivenCrimes(new TestSite.Recorded(new(2026, 5), "Burglary", 7, "High Road"), new TestSite.Recorded(new(2026, 5), "Vehicle crime", 3, "High Road"));

        Assert.Contains("Choose a kind of crime that is loaded", (await site.Post(Note(issue, "crime"), ("Words", "murder-on-the-moon"), ("Version", "0"))).Text(".govuk-error-summary"), StringComparison.Ordinal);
        var slug = await site.With(db => db.CrimeCategories.Where(row => row.Name == "Vehicle crime").Select(row => row.Slug).SingleAsync(Cancel));
        var page = await site.Post(Note(issue, "crime"), ("Words", slug), ("Version", "0"));

        Assert.Contains("Vehicle crime recorded in Abbey ward", page.Text("figure"), StringComparison.Ordinal);
        Assert.Contains("2026-05,0,3,0", await site.GetText($"{Urls.Evidence(Abbey.Code, issue)}.csv?table=months"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get($"{Urls.Evidence(Abbey.Code, issue)}.csv?table=nothing")).StatusCode);
    }

    [Fact]
    public async Task The_triangle_keeps_its_versions_and_two_who_write_lose_nothing()
    {
        await using var site = await Start(Role.Sergeant);
        var issue = await site.GivenIssue(Abbey, "Mopeds", "ann");

        await site.Post(Note(issue, "place"), ("Words", "No lamps behind the shops."), ("Version", "0"));
        var page = await site.Post(Note(issue, "place"), ("Words", "No lamps and no fence."), ("Version", "1"));
        Assert.Equal("No lamps and no fence.", page.Text("#place > .w-typed"));
        Assert.Contains("No lamps behind the shops.", page.Text("#place details"), StringComparison.Ordinal);

        page = await site.Post(Note(issue, "place"), ("Words", "A lamp, broken."), ("Version", "1"));
        Assert.Contains("No lamps and no fence.", page.Text(".w-clash"), StringComparison.Ordinal);
        Assert.Equal("A lamp, broken.", page.QuerySelector<IHtmlTextAreaElement>("textarea[name=Words]")!.Value);
        Assert.Contains("Write it", (await site.Post(Note(issue, "victim"), ("Words", " "), ("Version", "0"))).Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal(2, await site.With(db => db.EvidenceNotes.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Marked_as_ready_it_has_a_date_and_keeps_where_the_issue_stood_and_twice_is_once()
    {
        await using var site = await Start(Role.Sergeant);
        var issue = await site.GivenIssue(Abbey, "Mopeds", "ann", "bob");
        var theirs = await site.GivenIssue(Castle, "Theirs", "cem");
        var form = await site.Get(Urls.Evidence(Abbey.Code, issue));
        Assert.Contains("Not marked as ready for the panel yet.", form.Text(".w-lead"), StringComparison.Ordinal);

        await site.PostForm(form);
        var page = await site.PostForm(form);
        Assert.Contains("Ready for the panel since 15 June 2026, when it stood in place 1 of 1.", page.Text(".w-lead"), StringComparison.Ordinal);
        var kept = await site.With(db => db.ReadyPacks.SingleAsync(Cancel));
        Assert.Equal((1, 1, 2), (kept.Rank!.Value, kept.Among, kept.People!.Value));
        Assert.StartsWith("2 voices raised it", kept.Facts, StringComparison.Ordinal);

        // What the cycle reads.
        site.Clock.Advance(TimeSpan.FromDays(3));
        await site.GivenSignedIn(Role.Sergeant, Abbey);
        await site.PostForm(await site.Get(Urls.Evidence(Abbey.Code, issue)));
        Assert.Equal([(issue, new DateOnly(2026, 6, 18))], (await site.With(db => ReadyPack.List(db, Cancel))).Select(one => (one.Issue, one.Day)));
        Assert.Empty(await site.With(db => ReadyPack.List(db, Cancel, Castle)));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.Evidence(Abbey.Code, theirs))).StatusCode);
    }

    [Theory]
    [InlineData(Role.PanelMember)]
    [InlineData(Role.Constable)]
    [InlineData(Role.Partner)]
    public async Task The_panel_and_the_team_read_it_and_those_who_do_not_plan_write_nothing(Role role)
    {
        await using var site = await Start(role);
        var issue = await site.GivenIssue(Abbey, "Mopeds", "ann");
        var theirs = await site.GivenIssue(Castle, "Theirs", "bob");

        Assert.Equal(HttpStatusCode.OK, (await site.Get(Urls.Evidence(Abbey.Code, issue))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(Note(issue, "place"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(Urls.TimedCounts(Abbey.Code, issue, New))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(Urls.Evidence(Castle.Code, theirs))).StatusCode);
        await site.Post(Urls.Evidence(Abbey.Code, issue), ("Do", "ready"), ("New", $"{New}"));
        Assert.Equal(0, await site.With(db => db.ReadyPacks.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Counts_by_hour_are_attached_shown_as_a_table_and_taken_out_again()
    {
        await using var site = await Start(Role.Sergeant);
        var issue = await site.GivenIssue(Abbey, "Mopeds", "ann");
        var url = Urls.TimedCounts(Abbey.Code, issue, New);

        var page = await Send(site, url, "Weekday,Hour,Count\r\nFriday,22,14\r\nfri,23,9\r\n1,0,3\r\nSunday,12,0\r\n");
        await Send(site, url, "weekday,hour,count\nFriday,22,14\n");

        Assert.Equal("Attached: calls about mopeds.", page.Text(".govuk-notification-banner__heading"));
        var row = page.QuerySelectorAll($"#counts-{New} tbody tr").Single(one => one.QuerySelector("th")!.TextContent == "10pm to 11pm");
        Assert.Equal(["-", "-", "-", "-", "14", "-", "-"], row.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Contains("By calls about mopeds (the force, 1 January 2026 to 31 March 2026), the busiest hour is Friday 10pm to 11pm: 14 of 26.", page.Text(".w-facts"), StringComparison.Ordinal);
        Assert.Equal(1, await site.With(db => db.TimedCounts.CountAsync(Cancel)));
        Assert.Contains("10pm to 11pm,,,,,14,,", await site.GetText($"{Urls.Evidence(Abbey.Code, issue)}.csv?table={New}"), StringComparison.Ordinal);

        page = await site.PostOne(page, $"#counts-{New} form");
        Assert.Null(page.QuerySelector($"#counts-{New}"));
        Assert.Equal(1, await site.With(db => db.TimedCounts.CountAsync(one => one.TakenOut != null, Cancel)));
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("day,hour,n\nMonday,1,1\n", "The first line must be weekday,hour,count. It is \u201Cday,hour,n\u201D")]
    [InlineData("weekday,hour,count\nFryday,1,1\n", "Line 2: \u201CFryday\u201D is no weekday")]
    [InlineData("weekday,hour,count\nMonday,24,1\n", "Line 2: \u201C24\u201D is no hour")]
    [InlineData("weekday,hour,count\nMonday,1,1\nMonday,2,-3\n", "Line 3: \u201C-3\u201D is no count")]
    [InlineData("weekday,hour,count\nMonday,1,2.5\n", "Line 2: \u201C2.5\u201D is no count")]
    [InlineData("weekday,hour,count\nMonday,1\n", "Line 2: \u201C\u201D is no count")]
    [InlineData("weekday,hour,count\nMonday,1,4\nMon,1,5\n", "Line 3: Monday 1 stands on line 2 already")]
    [InlineData("weekday,hour,count\n0,1,4\n", "Line 2: \u201C0\u201D is no weekday")]
    [InlineData("weekday,hour,count\nMonday,1,0\n", "There is no count above 0 in it")]
    [InlineData("weekday,hour,count\n", "There is no count above 0 in it")]
    [InlineData("PK\u0003\u0004\0\0not text", "This is no table of text")]
    public async Task A_table_that_is_none_is_told_line_by_line_and_what_was_typed_stays(string file, string error)
    {
        await using var site = await Start(Role.Sergeant);
        var issue = await site.GivenIssue(Abbey, "Mopeds", "ann");

        var page = await Send(site, Urls.TimedCounts(Abbey.Code, issue, New), file);

        Assert.Contains(error, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal("calls about mopeds", page.QuerySelector<IHtmlInputElement>("input[name=What]")!.Value);
        Assert.Equal(0, await site.With(db => db.TimedCounts.CountAsync(Cancel)));
    }

    [Theory]
    [InlineData("What", "", "Say what was counted")]
    [InlineData("Source", "", "Say who counted it")]
    [InlineData("First", "", "Give the first day")]
    [InlineData("Last", "2025-12-31", "The last day must not be before the first")]
    [InlineData("Last", "2099-01-01", "What lies in the future cannot have been counted")]
    [InlineData("First", "2001-01-01", "More than 10 years")]
    public async Task Nothing_is_attached_with(string field, string text, string error)
    {
        await using var site = await Start(Role.Sergeant);
        var issue = await site.GivenIssue(Abbey, "Mopeds", "ann");

        var page = await Send(site, Urls.TimedCounts(Abbey.Code, issue, New), "weekday,hour,count\nFriday,22,14\n", (field, text));

        Assert.Contains(error, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_more_than_50_kilobytes_and_none_at_all_are_told()
    {
        await using var site = await Start(Role.Sergeant);
        var issue = await site.GivenIssue(Abbey, "Mopeds", "ann");

        Assert.Contains("The file must be 50 KB or smaller", (await Send(site, Urls.TimedCounts(Abbey.Code, issue, New), new string('x', 50_001))).Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Contains("Choose the file with the table", (await site.Post(Urls.TimedCounts(Abbey.Code, issue, New), ("What", "calls"))).Text(".govuk-error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_tried_before_stands_there_with_what_came_of_it_and_what_the_team_learnt()
    {
        await using var site = await Start(Role.Sergeant);
        var before = await site.GivenPriority(Abbey, await site.GivenIssue(Abbey, "Mopeds in the park", "zoe"), "Quiet park", daysAgo: 60);
        await site.GivenAction(before, null, partner: "The council", due: -20, done: 21);
        await site.GivenStep(before, Plans.Sara.Assessment, "Gates help by day.");
        var form = await site.Get(Urls.WorkPriority(Abbey.Code, before));
        await site.PostForm(form, ("Verdict", "Improving"), ("Why", "Fewer"), ("Meeting", "the panel"), ("Day", "2026-06-10"), ("Then", "close"));

        // Of the same kind, and another issue.
        var page = await site.Get(Urls.Evidence(Abbey.Code, await site.GivenIssue(Abbey, "Mopeds on the High Road", "ann")));

        Assert.Contains("Tried before: 1 priority. The latest, \u201CQuiet park\u201D, adopted on 16 April 2026, is closed: improving.", page.Text(".w-facts"), StringComparison.Ordinal);
        Assert.Contains("Gates help by day.", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_walks_found_near_it_stands_there_and_what_they_found_elsewhere_is_counted()
    {
        await using var site = await Start(Role.Sergeant);
        var issue = await site.GivenIssue(Abbey, "Mopeds", "ann");
        var walk = await site.GivenActivity("Walk", new(2026, 6, 10), kind: "eva", attended: 9);
        await site.With(async db =>
        {
            (await db.Concerns.SingleAsync(Cancel)).Pin = "51.505,-0.095";
            foreach (var (what, latitude) in new[] { ("Broken lamp", 515_060_000), ("Far bench", 515_090_000) })
            {
                db.WalkFindings.Add(new() { Id = Guid.CreateVersion7(), Activity = walk.Id, What = what, Where = "Behind the shops", Score = 4, LatitudeE7 = latitude, LongitudeE7 = -950_000, Made = site.Clock.GetUtcNow().UtcDateTime });
            }

            await db.SaveChangesAsync(Cancel);
        });

        var page = (await site.Get(Urls.Evidence(Abbey.Code, issue))).Text("main");

        // 111 metres away, and 445.
        Assert.Contains("Broken lamp", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Far bench", page, StringComparison.Ordinal);
        Assert.DoesNotContain("51.505", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_quoted_in_words_that_were_made_public_and_in_no_others()
    {
        await using var site = await Start(Role.Sergeant);
        var issue = await site.GivenIssue(Abbey, "Mopeds", "ann", "bob");
        await site.With(async db =>
        {
            var one = await db.Concerns.SingleAsync(concern => concern.PersonKey == "ann", Cancel);
            db.ConcernSteps.Add(one.Show(new(Guid.CreateVersion7(), null, site.Clock.GetUtcNow().UtcDateTime), "Mopeds on the pavement scare older people.", null));
            await db.SaveChangesAsync(Cancel);
        });

        var page = (await site.Get(Urls.Evidence(Abbey.Code, issue))).Text("main");

        Assert.Contains("Mopeds on the pavement scare older people.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ann says", page, StringComparison.Ordinal);
        Assert.DoesNotContain("bob says", page, StringComparison.Ordinal);
    }

    private static async Task<TestSite> Start(Role role)
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenSignedIn(role, Abbey);
        return site;
    }

    private static string Note(Guid issue, string part) => Urls.EvidenceNote(Abbey.Code, issue, part);

    private static Task GivenPlaces(TestSite site, params (string Person, string Street, TimeOfDay Time)[] said) => site.With(async db =>
    {
        foreach (var concern in await db.Concerns.ToListAsync(Cancel))
        {
            if (said.FirstOrDefault(one => one.Person == concern.PersonKey) is { Street: { } street } one)
            {
                (concern.Where, concern.Street, concern.Time) = (SaidWhere.Street, street, one.Time);
            }
        }

        await db.SaveChangesAsync(Cancel);
    });

    /// <summary>Sends the form with a file, as a browser does.</summary>
    private static Task<IDocument> Send(TestSite site, string url, string file, params (string Name, string Text)[] other)
    {
        (string Name, string Text)[] usual = [("What", "calls about mopeds"), ("Source", "the force"), ("First", "2026-01-01"), ("Last", "2026-03-31")];
        return site.SendFile(url, ("Table", "counts.csv", Encoding.UTF8.GetBytes(file)), [.. usual.Where(one => other.All(field => field.Name != one.Name)), .. other]);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
