using System.Net;

namespace Wardbook.Accounts;

/// <summary>Everybody sees what was changed about themselves, and nothing of anybody else.</summary>
public sealed class MyChangesTests
{
    [Fact]
    public async Task I_see_what_was_changed_about_me_in_words_and_by_which_role()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var daniel = await site.GivenPassword(await site.GivenAccount("Daniel Osei", "daniel@example.org"));
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await site.GivenSignedIn(Role.Administrator);
        await site.Post(Urls.GiveRole(daniel.Id), ("Role", "PanelMember"), ("Place", "Abbey ward"), ("To", "2027-03-31"), ("Checked", "true"));
        await site.SignIn(daniel);

        var page = await site.Get(Urls.MyChanges);

        var given = page.QuerySelector("main ol li")!.TextContent;
        Assert.Contains("Role added by an administrator", given, StringComparison.Ordinal);
        Assert.Contains("Panel member", given, StringComparison.Ordinal);
        Assert.Contains("Abbey ward", given, StringComparison.Ordinal);
        Assert.Contains("31 March 2027", given, StringComparison.Ordinal);
        // Nobody's name but mine, and no key.
        Assert.DoesNotContain("Amara Bello", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9a-f]{8}-[0-9a-f]{4}", page.Text("main"));
        Assert.DoesNotContain("2027-03-31", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task My_passkeys_and_my_names_elsewhere_have_a_history_that_I_may_read_and_nobody_else()
    {
        await using var site = await TestSite.Start();
        var daniel = await site.GivenPassword(await site.GivenAccount("Daniel Osei", "daniel@example.org"));
        var (passkey, outside) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await site.With(async db =>
        {
            db.Passkeys.Add(new() { Id = passkey, Account = daniel.Id, Credential = [1], Name = "Work phone", PublicKey = [1], Made = site.Clock.GetUtcNow().UtcDateTime, Transports = "", Attestation = [], ClientData = [] });
            db.OutsideNames.Add(new() { Id = outside, Account = daniel.Id, Issuer = "https://sign-on.example.org", Subject = "dosei" });
            await db.SaveChangesAsync(Cancel);
        });
        await site.SignIn(daniel);

        var account = await site.Get(Urls.Account);
        var device = await site.Get(Urls.MyChangesOf(passkey));
        var name = await site.Get(Urls.MyChangesOf(outside));
        await site.GivenSignedIn();

        Assert.NotNull(account.QuerySelector($"a[href='{Urls.MyChangesOf(passkey)}']"));
        Assert.NotNull(account.QuerySelector($"a[href='{Urls.MyChangesOf(outside)}']"));
        Assert.Contains("sign-on.example.org", account.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Passkey added", device.Text("main ol"), StringComparison.Ordinal);
        Assert.Contains("Work phone", device.Text("main ol"), StringComparison.Ordinal);
        Assert.DoesNotContain("bytes", device.Text("main ol"), StringComparison.Ordinal);
        Assert.Contains("dosei", name.Text("main ol"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.MyChangesOf(passkey))).StatusCode);
        Assert.DoesNotContain("Work phone", (await site.Get(Urls.MyChanges)).Text("main"), StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
