using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;

namespace Wardbook.Accounts;

/// <summary>A session is over when the server says so.</summary>
public sealed class SessionTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001");

    [Fact]
    public async Task A_session_that_was_ended_elsewhere_is_over_within_a_minute()
    {
        await using var site = await TestSite.Start(alter: Mine);
        var account = await site.GivenAccount();
        var cookie = await site.CookieOf(account);
        Assert.Equal(HttpStatusCode.OK, (await site.Ask("/mine", cookie)).StatusCode);

        await site.With(db => db.Sessions.ExecuteUpdateAsync(session => session.SetProperty(one => one.Ended, site.Clock.GetUtcNow().UtcDateTime), Cancel));
        site.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.NotEqual(HttpStatusCode.OK, (await site.Ask("/mine", cookie)).StatusCode);
    }

    [Theory]
    [InlineData(Role.Administrator, 31)]
    [InlineData(Role.Constable, 181)]
    public async Task A_session_left_alone_is_over_after_the_time_of_its_role(Role role, int minutes)
    {
        await using var site = await TestSite.Start(alter: Mine);
        var account = await site.GivenAccount();
        await site.GivenRole(account, role, role == Role.Administrator ? null : Abbey);
        var cookie = await site.CookieOf(account);
        site.Clock.Advance(TimeSpan.FromMinutes(minutes - 2));
        Assert.Equal(HttpStatusCode.OK, (await site.Ask("/mine", cookie)).StatusCode);

        site.Clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.NotEqual(HttpStatusCode.OK, (await site.Ask("/mine", cookie)).StatusCode);
    }

    [Fact]
    public async Task A_session_in_use_is_over_after_a_shift()
    {
        await using var site = await TestSite.Start(alter: Mine);
        var account = await site.GivenAccount();
        await site.GivenRole(account, Role.Constable, Abbey);
        var cookie = await site.CookieOf(account);
        for (var hour = 0; hour < 12; hour++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(59));
            Assert.Equal(HttpStatusCode.OK, (await site.Ask("/mine", cookie)).StatusCode);
        }

        site.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.NotEqual(HttpStatusCode.OK, (await site.Ask("/mine", cookie)).StatusCode);
    }

    [Fact]
    public async Task When_the_clock_is_set_back_what_was_begun_after_it_is_not_believed()
    {
        await using var site = await TestSite.Start(alter: Mine);
        var account = await site.GivenAccount();
        var cookie = await site.CookieOf(account);
        Assert.Equal(HttpStatusCode.OK, (await site.Ask("/mine", cookie)).StatusCode);

        site.Clock.AdjustTime(site.Clock.GetUtcNow().AddHours(-2));

        Assert.NotEqual(HttpStatusCode.OK, (await site.Ask("/mine", cookie)).StatusCode);
    }

    [Fact]
    public async Task A_change_of_rights_gives_the_session_a_new_identifier()
    {
        await using var site = await TestSite.Start(alter: Mine);
        var account = await site.GivenAccount();
        var old = await site.CookieOf(account);
        Assert.False((await site.Ask("/mine", old)).Headers.Contains("Set-Cookie"));

        await site.GivenRole(account, Role.Constable, Abbey);
        site.Clock.Advance(TimeSpan.FromSeconds(61));
        using var answer = await site.Ask("/mine", old);
        var renewed = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        site.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Ask("/mine", renewed)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await site.Ask("/mine", old)).StatusCode);
    }

    [Fact]
    public async Task Roles_are_read_once_a_minute_however_much_is_asked()
    {
        await using var site = await TestSite.Start(alter: Mine);
        var account = await site.GivenAccount();
        await site.GivenRole(account, Role.Constable, Abbey);
        var cookie = await site.CookieOf(account);
        using var queries = new Queries(site.Database);
        for (var number = 0; number < 20; number++)
        {
            Assert.Equal(HttpStatusCode.OK, (await site.Ask("/mine", cookie)).StatusCode);
        }

        Assert.Single(queries.Texts, query => query.Contains("HeldRoles", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cookie_of_another_site_or_a_changed_one_is_worth_nothing()
    {
        await using var site = await TestSite.Start(alter: Mine);
        var account = await site.GivenAccount();
        var cookie = await site.CookieOf(account);

        Assert.NotEqual(HttpStatusCode.OK, (await site.Ask("/mine", cookie[..^4] + "AAAA")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await site.Ask("/mine", "wardbook=" + Guid.NewGuid())).StatusCode);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static void Mine(WebApplication app) => app.MapGet("/mine", () => "mine").SignedIn();
}
