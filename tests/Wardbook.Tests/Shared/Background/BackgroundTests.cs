using Microsoft.EntityFrameworkCore;

namespace Wardbook.Shared.Background;

public sealed class BackgroundTests
{
    [Fact]
    public async Task A_running_site_sends_its_letters_by_itself()
    {
        await using var site = await TestSite.Start(withBackground: true);
        await site.GivenLetter("pc.smith@example.org", text: "Open this link.");

        await site.Until(() => Task.FromResult(site.LettersInFolder().Count == 1));

        Assert.Contains("Open this link.", site.LettersInFolder()[0], StringComparison.Ordinal);
        await site.Until(() => site.With(db => db.RoundNotes.AnyAsync(note => note.Name == "mail" && note.Did == "Sent 1 letter.")));
    }

    [Fact]
    public async Task Nightly_work_is_done_once_a_night_after_half_past_two_in_the_forces_time()
    {
        await using var site = await TestSite.Start();

        // 16 June 2026, 02:20 in London (01:20 UTC): still the night before, which has been made up for.
        await site.Wake("imports-left");
        Assert.Equal(new DateOnly(2026, 6, 15), await Night(site));
        site.Clock.Advance(new TimeSpan(15, 20, 0));
        await site.Wake("imports-left");
        Assert.Equal(new DateOnly(2026, 6, 15), await Night(site));
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        await site.Wake("imports-left");
        Assert.Equal(new DateOnly(2026, 6, 16), await Night(site));
    }

    [Fact]
    public async Task A_site_stops_at_once_though_its_background_is_awake()
    {
        await using var site = await TestSite.Start(withBackground: true);
        await site.GivenLetter("pc.smith@example.org");
        await site.Until(() => Task.FromResult(site.LettersInFolder().Count == 1));
        var since = DateTime.UtcNow;

        await site.Stop();

        Assert.InRange(DateTime.UtcNow - since, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.DoesNotContain(site.Logged, line => line.Contains(" error ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_instances_share_the_waking_and_each_letter_goes_once()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "several instances are for PostgreSQL");
        await using var site = await TestSite.Start(withBackground: true);
        await site.AnotherInstance();
        for (var number = 0; number < 30; number++)
        {
            await site.GivenLetter($"pc{number}@example.org");
        }

        await site.Until(() => site.With(db => db.Letters.AllAsync(letter => letter.Sent != null)));

        Assert.Equal(30, site.LettersInFolder().Count);
        Assert.All(await site.With(db => db.Letters.ToListAsync(TestContext.Current.CancellationToken)), letter => Assert.Equal(1, letter.Tries));
    }

    private static Task<DateOnly?> Night(TestSite site) => site.With(db => db.RoundNotes.Where(note => note.Name == "imports-left").Select(note => note.Night).SingleAsync());
}
