using System.Net;
using AngleSharp.Html.Parser;
using Wardbook.Accounts.SignIn;

namespace Wardbook.Accounts;

public sealed class FloodTests
{
    private const string Attacker = "203.0.113.7", Reader = "198.51.100.4";

    [Fact]
    public async Task A_network_that_floods_the_door_is_told_to_wait_in_plain_words_and_others_are_let_in()
    {
        await using var site = await TestSite.Start(variables: [("WARDBOOK_PROXIES", "127.0.0.0/8")]);
        await site.GivenPassword(await site.GivenAccount(email: "amara@example.org"));
        var form = await Form(site);

        var flood = await Task.WhenAll(Enumerable.Range(0, 300).Select(number => Try(site, form, Attacker, $"{number % 3}@example.org", "wrong wrong wrong")));
        var reader = await Try(site, form, Reader, "amara@example.org", TestSite.GoodPassword);
        var page = await Ask(site, Urls.About, Attacker);

        var refused = flood.Where(answer => answer.Status == HttpStatusCode.TooManyRequests).ToList();
        Assert.InRange(refused.Count, 240, 300);
        Assert.All(flood, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.TooManyRequests, answer.Status.ToString()));
        Assert.All(refused, answer => Assert.Equal("60", answer.RetryAfter));
        Assert.Contains("Wait a minute and try again", refused[^1].Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, reader.Status);
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task A_flood_from_everywhere_waits_and_somebody_on_a_device_of_their_own_does_not_wait_behind_it()
    {
        await using var site = await TestSite.Start(variables: [("WARDBOOK_PROXIES", "127.0.0.0/8")]);
        await site.GivenPassword(await site.GivenAccount(email: "amara@example.org"));
        var form = await Form(site);
        var first = await Try(site, form, Reader, "amara@example.org", TestSite.GoodPassword);

        var flood = Enumerable.Range(0, 150).Select(number => Try(site, form, $"203.0.{number / 100}.{number}", $"{number}@example.org", "wrong wrong wrong")).ToList();
        var page = await Ask(site, Urls.About, Reader);
        var again = await Try(site, $"{form.Cookie}; {first.Cookie}", form.Token, Reader, "amara@example.org", TestSite.GoodPassword);
        var waiting = flood.Count(answer => !answer.IsCompleted);
        var answers = await Task.WhenAll(flood);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.NotEqual(0, waiting);
        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.TooManyRequests, answer.Status.ToString()));
        var refused = answers.Where(answer => answer.Status == HttpStatusCode.TooManyRequests).ToList();
        Assert.InRange(refused.Count, 80, 150);
        Assert.All(refused, answer => Assert.Equal("60", answer.RetryAfter));
        Assert.Contains("Wait a minute and try again", refused[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_for_a_turn_in_vain_is_sent_away_and_the_turns_of_known_devices_stay_free()
    {
        using var turns = new Turns();
        List<IDisposable?> taken = [];
        for (var turn = 0; turn < Turns.AtOnce; turn++)
        {
            taken.Add(await turns.Enter(isKnownDevice: false, Cancel));
        }

        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var queue = Enumerable.Range(0, Turns.MostWaiting).Select(_ => turns.Enter(isKnownDevice: false, gone.Token)).ToList();
        var oneTooMany = await turns.Enter(isKnownDevice: false, Cancel);
        using var known = await turns.Enter(isKnownDevice: true, Cancel);
        await gone.CancelAsync();

        Assert.All(taken, Assert.NotNull);
        Assert.Null(oneTooMany);
        Assert.NotNull(known);
        foreach (var waiting in queue)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }
    }

    private static async Task<(string Cookie, string Token)> Form(TestSite site)
    {
        using var answer = await site.Http.GetAsync(Urls.SignIn, Cancel);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancel));
        return (string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])), page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }

    private static Task<Answer> Try(TestSite site, (string Cookie, string Token) form, string from, string email, string password) => Try(site, form.Cookie, form.Token, from, email, password);

    private static async Task<Answer> Try(TestSite site, string cookie, string token, string from, string email, string password)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Urls.SignIn)
        {
            Content = new FormUrlEncodedContent([new("Email", email), new("Password", password), new("__RequestVerificationToken", token)]),
        };
        request.Headers.Add("Cookie", cookie);
        return await Send(site, request, from);
    }

    private static async Task<Answer> Ask(TestSite site, string url, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        return await Send(site, request, from);
    }

    private static async Task<Answer> Send(TestSite site, HttpRequestMessage request, string from)
    {
        request.Headers.Add("X-Forwarded-For", from);
        using var answer = await site.Http.SendAsync(request, Cancel);
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(cookie => cookie.Split(';')[0]).Where(cookie => cookie.StartsWith("wardbook-known", StringComparison.Ordinal)) : [];
        return new(answer.StatusCode, answer.Headers.TryGetValues("Retry-After", out var after) ? after.Single() : null, string.Join("; ", cookies), await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed record Answer(HttpStatusCode Status, string? RetryAfter, string Cookie, string Words);
}
