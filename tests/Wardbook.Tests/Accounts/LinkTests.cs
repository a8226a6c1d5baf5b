using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn.Factors;

namespace Wardbook.Accounts;

/// <summary>Links that open something once: for the first administrator, and for a forgotten password.</summary>
public sealed partial class LinkTests
{
    private const string Email = "sam.okafor@example.org";

    [Fact]
    public async Task The_first_administrator_is_made_by_a_link_from_the_terminal_and_by_no_password()
    {
        await using var site = await TestSite.Start();
        var link = await FirstLink(site);

        var form = await site.Get(link);
        var page = await Join(site, link);
        var again = await site.Get(link);
        var refused = await site.Run("accounts", "first-link");

        Assert.Equal("Make the first administrator", form.Text("h1"));
        Assert.Equal("My account", page.Text("h1"));
        Assert.Contains("Administrator", page.Text("#roles ~ .w-scroll"), StringComparison.Ordinal);
        Assert.Contains("Add a passkey", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, "This link does not work"), (again.StatusCode, again.Text("h1")));
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("There is an administrator", refused.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_has_run_out_or_was_replaced_or_made_up_opens_nothing()
    {
        await using var site = await TestSite.Start();
        var first = await FirstLink(site);
        var second = await FirstLink(site);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(second)).StatusCode);

        site.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(second)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.Join("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.RecoverBy(second.Split('/')[^1]))).StatusCode);
        Assert.Equal(0, await site.With(db => db.Accounts.CountAsync(Cancel)));
    }

    [Fact]
    public async Task A_link_made_by_a_clock_that_was_set_back_since_opens_nothing()
    {
        await using var site = await TestSite.Start();
        var link = await FirstLink(site);

        site.Clock.AdjustTime(site.Clock.GetUtcNow().AddHours(-2));

        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(link)).StatusCode);
    }

    [Fact]
    public async Task A_form_with_faults_uses_no_link_up_and_loses_nothing_that_was_typed()
    {
        await using var site = await TestSite.Start();
        var link = await FirstLink(site);

        var page = await site.Post(link, ("Name", "Sam Okafor"), ("Email", "no address"), ("Password", "password1234"));

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains("Type a mail address, such as name@example.org", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Contains("often used", page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal("Sam Okafor", page.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.Equal("My account", (await Join(site, link)).Text("h1"));
    }

    [Fact]
    public async Task A_forgotten_password_is_set_anew_by_a_letter_and_every_session_ends()
    {
        await using var site = await TestSite.Start(variables: [("WARDBOOK_ADDRESS", "https://wardbook.example.org")]);
        var account = await site.GivenPassword(await site.GivenAccount(email: Email));
        var elsewhere = await site.CookieOf(account);

        var sent = await site.Post(Urls.Recover, ("Email", Email));
        var link = await LinkInLetter(site);
        var set = await site.Post(link, ("Password", "a brand new set of words"));
        var again = await site.Get(link);

        Assert.Equal("Look at your mail", sent.Text("h1"));
        Assert.Equal("Sign in", set.Text("h1"));
        Assert.Equal("This link does not work", again.Text("h1"));
        Assert.Equal(HttpStatusCode.Redirect, (await site.Ask(Urls.Account, elsewhere)).StatusCode);
        Assert.Contains("is not right", (await SignIn(site, TestSite.GoodPassword)).Text("main"), StringComparison.Ordinal);
        Assert.Equal("My account", (await SignIn(site, "a brand new set of words")).Text("h1"));
        Assert.Contains(await site.With(db => db.Letters.Select(letter => letter.Subject).ToListAsync(Cancel)), subject => subject == "How you sign in to Wardbook was changed");
    }

    [Fact]
    public async Task A_recovery_link_lasts_a_quarter_of_an_hour()
    {
        await using var site = await TestSite.Start();
        await site.GivenPassword(await site.GivenAccount(email: Email));
        await site.Post(Urls.Recover, ("Email", Email));
        var link = await LinkInLetter(site);

        site.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(link)).StatusCode);
    }

    [Fact]
    public async Task Asking_for_a_letter_tells_nobody_whether_there_is_an_account()
    {
        await using var site = await TestSite.Start();
        await site.GivenPassword(await site.GivenAccount(email: Email));

        var there = await site.Post(Urls.Recover, ("Email", Email));
        var not = await site.Post(Urls.Recover, ("Email", "nobody@example.org"));

        Assert.Equal(there.Text("main"), not.Text("main"));
        Assert.Equal(1, await site.With(db => db.Letters.CountAsync(Cancel)));
    }

    [Fact]
    public async Task A_letter_leads_to_the_address_that_was_set_and_never_to_one_that_a_request_claims()
    {
        await using var site = await TestSite.Start(variables: [("WARDBOOK_ADDRESS", "https://wardbook.example.org")]);
        await site.GivenPassword(await site.GivenAccount(email: Email));

        await site.Post("http://evil.example/recover", ("Email", Email));

        Assert.Contains("https://wardbook.example.org/recover/", await site.With(db => db.Letters.Select(letter => letter.Text).SingleAsync(Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recovery_takes_no_second_factor_away()
    {
        await using var site = await TestSite.Start();
        var secret = Codes.NewSecret();
        await site.GivenPassword(await site.GivenAccount(email: Email), codeSecret: secret);
        await site.Post(Urls.Recover, ("Email", Email));
        await site.Post(await LinkInLetter(site), ("Password", "a brand new set of words"));

        Assert.Equal("What is the code in your app?", (await SignIn(site, "a brand new set of words")).Text("h1"));
    }

    private static Task<AngleSharp.Dom.IDocument> Join(TestSite site, string link) =>
        site.Post(link, ("Name", "Sam Okafor"), ("Email", Email), ("Password", TestSite.GoodPassword));

    private static Task<AngleSharp.Dom.IDocument> SignIn(TestSite site, string password) => site.Post(Urls.SignIn, ("Email", Email), ("Password", password));

    private static async Task<string> FirstLink(TestSite site)
    {
        var ran = await site.Run("accounts", "first-link");
        Assert.True(ran.ExitCode == 0, ran.Messages);
        return new Uri(ran.Output.Trim()).AbsolutePath;
    }

    private static async Task<string> LinkInLetter(TestSite site) =>
        LinkIn().Match(await site.With(db => db.Letters.OrderBy(letter => letter.Id).Select(letter => letter.Text).FirstAsync(Cancel))).Value;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [GeneratedRegex("/recover/[A-Za-z0-9_-]+")]
    private static partial Regex LinkIn();
}
