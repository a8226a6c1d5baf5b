using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Accounts.Personal.Retention;

namespace Wardbook.Concerns;

public sealed partial class YourConcernTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001");

    [Fact]
    public async Task The_private_address_is_the_only_key_and_the_database_does_not_have_it()
    {
        await using var site = await Start();
        var page = await site.GivenSaid(Abbey);
        var token = new Uri(page.Url).AbsolutePath.Split('/')[^1];
        var concern = await site.With(db => db.Concerns.SingleAsync(Cancel));

        using var answer = await site.Http.GetAsync(Urls.YourConcern(token), Cancel);
        var wrong = await site.Get(Urls.YourConcern(concern.Id.ToString()));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store, private", answer.Headers.CacheControl!.ToString());
        Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        Assert.Equal("This link does not work", wrong.Text("h1"));
        Assert.Equal(43, token.Length);
        Assert.DoesNotContain(site.Logged, line => line.Contains(token, StringComparison.Ordinal));
        var entries = await site.With(db => db.RecordEntries.Select(entry => entry.Page + entry.Changes + entry.Words).ToListAsync(Cancel));
        Assert.DoesNotContain(entries, entry => entry.Contains(token, StringComparison.Ordinal) || entry.Contains("Mopeds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_left_an_address_confirms_by_the_letter_and_by_nothing_else()
    {
        await using var site = await Start();
        var own = await site.GivenSaid(Abbey, ("Email", "Amara@Example.org"));
        Assert.Null(own.QuerySelector("main form"));

        var letter = await site.With(db => db.Letters.SingleAsync(Cancel));
        Assert.Equal(("Amara@Example.org", "What you told the team of Abbey"), (letter.To, letter.Subject));
        var page = await site.Get(Address().Match(letter.Text).Value);
        Assert.Null((await site.With(db => db.Concerns.SingleAsync(Cancel))).Verified);
        page = await site.PostForm(page);

        Assert.Contains("said by a person who confirmed it", page.Text("dl"), StringComparison.Ordinal);
        Assert.NotNull((await site.With(db => db.Concerns.SingleAsync(Cancel))).Verified);
    }

    [Fact]
    public async Task An_address_gets_three_letters_a_day_whoever_writes_it_into_forms()
    {
        await using var site = await Start();
        for (var each = 0; each < 5; each++)
        {
            await site.GivenSaid(Abbey, ("Words", $"Mopeds {each}"), ("Email", each % 2 == 0 ? "amara@example.org" : "AMARA@example.org"));
        }

        Assert.Equal(3, await site.With(db => db.Letters.CountAsync(Cancel)));
        Assert.Single(await site.With(db => db.Concerns.Select(row => row.PersonKey).Distinct().ToListAsync(Cancel)));
    }

    [Fact]
    public async Task Words_addresses_and_senders_go_when_their_time_is_over_also_from_the_record_of_change()
    {
        await using var site = await Start();
        var page = await site.GivenSaid(Abbey, ("Words", "Mr Alfred Hopkins shouts"), ("Email", "amara@example.org"), ("Where", "pin"), ("Spot", "51.505,-0.095"));

        site.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Contains(("senders", 1), await LettingGo.Apply(site.Database, Cancel));
        site.Clock.Advance(TimeSpan.FromDays(730));
        var gone = await LettingGo.Apply(site.Database, Cancel);

        Assert.Contains(("concerns", 1), gone);
        Assert.Contains(("ways to reach", 1), gone);
        var concern = await site.With(db => db.Concerns.SingleAsync(Cancel));
        Assert.Equal(("", null, null, "mopeds"), (concern.Said, concern.Street, concern.Pin, concern.Category));
        Assert.Equal(0, await site.With(db => db.ConcernReaches.CountAsync(Cancel)));
        Assert.Equal(0, await site.With(db => db.RecordedValues.CountAsync(value => value.Erasure == null && db.RecordEntries.Any(entry => entry.Id == value.Entry && (entry.Kind == "concern" || entry.Kind == "way to reach")), Cancel)));
        Assert.Contains("Your words were taken out: their time was over.", (await site.Get(page.Url)).Text("dl"), StringComparison.Ordinal);
        Assert.Equal(0, (await site.Run("check")).ExitCode);
    }

    [Fact]
    public async Task What_a_person_said_is_found_and_erased_by_their_address()
    {
        await using var site = await Start();
        await site.GivenSaid(Abbey, ("Words", "My neighbour shouts"), ("Email", "amara@example.org"));
        await site.GivenSaid(Abbey, ("Words", "Somebody else's words"), ("Email", "other@example.org"));
        var account = await site.GivenAccount("Amara Bello", "amara@example.org");
        await site.With(async db =>
        {
            (await db.Accounts.SingleAsync(Cancel)).Closed = site.Clock.GetUtcNow().UtcDateTime;
            await db.SaveChangesAsync(Cancel);
        });

        var text = await site.With(async db => (await PersonalData.Find(db, account.Id, Cancel))!.AsText());
        await site.With(async db => await (await PersonalData.Find(db, account.Id, Cancel))!.Erase(db, Cancel));

        Assert.Contains("My neighbour shouts", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody else's words", text, StringComparison.Ordinal);
        Assert.Equal(["", "Somebody else's words"], (await site.With(db => db.Concerns.OrderBy(row => row.SaidAt).ToListAsync(Cancel))).Select(row => row.Said).Order());
        Assert.Equal("other@example.org", (await site.With(db => db.ConcernReaches.SingleAsync(Cancel))).Email);
    }

    private static async Task<TestSite> Start()
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        return site;
    }

    [GeneratedRegex("/your-concern/[A-Za-z0-9_-]{43}")]
    private static partial Regex Address();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
