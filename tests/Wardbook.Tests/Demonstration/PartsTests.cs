using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Store;

namespace Wardbook.Demonstration;

/// <summary>Signing in as one of the made-up people: in the demonstration, and nowhere else.</summary>
public sealed class PartsTests
{
    [Fact]
    public async Task In_the_demonstration_one_press_signs_in_as_a_part()
    {
        await using var site = await TestSite.Start();
        await GivenDemonstration(site);

        var parts = await site.Get(Urls.Parts);
        var page = await site.Post(Urls.Parts, ("part", "12"));
        var again = await site.Post(Urls.Parts, ("part", "3"));

        Assert.Equal(12, parts.QuerySelectorAll("#parts tbody tr").Length);
        Assert.Equal("Sam Okafor", page.Text(".w-head__who a"));
        Assert.Contains("Administrator", page.Text("#roles ~ .w-scroll"), StringComparison.Ordinal);
        Assert.Contains("Demonstration data", page.Text(".w-demonstration"), StringComparison.Ordinal);
        Assert.Equal("PS Amara Bello", again.Text(".w-head__who a"));
        Assert.Equal(12, await site.With(db => db.Accounts.CountAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.MyPassword)).StatusCode);
    }

    [Fact]
    public async Task Outside_the_demonstration_there_is_no_such_page()
    {
        IReadOnlyList<string?> addresses = [];
        await using var site = await TestSite.Start(alter: app => addresses = [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText)]);

        var got = await site.Get(Urls.Parts);
        var posted = await site.Post(Urls.SignIn, ("part", "12"));

        Assert.Equal(HttpStatusCode.NotFound, got.StatusCode);
        Assert.Contains("sign-in", addresses);
        Assert.DoesNotContain(addresses, address => address?.Contains("demonstration", StringComparison.OrdinalIgnoreCase) == true);
        Assert.Null(posted.QuerySelector(".w-head__who button"));
        Assert.Equal(0, await site.With(db => db.Accounts.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task No_part_can_sign_in_where_its_database_is_served_as_a_real_one()
    {
        await using var site = await TestSite.Start();
        await site.With(db => LondonParts.Keep(db, site.Clock.GetUtcNow().UtcDateTime, TestContext.Current.CancellationToken));

        var page = await site.Post(Urls.SignIn, ("Email", LondonParts.All[11].Key), ("Password", "anything at all"));

        Assert.Contains("is not right", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.Parts)).StatusCode);
    }

    private static Task GivenDemonstration(TestSite site) => site.With(async db =>
    {
        db.Settings.Add(new() { Name = Setting.Demonstration, Value = "2026-06-15" });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });
}

[Collection(DemonstrationTests.Name)]
public sealed class PartsOfTheDemonstrationTests(MadeDemonstration made)
{
    [Fact]
    public async Task Every_part_is_held_for_a_place_that_the_demonstration_has_and_every_role_is_there()
    {
        var tree = await made.Site.With(db => PlaceTree.Load(db, TestContext.Current.CancellationToken));

        Assert.All(LondonParts.All.Where(part => part.Place is not null), part => Assert.True(tree.Has(part.Place!.Value), $"{part.Name}: {part.Place} is not there"));
        Assert.Equal(RoleTable.Roles, LondonParts.All.Select(part => part.Role).Order());
        Assert.True(tree.Includes(LondonParts.All[3].Place!.Value, LondonParts.All[2].Place!.Value), "the inspector's cluster does not include the sergeant's ward");
    }
}
