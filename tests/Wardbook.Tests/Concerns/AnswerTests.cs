using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Accounts.SignIn.Links;
using Wardbook.Concerns.Answers;

namespace Wardbook.Concerns;

public sealed class AnswerTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001"), Northborough = TestSite.Borough("E09000002");

    [Fact]
    public async Task An_answer_goes_to_whoever_asked_and_stands_on_their_private_page()
    {
        await using var site = await Start();
        var own = await site.GivenSaid(Abbey, ("Email", "amara@example.org"));
        Assert.Contains("You will have an answer by 18 June 2026, 11:00.", own.Text("p.w-lead"), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromHours(10));

        await Answer(site, "PassedOn", "The council repairs the lamps. Call 020 7946 0018.");

        var letter = await site.With(db => db.Letters.SingleAsync(row => row.Subject == "The answer of the team of Abbey ward", Cancel));
        Assert.Equal("amara@example.org", letter.To);
        Assert.Contains("The council repairs the lamps.", letter.Text, StringComparison.Ordinal);
        site.SignOut();
        var page = await site.Get(own.Url);
        Assert.Equal("It was passed on.", page.Text("p.w-lead"));
        Assert.Contains("The council repairs the lamps.", page.Text(".w-answer"), StringComparison.Ordinal);
        Assert.Equal("It was passed on.", (await site.Get(letter.Text.Split('\n').Single(line => line.Contains("/your-concern/", StringComparison.Ordinal)).Trim())).Text("p.w-lead"));
    }

    [Fact]
    public async Task Before_the_time_runs_out_the_sergeant_is_told_then_the_inspector_and_each_once()
    {
        await using var site = await Start();
        await site.GivenRole(await site.GivenAccount("Sam Sergeant", "sergeant@example.org"), Role.Sergeant, Abbey);
        await site.GivenRole(await site.GivenAccount("Ina Inspector", "inspector@example.org"), Role.Inspector, Northborough);
        await site.GivenRole(await site.GivenAccount("Sid Elsewhere", "elsewhere@example.org"), Role.Sergeant, TestSite.Ward("E05000003"));
        await site.GivenSaid(Abbey, ("Words", "Secret words of somebody"));

        Assert.Null(await Round(site, hours: 47));
        Assert.Equal(["sergeant@example.org: 1 concern must be answered within 24 hours"], await Letters(site, await Round(site, hours: 2)));
        Assert.Null(await Round(site, hours: 1));
        Assert.Equal(["inspector@example.org: 1 concern must be answered within 8 hours"], await Letters(site, await Round(site, hours: 15)));
        Assert.Equal(["inspector@example.org: 1 concern ran out without an answer"], await Letters(site, await Round(site, hours: 8)));
        Assert.Null(await Round(site, hours: 100));
        Assert.All(await site.With(db => db.Letters.ToListAsync(Cancel)), letter => Assert.DoesNotContain("Secret", letter.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ward_without_a_sergeant_is_the_inspectors_at_once()
    {
        await using var site = await Start();
        await site.GivenRole(await site.GivenAccount("Ina Inspector", "inspector@example.org"), Role.Inspector, Northborough);
        await site.GivenSaid(Abbey);

        Assert.Equal(["inspector@example.org: 1 concern must be answered within 24 hours"], await Letters(site, await Round(site, hours: 50)));
    }

    [Fact]
    public async Task When_it_ran_out_whoever_asked_can_ask_above_once()
    {
        await using var site = await Start();
        await site.GivenRole(await site.GivenAccount("Ina Inspector", "inspector@example.org"), Role.Inspector, Northborough);
        var own = await site.GivenSaid(Abbey);
        Assert.Null((await site.Get(own.Url)).QuerySelector("#appeal"));
        site.Clock.Advance(TimeSpan.FromHours(73));

        var page = await site.Get(own.Url);
        Assert.Equal("There is no answer yet, though one was promised. We are sorry.", page.Text("p.w-lead"));
        await Task.WhenAll(site.PostOne(page, "#appeal"), site.PostOne(page, "#appeal"));

        Assert.Contains("The inspector was told that you still wait.", (await site.Get(own.Url)).Text("main"), StringComparison.Ordinal);
        Assert.Equal("inspector@example.org", (await site.With(db => db.Letters.SingleAsync(Cancel))).To);
    }

    [Fact]
    public async Task A_pause_with_a_reason_stops_the_clock_and_it_goes_on_with_what_was_left()
    {
        await using var site = await Start();
        await site.GivenSaid(Abbey);
        site.Clock.Advance(TimeSpan.FromHours(70));
        var page = await Opened(site);
        var reason = page.QuerySelectorAll("#Pause option").Single(option => option.TextContent == "A partner has been asked").GetAttribute("value")!;

        Assert.Equal("Choose why the clock pauses", (await site.PostOne(page, "#pause")).Text(".govuk-error-summary__list"));
        page = await site.PostOne(page, "#pause", ("Pause", reason));
        Assert.Equal("New. Answer: paused, with 2 hours left.", page.Text("p.w-lead"));
        site.Clock.Advance(TimeSpan.FromDays(10));
        page = await Opened(site);
        page = await site.PostOne(page, "#resume");

        Assert.Equal("New. Answer: due in 2 hours.", page.Text("p.w-lead"));
    }

    [Fact]
    public async Task Weeks_later_whoever_asked_is_asked_whether_it_is_better_and_says_so_once()
    {
        await using var site = await Start();
        var own = await site.GivenSaid(Abbey, ("Email", "amara@example.org"));
        await Answer(site, "Answered", "On Friday.");
        Assert.Null(await Round(site, hours: 24 * 41));
        Assert.Equal("Told of 0 missing answers; asked 1 whether it is better.", await Round(site, hours: 24));
        Assert.Null(await Round(site, hours: 24));
        site.SignOut();

        var page = await site.Get(own.Url);
        Assert.Equal("Say whether it is better", (await site.PostOne(page, "#since")).Text(".govuk-error-summary__list"));
        page = await site.PostOne(page, "#since", ("Since", "Worse"), ("Comment", "Every night now"));

        Assert.Contains("You told the team: it is worse. Thank you.", page.Text("main"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#since"));
        Assert.Contains("It is worse", (await Opened(site)).Text("dl"), StringComparison.Ordinal);
        Assert.Equal("Every night now", (await site.With(db => db.ConcernSteps.SingleAsync(step => step.Kind == StepKind.Told, Cancel))).Words);
    }

    /// <summary>Of six, four in time: 66.7%, Wilson 30.0% to 90.3% (reckoned by hand from the formula).</summary>
    [Fact]
    public async Task How_often_the_promise_was_kept_is_published_with_its_doubt()
    {
        await using var site = await Start();
        for (var each = 0; each < 6; each++)
        {
            await site.GivenSaid(Abbey, ("Words", $"Mopeds {each}"));
        }

        await site.GivenSignedIn(Role.Sergeant, Abbey);
        foreach (var (number, id) in (await site.With(db => db.Concerns.Select(row => row.Id).ToListAsync(Cancel))).Index())
        {
            if (number == 4)
            {
                site.Clock.Advance(TimeSpan.FromHours(73));
                await site.GivenSignedIn(Role.Sergeant, Abbey);
            }

            await site.PostOne(await site.Get(Urls.WorkConcern(Abbey.Code, id)), "#answer", ("How", "Answered"), ("AnswerWords", "On Friday."));
        }

        site.SignOut();
        var csv = await site.GetText($"{Urls.Promise(Abbey.Code)}.csv");

        var row = csv.Split("\r\n").Single(line => line.StartsWith("June 2026", StringComparison.Ordinal)).Split(',');
        Assert.Equal(("4", "6"), (row[1], row[2]));
        Assert.Equal(30.0, double.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture), 1);
        Assert.Equal(90.3, double.Parse(row[5], System.Globalization.CultureInfo.InvariantCulture), 1);
        Assert.Equal("67%", (await site.Get(Urls.Promise(Abbey.Code))).Text(".w-figure__number"));
    }

    [Fact]
    public async Task Small_counts_are_not_published_and_cannot_be_had_by_subtraction()
    {
        await using var site = await Start();
        foreach (var (ward, many) in new[] { ("E05000001", 2), ("E05000002", 6) })
        {
            for (var each = 0; each < many; each++)
            {
                await site.GivenSaid(TestSite.Ward(ward), ("Words", $"Mopeds {each} {ward}"));
            }
        }

        site.Clock.Advance(TimeSpan.FromHours(73));

        Assert.Contains("Too few to show", (await site.Get(Urls.Promise(Abbey.Code))).Text(".w-figure__none"), StringComparison.Ordinal);
        var borough = await site.Get(Urls.Promise(Northborough.Code));
        Assert.Equal("0 of 8", borough.Text(".w-figure__more"));
        Assert.Equal(["too few to show", "too few to show"], borough.QuerySelectorAll("#wards tbody tr").Select(row => row.Children[2].TextContent.Trim()));
    }

    private static async Task Answer(TestSite site, string how, string words) => await site.PostOne(await Opened(site), "#answer", ("How", how), ("AnswerWords", words));

    private static async Task<IDocument> Opened(TestSite site)
    {
        var concern = await site.With(db => db.Concerns.SingleAsync(Cancel));
        await site.GivenSignedIn(Role.Constable, Abbey);
        return await site.Get(Urls.WorkConcern(Abbey.Code, concern.Id));
    }

    private static async Task<string?> Round(TestSite site, int hours)
    {
        site.Clock.Advance(TimeSpan.FromHours(hours));
        await site.With(async db =>
        {
            db.Letters.RemoveRange(await db.Letters.ToListAsync(Cancel));
            await db.SaveChangesAsync(Cancel);
        });
        return await AnswerRounds.Do(site.Database, new(await site.Service<SiteAddress>(), await site.Service<PlaceTrees>()), Cancel);
    }

    private static async Task<IEnumerable<string>> Letters(TestSite site, string? did)
    {
        Assert.NotNull(did);
        return (await site.With(db => db.Letters.ToListAsync(Cancel))).Select(letter => $"{letter.To}: {letter.Subject}").Order();
    }

    private static async Task<TestSite> Start()
    {
        var site = await TestSite.Start(variables: [("WARDBOOK_SEARCHES_PER_MINUTE", "1000000")]);
        await site.GivenFourWards();
        return site;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
