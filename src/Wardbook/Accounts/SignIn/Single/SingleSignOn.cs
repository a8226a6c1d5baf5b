using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Wardbook.Accounts.Record;
using Wardbook.Shared;
using Wardbook.Shared.Mail;
using Wardbook.Store;

namespace Wardbook.Accounts.SignIn.Single;

/// <summary>Signing in through a force's own sign-on: OpenID Connect, authorization code with PKCE.</summary>
public static class SingleSignOn
{
    public const string Scheme = "single";

    /// <summary>The account that somebody who is signed in wants to join to their name at the sign-on.</summary>
    public const string JoinItem = "join";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void Add(WebApplicationBuilder builder, Settings settings)
    {
        if (settings.SingleSignOn is not { } single)
        {
            return;
        }

        builder.Services.AddSingleton(single);
        builder.Services.AddAuthentication().AddOpenIdConnect(Scheme, openId =>
        {
            openId.Authority = single.Authority.ToString().TrimEnd('/');
            (openId.ClientId, openId.ClientSecret) = (single.Client, single.Secret);
            openId.RequireHttpsMetadata = !single.Authority.IsLoopback;
            (openId.ResponseType, openId.ResponseMode, openId.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
            openId.CallbackPath = Urls.SingleSignOn + "/back";
            openId.MapInboundClaims = false;
            openId.SaveTokens = false;
            openId.Scope.Clear();
            openId.Scope.Add("openid");
            openId.Scope.Add("profile");
            openId.Scope.Add("email");
            openId.BackchannelTimeout = Patience;
            openId.SignInScheme = SessionCookie.Scheme;
            openId.DisableTelemetry = true;
            // The way back is a plain link from another site: stricter cookies would stay behind.
            openId.CorrelationCookie.SameSite = openId.NonceCookie.SameSite = SameSiteMode.Lax;
            openId.CorrelationCookie.SecurePolicy = openId.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            openId.Events.OnTicketReceived = Admit;
            openId.Events.OnRemoteFailure = context =>
            {
                Log(context.HttpContext).LogWarning("A sign-in through the single sign-on failed: {Reason}", context.Failure?.Message);
                return Leave(context, "failed");
            };
        });
    }

    private static async Task Admit(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var single = services.GetRequiredService<SingleSignOnSettings>();
        var clock = services.GetRequiredService<TimeProvider>();
        var cancel = http.RequestAborted;
        if (context.Principal?.FindFirst("sub") is not { Value: { Length: > 0 and <= 255 } subject, Issuer: { Length: > 0 } issuer })
        {
            await Leave(context, "failed");
            return;
        }

        var groups = context.Principal.FindAll(single.GroupsClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        await using var db = services.GetRequiredService<Database>().Open(Author.Job("single sign-on"));
        var account = await Known(db, issuer, subject, cancel);
        if (context.Properties?.Items.TryGetValue(JoinItem, out var join) == true && Guid.TryParse(join, out var joining))
        {
            if (account is not null && account.Id != joining)
            {
                await Leave(context, "taken");
                return;
            }

            if (account is null && (account = await db.Accounts.SingleOrDefaultAsync(row => row.Id == joining && row.Closed == null, cancel)) is not null)
            {
                Join(db, account, issuer, subject);
                Notice.Tell(db, account, $"Your account was joined to {single.Name}.", clock.GetUtcNow().UtcDateTime);
            }
        }

        if (account is null && single.Groups.Any(one => groups.Contains(one.Group)))
        {
            if (await Make(db, context.Principal, issuer, subject, clock, cancel) is not { } made)
            {
                await Leave(context, "address");
                return;
            }

            account = made;
        }

        if (account is not null)
        {
            await GroupRoles.Settle(db, single, account.Id, groups, clock.GetUtcNow().UtcDateTime, clock.Today(), cancel);
            await db.SaveChangesAsync(cancel);
            services.GetRequiredService<Askers>().Forget(account.Id);
        }

        if (account is not { Closed: null } || !(await db.HeldRoles.AsNoTracking().Where(held => held.Account == account.Id).ToListAsync(cancel)).Exists(held => held.HoldsOn(clock.Today())))
        {
            await Leave(context, "group");
            return;
        }

        await services.GetRequiredService<Entrance>().Admit(await services.GetRequiredService<WardbookDb>().Accounts.SingleAsync(row => row.Id == account.Id, cancel), Means.SingleSignOn, cancel);
        context.HandleResponse();
        context.Response.Redirect(context.ReturnUri is { } to && RedirectHttpResult.IsLocalUrl(to) ? to : Urls.Account);
    }

    private static async Task<Account?> Known(WardbookDb db, string issuer, string subject, CancellationToken cancel) => await db.OutsideNames
        .Where(name => name.Issuer == issuer && name.Subject == subject)
        .Join(db.Accounts, name => name.Account, account => account.Id, (_, account) => account)
        .SingleOrDefaultAsync(cancel);

    /// <returns>Null when somebody here has that mail address: an address alone proves nothing.</returns>
    private static async Task<Account?> Make(WardbookDb db, ClaimsPrincipal person, string issuer, string subject, TimeProvider clock, CancellationToken cancel)
    {
        var email = person.FindFirst("email")?.Value is { } told && Outbox.IsAddress(told) ? told : "";
        if (email.Length > 0)
        {
            var keys = Account.KeysOf(email, db.Keys);
            if (await db.Accounts.AnyAsync(account => keys.Contains(account.EmailKey), cancel))
            {
                return null;
            }
        }

        var name = string.Concat((person.FindFirst("name")?.Value ?? person.FindFirst("preferred_username")?.Value ?? "").Where(letter => !char.IsControl(letter))).Trim();
        name = name.Length == 0 ? "Somebody without a name" : name;
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            Name = name.Length > Account.LongestName ? name[..Account.LongestName] : name,
            Email = email,
            EmailKey = email.Length > 0 ? Account.KeyOf(email, db.Keys) : db.Keys.LookUp("single sign-on", $"{issuer}\n{subject}"),
            SecurityStamp = Guid.NewGuid().ToString("n"),
            Made = clock.GetUtcNow().UtcDateTime,
        };
        db.Accounts.Add(account);
        Join(db, account, issuer, subject);
        return account;
    }

    private static void Join(WardbookDb db, Account account, string issuer, string subject) =>
        db.OutsideNames.Add(new() { Id = Guid.CreateVersion7(), Account = account.Id, Issuer = issuer, Subject = subject });

    private static Task Leave(HandleRequestContext<RemoteAuthenticationOptions> context, string why)
    {
        context.HandleResponse();
        context.Response.Redirect($"{Urls.SingleSignOn}?why={why}");
        return Task.CompletedTask;
    }

    private static ILogger Log(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SingleSignOn).FullName!);
}
