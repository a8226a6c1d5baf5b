using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Wardbook.Accounts;
using Wardbook.Sources.Orders;

namespace Wardbook.Browser;

/// <summary>
/// An administrator's day: somebody invited, a role given, handed over, ended and moved, a rule changed, a person erased, an import asked for. By
/// keyboard alone, on a phone and on a desk, and with scripts off. What a form shows before it is confirmed is audited as every page is.
/// </summary>
[Trait("Needs", "browser")]
public sealed class AdministrationWalkTests(Chromium chromium)
{
    private static readonly DateOnly FirstDay = new(2026, 7, 7);

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task By_keyboard_alone(int width)
    {
        await using var site = await Given();
        var page = await SignedIn(site, await chromium.Window(site, width));
        List<string> found = [];

        await Walk(site, new KeyboardAlone(page), async called => found.AddRange(await PageAudit.Of(page, called)));

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task With_scripts_off()
    {
        await using var site = await Given();

        await Walk(site, new Pointer(await SignedIn(site, await chromium.Window(site, 390, scripts: false))), _ => Task.CompletedTask);
    }

    private static async Task Walk(TestSite site, Hands hands, Func<string, Task> audit)
    {
        await hands.Page.GotoAsync(Urls.People);
        await hands.Follow("Invite somebody");
        await hands.Fill("Name", "Dorothy Achebe");
        await hands.Fill("Mail address", "dorothy@example.org");
        await hands.Choose("Role", "Panel member");
        await hands.Fill("For which place?", "Castle ward");
        await hands.Press("Go on");
        await hands.Sees("Check before the letter goes");
        await audit("invitation to check");
        await hands.Press("Send the invitation");
        await hands.Reads("Dorothy Achebe is invited");

        await hands.Follow("People");
        await hands.Follow("Daniel Osei");
        await hands.Follow("Give a role");
        await hands.Choose("Role", "Sergeant");
        await hands.Fill("For which place?", "Castle ward");
        await hands.Press("Go on");
        await hands.Sees("Check before you give it");
        await audit("role to check");
        await hands.Press("Change an answer");
        await hands.Sees("Give a role to Daniel Osei");
        await audit("role to change");
        await hands.Press("Go on");
        await hands.Press("Give the role");
        await hands.Reads("Daniel Osei holds the role sergeant");

        await hands.Follow("Hand over the role Sergeant");
        await hands.Fill("To whom?", "Priya Nair");
        await hands.FillDay("Their first day", FirstDay);
        await hands.Press("Go on");
        await hands.Sees("Check before the post passes on");
        await audit("handover to check");
        await hands.Press("Hand it over");
        await hands.Reads("The post passes to Priya Nair on 7 July 2026");

        await hands.Follow("End the role Sergeant");
        await hands.Press("End the role");
        await hands.Reads("The role has ended");

        await hands.Follow("People");
        await hands.Follow("Ruth Goldberg");
        await audit("person whose ward was abolished");
        await hands.Follow("Move to the new boundaries the role Police community support officer");
        await audit("role to move");
        await hands.Press("Go on");
        await hands.Sees("Check before the role moves");
        await audit("move to check");
        await hands.Press("Move the role");
        await hands.Reads("The role is held for Riverside ward");

        await hands.Follow("How long records are kept");
        await hands.Follow("Change the rule for sessions");
        await hands.Fill("Days to keep it after the session was last used", "60");
        await hands.Press("Continue");
        await hands.Sees("Check the rule before it is set");
        await audit("rule to check");
        await hands.Press("Set the rule");
        await hands.Sees("How long personal records are kept");

        await hands.Follow("A person's data");
        await hands.Fill("Name or mail address", "Okafor");
        await hands.Press("Find");
        await audit("people found");
        await hands.Follow("Pat Okafor");
        await hands.Follow("Erase what is held about this person");
        await hands.Fill("Type the word erase", "erase");
        await hands.Press("Erase it for good");
        await hands.Sees("Somebody whose name was erased");
        await audit("person erased");

        await hands.Follow("Imports");
        await hands.Follow(ImportKind.Find("lookups")!.InWords);
        await hands.Attach("File", site.File("lookup.csv", "LSOA21CD,WD24CD\nE01000001,E05000001\n"));
        await hands.Press("Continue");
        await hands.Sees("Check before loading");
        await audit("import to check");
        await hands.Press("Load it");
        await hands.Reads("It waits for its turn");

        await hands.Follow("Record of changes");
        await hands.Fill("Find a person by name", "Daniel");
        await hands.Press("Find");
        await audit("record of changes, a person found");
        await hands.Follow("what concerns them");
        await hands.Sees("What concerns Daniel Osei");

        await hands.Follow("Sam Administrator");
        await hands.Follow("What was changed about me");
        await hands.Sees("What was changed about me");
        await audit("what was changed about me");

        await HasHappened(site);
    }

    private static async Task HasHappened(TestSite site)
    {
        Assert.Equal("dorothy@example.org", (await site.With(db => db.Links.SingleAsync(Cancel))).Email);
        var roles = await site.With(db => db.HeldRoles.Where(held => held.Role == Role.Sergeant).OrderBy(held => held.From).ToListAsync(Cancel));
        Assert.Equal([true, false], roles.Select(held => held.Ended is not null));
        Assert.Equal(FirstDay, roles[1].From);
        Assert.Equal("E05009301", (await site.With(db => db.HeldRoles.SingleAsync(held => held.Role == Role.Pcso && held.TakenOverFrom != null, Cancel))).PlaceCode!.Value.Text);
        Assert.Contains(await site.With(db => db.RetentionRules.Where(rule => rule.Kind == "sessions").ToListAsync(Cancel)), rule => rule.Days == 60);
        Assert.DoesNotContain(await site.With(db => db.Accounts.Select(account => account.Name).ToListAsync(Cancel)), name => name == "Pat Okafor");
        Assert.Equal((OrderState.Waiting, "lookup.csv"), ((await site.Order()).State, (await site.Order()).File));
    }

    private static async Task<TestSite> Given()
    {
        var site = await TestSite.Start(inBrowser: true);
        await site.GivenFourWards();
        await site.GivenRole(await site.GivenAccount("Ruth Goldberg", "ruth@example.org"), Role.Pcso, TestSite.Ward("E05000001"));
        await site.GivenAbbeyAndBridgeBecameRiverside();
        await site.GivenAccount("Daniel Osei", "daniel@example.org");
        await site.GivenAccount("Priya Nair", "priya@example.org");
        var pat = await site.GivenAccount("Pat Okafor", "pat@example.org");
        await site.With(async db =>
        {
            (await db.Accounts.SingleAsync(account => account.Id == pat.Id, Cancel)).Closed = site.Clock.GetUtcNow().UtcDateTime;
            await db.SaveChangesAsync(Cancel);
        });
        return site;
    }

    /// <summary>An administrator who has just signed in.</summary>
    private static async Task<IPage> SignedIn(TestSite site, IPage page)
    {
        var me = await site.GivenAccount("Sam Administrator", "sam@example.org");
        await site.GivenRole(me, Role.Administrator);
        var cookie = (await site.CookieOf(me)).Split('=', 2);
        await page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = (await site.Address()).ToString() }]);
        return page;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
