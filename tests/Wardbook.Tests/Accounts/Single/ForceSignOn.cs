using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Wardbook.Accounts.Single;

/// <summary>A force's sign-on: a real OpenID Connect server (OpenIddict) on a port of this machine. Whoever comes is <see cref="Person"/>, without being asked.</summary>
public sealed class ForceSignOn : IAsyncDisposable
{
    public const string Client = "wardbook", Secret = "a secret between two servers";

    /// <summary>Made once for all tests: it takes longer than anything else here.</summary>
    private static readonly RsaSecurityKey Signing = new(RSA.Create(2048)) { KeyId = "signing" }, Encryption = new(RSA.Create(2048)) { KeyId = "encryption" };

    private readonly ConcurrentDictionary<string, bool> used = new();
    private WebApplication app = null!;

    /// <summary>Subject, name, address and groups of whoever signs in next.</summary>
    public (string Subject, string Name, string Email, string[] Groups) Person { get; set; } = ("u-1", "PS Amara Bello", "amara.bello@force.example.org", []);

    /// <summary>What it says its name is, when that is not what it is.</summary>
    public Uri? WrongIssuer { get; set; }

    public string Address => app.Urls.First();

    public static async Task<ForceSignOn> Start()
    {
        var server = new ForceSignOn();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenIddict().AddServer(server.Describe);
        server.app = builder.Build();
        server.app.UseRouting();
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public Task Stop() => app.StopAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Describe(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email);
        server.AddEncryptionKey(Encryption).AddSigningKey(Signing);
        // Clients are checked here instead of in a table of its own.
        server.EnableDegradedMode();
        server.UseAspNetCore().DisableTransportSecurityRequirement();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != Client || context.RedirectUri?.EndsWith("/sign-in/single/back", StringComparison.Ordinal) != true)
            {
                context.Reject(Errors.InvalidClient);
            }

            return default;
        }));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != Client || context.ClientSecret != Secret)
            {
                context.Reject(Errors.InvalidClient);
            }
            else if (!used.TryAdd(context.Request.Code!, true))
            {
                context.Reject(Errors.InvalidGrant, "The code was used before.");
            }

            return default;
        }));
        server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            var identity = new ClaimsIdentity("force", Claims.Name, Claims.Role);
            identity.SetClaim(Claims.Subject, Person.Subject).SetClaim(Claims.Name, Person.Name).SetClaim(Claims.Email, Person.Email).SetClaims("groups", [.. Person.Groups]);
            identity.SetScopes(context.Request.GetScopes());
            identity.SetDestinations(_ => [Destinations.IdentityToken]);
            context.SignIn(new(identity));
            return default;
        }));
        server.AddEventHandler<GenerateTokenContext>(handler => handler.SetOrder(int.MinValue).UseInlineHandler(context =>
        {
            if (WrongIssuer is not null && context.TokenType == TokenTypeIdentifiers.IdentityToken)
            {
                context.Principal.SetClaim(Claims.Private.Issuer, WrongIssuer.AbsoluteUri);
            }

            return default;
        }));
    }
}
