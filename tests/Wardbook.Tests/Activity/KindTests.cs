using System.Net;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;

namespace Wardbook.Activity;

/// <summary>The force's own list of what its teams count. Today is 15 June 2026.</summary>
public sealed class KindTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001");

    [Fact]
    public async Task Everything_that_was_counted_since_2006_can_be_counted()
    {
        await using var site = await TestSite.Start();

        // The activity types of the paper of 24 May 2007 and of the force's system, in its words.
        string[] counted =
        [
            "arrests", "crack houses closed", "ASBOs", "ABCs", "ASB letters", "ASB home visits", "places made safer", "visits to victims of burglary", "visits to victims of robbery",
            "intelligence reports", "meetings", "people attending", "street briefings", "talks with key individuals", "patrol hours", "leaflets", "have-a-say and mapping events",
        ];
        var there = await site.With(db => db.ActivityKindNames.Select(name => name.Many).ToListAsync(Cancel));

        Assert.All(counted, unit => Assert.Contains(unit, there));
    }

    [Fact]
    public async Task A_kind_is_added_once_however_often_the_form_is_sent_and_is_recorded_from_its_day_on()
    {
        await using var site = await Start();
        var form = await site.Get(Urls.ActivityKind("new"));
        (string, string)[] drones = [("Name", "Drone flights"), ("One", "drone flight"), ("Many", "drone flights"), ("Group", "Prevention"), ("AskAbove", "5"), ("Flags", "halves")];

        var page = await site.PostForm(form, drones);
        Assert.Equal("Drone flights is saved.", page.Text(".govuk-notification-banner__heading"));
        await site.PostForm(form, drones);

        var kind = await site.With(db => db.ActivityKinds.SingleAsync(row => row.Code == "drone-flights", Cancel));
        Assert.Equal((true, 5, new DateOnly(2026, 6, 15), ActivityGroup.Prevention), (kind.HasHalves, kind.AskAbove, kind.From, kind.Group));
        Assert.Equal(1, await site.With(db => db.ActivityKindNames.CountAsync(row => row.Name == "Drone flights", Cancel)));
    }

    [Fact]
    public async Task A_kind_is_renamed_from_a_day_and_what_was_recorded_before_keeps_its_name()
    {
        await using var site = await Start();
        await site.GivenFourWards();
        var before = await site.GivenDone(Abbey, "abcs", 2, daysAgo: 10);
        var after = await site.GivenDone(Abbey, "abcs", 1);

        await site.PostForm(await site.Get(Urls.ActivityKind("abcs")), ("Name", "Behaviour agreements"), ("One", "agreement"), ("Many", "agreements"), ("NamedFrom", "2026-06-10"));

        await site.SignIn(await Sergeant(site));
        Assert.Equal("2 ABCs", (await site.Get(Urls.ActivityRecord(Abbey.Code, before))).Text("h1"));
        Assert.Equal("1 agreement", (await site.Get(Urls.ActivityRecord(Abbey.Code, after))).Text("h1"));
        Assert.Contains("Behaviour agreements", (await site.Get(Urls.RecordActivity(Abbey.Code))).Text("main form"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kind_ends_and_is_not_taken_away()
    {
        await using var site = await Start();
        await site.PostForm(await site.Get(Urls.ActivityKind("asbos")), ("To", "2026-06-15"));

        Assert.Equal(new DateOnly(2026, 6, 15), await site.With(db => db.ActivityKinds.Where(row => row.Code == "asbos").Select(row => row.To!.Value).SingleAsync(Cancel)));
        Assert.Contains("15 June 2026", (await site.Get(Urls.ActivityKinds)).Text("#kinds"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name", "", "Type a name")]
    [InlineData("Name", "Arrests", "There is a kind called Arrests already")]
    [InlineData("Many", "", "Say what several are called")]
    [InlineData("AskAbove", "0", "Type a whole number from 1 to 100,000")]
    [InlineData("Group", "Sport", "Choose what it is for")]
    [InlineData("To", "2026-06-14", "The last day must be")]
    [InlineData("From", "tomorrow", "is not a day")]
    public async Task Nothing_is_added_with(string field, string text, string error)
    {
        await using var site = await Start();
        (string Name, string Text)[] right = [("Name", "Drones"), ("One", "flight"), ("Many", "flights"), ("Group", "Prevention"), ("AskAbove", "5")];

        var page = await site.PostForm(await site.Get(Urls.ActivityKind("new")), [.. right.Where(one => one.Name != field), (field, text)]);

        Assert.Contains(error, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal(ActivityCatalogue.First.Count, await site.With(db => db.ActivityKinds.CountAsync(Cancel)));
    }

    [Fact]
    public async Task A_kind_that_is_not_there_is_not_found()
    {
        await using var site = await Start();

        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.ActivityKind("piracy"))).StatusCode);
    }

    private static async Task<TestSite> Start()
    {
        var site = await TestSite.Start();
        await site.GivenSignedIn(Role.Administrator);
        return site;
    }

    private static async Task<Account> Sergeant(TestSite site)
    {
        var account = await site.GivenAccount("Priya Nair");
        await site.GivenRole(account, Role.Sergeant, Abbey);
        return account;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
