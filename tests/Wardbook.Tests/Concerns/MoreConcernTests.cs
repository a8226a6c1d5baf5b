using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;
using Wardbook.Accounts;
using Wardbook.Accounts.Personal.Retention;

namespace Wardbook.Concerns;

public sealed class MoreConcernTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001");

    [Fact]
    public async Task A_photograph_is_drawn_anew_and_only_the_team_sees_it()
    {
        await using var site = await Start();
        var own = await site.GivenSaid(Abbey);
        var id = (await site.With(db => db.Concerns.SingleAsync(Cancel))).Id;

        var page = await site.SendPhotograph(new Uri(own.Url).AbsolutePath + "/photograph", Photograph());

        Assert.Equal("What you told us", page.Text("h1"));
        var picture = await site.With(db => db.ConcernPictures.SingleAsync(Cancel));
        var address = $"{Urls.WorkConcern(Abbey.Code, id)}/photographs/{picture.Id}";
        Assert.NotEqual(HttpStatusCode.OK, (await site.Http.GetAsync(address, Cancel)).StatusCode);
        var account = await site.GivenSignedIn(Role.Constable, Abbey);
        using var answer = await site.Ask(address, await site.CookieOf(account));
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(picture.Jpeg, await answer.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(address, (await site.Get(Urls.WorkConcern(Abbey.Code, id))).QuerySelector("main img")!.GetAttribute("src"));
    }

    [Fact]
    public async Task A_photograph_of_80_MB_is_refused_in_words_and_what_was_said_is_there()
    {
        await using var site = await Start();
        var own = await site.GivenSaid(Abbey);

        var page = await site.SendPhotograph(new Uri(own.Url).AbsolutePath + "/photograph", new byte[80_000_000]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.StatusCode);
        Assert.Matches("^The photograph must be [0-9]+ MB or smaller$", page.Text(".govuk-error-summary__list"));
        Assert.Equal("What you told us", (await site.Get(own.Url)).Text("h1"));
        Assert.Equal(0, await site.With(db => db.ConcernPictures.CountAsync(Cancel)));
    }

    [Fact]
    public async Task A_fourth_photograph_and_one_to_what_is_held_are_refused_in_words()
    {
        await using var site = await Start();
        var own = new Uri((await site.GivenSaid(Abbey)).Url).AbsolutePath;
        var held = new Uri((await site.GivenSaid(Abbey, ("Website", "x"), ("Words", "Pills"))).Url).AbsolutePath;
        for (var each = 0; each < 3; each++)
        {
            await site.SendPhotograph(own + "/photograph", Photograph());
        }

        Assert.Contains("which is the most there can be", (await site.Get(own + "/photograph")).Text(".govuk-inset-text"), StringComparison.Ordinal);
        Assert.Contains("waits among them", (await site.Get(held + "/photograph")).Text(".govuk-inset-text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pins_of_where_people_feel_unsafe_are_shown_once_enough_have_named_the_place_and_never_where_they_were_put()
    {
        await using var site = await Start();
        await site.GivenCrimes(new TestSite.Recorded(new(2026, 4), "Burglary", 1, "Atlantic Road") { Longitude = -0.0955, Latitude = 51.5052 });
        for (var each = 0; each < 4; each++)
        {
            await Pin(site, "51.50500,-0.09512", "Night");
        }

        Assert.Contains("No place is shown yet", (await site.Get(Urls.Unsafe(Abbey.Code))).Text("main"), StringComparison.Ordinal);
        await Pin(site, "51.50510,-0.09500", "Evening");
        site.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("street,people,times,latitude,longitude\r\nAtlantic Road,5,,51.5052,-0.0955\r\n", await site.GetText($"{Urls.Unsafe(Abbey.Code)}.csv"));
        Assert.All(await site.With(db => db.UnsafePins.ToListAsync(Cancel)), pin => Assert.Equal((-955_000, 515_052_000), (pin.LongitudeE7, pin.LatitudeE7)));
    }

    [Theory]
    [InlineData("51.515,-0.095", "Night", "That place is in Castle, Southborough, not in Abbey")]
    [InlineData("", "Night", "Press the map, or type a postcode")]
    [InlineData("51.505,-0.095", "", "Choose when")]
    public async Task A_pin_that_cannot_be_is_said_in_words(string spot, string time, string expected)
    {
        await using var site = await Start();

        Assert.Equal(expected, (await Pin(site, spot, time)).Text(".govuk-error-summary__list"));
    }

    [Fact]
    public async Task The_same_pin_form_twice_is_one_pin_and_a_machine_counts_for_little()
    {
        await using var site = await Start();
        var page = await site.Get(Urls.Unsafe(Abbey.Code));
        await site.PostForm(page, ("Spot", "51.505,-0.095"), ("Time", "Night"));
        await site.PostForm(page, ("Spot", "51.505,-0.095"), ("Time", "Night"));
        Assert.Equal(1, await site.With(db => db.UnsafePins.CountAsync(Cancel)));

        for (var each = 0; each < 70; each++)
        {
            await site.PostForm(page, ("Key", Guid.NewGuid().ToString()), ("Spot", "51.505,-0.095"), ("Time", "Night"));
        }

        Assert.Equal(60, await site.With(db => db.UnsafePins.CountAsync(Cancel)));
    }

    [Fact]
    public async Task What_a_resident_said_is_found_taken_out_and_erased_by_their_address_alone()
    {
        await using var site = await Start();
        await site.GivenSaid(Abbey, ("Words", "My neighbour shouts"), ("Email", "amara@example.org"));
        await site.GivenSignedIn(Role.Administrator);

        var found = await site.PostForm(await site.Get(Urls.FindPersonalData), ("who", "Amara@Example.ORG"));
        var link = found.QuerySelector("main ul a")!.GetAttribute("href")!;
        var page = await site.Get(link);
        var file = await site.GetText($"{link}/data.txt");
        await site.PostForm(await site.Get($"{link}/erase"), ("sure", "erase"));

        Assert.DoesNotContain("amara", link, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("My neighbour shouts", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("My neighbour shouts", file, StringComparison.Ordinal);
        Assert.Equal("", (await site.With(db => db.Concerns.SingleAsync(Cancel))).Said);
        Assert.Equal(0, await site.With(db => db.ConcernReaches.CountAsync(Cancel)));
        Assert.Contains("Nobody has this name or address", (await site.PostForm(await site.Get(Urls.FindPersonalData), ("who", "amara@example.org"))).Text(".govuk-error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_force_adds_a_category_ends_one_and_what_it_marks_is_protected()
    {
        await using var site = await Start();
        await site.GivenSignedIn(Role.Administrator);
        await site.PostForm(await site.Get(Urls.ConcernCategory("new")), ("Name", "Dogs off the lead"), ("Rank", "5"));
        var fireworks = await site.Get(Urls.ConcernCategory("fireworks"));
        await site.PostForm(fireworks, ("To", "2026-06-15"));
        await site.PostForm(await site.Get(Urls.ConcernCategory("noise")), ("Flags", "never-public"));
        site.SignOut();
        site.Clock.Advance(TimeSpan.FromDays(1));

        var about = await site.PostForm(await site.Get(Urls.SayIn(Abbey.Code)), ("Words", "Dogs"));

        var offered = about.QuerySelectorAll("input[name=About]").Select(input => input.GetAttribute("value")).ToList();
        Assert.Equal("dogs-off-the-lead", offered[0]);
        Assert.DoesNotContain("fireworks", offered);
        Assert.True(await site.With(db => db.ConcernCategories.AnyAsync(row => row.Code == "noise" && row.IsNeverPublic, Cancel)));
        Assert.True(await site.With(db => db.RecordEntries.AnyAsync(entry => entry.Kind == "concern category" && entry.Key == "noise", Cancel)));
    }

    [Fact]
    public async Task Another_promise_holds_from_tomorrow_on_and_leaves_what_was_promised_as_it_was()
    {
        await using var site = await Start();
        var before = await site.GivenSaid(Abbey);
        await site.GivenSignedIn(Role.Administrator);
        Assert.Contains("The sergeant is told first", (await site.PostForm(await site.Get(Urls.ConcernCategories), ("Hours", "5"))).Text(".govuk-error-summary"), StringComparison.Ordinal);
        await site.PostForm(await site.Get(Urls.ConcernCategories), ("Hours", "48"));
        site.SignOut();
        Assert.Contains("by 18 June 2026", (await site.Get(before.Url)).Text("p.w-lead"), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Contains("by 18 June 2026, 11:00", (await site.GivenSaid(Abbey, ("Words", "Later"))).Text("p.w-lead"), StringComparison.Ordinal);
        Assert.Equal(48, await site.With(async db => (int)((await db.Concerns.OrderByDescending(row => row.SaidAt).FirstAsync(Cancel)) is var row ? (row.Due!.Value - row.SaidAt).TotalHours : 0)));
    }

    [Fact]
    public async Task Photographs_and_pins_go_when_their_time_is_over()
    {
        await using var site = await Start();
        var own = new Uri((await site.GivenSaid(Abbey)).Url).AbsolutePath;
        await site.SendPhotograph(own + "/photograph", Photograph());
        await Pin(site, "51.505,-0.095", "Night");
        site.Clock.Advance(TimeSpan.FromDays(31));
        await LettingGo.Apply(site.Database, Cancel);
        Assert.Null((await site.With(db => db.UnsafePins.SingleAsync(Cancel))).FromKey);

        site.Clock.Advance(TimeSpan.FromDays(730));
        await LettingGo.Apply(site.Database, Cancel);

        Assert.Equal(0, await site.With(db => db.ConcernPictures.CountAsync(Cancel)));
        Assert.Equal(1, await site.With(db => db.UnsafePins.CountAsync(Cancel)));
    }

    private static async Task<IDocument> Pin(TestSite site, string spot, string time) =>
        await site.PostForm(await site.Get(Urls.Unsafe(Abbey.Code)), ("Spot", spot), ("Time", time));

    private static byte[] Photograph()
    {
        using var surface = SKSurface.Create(new SKImageInfo(60, 40));
        surface.Canvas.Clear(SKColors.Brown);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }

    private static async Task<TestSite> Start()
    {
        var site = await TestSite.Start(variables: [("WARDBOOK_SEARCHES_PER_MINUTE", "1000000")]);
        await site.GivenFourWards();
        return site;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
