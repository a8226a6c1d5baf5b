using System.Net;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn;
using Wardbook.Accounts.SignIn.Factors;

namespace Wardbook.Accounts;

public sealed class MyAccountTests
{
    [Fact]
    public async Task Sessions_are_listed_and_ended_and_nobody_ends_those_of_another()
    {
        await using var site = await TestSite.Start();
        var (mine, other) = (await site.GivenAccount("Amara Bello"), await site.GivenAccount("Daniel Osei"));
        var (elsewhere, others) = (await site.CookieOf(mine), await site.CookieOf(other));
        await site.SignIn(mine);
        var ids = await site.With(db => db.Sessions.OrderBy(session => session.Id).Select(session => session.Id).ToListAsync(Cancel));

        var page = await site.Get(Urls.Account);
        var refused = await site.Post($"{Urls.Account}?handler=End", ("session", ids[1].ToString()));
        await site.Post($"{Urls.Account}?handler=End", ("session", ids[0].ToString()));

        Assert.Equal(2, page.QuerySelectorAll("#sessions ~ table tbody tr").Length);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Ask(Urls.Account, others)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Ask(Urls.Account, elsewhere)).StatusCode);
        Assert.Equal("My account", (await site.Get(Urls.Account)).Text("h1"));
    }

    [Fact]
    public async Task A_code_app_is_added_with_a_code_of_it_and_makes_the_session_whole()
    {
        await using var site = await TestSite.Start();
        var account = await site.GivenAccount();
        await site.GivenRole(account, Role.Administrator);
        await site.SignIn(account, Means.Password);
        Assert.Contains("second way", (await site.Get(Urls.Account)).Text("main"), StringComparison.Ordinal);

        var page = await site.Get(Urls.MyApp);
        var secret = page.Text("#secret").Replace(" ", "", StringComparison.Ordinal);
        var kept = page.QuerySelector("input[name=Kept]")!.GetAttribute("value")!;
        var wrong = await site.Post(Urls.MyApp, ("Kept", kept), ("Code", "000000"));
        var right = await site.Post(Urls.MyApp, ("Kept", kept), ("Code", Codes.At(secret, site.Clock.GetUtcNow())));

        Assert.NotNull(page.QuerySelector("svg.w-qr"));
        Assert.Contains("That is not the code", wrong.Text("main"), StringComparison.Ordinal);
        Assert.Equal("My account", right.Text("h1"));
        Assert.DoesNotContain("second way", right.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, await site.With(db => db.Database.SqlQueryRaw<string>("SELECT \"CodeSecret\" AS \"Value\" FROM \"Accounts\"").SingleAsync(Cancel)), StringComparison.Ordinal);
        Assert.Equal(1, await site.With(db => db.Letters.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Factors_are_changed_only_shortly_after_showing_who_one_is()
    {
        await using var site = await TestSite.Start();
        await site.GivenSignedIn();
        Assert.Equal("Code app", (await site.Get(Urls.MyApp)).Text("h1"));

        site.Clock.Advance(TimeSpan.FromMinutes(11));

        foreach (var page in new[] { Urls.MyApp, Urls.MyPassword, Urls.MyPasskey })
        {
            Assert.Equal("Sign in again", (await site.Get(page)).Text("h1"));
        }
    }

    [Fact]
    public async Task Who_has_a_second_factor_changes_none_after_showing_one()
    {
        await using var site = await TestSite.Start();
        var account = await site.GivenPassword(await site.GivenAccount(), codeSecret: Codes.NewSecret());
        await site.SignIn(account, Means.Password);

        Assert.Equal("Sign in again", (await site.Get(Urls.MyPasskey)).Text("h1"));
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session()
    {
        await using var site = await TestSite.Start();
        var account = await site.GivenPassword(await site.GivenAccount());
        var elsewhere = await site.CookieOf(account);
        await site.SignIn(account);

        var page = await site.Post(Urls.MyPassword, ("Password", "a brand new set of words"));

        Assert.Equal("My account", page.Text("h1"));
        Assert.Equal(HttpStatusCode.Redirect, (await site.Ask(Urls.Account, elsewhere)).StatusCode);
    }

    [Fact]
    public async Task A_passkey_of_another_is_not_found()
    {
        await using var site = await TestSite.Start();
        var other = await site.GivenAccount();
        var passkey = new Passkey { Id = Guid.CreateVersion7(), Account = other.Id, Credential = [1], Name = "Phone", PublicKey = [1], Made = site.Clock.GetUtcNow().UtcDateTime, Transports = "", Attestation = [], ClientData = [] };
        await site.With(async db =>
        {
            db.Passkeys.Add(passkey);
            await db.SaveChangesAsync(Cancel);
        });
        await site.GivenSignedIn();

        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.RemovePasskey(passkey.Id))).StatusCode);
    }

    [Fact]
    public async Task The_table_of_roles_is_a_page_that_everybody_can_read()
    {
        await using var site = await TestSite.Start();

        var page = await site.Get(Urls.RoleTable);

        Assert.Equal(RoleTable.Deeds.Count, page.QuerySelectorAll("#deeds tbody tr").Length);
        Assert.Equal(RoleTable.Roles.Count + 1, page.QuerySelectorAll("#deeds thead th").Length);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
