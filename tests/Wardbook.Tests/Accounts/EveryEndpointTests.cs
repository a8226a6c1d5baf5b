using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Wardbook.Accounts;

/// <summary>
/// Every page and endpoint that the running site has, tried as every role, in a place that is theirs and in one that is not, and signed out.
/// Nothing here is listed by hand: what is added to the site is tried.
/// </summary>
public sealed class EveryEndpointTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001"), Castle = TestSite.Ward("E05000003");

    [Fact]
    public async Task Every_endpoint_is_open_to_those_its_policy_names_and_to_nobody_else()
    {
        await using var site = await Start();
        await site.GivenFourWards();
        List<string> wrong = [];
        var tried = 0;
        var endpoints = await Endpoints(site);
        foreach (var role in RoleTable.Roles.Cast<Role?>().Append(null))
        {
            var account = await site.GivenAccount($"{role}");
            if (role is { } one)
            {
                await site.GivenRole(account, one, PlaceOf(one));
            }

            var cookie = await site.CookieOf(account);
            foreach (var (endpoint, access) in endpoints)
            {
                foreach (var place in new[] { Abbey, Castle })
                {
                    tried++;
                    var expected = Expected(access, role, endpoint, place);
                    var url = Address(endpoint, place, Guid.NewGuid());
                    var got = (await site.Ask(url, cookie)).StatusCode;
                    if (got == HttpStatusCode.Forbidden == expected || got is HttpStatusCode.Unauthorized || (int)got >= 500)
                    {
                        wrong.Add($"{role?.ToString() ?? "no role"} at {url}: {(int)got}, and by its policy ({access.InWords}) {(expected ? "may" : "may not")}");
                    }

                    if (!expected)
                    {
                        var posted = (await site.Send(url, cookie, token: null)).StatusCode;
                        if (posted is not (HttpStatusCode.Forbidden or HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound))
                        {
                            wrong.Add($"{role} posts to {url}: {(int)posted}");
                        }
                    }
                }
            }
        }

        Assert.Empty(wrong);
        Assert.InRange(tried, 500, int.MaxValue);
    }

    [Fact]
    public async Task Signed_out_means_signed_out()
    {
        await using var site = await Start();
        await site.GivenFourWards();
        List<string> wrong = [];
        foreach (var (endpoint, access) in await Endpoints(site))
        {
            var url = Address(endpoint, Abbey, Guid.NewGuid());
            using var answer = await site.Ask(url, null);
            var isTurnedAway = answer.StatusCode is HttpStatusCode.Unauthorized || answer.Headers.Location?.OriginalString.StartsWith(Urls.SignIn, StringComparison.Ordinal) == true;
            if (isTurnedAway == access is PublicAttribute)
            {
                wrong.Add($"{url}: {(int)answer.StatusCode}, open to {access.InWords}");
            }

            if (access is not PublicAttribute && (await site.Send(url, null, token: null)).StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.MethodNotAllowed))
            {
                wrong.Add($"posting to {url} is answered to somebody who is signed out");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>Whatever id there is in the database, of any kind and anybody: where a page is about nobody but oneself, another's is not found.</summary>
    [Fact]
    public async Task Every_id_of_another_is_not_found_on_the_pages_about_oneself()
    {
        await using var site = await Start();
        await site.GivenFourWards();
        var other = await site.GivenAccount("Daniel Osei");
        await site.GivenRole(other, Role.Sergeant, Abbey);
        await site.CookieOf(other);
        await site.With(async db =>
        {
            db.Passkeys.Add(new() { Id = Guid.CreateVersion7(), Account = other.Id, Credential = [1], Name = "Phone", PublicKey = [1], Made = site.Clock.GetUtcNow().UtcDateTime, Transports = "", Attestation = [], ClientData = [] });
            await db.SaveChangesAsync(Cancel);
        });
        var ids = await site.With(async db => (await Task.WhenAll(
            db.Accounts.Select(row => row.Id).ToListAsync(Cancel))).SelectMany(list => list)
            .Concat(await db.Sessions.Select(row => row.Id).ToListAsync(Cancel))
            .Concat(await db.HeldRoles.Select(row => row.Id).ToListAsync(Cancel))
            .Concat(await db.Passkeys.Select(row => row.Id).ToListAsync(Cancel))
            .Concat(await db.Imports.Select(row => row.Id).ToListAsync(Cancel))
            .ToList());
        List<string> wrong = [];
        var mine = (await Endpoints(site)).Where(one => one.Access is SignedInAttribute && one.Endpoint.RoutePattern.Parameters.Any(IsId)).ToList();
        foreach (var role in RoleTable.Roles)
        {
            var account = await site.GivenAccount();
            await site.GivenRole(account, role, PlaceOf(role));
            var cookie = await site.CookieOf(account);
            foreach (var (endpoint, _) in mine)
            {
                foreach (var url in ids.Select(id => Address(endpoint, Abbey, id)))
                {
                    if ((await site.Ask(url, cookie)).StatusCode != HttpStatusCode.NotFound)
                    {
                        wrong.Add($"{role} reads {url}");
                    }
                }
            }
        }

        Assert.NotEmpty(mine);
        Assert.Empty(wrong);
    }

    private static Task<TestSite> Start() => TestSite.Start(
        variables: [("WARDBOOK_SEARCHES_PER_MINUTE", "1000000"), ("WARDBOOK_SIGN_INS_PER_MINUTE", "1000000")],
        alter: app =>
        {
            // Pages for places come with the records; until then these stand for them.
            app.MapGet("/tried/{ward}/write", () => "written").MayDo(Deed.RunCycle, at: "ward");
            app.MapGet("/tried/{ward}/read", () => "read").MayDo(Deed.ReadWork, at: "ward");
            app.MapGet("/tried/{ward}/panel", () => "panel").MayDo(Deed.RunPanel, at: "ward");
        });

    private static async Task<List<(RouteEndpoint Endpoint, IAccess Access)>> Endpoints(TestSite site) =>
    [
        .. (await site.Service<EndpointDataSource>()).Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("assets", StringComparison.Ordinal) != true && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET"))
            .Where(endpoint => endpoint.RoutePattern.RawText?.Trim('/').StartsWith("problem", StringComparison.Ordinal) != true)
            .Select(endpoint => (endpoint, endpoint.Metadata.GetOrderedMetadata<IAccess>()[^1])),
    ];

    private static PlaceKey? PlaceOf(Role role) => RoleTable.IsForEverything(role) ? null : Abbey;

    /// <summary>By the table, worked out anew: Abbey is theirs, Castle is in the same force and not theirs.</summary>
    private static bool Expected(IAccess access, Role? role, RouteEndpoint endpoint, PlaceKey place) => access switch
    {
        MayDoAttribute { At: null } may => role is { } one && RoleTable.Of(one, may.Deed) != Reach.Nowhere,
        MayDoAttribute may => role is { } one && RoleTable.Of(one, may.Deed) switch
        {
            Reach.Everywhere or Reach.Force => true,
            Reach.Own => place == Abbey,
            _ => false,
        },
        _ => true,
    };

    private static string Address(RouteEndpoint endpoint, PlaceKey place, Guid id) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "ward" or "place" } => place.Code.Text,
        // A page that is several by the word at its end says in its address which: the first of them is tried.
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter when parameter.ParameterPolicies.FirstOrDefault(policy => policy.Content?.StartsWith("regex(^(", StringComparison.Ordinal) == true) is { Content: { } regex } =>
            regex["regex(^(".Length..].Split('|', ')')[0],
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "act" } => "close",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => IsId(parameter) ? id.ToString() : "anything",
        _ => "",
    }))));

    private static bool IsId(Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter) =>
        parameter.Name == "id" || parameter.ParameterPolicies.Any(policy => policy.Content == "guid");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
