using System.Net;
using Wardbook.Access;

namespace Wardbook.Accounts.Administration;

public sealed class RunningPagesTests
{
    private static readonly string[] Pages = [Urls.HealthPage, Urls.SettingsPage, Urls.MailPage];

    [Fact]
    public async Task The_pages_of_whoever_keeps_it_running_are_whole_and_for_administrators_alone()
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Inspector, TestSite.Force);
        foreach (var page in Pages)
        {
            Assert.NotEqual(HttpStatusCode.OK, (await site.Get(page)).StatusCode);
        }

        await site.GivenSignedIn(Role.Administrator);
        foreach (var page in Pages)
        {
            Assert.Empty(Crawl.Faults(await site.Get(page)));
        }
    }

    [Fact]
    public async Task Health_tells_of_the_database_the_background_and_what_to_look_at()
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);
        await site.GivenLetter("pc.smith@example.org");
        await site.SendMail();
        await site.Wake("imports-left");

        var page = await site.Get(Urls.HealthPage);
        var text = page.QuerySelector("main")!.TextContent;

        Assert.Contains(TestDatabase.IsPostgres ? "PostgreSQL: " : "SQLite: ", text, StringComparison.Ordinal);
        Assert.Contains("Up to date", text, StringComparison.Ordinal);
        Assert.Contains("0 waiting, 0 given up in the last day", text, StringComparison.Ordinal);
        Assert.Contains("No mail server is set (WARDBOOK_SMTP).", page.QuerySelector(".govuk-notification-banner")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Took away 0 files.", page.QuerySelector("#rounds")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_shown_with_what_they_do_and_no_password()
    {
        await using var site = await TestSite.Start(variables: [("WARDBOOK_SMTP", "smtp://post:opensesame@mail.example.org"), ("WARDBOOK_MAIL_FROM", "wardbook@example.org")]);
        await site.GivenSignedIn(Role.Administrator);

        var page = await site.Get(Urls.SettingsPage);

        Assert.All(Shared.Settings.All, setting => Assert.Contains(setting.Variable, page.QuerySelector("#settings")!.TextContent, StringComparison.Ordinal));
        Assert.Contains("post at mail.example.org, port 587, encrypted", page.QuerySelector("#settings")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("opensesame", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(TestKeys.Text, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_to_oneself_tries_the_way_and_those_that_fail_are_listed_without_what_they_say()
    {
        await using var site = await TestSite.Start(variables: [("WARDBOOK_SMTP", "smtp://127.0.0.1:1?tls=none"), ("WARDBOOK_MAIL_FROM", "wardbook@example.org")]);
        var account = await site.GivenSignedIn(Role.Administrator);
        await site.GivenLetter("pc.smith@example.org", "Your invitation", "https://example.org/join/secret");

        var page = await site.Post(Urls.MailPage);
        Assert.Contains("A letter to you was written.", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await site.SendMail();
        var list = (await site.Get(Urls.MailPage)).QuerySelector("#letters-table")!;

        Assert.Contains(account.Email, list.TextContent, StringComparison.Ordinal);
        Assert.Contains("The mail server 127.0.0.1 does not answer", list.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", list.TextContent, StringComparison.Ordinal);
    }
}
