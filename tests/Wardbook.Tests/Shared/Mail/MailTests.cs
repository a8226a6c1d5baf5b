using Microsoft.EntityFrameworkCore;

namespace Wardbook.Shared.Mail;

public sealed class MailTests
{
    [Fact]
    public async Task A_letter_goes_to_the_server_once_and_what_it_said_is_forgotten()
    {
        await using var folder = await TestDatabase.Make();
        await using var server = await SmtpServer.Start(folder.Folder);
        await using var site = await Site($"smtp://127.0.0.1:{server.Port}?tls=none");
        var id = await site.GivenLetter("pc.smith@example.org", "Réunion du panel", "Grüße,\nopen https://example.org/join/abc.");

        Assert.Equal(1, await site.SendMail());
        Assert.Equal(0, await site.SendMail());

        var taken = await server.Next();
        Assert.Equal("wardbook@example.org", taken.From);
        Assert.Equal(["pc.smith@example.org"], taken.To);
        var message = MimeKit.MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(taken.Text)), TestContext.Current.CancellationToken);
        Assert.Equal("Réunion du panel", message.Subject);
        Assert.Equal("Grüße,\nopen https://example.org/join/abc.", message.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.Equal($"{id:N}@example.org", message.MessageId);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        var letter = await site.Letter(id);
        Assert.Equal(site.Clock.GetUtcNow().UtcDateTime, letter.Sent);
        Assert.Equal("", letter.Text);
        Assert.Empty(await server.Rest());
    }

    [Theory]
    [InlineData("starttls", "smtp")]
    [InlineData("always", "smtps")]
    public async Task Name_and_password_go_over_an_encrypted_connection(string tls, string scheme)
    {
        await using var folder = await TestDatabase.Make();
        await using var server = await SmtpServer.Start(folder.Folder, "--tls", tls, "--user", "wardbook", "--password", "s@cret:word");
        await using var site = await Site($"{scheme}://wardbook:s%40cret%3Aword@localhost:{server.Port}", ("WARDBOOK_MAIL_AUTHORITIES", server.Certificate));
        await site.GivenLetter("pc.smith@example.org");

        Assert.Equal(1, await site.SendMail());

        var taken = await server.Next();
        Assert.True(taken.Encrypted);
        Assert.True(taken.Known);
    }

    [Theory]
    [InlineData("starttls", "smtp://wardbook:secret@localhost", "not one this machine trusts")]
    [InlineData("always", "smtps://wardbook:secret@localhost", "not one this machine trusts")]
    [InlineData("none", "smtp://localhost", "cannot do what is asked of it")]
    public async Task A_server_that_cannot_be_trusted_or_does_not_encrypt_is_told_nothing(string tls, string address, string said)
    {
        await using var folder = await TestDatabase.Make();
        await using var server = await SmtpServer.Start(folder.Folder, "--tls", tls);
        await using var site = await Site($"{address}:{server.Port}");
        var id = await site.GivenLetter("pc.smith@example.org");

        Assert.Equal(0, await site.SendMail());

        Assert.Contains(said, (await site.Letter(id)).LastTrouble, StringComparison.Ordinal);
        Assert.Empty(await server.Rest());
    }

    [Fact]
    public async Task A_wrong_password_is_said_in_words_and_never_logged()
    {
        await using var folder = await TestDatabase.Make();
        await using var server = await SmtpServer.Start(folder.Folder, "--tls", "starttls", "--user", "wardbook", "--password", "right");
        await using var site = await Site($"smtp://wardbook:opensesame@localhost:{server.Port}", ("WARDBOOK_MAIL_AUTHORITIES", server.Certificate));
        var id = await site.GivenLetter("pc.smith@example.org");

        Assert.Equal(0, await site.SendMail());

        Assert.Equal("The mail server does not accept the name and password in WARDBOOK_SMTP.", (await site.Letter(id)).LastTrouble);
        Assert.Contains(site.Logged, line => line.Contains(id.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(site.Logged, line => line.Contains("opensesame", StringComparison.Ordinal) || line.Contains("pc.smith", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_puts_a_letter_off_is_asked_again_after_a_pause()
    {
        await using var folder = await TestDatabase.Make();
        await using var server = await SmtpServer.Start(folder.Folder, "--busy", "2");
        await using var site = await Site($"smtp://127.0.0.1:{server.Port}?tls=none");
        var id = await site.GivenLetter("pc.smith@example.org");

        Assert.Equal(0, await site.SendMail());
        Assert.Equal(0, await site.SendMail());
        Assert.Equal(1, (await site.Letter(id)).Tries);
        site.Clock.Advance(MailRounds.Pauses[0]);
        Assert.Equal(0, await site.SendMail());
        site.Clock.Advance(MailRounds.Pauses[1]);
        Assert.Equal(1, await site.SendMail());

        Assert.Equal(3, (await site.Letter(id)).Tries);
        Assert.Single(await server.Rest());
    }

    [Fact]
    public async Task An_address_that_is_refused_for_good_is_given_up_at_once_and_the_others_go_out()
    {
        await using var folder = await TestDatabase.Make();
        await using var server = await SmtpServer.Start(folder.Folder, "--refuse", "nobody@example.org");
        await using var site = await Site($"smtp://127.0.0.1:{server.Port}?tls=none");
        var refused = await site.GivenLetter("nobody@example.org");
        await site.GivenLetter("pc.smith@example.org");

        Assert.Equal(1, await site.SendMail());

        var letter = await site.Letter(refused);
        Assert.NotNull(letter.GivenUp);
        Assert.Equal("", letter.Text);
        Assert.Equal("The mail server will not take letters for this address (it answers 550).", letter.LastTrouble);
        Assert.Equal(["pc.smith@example.org"], (await server.Next()).To);
    }

    [Fact]
    public async Task A_server_that_dies_before_it_answers_gets_the_letter_again_under_the_same_id()
    {
        await using var folder = await TestDatabase.Make();
        await using var server = await SmtpServer.Start(folder.Folder, "--die", "1");
        await using var site = await Site($"smtp://127.0.0.1:{server.Port}?tls=none");
        var id = await site.GivenLetter("pc.smith@example.org");

        Assert.Equal(0, await site.SendMail());
        Assert.Equal(0, await site.SendMail());
        site.Clock.Advance(MailRounds.Pauses[0]);
        Assert.Equal(1, await site.SendMail());

        var (first, second) = (await server.Next(), await server.Next());
        Assert.Contains($"Message-Id: <{id:N}@example.org>", first.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"Message-Id: <{id:N}@example.org>", second.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_for_days_and_then_given_up()
    {
        await using var site = await Site("smtp://127.0.0.1:1?tls=none");
        var id = await site.GivenLetter("pc.smith@example.org");

        foreach (var pause in MailRounds.Pauses)
        {
            Assert.Equal(0, await site.SendMail());
            site.Clock.Advance(pause);
        }

        var letter = await site.Letter(id);
        Assert.Equal(MailRounds.Pauses.Count, letter.Tries);
        Assert.NotNull(letter.GivenUp);
        Assert.StartsWith("The mail server 127.0.0.1 does not answer", letter.LastTrouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_whose_link_has_run_out_is_not_sent_any_more()
    {
        await using var site = await Site(null);
        var id = await site.GivenLetter("pc.smith@example.org", goodUntil: site.Clock.GetUtcNow().AddMinutes(15));
        site.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(0, await site.SendMail());

        Assert.Equal("It was not sent in time.", (await site.Letter(id)).LastTrouble);
        Assert.Empty(site.LettersInFolder());
    }

    [Fact]
    public async Task Without_a_server_each_letter_is_one_file_for_its_owner_alone()
    {
        await using var site = await Site(null);
        var id = await site.GivenLetter("pc.smith@example.org", text: "Open this link.");

        Assert.Equal(1, await site.SendMail());

        Assert.Contains("Open this link.", Assert.Single(site.LettersInFolder()), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(site.Folder, "letters", $"{id:N}.eml")));
        }
    }

    [Fact]
    public async Task A_letter_is_written_with_the_change_it_tells_of_or_not_at_all()
    {
        await using var site = await Site(null);

        await site.With(async db =>
        {
            await using var change = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            Outbox.Add(db, "pc.smith@example.org", "Your invitation", "Open this link.");
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await change.RollbackAsync(TestContext.Current.CancellationToken);
        });

        Assert.Equal(0, await site.SendMail());
        Assert.Equal(0, await site.With(db => db.Letters.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task What_a_letter_says_and_to_whom_stands_encrypted_in_the_database()
    {
        await using var site = await Site(null);
        await site.GivenLetter("pc.smith@example.org", text: "https://example.org/join/abc");

        var stored = await site.With(db => db.Database.SqlQueryRaw<string>("SELECT \"To\" || \"Text\" AS \"Value\" FROM \"Letters\"").SingleAsync(TestContext.Current.CancellationToken));

        Assert.DoesNotContain("smith", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("join", stored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pc.smith@example.org", true)]
    [InlineData("o'brien+panel@met.example.org", true)]
    [InlineData("smith@example.org, jones@example.org", false)]
    [InlineData("Smith <smith@example.org>", false)]
    [InlineData("smith@example.org\r\nBcc: jones@example.org", false)]
    [InlineData("smith", false)]
    [InlineData("@example.org", false)]
    [InlineData("smith@", false)]
    [InlineData("", false)]
    public void Only_one_plain_address_is_an_address(string text, bool isOne) => Assert.Equal(isOne, Outbox.IsAddress(text));

    [Fact]
    public async Task A_subject_cannot_carry_a_header()
    {
        await using var site = await Site(null);

        await Assert.ThrowsAsync<ArgumentException>(() => site.GivenLetter("pc.smith@example.org", "Hello\r\nBcc: jones@example.org"));
    }

    [Theory]
    [InlineData("smtp://wardbook:opensesame@mail.example.org?tls=none")]
    [InlineData("http://wardbook:opensesame@mail.example.org")]
    [InlineData("mail.example.org:opensesame")]
    public async Task A_setting_that_would_give_a_password_away_is_refused_without_showing_it(string smtp)
    {
        using var messages = new StringWriter();

        var code = await Cli.Run(["settings"], TextWriter.Null, messages, TimeProvider.System, TestContext.Current.CancellationToken,
            name => name switch { "WARDBOOK_SMTP" => smtp, "WARDBOOK_MAIL_FROM" => "wardbook@example.org", _ => null });

        Assert.Equal(1, code);
        Assert.Contains("WARDBOOK_SMTP", messages.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("opensesame", messages.ToString(), StringComparison.Ordinal);
    }

    private static Task<TestSite> Site(string? smtp, params (string, string)[] more) => TestSite.Start(variables: smtp is null
        ? more
        : [("WARDBOOK_SMTP", smtp), ("WARDBOOK_MAIL_FROM", "Wardbook <wardbook@example.org>"), .. more]);
}
