using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;

namespace Wardbook.House;

public sealed class TestSiteTests
{
    [Fact]
    public async Task Every_test_has_a_database_of_its_own_with_every_table()
    {
        await using var one = await TestSite.Start();
        await using var other = await TestSite.Start();
        await one.With(async db =>
        {
            db.Settings.Add(new() { Name = "mine", Value = "yes" });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        Assert.Equal(0, await other.With(db => db.Settings.CountAsync(TestContext.Current.CancellationToken)));
        Assert.Empty(await other.With(db => db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_site_answers(bool inBrowser)
    {
        await using var site = await TestSite.Start(inBrowser: inBrowser);

        Assert.Equal("alive", await site.GetText(Urls.Live));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/there-is-no-such-page")).StatusCode);
    }

    [Fact]
    public async Task A_site_that_has_stopped_is_let_go()
    {
        var site = await Stopped();

        // What runs on its own threads ends a moment after the site has.
        for (var tries = 0; tries < 100 && site.IsAlive; tries++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(site.IsAlive);
    }

    [Fact]
    public async Task A_command_refused_says_why_and_fails()
    {
        await using var site = await TestSite.Start();

        var ran = await site.Run("import", "crimes", site.File("empty.csv", ""));

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("is empty", ran.Messages, StringComparison.Ordinal);
        Assert.Empty(ran.Output);
    }

    [Fact]
    public async Task No_test_asks_another_machine()
    {
        using var http = new HttpClient();

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri("http://192.0.2.1/"), TestContext.Current.CancellationToken));
    }

    /// <summary>In a method of its own, so that no variable of the test keeps it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> Stopped()
    {
        await using var site = await TestSite.Start();
        await site.Get(Urls.Home);
        return new(await site.Service<PlaceTrees>());
    }
}
