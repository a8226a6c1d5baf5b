using System.Net;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Accounts.Record;
using Wardbook.Engagement.Communities;

namespace Wardbook.Engagement;

public sealed class CommunityPagesTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001"), Castle = TestSite.Ward("E05000003");

    [Fact]
    public async Task A_community_of_no_one_place_is_written_down_once_and_served_by_two_wards()
    {
        await using var site = await Start();
        var id = Guid.CreateVersion7();
        (string, string)[] typed =
        [
            ("Name", "Night cleaners"), ("Kind", TestSite.KindId("community", "night").ToString()), ("NoPlace", "yes"), ("Size", "350"), ("HowKnown", "the cleaning firms' own count"), ("HowToReach", "At the depot, 4am"), ("Version", "0"),
        ];
        await site.Post(Urls.EditCommunity(Abbey.Code, id), typed);
        await site.Post(Urls.EditCommunity(Abbey.Code, id), typed);
        await site.GivenSignedIn(Role.Pcso, Castle);

        var found = await site.Get($"{Urls.Communities(Castle.Code)}?q=CLEANERS");
        await site.Post(Urls.ActOnCommunity(Castle.Code, id, "add"));
        await site.Post(Urls.ActOnCommunity(Castle.Code, id, "add"));
        var there = await site.Get(Urls.Communities(Castle.Code));

        Assert.Contains("Night cleaners", found.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Night cleaners", there.Text("#communities"), StringComparison.Ordinal);
        Assert.Contains("no one place", there.Text("#communities"), StringComparison.Ordinal);
        Assert.Equal((1, 2), await site.With(async db => (await db.Communities.CountAsync(Cancel), await db.CommunityWards.CountAsync(Cancel))));
    }

    [Fact]
    public async Task When_it_was_last_reached_comes_from_what_was_held_and_never_from_a_plan()
    {
        await using var site = await Start();
        var traders = await site.GivenCommunity("Market traders");
        await site.GivenActivity("Coffee at the market", new(2026, 3, 2), attended: 12, reached: traders);
        await site.GivenActivity("Another coffee", new(2026, 7, 1), advertised: true, reached: traders);
        await site.GivenActivity("Castle's coffee", new(2026, 5, 1), Castle, attended: 3, reached: traders);

        Assert.Contains("2 March 2026", (await site.Get(Urls.Communities(Abbey.Code))).Text("#communities tbody tr"), StringComparison.Ordinal);
        var page = await site.Get(Urls.Community(Abbey.Code, traders.Id));
        Assert.Contains("2 March 2026 from this ward; 1 May 2026 from another", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Another coffee", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Duplicates_are_joined_with_what_reached_them_and_taken_apart_again()
    {
        await using var site = await Start();
        var (one, other) = (await site.GivenCommunity("Somali families"), await site.GivenCommunity("Somali mothers"));
        await site.GivenActivity("Evening at the school", new(2026, 3, 2), attended: 12, reached: other);

        var itself = await site.Post(Urls.ActOnCommunity(Abbey.Code, other.Id, "join"), ("Other", other.Id.ToString()));
        await site.Post(Urls.ActOnCommunity(Abbey.Code, other.Id, "join"), ("Other", one.Id.ToString()));
        var joined = await Ward(site);
        await site.Post(Urls.ActOnCommunity(Abbey.Code, other.Id, "part"));
        var apart = await Ward(site);

        Assert.Contains("cannot be joined with itself", itself.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal([("Somali families", new DateOnly(2026, 3, 2))], joined.Communities.Select(row => (row.Community.Name, row.Reached!.Anywhere)));
        Assert.Equal(2, apart.Communities.Count);
        Assert.Null(apart.Communities.Single(row => row.Community.Id == one.Id).Reached);
    }

    [Fact]
    public async Task A_name_that_is_here_already_is_asked_about_before_a_second_is_made()
    {
        await using var site = await Start();
        await site.GivenCommunity("Market traders");
        var form = Urls.EditCommunity(Abbey.Code, Guid.CreateVersion7());
        (string, string)[] typed = [("Name", "market traders"), ("Kind", TestSite.KindId("community", "business").ToString()), ("Version", "0")];

        var asked = await site.Post(form, typed);
        await site.Post(form, [.. typed, ("Another", "yes")]);

        Assert.Contains("There is Market traders already", asked.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal(2, await site.With(db => db.Communities.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Two_people_who_change_one_community_lose_nothing()
    {
        await using var site = await Start();
        var traders = await site.GivenCommunity("Market traders", kind: "business");
        var form = Urls.EditCommunity(Abbey.Code, traders.Id);
        (string, string)[] Typed(string reach, string version) => [("Name", "Market traders"), ("Kind", traders.Kind.ToString()), ("HowToReach", reach), ("Version", version)];
        await site.Post(form, Typed("On Saturdays", "1"));

        var clash = await site.Post(form, Typed("In Urdu", "1"));

        Assert.Contains("On Saturdays", clash.Text(".w-clash"), StringComparison.Ordinal);
        Assert.Equal("In Urdu", clash.QuerySelector("#HowToReach")!.TextContent.Trim());
    }

    [Fact]
    public async Task Who_helps_is_read_by_the_team_alone_encrypted_and_every_look_is_recorded()
    {
        await using var site = await Start();
        var traders = await site.GivenCommunity("Market traders");
        var form = Urls.Intermediary(Abbey.Code, traders.Id, Guid.CreateVersion7());
        await site.Post(form, ("Name", "Fatima Khan"), ("Contact", "07700 900123"), ("Agreed", "2026-06-01"), ("Version", "0"));
        var page = Urls.Community(Abbey.Code, traders.Id);

        var closed = await site.Get(page);
        var open = await site.Get($"{page}?show=people");
        await site.GivenSignedIn(Role.Constable, Castle);
        var neighbour = await site.Get($"{page}?show=people");

        Assert.DoesNotContain("Fatima", closed.Text("main"), StringComparison.Ordinal);
        Assert.Contains("07700 900123", open.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Fatima", neighbour.Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(form)).StatusCode);
        Assert.Equal(1, await site.With(db => db.RecordEntries.CountAsync(entry => entry.Happened == Happened.Read && entry.Kind == "intermediary", Cancel)));
        var stored = await site.With(db => db.Database.SqlQueryRaw<string>("SELECT \"Contact\" AS \"Value\" FROM \"Intermediaries\"").SingleAsync(Cancel));
        Assert.StartsWith("k1.", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_helped_is_erased_when_asked_and_by_itself_when_their_time_is_over()
    {
        await using var site = await Start();
        var traders = await site.GivenCommunity("Market traders");
        var (asked, ended) = (Urls.Intermediary(Abbey.Code, traders.Id, Guid.CreateVersion7()), Urls.Intermediary(Abbey.Code, traders.Id, Guid.CreateVersion7()));
        await site.Post(asked, ("Name", "Fatima Khan"), ("Agreed", "2025-06-01"), ("Version", "0"));
        await site.Post(ended, ("Name", "John Doe"), ("Agreed", "2025-06-01"), ("To", "2026-03-01"), ("Version", "0"));

        await site.Post(asked, ("Erase", "yes"), ("Version", "1"));
        await site.Run("retention", "apply");
        var again = await site.Run("retention", "apply");

        Assert.All(await site.With(db => db.Intermediaries.ToListAsync(Cancel)), person => Assert.Equal(("", "", ""), (person.Name, person.Role, person.Contact)));
        Assert.Equal("Nothing was due.", again.Output.Trim());
    }

    [Theory]
    [InlineData("Size", "-3", "must be a whole number")]
    [InlineData("Size", "12", "Say how the number is known")]
    [InlineData("Kind", "", "Choose a kind")]
    public async Task What_is_wrong_is_said(string field, string typed, string words)
    {
        await using var site = await Start();
        Dictionary<string, string> all = new() { ["Name"] = "Traders", ["Kind"] = TestSite.KindId("community", "business").ToString(), ["Version"] = "0" };
        all[field] = typed;

        var page = await site.Post(Urls.EditCommunity(Abbey.Code, Guid.CreateVersion7()), [.. all.Select(one => (one.Key, one.Value))]);

        Assert.Contains(words, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<WardCommunities> Ward(TestSite site) => site.With(db => WardCommunities.Find(db, Abbey, new(2026, 6, 15), Cancel));

    private static async Task<TestSite> Start()
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenSignedIn(Role.Constable, Abbey);
        return site;
    }
}
