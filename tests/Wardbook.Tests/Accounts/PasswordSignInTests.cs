using System.Net;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn;
using Wardbook.Accounts.SignIn.Factors;

namespace Wardbook.Accounts;

/// <summary>Signing in by password and code, through the pages, as somebody without scripts does.</summary>
public sealed class PasswordSignInTests
{
    private const string Email = "amara.bello@example.org";
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001");

    /// <summary>A short sample: the benchmark "names" measures it. Without the same work a name that nobody has would be answered fifty times as fast.</summary>
    [Fact]
    public async Task A_name_that_nobody_has_takes_as_long_as_a_wrong_password()
    {
        await using var site = await TestSite.Start(variables: [("WARDBOOK_SIGN_INS_PER_MINUTE", "1000000")]);
        List<double> known = [], unknown = [];
        for (var round = 0; round < 6; round++)
        {
            await site.GivenPassword(await site.GivenAccount($"Person {round}", $"somebody{round}@example.org"));
            foreach (var (waits, email) in new[] { (known, $"somebody{round}@example.org"), (unknown, $"nobody{round}@example.org") })
            {
                var since = System.Diagnostics.Stopwatch.GetTimestamp();
                var page = await site.Post(Urls.SignIn, ("Email", email), ("Password", "wrong wrong wrong"));
                waits.Add(System.Diagnostics.Stopwatch.GetElapsedTime(since).TotalMilliseconds);
                Assert.Contains("The mail address or the password is not right", page.Text("main"), StringComparison.Ordinal);
            }
        }

        // The first of each pays for what is compiled as it runs.
        Assert.InRange(unknown.Skip(1).Order().ElementAt(2) / known.Skip(1).Order().ElementAt(2), 0.4, 2.5);
    }

    [Fact]
    public async Task A_right_password_and_code_lead_in_and_signing_out_ends_it_on_the_server()
    {
        await using var site = await TestSite.Start();
        var secret = Codes.NewSecret();
        var account = await site.GivenPassword(await site.GivenAccount(email: Email), codeSecret: secret);

        var code = await site.Post(Urls.SignInFor("/sources"), ("Email", " Amara.Bello@EXAMPLE.org"), ("Password", TestSite.GoodPassword), ("to", "/sources"));
        var inside = await site.Post(code.Url, ("Code", Codes.At(secret, site.Clock.GetUtcNow())), ("to", "/sources"));
        var mine = await site.Get(Urls.Account);
        var left = await site.Post(Urls.SignOut);

        Assert.Equal("What is the code in your app?", code.Text("h1"));
        Assert.Equal("What is loaded", inside.Text("h1"));
        Assert.Equal(account.Name, inside.Text(".w-head__who a"));
        Assert.Contains("password and code", mine.Text("#history ~ .w-scroll"), StringComparison.Ordinal);
        Assert.Equal("You have signed out", left.Text("h1"));
        Assert.Equal("Sign in", (await site.Get(Urls.Account)).Text("h1"));
        Assert.All(await site.With(db => db.Sessions.ToListAsync(Cancel)), session => Assert.NotNull(session.Ended));
    }

    [Fact]
    public async Task A_wrong_name_and_a_wrong_password_are_answered_alike()
    {
        await using var site = await TestSite.Start();
        await site.GivenPassword(await site.GivenAccount(email: Email));
        await site.GivenAccount(email: "no.password@example.org");

        var answers = new List<string>();
        foreach (var email in new[] { Email, "nobody@example.org", "no.password@example.org" })
        {
            var page = await site.Post(Urls.SignIn, ("Email", email), ("Password", "not the right password"));
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            answers.Add(page.Text("main").Replace(email, "", StringComparison.Ordinal));
        }

        Assert.Single(answers.Distinct());
        Assert.Contains("The mail address or the password is not right", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_works_once_and_not_for_long()
    {
        await using var site = await TestSite.Start();
        var secret = Codes.NewSecret();
        await site.GivenPassword(await site.GivenAccount(email: Email), codeSecret: secret);
        var code = Codes.At(secret, site.Clock.GetUtcNow());
        await SignIn(site, code);
        Assert.Equal("My account", (await site.Get(Urls.Account)).Text("h1"));
        await site.Post(Urls.SignOut);

        var again = await SignIn(site, code);
        site.Clock.Advance(TimeSpan.FromMinutes(3));
        var late = await SignIn(site, Codes.At(secret, site.Clock.GetUtcNow().AddMinutes(-3)));

        Assert.Contains("That is not the code, or it was used already", again.Text("main"), StringComparison.Ordinal);
        Assert.Contains("That is not the code, or it was used already", late.Text("main"), StringComparison.Ordinal);
    }

    // RFC 6238, appendix B: the secret is the ASCII text 12345678901234567890; the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Codes.At("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Theory]
    [InlineData("short one", "at least 12")]
    [InlineData("password1234", "often used")]
    [InlineData("PASSWORDpassword", "often used")]
    [InlineData("qwertyuiop123!", "often used")]
    [InlineData("aaaaaaaaaaaaaa", "often used")]
    [InlineData("abcdefghijklmnop", "often used")]
    [InlineData("wardbook2026!", "name of this site")]
    [InlineData("amarabello12", "your name")]
    public void A_password_that_others_would_guess_is_refused_in_words(string password, string why) =>
        Assert.Contains(why, Passwords.Fault(password, "Amara Bello", Email), StringComparison.Ordinal);

    [Theory]
    [InlineData("three unlike words: heron")]
    [InlineData("correct horse battery staple")]
    [InlineData("ein anderes Wort 7")]
    [InlineData("wqmzkrtvbnpl")]
    public void A_long_password_of_any_signs_will_do(string password) => Assert.Null(Passwords.Fault(password, "Amara Bello", Email));

    [Fact]
    public async Task Whoever_guesses_is_held_up_and_the_person_on_their_own_device_is_not()
    {
        await using var site = await TestSite.Start(variables: [("WARDBOOK_SIGN_INS_PER_MINUTE", "1000"), ("WARDBOOK_SEARCHES_PER_MINUTE", "1000")]);
        var account = await site.GivenPassword(await site.GivenAccount(email: Email));
        await SignIn(site);
        await site.Post(Urls.SignOut);
        await site.With(async db =>
        {
            // From many other networks.
            for (var number = 0; number < Tries.FromAnywhere; number++)
            {
                db.SignInTries.Add(new() { Id = Guid.CreateVersion7(), NameKey = account.EmailKey, FromKey = $"{number}", From = $"192.0.2.{number}", At = site.Clock.GetUtcNow().UtcDateTime, Result = TryResult.Wrong, Device = "A browser" });
            }

            await db.SaveChangesAsync(Cancel);
        });

        var owner = await SignIn(site);
        site.SignOut();
        var stranger = await SignIn(site);
        site.Clock.Advance(Tries.Window);
        var later = await SignIn(site);

        Assert.Equal("My account", owner.Text("h1"));
        Assert.Contains("There were too many wrong tries", stranger.Text("main"), StringComparison.Ordinal);
        Assert.Equal("My account", later.Text("h1"));
    }

    [Fact]
    public async Task Five_wrong_tries_from_one_network_hold_it_up_whether_or_not_anybody_has_the_name()
    {
        await using var site = await TestSite.Start();
        await site.GivenPassword(await site.GivenAccount(email: Email));

        foreach (var email in new[] { Email, "nobody@example.org" })
        {
            for (var number = 0; number < Tries.FromOneNetwork; number++)
            {
                var wrong = await site.Post(Urls.SignIn, ("Email", email), ("Password", "not the right password"));
                Assert.Contains("is not right", wrong.Text("main"), StringComparison.Ordinal);
            }

            var held = await site.Post(Urls.SignIn, ("Email", email), ("Password", TestSite.GoodPassword));
            Assert.Contains("There were too many wrong tries", held.Text("main"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task More_tries_than_a_network_may_send_in_a_minute_are_answered_429()
    {
        await using var site = await TestSite.Start(variables: [("WARDBOOK_SIGN_INS_PER_MINUTE", "3")]);

        var answers = new List<HttpStatusCode>();
        for (var number = 0; number < 4; number++)
        {
            answers.Add((await site.Post(Urls.SignIn, ("Email", $"{number}@example.org"), ("Password", "wrong wrong wrong"))).StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(Urls.Home)).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_elsewhere_by_signing_in(string to)
    {
        await using var site = await TestSite.Start();
        await site.GivenPassword(await site.GivenAccount(email: Email));

        var page = await site.Post(Urls.SignInFor(to), ("Email", Email), ("Password", TestSite.GoodPassword), ("to", to));

        Assert.Equal("http://localhost/account", page.Url);
    }

    [Fact]
    public async Task One_factor_alone_gives_no_role_that_writes()
    {
        await using var site = await TestSite.Start();
        var account = await site.GivenPassword(await site.GivenAccount(email: Email));
        await site.GivenRole(account, Role.Sergeant, Abbey);

        var page = await SignIn(site);

        Assert.Contains("asks for a second way to show who you are", page.Text("main"), StringComparison.Ordinal);
        var refused = await site.Get(Urls.Imports);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.NotNull(refused.QuerySelector($"main a[href='{Urls.Account}']"));
    }

    [Fact]
    public async Task Passwords_are_not_taken_over_an_address_that_others_can_read()
    {
        await using var site = await TestSite.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://wardbook.example.org/sign-in");

        using var answer = await site.Http.SendAsync(request, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Contains("begins with <strong>https</strong>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"password\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_https_the_cookie_is_bound_to_the_host()
    {
        await using var site = await TestSite.Start();
        await site.GivenPassword(await site.GivenAccount(email: Email));
        var form = await site.Http.GetAsync("https://localhost/sign-in", Cancel);
        var html = await form.Content.ReadAsStringAsync(Cancel);
        var token = System.Text.RegularExpressions.Regex.Match(html, "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        using var post = new HttpRequestMessage(HttpMethod.Post, "https://localhost/sign-in")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Email"] = Email, ["Password"] = TestSite.GoodPassword, ["__RequestVerificationToken"] = token }),
        };
        post.Headers.Add("Cookie", string.Join("; ", form.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));

        using var answer = await site.Http.SendAsync(post, Cancel);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-wardbook=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_somebody_who_is_signed_in_is_kept_by_nobody_and_given_to_nobody_else()
    {
        await using var site = await TestSite.Start();
        var account = await site.GivenAccount("Amara Bello");
        var cookie = await site.CookieOf(account);

        using var mine = await site.Ask(Urls.About, cookie);
        using var others = await site.Ask(Urls.About, null);
        using var mineAgain = await site.Ask(Urls.About, cookie);

        Assert.Contains("Amara Bello", await mine.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.True(mine.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("Amara Bello", await others.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("Amara Bello", await mineAgain.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static async Task<AngleSharp.Dom.IDocument> SignIn(TestSite site, string? code = null)
    {
        var page = await site.Post(Urls.SignIn, ("Email", Email), ("Password", TestSite.GoodPassword));
        return code is null ? page : await site.Post(page.Url, ("Code", code));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
