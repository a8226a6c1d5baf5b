using System.Net;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Accounts.Record;
using Wardbook.Engagement.Network;

namespace Wardbook.Engagement;

public sealed class NetworkPagesTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001"), Castle = TestSite.Ward("E05000003");

    [Fact]
    public async Task Somebody_is_added_talked_with_and_due_again_when_the_weeks_are_over()
    {
        await using var site = await Start();
        var id = await Added(site, "Dorothy Achebe");
        var talk = Guid.CreateVersion7().ToString();
        var before = await site.Get(Urls.Network(Abbey.Code));
        await site.Post(Urls.KeyIndividual(Abbey.Code, id), ("NewId", talk), ("Day", "2026-06-15"), ("Words", "Mopeds on the pavement"));
        await site.Post(Urls.KeyIndividual(Abbey.Code, id), ("NewId", talk), ("Day", "2026-06-15"), ("Words", "Mopeds on the pavement"));
        var after = await site.Get(Urls.Network(Abbey.Code));

        Assert.Contains("due now", before.Text("#people"), StringComparison.Ordinal);
        // Twelve weeks on: 15 June and 84 days.
        Assert.Contains("7 September 2026", after.Text("#people"), StringComparison.Ordinal);
        Assert.Equal(1, await site.With(db => db.KeyInterviews.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Parts_that_nobody_covers_are_named_and_somebody_not_talked_with_covers_nothing()
    {
        await using var site = await Start();
        var (traders, cleaners) = (await site.GivenCommunity("Market traders"), await site.GivenCommunity("Night cleaners"));
        var id = await Added(site, "Dorothy Achebe", ("Covers", traders.Id.ToString()));
        var before = await site.Get(Urls.Network(Abbey.Code));
        await site.Post(Urls.KeyIndividual(Abbey.Code, id), ("NewId", Guid.CreateVersion7().ToString()), ("Day", "2026-06-15"));
        var covered = await Find(site, new(2026, 9, 7));
        var late = await Find(site, new(2026, 9, 8));

        Assert.Contains("Market traders: whoever is named for it was not talked with in time", before.Text(".w-missing"), StringComparison.Ordinal);
        Assert.Contains("Night cleaners", before.Text(".w-missing"), StringComparison.Ordinal);
        Assert.Equal(["Night cleaners"], covered.Uncovered.Select(part => part.Name));
        Assert.Equal(2, late.Uncovered.Count);
        Assert.NotNull(cleaners);
    }

    [Fact]
    public async Task Consent_is_asked_for_again_before_it_runs_out_then_nobody_sees_how_to_reach_them_then_they_are_forgotten()
    {
        await using var site = await Start();
        var id = await Added(site, "Dorothy Achebe", ("Agreed", "2025-07-01"));
        var soon = await site.Get(Urls.Network(Abbey.Code));
        site.Clock.SetUtcNow(new(2026, 7, 2, 10, 0, 0, TimeSpan.Zero));
        await SignInAgain(site);
        var over = await site.Get(Urls.KeyIndividual(Abbey.Code, id));
        var renewed = await site.Post(Urls.EditKeyIndividual(Abbey.Code, id), ("Name", "Dorothy Achebe"), ("Contact", "07700 900123"), ("Agreed", "2026-07-02"), ("Version", "1"));

        Assert.Contains("Dorothy Achebe: the agreement runs out after 1 July 2026", soon.Text("main"), StringComparison.Ordinal);
        Assert.Contains("not shown: the agreement ran out", over.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("07700 900123", over.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("07700 900123", renewed.Text("main"), StringComparison.Ordinal);
        site.Clock.SetUtcNow(new(2027, 9, 1, 10, 0, 0, TimeSpan.Zero));
        await site.Run("retention", "apply");
        Assert.Equal("", (await site.With(db => db.KeyIndividuals.SingleAsync(Cancel))).Name);
        await SignInAgain(site);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.KeyIndividual(Abbey.Code, id))).StatusCode);
    }

    [Fact]
    public async Task Only_the_team_reads_it_it_stands_encrypted_and_every_look_is_recorded()
    {
        await using var site = await Start();
        var id = await Added(site, "Dorothy Achebe");
        await site.Get(Urls.Network(Abbey.Code));
        var looks = await site.With(db => db.RecordEntries.CountAsync(entry => entry.Happened == Happened.Read && entry.Kind == "key individual", Cancel));
        await site.GivenSignedIn(Role.Constable, Castle);
        var neighbour = await site.Get(Urls.Network(Abbey.Code));
        var from = await site.Get(Urls.KeyIndividual(Castle.Code, id));
        await site.GivenSignedIn(Role.CentralUnit, TestSite.Force);

        // Adding leads to the person's page, which is one look; the list is another.
        Assert.Equal(2, looks);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (neighbour.StatusCode, from.StatusCode));
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(Urls.Network(Abbey.Code))).StatusCode);
        Assert.StartsWith("k1.", await site.With(db => db.Database.SqlQueryRaw<string>("SELECT \"Name\" AS \"Value\" FROM \"KeyIndividuals\"").SingleAsync(Cancel)), StringComparison.Ordinal);
        Assert.DoesNotContain("Dorothy", string.Join(' ', await site.With(db => db.RecordEntries.Select(entry => entry.Changes + entry.Words).ToListAsync(Cancel))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_held_is_taken_out_for_the_person_and_erased_everywhere_when_they_ask()
    {
        await using var site = await Start();
        var id = await Added(site, "Dorothy Achebe");
        await site.Post(Urls.KeyIndividual(Abbey.Code, id), ("NewId", Guid.CreateVersion7().ToString()), ("Day", "2026-06-15"), ("Words", "Mopeds"));

        var file = await site.GetText($"{Urls.KeyIndividual(Abbey.Code, id)}/data.json");
        var done = await site.Post(Urls.EraseKeyIndividual(Abbey.Code, id));

        Assert.Contains("\"name\":\"Dorothy Achebe\"", file, StringComparison.Ordinal);
        Assert.Contains("Mopeds", file, StringComparison.Ordinal);
        Assert.Contains("Everything that was held of this person is erased", done.Text("main"), StringComparison.Ordinal);
        await site.With(async db =>
        {
            Assert.All(await db.KeyInterviews.ToListAsync(Cancel), talk => Assert.Equal("", talk.Words));
            Assert.Equal("", (await db.KeyIndividuals.SingleAsync(Cancel)).Contact);
            Assert.Empty(await db.RecordedValues.Where(value => value.Erasure == null && db.RecordEntries.Any(entry => entry.Id == value.Entry && (entry.Kind == "key individual" || entry.Kind == "interview"))).ToListAsync(Cancel));
        });
    }

    [Theory]
    [InlineData("Agreed", "", "Nobody is kept here who did not agree")]
    [InlineData("Agreed", "2026-06-16", "a day that has not come yet")]
    [InlineData("Agreed", "2025-06-14", "so this one is over")]
    [InlineData("Name", "", "Type the name")]
    public async Task What_is_wrong_is_said_and_what_was_typed_is_kept(string field, string typed, string words)
    {
        await using var site = await Start();

        var page = await site.Post(Urls.EditKeyIndividual(Abbey.Code, Guid.CreateVersion7()), Typed("Dorothy Achebe", (field, typed)));

        Assert.Contains(words, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal("07700 900123", page.QuerySelector("#Contact")!.GetAttribute("value"));
        Assert.Equal(0, await site.With(db => db.KeyIndividuals.CountAsync(Cancel)));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static (string, string)[] Typed(string name, params (string Field, string Text)[] other)
    {
        Dictionary<string, string> all = new() { ["Name"] = name, ["Role"] = "Postmistress", ["Contact"] = "07700 900123", ["Agreed"] = "2026-06-01", ["Version"] = "0" };
        foreach (var (field, text) in other)
        {
            all[field] = text;
        }

        return [.. all.Select(one => (one.Key, one.Value))];
    }

    private static async Task<Guid> Added(TestSite site, string name, params (string Field, string Text)[] other)
    {
        var id = Guid.CreateVersion7();
        await site.Post(Urls.EditKeyIndividual(Abbey.Code, id), Typed(name, other));
        return id;
    }

    private static Task<WardNetwork> Find(TestSite site, DateOnly day) => site.With(db => WardNetwork.Find(db, Shared.Settings.Read(_ => null), Abbey, day, Cancel));

    private static async Task SignInAgain(TestSite site) => await site.SignIn(await site.With(db => db.Accounts.SingleAsync(Cancel)));

    private static async Task<TestSite> Start()
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenSignedIn(Role.Constable, Abbey);
        return site;
    }
}
