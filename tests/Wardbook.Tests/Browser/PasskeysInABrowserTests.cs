using Microsoft.Playwright;
using Wardbook.Accounts.SignIn.Factors;

namespace Wardbook.Browser;

/// <summary>A real browser with a made-up device that has a finger on it.</summary>
[Trait("Needs", "browser")]
public sealed class PasskeysInABrowserTests(Chromium chromium)
{
    private const string Email = "amara.bello@example.org";

    [Fact]
    public async Task A_passkey_is_made_and_signs_in_without_a_name()
    {
        await using var site = await TestSite.Start(inBrowser: true);
        await site.GivenPassword(await site.GivenAccount("Amara Bello", Email));
        var page = await Window(site);
        await WithDevice(page);
        await SignInWithPassword(site, page);

        await page.GotoAsync(await At(site, Urls.MyPasskey));
        await page.GetByLabel("What do you call this device?").FillAsync("Work phone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the passkey" }).ClickAsync();
        await Assertions.Expect(page.Locator("#passkeys")).ToContainTextAsync("Work phone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync(await At(site, Urls.SignIn));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("My account");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Signed in by passkey");
        Assert.Empty(await Chromium.Faults(page));
    }

    [Fact]
    public async Task A_device_without_a_key_for_this_site_is_told_so_and_the_password_still_works()
    {
        await using var site = await TestSite.Start(inBrowser: true);
        await site.GivenPassword(await site.GivenAccount("Amara Bello", Email));
        var page = await Window(site);
        await WithDevice(page);

        await page.GotoAsync(await At(site, Urls.SignIn));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-passkey] .govuk-error-message")).ToContainTextAsync("Nothing was done");
        await SignInWithPassword(site, page);
    }

    [Fact]
    public async Task With_scripts_off_the_page_says_so_and_a_password_and_a_code_do()
    {
        await using var site = await TestSite.Start(inBrowser: true);
        var secret = Codes.NewSecret();
        await site.GivenPassword(await site.GivenAccount("Amara Bello", Email), codeSecret: secret);
        var page = await Window(site, scripts: false);

        await page.GotoAsync(await At(site, Urls.SignIn));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Passkeys need scripts");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" })).ToBeHiddenAsync();
        await page.GetByLabel("Mail address").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(TestSite.GoodPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GetByLabel("What is the code in your app?").FillAsync(Codes.At(secret, site.Clock.GetUtcNow()));
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("My account");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task The_pages_of_signing_in_have_no_fault_that_axe_can_find(int width)
    {
        await using var site = await TestSite.Start(inBrowser: true);
        await site.GivenPassword(await site.GivenAccount("Amara Bello", Email));
        var page = await chromium.Window(site, width);
        List<string> faults = [];
        foreach (var url in new[] { Urls.SignIn, Urls.Code, Urls.Recover, $"{Urls.Recover}?sent=true", Urls.SignOut, Urls.RoleTable, Urls.Join("nothing") })
        {
            await page.GotoAsync(await At(site, url));
            faults.AddRange(await Chromium.Faults(page));
        }

        await SignInWithPassword(site, page);
        foreach (var url in new[] { Urls.Account, Urls.MyApp, Urls.MyPassword, Urls.MyPasskey, Urls.SignOut })
        {
            await page.GotoAsync(await At(site, url));
            faults.AddRange(await Chromium.Faults(page));
            Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, $"{url} is wider than {width}");
        }

        Assert.Empty(faults);
    }

    private Task<IPage> Window(TestSite site, bool scripts = true) => chromium.Window(site, scripts: scripts);

    /// <summary>Passkeys belong to a name, which an address of numbers is not.</summary>
    private static async Task<string> At(TestSite site, string path) => $"http://localhost:{(await site.Address()).Port}{path}";

    private static async Task WithDevice(IPage page)
    {
        var debugger = await page.Context.NewCDPSessionAsync(page);
        await debugger.SendAsync("WebAuthn.enable");
        await debugger.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task SignInWithPassword(TestSite site, IPage page)
    {
        await page.GotoAsync(await At(site, Urls.SignIn));
        await page.GetByLabel("Mail address").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(TestSite.GoodPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("My account");
    }
}
