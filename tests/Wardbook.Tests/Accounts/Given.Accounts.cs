using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Wardbook.Accounts;
using Wardbook.Accounts.SignIn;
using Wardbook.Places;

namespace Wardbook;

public sealed partial class TestSite
{
    /// <summary>Somebody who can sign in and holds nothing.</summary>
    public Task<Account> GivenAccount(string name = "Amara Bello", string? email = null) => With(async db =>
    {
        email ??= $"{Guid.NewGuid():n}@example.org";
        var account = new Account { Id = Guid.CreateVersion7(), Name = name, Email = email, EmailKey = Account.KeyOf(email, Database.Keys), SecurityStamp = Guid.NewGuid().ToString("n"), Made = Clock.GetUtcNow().UtcDateTime };
        db.Accounts.Add(account);
        await db.SaveChangesAsync(Cancel);
        return account;
    });

    /// <summary>Gives a role to somebody; since the year 2000 unless it says otherwise.</summary>
    public Task<HeldRole> GivenRole(Account account, Role role, PlaceKey? place = null, DateOnly? from = null, DateOnly? to = null) => With(async db =>
    {
        var held = HeldRole.Give(account.Id, role, place, from ?? new(2000, 1, 1), to, Clock.GetUtcNow().UtcDateTime, by: null);
        db.HeldRoles.Add(held);
        await db.SaveChangesAsync(Cancel);
        return held;
    });

    /// <summary>From here on <see cref="Get"/> and <see cref="Post"/> come from this person, who holds this role.</summary>
    public async Task<Account> GivenSignedIn(Role? role = null, PlaceKey? place = null)
    {
        var account = await GivenAccount();
        if (role is { } one)
        {
            await GivenRole(account, one, place);
        }

        await SignIn(account);
        return account;
    }

    /// <summary>As if this person had just signed in on this device.</summary>
    public async Task SignIn(Account account, Means means = Means.PasswordAndCode)
    {
        SignOut();
        cookies.SetCookies(new("http://localhost"), await CookieOf(account, means));
    }

    /// <summary>Somebody with a password, made as the site makes it.</summary>
    public async Task<Account> GivenPassword(Account account, string password = GoodPassword, string? codeSecret = null)
    {
        await using var scope = (await started.Value).Services.CreateAsyncScope();
        var hash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, password);
        return await With(async db =>
        {
            var kept = await db.Accounts.FindAsync([account.Id], Cancel);
            (kept!.PasswordHash, kept.CodeSecret) = (hash, codeSecret);
            await db.SaveChangesAsync(Cancel);
            return kept;
        });
    }

    public const string GoodPassword = "three unlike words: heron";

    /// <summary>This device forgets who was signed in on it; the site is not told.</summary>
    public void SignOut()
    {
        foreach (Cookie cookie in cookies.GetAllCookies())
        {
            cookie.Expired = true;
        }
    }

    /// <summary>The cookie that a browser would have after this person signed in: a session of its own each time.</summary>
    public async Task<string> CookieOf(Account account, Means means = Means.PasswordAndCode)
    {
        await using var scope = (await started.Value).Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Request = { Scheme = "http", Host = new("localhost") } };
        context.Items[typeof(Means)] = means;
        await context.SignInAsync(SessionCookie.Scheme, new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.Id.ToString())], SessionCookie.Scheme)));
        return context.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    /// <summary>Asks with this cookie and follows nowhere.</summary>
    public async Task<HttpResponseMessage> Ask(string url, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await Http.SendAsync(request, Cancel);
    }

    /// <summary>What a person's browser has after opening a page with a form: its cookies, and the form's token.</summary>
    public async Task<(string Cookie, string Token)> FormOf(Account account, string url)
    {
        var cookie = await CookieOf(account);
        using var answer = await Ask(url, cookie);
        var page = await Document(answer);
        var forms = answer.Headers.GetValues("Set-Cookie").Select(one => one.Split(';')[0]);
        return (string.Join("; ", forms.Prepend(cookie)), page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }

    /// <summary>Sends a form with this cookie and token, and follows nowhere.</summary>
    public async Task<HttpResponseMessage> Send(string url, string? cookie, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new FormUrlEncodedContent(token is null ? [] : [KeyValuePair.Create("__RequestVerificationToken", token)]),
        };
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await Http.SendAsync(request, Cancel);
    }

    public static PlaceKey Ward(string code) => new("ward", PlaceCode.Parse(code));

    public static PlaceKey Borough(string code) => new("borough", PlaceCode.Parse(code));

    public static PlaceKey Force { get; } = new("force", PlaceCode.Parse("metropolitan"));
}
