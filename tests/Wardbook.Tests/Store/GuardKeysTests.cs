using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;

namespace Wardbook.Store;

public sealed class GuardKeysTests
{
    [Fact]
    public async Task A_form_of_one_instance_or_of_an_earlier_start_may_be_sent_to_another()
    {
        await using var site = await TestSite.Start(alter: WithForm);
        var another = await site.AnotherInstance();
        var cancel = TestContext.Current.CancellationToken;

        using var shown = await site.Http.GetAsync("/form", cancel);
        var cookie = Assert.Single(shown.Headers.GetValues("Set-Cookie")).Split(';')[0];
        var token = await shown.Content.ReadAsStringAsync(cancel);

        Assert.Equal(200, await Send(another, cookie, token));
        Assert.Equal(400, await Send(another, cookie, token[..^6] + "AAAAAA"));
        Assert.DoesNotContain("masterKey", Assert.Single(await site.With(db => db.GuardKeys.ToListAsync(cancel))).Xml, StringComparison.OrdinalIgnoreCase);
    }

    private static void WithForm(WebApplication app)
    {
        app.MapGet("/form", (HttpContext context, IAntiforgery guard) => guard.GetAndStoreTokens(context).RequestToken).Public();
        app.MapPost("/form", async (HttpContext context, IAntiforgery guard) => await guard.IsRequestValidAsync(context) ? Results.Ok() : Results.BadRequest()).Public();
    }

    private static async Task<int> Send(HttpClient to, string cookie, string token)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/form") { Content = form };
        request.Headers.Add("Cookie", cookie);
        using var answer = await to.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
