using Microsoft.Extensions.DependencyInjection;
using Wardbook.Shared.Background;

namespace Wardbook;

public sealed partial class TestSite
{
    /// <summary>Wakes one round by hand, as the background does.</summary>
    public async Task Wake(string round) => await (await started.Value).Services.GetRequiredService<Rounds>().Wake(round, Cancel);

    /// <summary>Moves the clock on, little by little, until it has come true; fails after half a minute of waiting.</summary>
    public async Task Until(Func<Task<bool>> isTrue, TimeSpan? step = null)
    {
        await started.Value;
        var patience = DateTime.UtcNow.AddSeconds(30);
        while (!await isTrue())
        {
            Assert.True(DateTime.UtcNow < patience, "It did not come true within half a minute.");
            Clock.Advance(step ?? TimeSpan.FromSeconds(1));
            await Task.Delay(20, Cancel);
        }
    }

    /// <summary>Stops the site as an operator does.</summary>
    public async Task Stop() => await (await started.Value).StopAsync(Cancel);

    /// <summary>Another instance of the site on the same database, stopped with it. Without cookies.</summary>
    public async Task<HttpClient> AnotherInstance()
    {
        var another = new TestSite(database, DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime), inBrowser: false, variables, alter, withBackground) { Clock = Clock };
        instances.Add(await another.started.Value);
        return another.Http;
    }
}
