using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;

namespace Wardbook.Concerns;

/// <summary>A machine that sends thousands fills no desk and stops nobody.</summary>
public sealed class FloodTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001"), Bridge = TestSite.Ward("E05000002");

    [Fact]
    public async Task A_machine_that_sends_hundreds_is_held_together_and_others_are_heard_at_once()
    {
        await using var site = await TestSite.Start(variables: [("WARDBOOK_SEARCHES_PER_MINUTE", "1000000"), ("WARDBOOK_CONCERNS_PER_NETWORK", "5")]);
        await site.GivenFourWards();
        var check = await site.GivenAnswers(Abbey);
        await Send(site, check, 200);

        Assert.Equal((5, 195), (await Count(site, held: false), await Count(site, held: true)));
        Assert.Equal(0, await site.With(db => db.Letters.CountAsync(Cancel)));

        // From the same network, because a test has no other: held, and let out by proving an address.
        await site.GivenSaid(Abbey, ("Words", "I am a person"), ("Email", "amara@example.org"));
        var letter = await site.With(db => db.Letters.SingleAsync(Cancel));
        await site.PostForm(await site.Get(letter.Text.Split('\n').Single(line => line.Contains("/your-concern/", StringComparison.Ordinal)).Trim()));
        Assert.Equal((6, 195), (await Count(site, held: false), await Count(site, held: true)));
    }

    [Fact]
    public async Task Many_machines_on_many_networks_do_not_fill_a_desk_and_the_next_ward_hears_nothing_of_it()
    {
        await using var site = await TestSite.Start(variables: [("WARDBOOK_SEARCHES_PER_MINUTE", "1000000"), ("WARDBOOK_CONCERNS_PER_NETWORK", "1000000"), ("WARDBOOK_CONCERNS_PER_HOUR", "10")]);
        await site.GivenFourWards();
        await Send(site, await site.GivenAnswers(Abbey), 50);

        await site.GivenSaid(Bridge, ("Words", "It is dark under the bridge"));

        Assert.Equal((11, 40), (await Count(site, held: false), await Count(site, held: true)));
        site.Clock.Advance(TimeSpan.FromMinutes(61));
        await site.GivenSaid(Abbey, ("Words", "An hour later"));
        Assert.Equal((12, 40), (await Count(site, held: false), await Count(site, held: true)));
    }

    [Fact]
    public async Task Whatever_fills_in_the_field_that_no_person_sees_is_held()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();

        var page = await site.GivenSaid(Abbey, ("Website", "https://pills.example"));

        Assert.Equal("It waits to be looked at.", page.Text(".w-lead"));
        Assert.Equal((0, 1), (await Count(site, held: false), await Count(site, held: true)));
    }

    [Fact]
    public async Task The_same_words_over_and_over_are_held_however_they_are_spaced()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        foreach (var words in new[] { "Vote for us!", "VOTE for us", "vote  for us", "Vote, for us." })
        {
            await site.GivenSaid(Abbey, ("Words", words));
        }

        Assert.Equal((3, 1), (await Count(site, held: false), await Count(site, held: true)));
    }

    /// <summary>Each with a form and words of its own, as a machine would.</summary>
    private static async Task Send(TestSite site, IDocument check, int many)
    {
        for (var each = 0; each < many; each++)
        {
            var form = await site.Get(Urls.SayIn(Abbey.Code));
            await site.PostForm(check, ("Key", form.QuerySelector<IHtmlInputElement>("input[name=Key]")!.Value), ("Words", $"Buy pills {each}"));
        }
    }

    private static Task<int> Count(TestSite site, bool held) => site.With(db => db.Concerns.CountAsync(row => row.IsHeld == held, Cancel));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
