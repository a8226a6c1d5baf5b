using System.Net;
using System.Text.Json;
using Wardbook.Accounts.Record;

namespace Wardbook.Accounts.Personal;

public sealed class PersonalDataPagesTests
{
    [Fact]
    public async Task A_persons_data_is_found_shown_taken_out_and_erased()
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);
        var pat = await RetentionTests.GivenClosed(site, "Pat Okafor", closed: new(2026, 6, 1));
        await RetentionTests.GivenSession(site, pat, lastSeen: new(2026, 5, 30));
        await RetentionTests.GivenSent(site, "Pat@Example.org", sent: new(2026, 6, 10));

        var found = await site.Post(Urls.FindPersonalData, ("who", "PAT@example.org"));
        var shown = await site.Get(Urls.PersonalData(pat.Id));
        var file = JsonDocument.Parse(await site.GetText(Urls.PersonalDataFile(pat.Id, "json"))).RootElement;
        var readable = await site.GetText(Urls.PersonalDataFile(pat.Id, "txt"));
        var unsure = await site.Post(Urls.ErasePerson(pat.Id), ("sure", "yes"));
        var erased = await site.Post(Urls.ErasePerson(pat.Id), ("sure", "erase"));

        Assert.NotNull(found.QuerySelector($"a[href='{Urls.PersonalData(pat.Id)}']"));
        Assert.Contains("Firefox on Linux", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal((1, 1), (file.GetProperty("sessions").GetArrayLength(), file.GetProperty("letters").GetArrayLength()));
        Assert.Contains("  Name: Pat Okafor\r\n", readable, StringComparison.Ordinal);
        Assert.Equal("Type the word erase to go on, or leave everything as it is", unsure.Text(".govuk-error-summary li"));
        Assert.Contains("records were erased", erased.Text(".govuk-notification-banner"), StringComparison.Ordinal);
        Assert.Equal("Somebody whose name was erased", erased.Text("h1"));
        var after = await site.GetText(Urls.PersonalDataFile(pat.Id, "txt"));
        Assert.DoesNotContain("Okafor", after, StringComparison.Ordinal);
        Assert.DoesNotContain("pat@example.org", after, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Firefox", after, StringComparison.Ordinal);
        var record = await site.Record();
        Assert.Equal(3, record.Count(entry => entry is { Happened: Happened.Exported, Kind: "person" } && entry.About == pat.Id));
        Assert.Equal(2, record.Count(entry => entry is { Happened: Happened.Read, Kind: "person" } && entry.About == pat.Id));
        Assert.Single(record, entry => entry is { Happened: Happened.Erased, Kind: "person" } && entry.About == pat.Id);
    }

    [Fact]
    public async Task Erasing_asks_to_sign_in_again_when_that_is_long_ago()
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);
        var pat = await RetentionTests.GivenClosed(site, "Pat Okafor", closed: new(2026, 6, 1));
        site.Clock.Advance(TimeSpan.FromMinutes(11));

        var page = await site.Get(Urls.ErasePerson(pat.Id));
        var sent = await site.Post(Urls.ErasePerson(pat.Id), ("sure", "erase"));

        Assert.Equal("Sign in again", page.Text("h1"));
        Assert.Equal(Urls.SignInAgain(Urls.ErasePerson(pat.Id)), new Uri(page.Url).PathAndQuery);
        Assert.Equal("Sign in again", sent.Text("h1"));
        Assert.Equal("Pat Okafor", (await site.With(db => db.Accounts.FindAsync([pat.Id], TestContext.Current.CancellationToken).AsTask()))!.Name);
    }

    [Fact]
    public async Task Whoever_was_erased_is_nobody_on_every_page_and_stays_so()
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);
        var pat = await RetentionTests.GivenClosed(site, "Pat Okafor", closed: new(2026, 6, 1));
        var held = await site.GivenRole(pat, Role.Analyst, TestSite.Force);
        await site.Post(Urls.ErasePerson(pat.Id), ("sure", "erase"));

        var people = await site.Get(Urls.People);
        var person = await site.Get(Urls.Person(pat.Id));
        var end = await site.Get(Urls.EndRole(held.Id));
        var data = await site.Get(Urls.PersonalData(pat.Id));
        var open = await site.Get(Urls.ActOn(pat.Id, "open"));

        Assert.Contains("Somebody whose name was erased", people.Text("#people"), StringComparison.Ordinal);
        Assert.Equal("Somebody whose name was erased", person.Text("h1"));
        Assert.DoesNotContain("part of the demonstration", person.Text("main"), StringComparison.Ordinal);
        Assert.Null(person.QuerySelector($"a[href='{Urls.ActOn(pat.Id, "open")}']"));
        Assert.Contains("somebody whose name was erased", end.Text("main"), StringComparison.Ordinal);
        Assert.Equal("Somebody whose name was erased", data.Text("h1"));
        Assert.Equal(HttpStatusCode.NotFound, open.StatusCode);
    }

    [Fact]
    public async Task Whoever_can_still_sign_in_is_not_erased()
    {
        await using var site = await TestSite.Start();
        var administrator = await site.GivenSignedIn(Role.Administrator);

        var page = await site.Get(Urls.PersonalData(administrator.Id));
        var erase = await site.Get(Urls.ErasePerson(administrator.Id));

        Assert.Contains("close the account first, then erase", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, erase.StatusCode);
    }

    [Fact]
    public async Task A_rule_is_changed_after_its_answers_were_checked_and_the_one_before_stays_with_its_dates()
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);
        (string, string)[] answers = [("days", "60"), ("why", "The inspector asked for it"), ("basis", "Public task (UK GDPR, article 6(1)(e))"), ("from", "2026-06-20")];
        await site.Get(Urls.Retention);

        var check = await site.Post(Urls.RetentionRule("sessions"), [.. answers, ("step", "check")]);
        var between = await site.With(db => Task.FromResult(db.RetentionRules.Count(rule => rule.Kind == "sessions")));
        var done = await site.Post(Urls.RetentionRule("sessions"), [.. answers, ("step", "set")]);

        Assert.Equal("Check the rule before it is set", check.Text("h1"));
        Assert.Equal(1, between);
        Assert.Equal(Urls.Retention, new Uri(done.Url).AbsolutePath);
        var rules = await site.With(db => Task.FromResult(db.RetentionRules.Where(rule => rule.Kind == "sessions").OrderBy(rule => rule.From).ToList()));
        Assert.Equal([(90, new DateOnly(2026, 6, 15), new DateOnly(2026, 6, 19)), (60, new DateOnly(2026, 6, 20), (DateOnly?)null)], rules.Select(rule => (rule.Days, rule.From, rule.To)));
        Assert.Contains(await site.Record(), entry => entry is { Kind: "retention rule", Happened: Happened.Changed, Page: "/administration/retention/sessions" });
    }

    [Theory]
    [InlineData("days", "none", "The days must be a whole number from 1 to 36525")]
    [InlineData("days", "0", "The days must be a whole number from 1 to 36525")]
    [InlineData("why", " ", "Say why, in at most 1000 letters")]
    [InlineData("basis", "", "Name the lawful basis, in at most 1000 letters")]
    [InlineData("from", "tomorrow", "The first day must be a day such as 2026-06-16")]
    [InlineData("from", "2026-06-14", "The first day must be today or later: a rule that held cannot be unmade")]
    public async Task A_wrong_answer_is_told_and_nothing_typed_is_lost(string field, string typed, string said)
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);
        var answers = new Dictionary<string, string> { ["days"] = "60", ["why"] = "The inspector asked for it", ["basis"] = "Public task", ["from"] = "2026-06-20", ["step"] = "set" };
        answers[field] = typed;

        var page = await site.Post(Urls.RetentionRule("sessions"), [.. answers.Select(answer => (answer.Key, answer.Value))]);

        Assert.Equal(said, page.Text(".govuk-error-summary li"));
        Assert.Equal(answers["why"], page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task Nobody_but_those_who_keep_personal_data_comes_near_it()
    {
        await using var site = await TestSite.Start();
        var pat = await RetentionTests.GivenClosed(site, "Pat Okafor", closed: new(2026, 6, 1));
        await site.GivenSignedIn(Role.Analyst, new("ward", Places.PlaceCode.Parse("E05000001")));

        foreach (var url in new[] { Urls.Retention, Urls.RetentionRule("sessions"), Urls.FindPersonalData, Urls.PersonalData(pat.Id), Urls.PersonalDataFile(pat.Id, "json"), Urls.PersonalDataFile(pat.Id, "txt"), Urls.ErasePerson(pat.Id) })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(url)).StatusCode);
        }
    }
}
