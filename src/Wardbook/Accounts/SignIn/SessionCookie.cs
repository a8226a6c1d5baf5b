using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Accounts.SignIn;

/// <summary>Carries a session on a device: the cookie, and what is looked at whenever it comes back.</summary>
public static class SessionCookie
{
    /// <summary>Who signs in, by whatever means, signs in under this name.</summary>
    public static readonly string Scheme = IdentityConstants.ApplicationScheme;

    /// <summary>The claim that says which session it is.</summary>
    public const string SessionClaim = "session";

    /// <summary>Pages that were asked for side by side may still come with the identifier before.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

    /// <summary>A moment further ahead than this was written by a clock that has been set back since. It is not believed.</summary>
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LooksBack = TimeSpan.FromMinutes(1);

    private const string ProofItem = "proof";

    public static void Add(WebApplicationBuilder builder) => builder.Services
        .AddAuthentication(Scheme)
        .AddCookie(Scheme, cookie =>
        {
            cookie.Cookie.Name = "wardbook";
            cookie.CookieManager = new HostCookies();
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.Path = "/";
            // How long it lasts is for the session's row to say.
            cookie.ExpireTimeSpan = TimeSpan.FromDays(1);
            cookie.SlidingExpiration = false;
            cookie.Events.OnSigningIn = Begin;
            cookie.Events.OnValidatePrincipal = Look;
            cookie.Events.OnSigningOut = End;
            cookie.Events.OnRedirectToLogin = AskToSignIn;
            cookie.Events.OnRedirectToAccessDenied = context => Say(context, StatusCodes.Status403Forbidden);
        })
        .AddCookie(IdentityConstants.TwoFactorUserIdScheme, step =>
        {
            // Between one step and the next: the password was right, or a passkey was asked for.
            step.Cookie.Name = "wardbook-step";
            step.CookieManager = new HostCookies();
            step.Cookie.HttpOnly = true;
            step.Cookie.SameSite = SameSiteMode.Strict;
            step.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            step.Cookie.Path = "/";
            step.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });

    /// <summary>Programs are told, people are led there and back.</summary>
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || Problems.IsForPrograms(context.HttpContext))
        {
            return Say(context, StatusCodes.Status401Unauthorized);
        }

        context.Response.Redirect(Urls.SignInFor(request.Path + request.QueryString));
        return Task.CompletedTask;
    }

    private static Task Say(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task Begin(CookieSigningInContext context)
    {
        var services = context.HttpContext.RequestServices;
        var db = services.GetRequiredService<WardbookDb>();
        var account = Guid.Parse(context.Principal!.FindFirstValue(ClaimTypes.NameIdentifier)!);
        var clock = services.GetRequiredService<TimeProvider>();
        var (now, today) = (clock.GetUtcNow().UtcDateTime, clock.Today());
        var name = await db.Accounts.Where(row => row.Id == account).Select(row => row.Name).SingleAsync();
        var holding = (await db.HeldRoles.AsNoTracking().Where(held => held.Account == account).ToListAsync()).Where(held => held.HoldsOn(today));
        var means = context.HttpContext.Items[typeof(Means)] as Means? ?? Means.Password;
        var (session, secret) = Make(account, means, Devices.InWords(context.Request.Headers.UserAgent.ToString()), Session.RightsOf(holding), started: now, now, proved: now);
        db.Sessions.Add(session);
        await db.SaveChangesAsync();

        // Who signs in again on a device leaves the session that was open on it.
        await EndHere(context.HttpContext);
        services.GetRequiredService<Askers>().Forget(account);
        context.Principal = Principal(account, name, session.Id);
        context.Properties.Items[ProofItem] = secret;
    }

    private static async Task Look(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var askers = services.GetRequiredService<Askers>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        if (!Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
            || !Guid.TryParse(context.Principal?.FindFirstValue(SessionClaim), out var id)
            || await askers.Find(account, id) is not { IsClosed: false } known
            || !known.Sessions.TryGetValue(id, out var session)
            || !CryptographicOperations.FixedTimeEquals(session.Proof, ProofOf(context.Properties.Items[ProofItem] ?? "")))
        {
            await Refuse(context);
            return;
        }

        if (session is { ReplacedBy: { } later })
        {
            if (session.Ended + Overlap < now || !known.Sessions.TryGetValue(later, out session))
            {
                await Refuse(context);
                return;
            }
        }

        var holding = known.HoldsOn(services.GetRequiredService<TimeProvider>().Today());
        if (session.Ended is not null || IsOver(session, holding.Select(held => held.Role), now))
        {
            await Refuse(context);
            return;
        }

        var rights = Session.RightsOf(holding);
        if (session.Id == id && session.Rights != rights && !context.Request.Path.StartsWithSegments("/assets"))
        {
            session = await GoOn(context, known, session, rights, now) ?? session;
        }
        else if (now - session.LastSeen >= LooksBack)
        {
            session.LastSeen = now;
            await services.GetRequiredService<WardbookDb>().Sessions.Where(row => row.Id == session.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.LastSeen, now));
        }

        context.HttpContext.Features.Set(new SignedInAs(known, session));
    }

    /// <summary>Idle too long, open too long, or begun by a clock that has been set back.</summary>
    internal static bool IsOver(Session session, IEnumerable<Role> roles, DateTime now)
    {
        var (idle, atMost) = RoleTable.Limits(roles);
        return now - session.LastSeen > idle || now - session.Started > atMost || session.Started > now + ClockSlack || session.LastSeen > now + ClockSlack;
    }

    /// <summary>What the person may do has changed: the session goes on under a new identifier, and the old one is worth nothing.</summary>
    /// <returns>Null when a request beside this one did it first.</returns>
    private static async Task<Session?> GoOn(CookieValidatePrincipalContext context, KnownAsker known, Session old, long rights, DateTime now)
    {
        var services = context.HttpContext.RequestServices;
        var db = services.GetRequiredService<WardbookDb>();
        var (next, secret) = Make(known.Account, old.Means, old.Device, rights, old.Started, now, old.Proved);
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Sessions.Add(next);
        await db.SaveChangesAsync();
        if (await db.Sessions.Where(row => row.Id == old.Id && row.Ended == null)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Ended, now).SetProperty(one => one.ReplacedBy, next.Id)) == 0)
        {
            await transaction.RollbackAsync();
            return null;
        }

        await transaction.CommitAsync();
        services.GetRequiredService<Askers>().Forget(known.Account);
        context.ReplacePrincipal(Principal(known.Account, known.Name, next.Id));
        context.Properties.Items[ProofItem] = secret;
        context.ShouldRenew = true;
        return next;
    }

    private static async Task Refuse(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        if (!context.Request.Path.StartsWithSegments("/assets"))
        {
            await context.HttpContext.SignOutAsync(Scheme);
        }
    }

    private static Task End(CookieSigningOutContext context) => EndHere(context.HttpContext);

    private static async Task EndHere(HttpContext context)
    {
        if (context.Features.Get<SignedInAs>() is { } signedIn)
        {
            var services = context.RequestServices;
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            await services.GetRequiredService<WardbookDb>().Sessions
                .Where(row => row.Id == signedIn.Session.Id && row.Ended == null)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.Ended, now));
            services.GetRequiredService<Askers>().Forget(signedIn.Asker.Account);
        }
    }

    private static (Session Session, string Secret) Make(Guid account, Means means, string device, long rights, DateTime started, DateTime now, DateTime proved)
    {
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        return (new()
        {
            Id = Guid.CreateVersion7(),
            Account = account,
            Proof = ProofOf(secret),
            Started = started,
            LastSeen = now,
            Proved = proved,
            Means = means,
            Device = device,
            Rights = rights,
        }, secret);
    }

    private static byte[] ProofOf(string secret) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret));

    private static ClaimsPrincipal Principal(Guid account, string name, Guid session) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, account.ToString()), new(ClaimTypes.Name, name), new(SessionClaim, session.ToString())], Scheme));

    /// <summary>Over https the cookie bears the prefix that binds it to this host and to https. Plain http, which is for this machine alone, has no such thing.</summary>
    private sealed class HostCookies : ICookieManager
    {
        private readonly ChunkingCookieManager cookies = new();

        void ICookieManager.AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
            cookies.AppendResponseCookie(context, NameFor(context, key), value, options);

        void ICookieManager.DeleteCookie(HttpContext context, string key, CookieOptions options) => cookies.DeleteCookie(context, NameFor(context, key), options);

        string? ICookieManager.GetRequestCookie(HttpContext context, string key) => cookies.GetRequestCookie(context, NameFor(context, key));

        private static string NameFor(HttpContext context, string key) => context.Request.IsHttps ? $"__Host-{key}" : key;
    }
}
