using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;

namespace Wardbook.Concerns;

public sealed class DeskTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001"), Castle = TestSite.Ward("E05000003");

    [Fact]
    public async Task The_desk_says_what_waits_and_for_how_long()
    {
        await using var site = await Start();
        await site.GivenSaid(Abbey, ("Words", "Mopeds, mopeds, mopeds"));
        site.Clock.Advance(TimeSpan.FromHours(50));
        await site.GivenSaid(Abbey, ("Words", "Dark under the trees"), ("About", "lighting"));
        site.Clock.Advance(TimeSpan.FromHours(23));
        await site.GivenSignedIn(Role.Constable, Abbey);

        var desk = await site.Get(Urls.WorkConcerns(Abbey.Code));

        Assert.Equal("2 without an answer: 1 late, 0 due within 24 hours, 2 that nobody has taken up.", desk.Text("p.w-lead"));
        Assert.Equal(["Mopeds, mopeds, mopeds", "Dark under the trees"], desk.QuerySelectorAll("#open-table tbody tr").Select(row => row.Children[0].TextContent.Trim()));
        Assert.Equal(["1 hour late", "due in 2 days"], desk.QuerySelectorAll("#open-table tbody tr").Select(row => row.Children[2].TextContent.Trim()));
    }

    [Fact]
    public async Task What_may_tell_of_a_person_is_marked_and_is_not_in_the_words_to_begin_from()
    {
        await using var site = await Start();
        await site.GivenSaid(Abbey, ("Words", "Mr Hopkins of 12 Acacia Avenue races <b>AB12 CDE</b>"));

        var page = await Opened(site);

        Assert.Equal(["Mr Hopkins (name)", "12 Acacia Avenue (address)", "AB12 CDE (number plate)"], page.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Equal("[name] of [address] races <b>[number plate]</b>", page.QuerySelector("#PublicWords")!.TextContent.Trim());
    }

    [Fact]
    public async Task Nothing_is_public_before_a_person_has_made_the_public_words()
    {
        await using var site = await Start();
        await site.GivenSaid(Abbey, ("Words", "Mr Hopkins races mopeds"));
        Assert.DoesNotContain("mopeds", (await site.Get(Urls.Said(Abbey.Code))).Body!.TextContent, StringComparison.Ordinal);
        var page = await Opened(site);

        page = await site.PostOne(page, "#show", ("PublicWords", "Mr Hopkins races mopeds"));
        Assert.Contains("These words may tell of a person: Mr Hopkins (name)", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        page = await site.PostOne(page, "#show", ("PublicWords", "Mopeds are raced at night"));

        Assert.Equal("It is done.", page.Text(".govuk-notification-banner__heading"));
        site.SignOut();
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        var shown = await site.Get(Urls.Said(Abbey.Code));
        Assert.Contains("Mopeds are raced at night", shown.Text("#said"), StringComparison.Ordinal);
        Assert.DoesNotContain("Hopkins", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mopeds are raced at night", (await site.Get(Urls.Ward(Abbey.Code))).Text("main"), StringComparison.Ordinal);
        Assert.Equal(
            "words,about,place,month,times,state\r\nMopeds are raced at night,\"Cars, motorbikes and bikes: mopeds, motorbikes or scooters ridden dangerously or on the pavement\",,2026-06,1,new\r\n",
            await site.GetText($"{Urls.Said(Abbey.Code)}.csv"));
    }

    [Theory]
    [InlineData("hate")]
    [InlineData("at-home")]
    [InlineData("named-person")]
    public async Task What_is_never_public_cannot_be_made_so_and_is_never_offered(string category)
    {
        await using var site = await Start();
        await site.GivenSaid(Abbey, ("About", category));
        var page = await Opened(site);
        Assert.Null(page.QuerySelector("#show"));

        await site.PostOne(page, "#hide, #answer", ("Act", "show"), ("PublicWords", "Anything"));
        await site.With(async db =>
        {
            // Even if it stood in the row.
            await db.Database.ExecuteSqlRawAsync("""UPDATE "Concerns" SET "Moderation" = 2, "PublicWords" = 'Anything at all' """, Cancel);
        });

        Assert.DoesNotContain("Anything", (await site.Get(Urls.Said(Abbey.Code))).Text("main"), StringComparison.Ordinal);
        site.SignOut();
        Assert.Equal("Check what you say", (await site.GivenAnswers(Abbey, ("About", category))).Text("h1"));
    }

    [Fact]
    public async Task A_pin_is_shown_at_a_public_point_and_never_where_it_was_put()
    {
        await using var site = await Start();
        await site.GivenCrimes(new TestSite.Recorded(new(2026, 4), "Burglary", 1, "Atlantic Road") { Longitude = -0.0955, Latitude = 51.5052 });
        await site.GivenSaid(Abbey, ("Where", "pin"), ("Spot", "51.50500,-0.09512"));

        await site.PostOne(await Opened(site), "#show", ("PublicWords", "Mopeds at night"));

        var concern = await site.With(db => db.Concerns.SingleAsync(Cancel));
        Assert.Equal(("Atlantic Road", 515_052_000, -955_000), (concern.PublicPlace, concern.PublicLatitudeE7, concern.PublicLongitudeE7));
        site.SignOut();
        Assert.Contains("Atlantic Road", await site.GetText($"{Urls.Said(Abbey.Code)}.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_public_points_are_known_only_the_ward_is_shown()
    {
        await using var site = await Start();
        await site.GivenSaid(Abbey, ("Where", "pin"), ("Spot", "51.50500,-0.09512"));

        var page = await site.PostOne(await Opened(site), "#show", ("PublicWords", "Mopeds at night"));

        Assert.Contains("shown to the public, for the whole ward", page.Text("main"), StringComparison.Ordinal);
        Assert.Null((await site.With(db => db.Concerns.SingleAsync(Cancel))).PublicLatitudeE7);
    }

    [Fact]
    public async Task Others_who_said_the_same_are_offered_and_counted()
    {
        await using var site = await Start();
        await site.GivenSaid(Abbey, ("Words", "Mopeds ride on the pavement every night"));
        await site.PostOne(await Opened(site), "#show", ("PublicWords", "Mopeds ride on the pavement at night"));
        site.SignOut();

        var similar = await site.GivenAnswers(Abbey, ("Words", "A moped was riding on the pavement last night"));
        Assert.Equal("Others have said this. Is it the same?", similar.Text("h1"));
        var first = await site.With(db => db.Concerns.SingleAsync(Cancel));
        await site.PostForm(await site.PostForm(similar, ("Same", first.Id.ToString())));

        Assert.Equal("2", (await site.Get(Urls.Said(Abbey.Code))).Text("#said tbody td.n"));
        Assert.Equal("Check what you say", (await site.GivenAnswers(Abbey, ("Words", "Loud music"), ("About", "noise"))).Text("h1"));
    }

    [Fact]
    public async Task Joined_with_another_it_has_that_ones_answer_and_a_step_back_parts_them_again()
    {
        await using var site = await Start();
        var private1 = await site.GivenSaid(Abbey, ("Words", "Mopeds on the pavement"), ("Email", "one@example.org"));
        var private2 = await site.GivenSaid(Abbey, ("Words", "Mopeds on the pavement again"), ("Email", "two@example.org"));
        var all = await site.With(db => db.Concerns.ToListAsync(Cancel));
        var (one, two) = (all.Single(row => row.Said.EndsWith("pavement", StringComparison.Ordinal)), all.Single(row => row.Said.EndsWith("again", StringComparison.Ordinal)));
        await site.GivenSignedIn(Role.Sergeant, Abbey);

        async Task<IDocument> Join() => await site.PostOne(await site.Get(Urls.WorkConcern(Abbey.Code, two.Id)), "#merge", ("Into", one.Id.ToString()));
        var page = await site.PostOne(await Join(), "#undo");
        Assert.Contains("joined with another (taken back)", page.Text("#steps"), StringComparison.Ordinal);
        Assert.Equal(ConcernState.New, (await site.With(db => db.Concerns.SingleAsync(row => row.Id == two.Id, Cancel))).State);
        var self = await site.PostOne(await site.Get(Urls.WorkConcern(Abbey.Code, two.Id)), "#merge", ("Into", two.Id.ToString()));
        Assert.Equal("Choose the concern that says the same", self.Text(".govuk-error-summary__list"));
        await Join();
        await site.PostOne(await site.Get(Urls.WorkConcern(Abbey.Code, one.Id)), "#answer", ("How", "Answered"), ("AnswerWords", "We stop them on Friday."));

        Assert.Equal(["one@example.org", "two@example.org"], (await site.With(db => db.Letters.Where(row => row.Subject.StartsWith("The answer")).ToListAsync(Cancel))).Select(letter => letter.To).Order());
        site.SignOut();
        foreach (var own in new[] { private1, private2 })
        {
            Assert.Contains("We stop them on Friday.", (await site.Get(own.Url)).Text(".w-answer"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_who_act_at_once_lose_no_words()
    {
        await using var site = await Start();
        await site.GivenSaid(Abbey);
        var page = await Opened(site);
        await site.PostOne(page, "#show", ("PublicWords", "Mopeds at night"));

        var late = await site.PostOne(page, "#answer", ("How", "Answered"), ("AnswerWords", "A long and careful answer."));

        Assert.Equal("Somebody did something here while you wrote.", late.Text(".govuk-notification-banner__heading"));
        Assert.Contains("The public words are now: Mopeds at night", late.Text("main"), StringComparison.Ordinal);
        Assert.Equal("A long and careful answer.", late.QuerySelector("#AnswerWords")!.TextContent.Trim());
        Assert.Null((await site.With(db => db.Concerns.SingleAsync(Cancel))).Answered);
        await site.PostOne(late, "#answer");
        Assert.NotNull((await site.With(db => db.Concerns.SingleAsync(Cancel))).Answered);
    }

    [Fact]
    public async Task The_same_answer_sent_twice_is_one_answer_and_one_letter()
    {
        await using var site = await Start();
        await site.GivenSaid(Abbey, ("Email", "amara@example.org"));
        var page = await Opened(site);

        await site.PostOne(page, "#answer", ("How", "Answered"), ("AnswerWords", "On Friday."));
        await site.PostOne(page, "#answer", ("How", "Answered"), ("AnswerWords", "On Friday."));

        Assert.Equal(1, await site.With(db => db.ConcernSteps.CountAsync(Cancel)));
        Assert.Equal(1, await site.With(db => db.Letters.CountAsync(row => row.Subject.StartsWith("The answer"), Cancel)));
    }

    [Fact]
    public async Task Put_right_to_another_ward_it_is_on_that_wards_desk_and_no_more_on_this()
    {
        await using var site = await Start();
        await site.GivenSaid(Abbey);
        var id = (await site.With(db => db.Concerns.SingleAsync(Cancel))).Id;

        var desk = await site.PostOne(await Opened(site), "#correct", ("Place", "E05000003"), ("Category", "noise"));

        Assert.Equal("Nobody waits for an answer.", desk.Text("p.w-lead"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.WorkConcern(Abbey.Code, id))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(Urls.WorkConcern(Castle.Code, id))).StatusCode);
        await site.GivenSignedIn(Role.Constable, Castle);
        Assert.Equal("Anti-social behaviour: noise and nuisance", (await site.Get(Urls.WorkConcern(Castle.Code, id))).Text("h1"));
    }

    [Theory]
    [InlineData("", "back in the issue \u201CMopeds\u201D", "Mopeds")]
    [InlineData("merged", "back in the issue \u201CScooters\u201D", "Scooters")]
    [InlineData("closed", "not back in the issue \u201CMopeds\u201D, which was closed meanwhile: it is in none", null)]
    public async Task Put_right_to_another_ward_it_leaves_its_issue_and_taken_back_it_is_in_it_again(string meanwhile, string words, string? into)
    {
        await using var site = await Start();
        var (mopeds, scooters) = (await site.GivenIssue(Abbey, "Mopeds", "ann", "bob"), await site.GivenIssue(Abbey, "Scooters", "cem"));
        var id = await site.With(db => db.Concerns.Where(row => row.PersonKey == "ann").Select(row => row.Id).SingleAsync(Cancel));
        await site.GivenSignedIn(Role.Sergeant, Abbey);
        await site.PostOne(await site.Get(Urls.WorkConcern(Abbey.Code, id)), "#correct", ("Place", "E05000003"));
        Assert.Null(await IssueOf(site, id));
        Assert.Contains("What people said (1)", (await site.Get(Urls.WorkIssue(Abbey.Code, mopeds))).Text("main"), StringComparison.Ordinal);
        await (meanwhile switch
        {
            "merged" => site.Post(Urls.WorkIssue(Abbey.Code, mopeds), ("Do", "merge"), ("Other", $"{scooters}")),
            "closed" => site.Post(Urls.WorkIssue(Abbey.Code, mopeds), ("Do", "close"), ("Why", "Solved")),
            _ => Task.CompletedTask,
        });

        // The other ward puts it into an issue of its own, finds that it is not theirs, and takes the step back.
        await site.GivenSignedIn(Role.Sergeant, Castle);
        Assert.Contains("out of the issue \u201CMopeds\u201D", (await site.Get(Urls.WorkConcern(Castle.Code, id))).Text("#steps"), StringComparison.Ordinal);
        await site.Post(Urls.WorkIssues(Castle.Code), ("Chosen", $"{id}"), ("Into", "new"), ("Title", "Theirs"));
        Assert.Equal("Theirs", await IssueOf(site, id));
        await site.PostOne(await site.Get(Urls.WorkConcern(Castle.Code, id)), "#undo");

        Assert.Equal(into, await IssueOf(site, id));
        await site.GivenSignedIn(Role.Sergeant, Abbey);
        Assert.Contains($"out of the issue \u201CTheirs\u201D, {words}", (await site.Get(Urls.WorkConcern(Abbey.Code, id))).Text("#steps"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_right_within_its_ward_it_stays_in_its_issue()
    {
        await using var site = await Start();
        await site.GivenIssue(Abbey, "Mopeds", "ann");
        var id = await site.With(db => db.Concerns.Select(row => row.Id).SingleAsync(Cancel));
        await site.GivenSignedIn(Role.Sergeant, Abbey);

        var page = await site.PostOne(await site.Get(Urls.WorkConcern(Abbey.Code, id)), "#correct", ("Category", "noise"));
        Assert.Equal("Mopeds", await IssueOf(site, id));
        await site.PostOne(page, "#undo");

        Assert.Equal("Mopeds", await IssueOf(site, id));
    }

    [Fact]
    public async Task The_heap_is_one_line_on_the_desk_and_what_a_person_said_is_taken_out_of_it()
    {
        await using var site = await Start();
        await site.GivenSaid(Abbey, ("Words", "Buy pills"), ("Website", "x"));
        await site.GivenSaid(Abbey, ("Words", "It is dark here"), ("Website", "x"));
        await site.GivenSignedIn(Role.Constable, Abbey);
        var desk = await site.Get(Urls.WorkConcerns(Abbey.Code));
        Assert.Equal("2 messages are held together.", desk.Text(".govuk-notification-banner__heading"));
        Assert.Equal("Nobody waits for an answer.", desk.Text("p.w-lead"));
        var person = (await site.With(db => db.Concerns.ToListAsync(Cancel))).Single(row => row.Said == "It is dark here");

        desk = await site.PostForm(await site.Get(Urls.Heap(Abbey.Code)), ("Chosen", person.Id.ToString()));

        Assert.Equal("1 message is held together.", desk.Text(".govuk-notification-banner__heading"));
        Assert.Equal(["It is dark here"], desk.QuerySelectorAll("#open-table tbody tr").Select(row => row.Children[0].TextContent.Trim()));
    }

    [Fact]
    public async Task Many_concerns_are_entered_on_one_screen_as_they_were_said_and_once()
    {
        await using var site = await Start();
        await site.GivenSignedIn(Role.Pcso, Abbey);
        var form = await site.Get(Urls.EnterConcerns(Abbey.Code));
        var patrol = form.QuerySelectorAll("#Channel option").Single(option => option.TextContent == "Said to an officer on patrol").GetAttribute("value")!;
        (string, string)[] typed = [("Channel", patrol), ("Rows[0].Words", "Dark under the trees"), ("Rows[0].About", "lighting"), ("Rows[0].Street", "Elm Walk"), ("Rows[2].Words", "Loud at night"), ("Rows[2].About", "noise")];

        var wrong = await site.PostForm(form, [.. typed, ("Rows[1].Words", "About what?")]);
        Assert.Equal("Choose what line 2 is about", wrong.Text(".govuk-error-summary__list"));
        var done = await site.PostForm(form, typed);
        await site.PostForm(form, typed);

        Assert.Equal("2 concerns are entered and on the desk.", done.Text(".govuk-notification-banner__heading"));
        var rows = await site.With(db => db.Concerns.ToListAsync(Cancel));
        Assert.Equal([("Dark under the trees", "Elm Walk", true), ("Loud at night", null, true)], rows.OrderBy(row => row.Said).Select(row => (row.Said, row.Street, row.Verified is not null)));
        Assert.All(rows, row => Assert.Null(row.Due));
    }

    [Fact]
    public async Task Somebody_of_another_ward_sees_neither_desk_nor_concern()
    {
        await using var site = await Start();
        await site.GivenSaid(Abbey);
        var id = (await site.With(db => db.Concerns.SingleAsync(Cancel))).Id;

        await site.GivenSignedIn(Role.Sergeant, Castle);

        foreach (var url in new[] { Urls.WorkConcerns(Abbey.Code), Urls.WorkConcern(Abbey.Code, id), Urls.Heap(Abbey.Code), Urls.EnterConcerns(Abbey.Code) })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(url)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.WorkConcern(Castle.Code, id))).StatusCode);
    }

    /// <returns>What the issue is called that a concern is in; null for none.</returns>
    private static Task<string?> IssueOf(TestSite site, Guid concern) => site.With(db => db.Groupings.Where(row => row.Concern == concern && row.Until == null)
        .Join(db.Issues, row => row.Issue, issue => issue.Id, (_, issue) => (string?)issue.Title).SingleOrDefaultAsync(Cancel));

    /// <summary>The only concern there is, as the ward's constable sees it.</summary>
    private static async Task<IDocument> Opened(TestSite site)
    {
        var concern = await site.With(db => db.Concerns.SingleAsync(Cancel));
        await site.GivenSignedIn(Role.Constable, Abbey);
        return await site.Get(Urls.WorkConcern(Abbey.Code, concern.Id));
    }

    private static async Task<TestSite> Start()
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        return site;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
