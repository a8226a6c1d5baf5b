using System.Net;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn;
using Wardbook.Accounts.SignIn.Single;

namespace Wardbook.Accounts.Single;

public sealed class SingleSignOnTests
{
    private const string Groups = "alder-sergeants = sergeant at ward E05000001\nwestminster-command = borough commander at borough E09000033\nwardbook-admins = administrator";

    [Fact]
    public async Task Somebody_comes_in_with_the_roles_of_their_groups_and_is_known_again_by_issuer_and_subject()
    {
        await using var force = await ForceSignOn.Start();
        await using var site = await Site(force);
        force.Person = ("u-7", "PS Amara Bello", "amara@force.example.org", ["alder-sergeants", "staff"]);

        var (status, at) = await Browser(site).Come(Urls.SingleSignOnFor("/find"));

        Assert.Equal((HttpStatusCode.OK, "/find"), (status, at));
        var account = await site.With(db => db.Accounts.SingleAsync());
        Assert.Equal(("PS Amara Bello", "amara@force.example.org"), (account.Name, account.Email));
        var held = await site.With(db => db.HeldRoles.SingleAsync());
        Assert.Equal((Role.Sergeant, "ward E05000001", new DateOnly(2026, 7, 15)), (held.Role, held.Place.ToString(), held.To));
        Assert.Equal(Means.SingleSignOn, await site.With(db => db.Sessions.Select(session => session.Means).SingleAsync()));

        // Another name and another address: the same person.
        site.Clock.Advance(TimeSpan.FromDays(3));
        force.Person = ("u-7", "PS Amara Bello-Smith", "smith@force.example.org", ["alder-sergeants"]);
        Assert.Equal(HttpStatusCode.OK, (await Browser(site).Come(Urls.SingleSignOn)).Status);
        Assert.Equal(account.Id, await site.With(db => db.Accounts.Select(row => row.Id).SingleAsync()));
        Assert.Equal(new DateOnly(2026, 7, 18), await site.With(db => db.HeldRoles.Select(row => row.To).SingleAsync()));
    }

    [Fact]
    public async Task A_group_that_is_gone_ends_its_role_and_a_role_given_by_hand_stays()
    {
        await using var force = await ForceSignOn.Start();
        await using var site = await Site(force);
        force.Person = ("u-7", "PS Amara Bello", "amara@force.example.org", ["alder-sergeants", "westminster-command"]);
        await Browser(site).Come(Urls.SingleSignOn);
        await site.GivenRole(await site.With(db => db.Accounts.SingleAsync()), Role.Constable, TestSite.Ward("E05000002"));

        force.Person = force.Person with { Groups = ["alder-sergeants"] };
        await Browser(site).Come(Urls.SingleSignOn);
        Assert.Equal([Role.Constable, Role.Sergeant], await Holding(site));

        force.Person = force.Person with { Groups = [] };
        Assert.Equal(HttpStatusCode.OK, (await Browser(site).Come(Urls.SingleSignOn)).Status);
        Assert.Equal([Role.Constable], await Holding(site));
        Assert.Equal(2, await site.With(db => db.HeldRoles.CountAsync(held => held.Ended != null)));

        // Back in the group: a new holding, the old one stays ended.
        force.Person = force.Person with { Groups = ["alder-sergeants"] };
        await Browser(site).Come(Urls.SingleSignOn);
        Assert.Equal([Role.Constable, Role.Sergeant], await Holding(site));
        Assert.Equal(4, await site.With(db => db.HeldRoles.CountAsync()));
    }

    [Fact]
    public async Task Whoever_is_in_no_group_that_means_something_here_gets_no_account_and_is_told()
    {
        await using var force = await ForceSignOn.Start();
        await using var site = await Site(force);
        force.Person = ("u-9", "Somebody", "some@force.example.org", ["staff", "ALDER-SERGEANTS"]);

        var browser = Browser(site);
        var (_, at) = await browser.Come(Urls.SingleSignOn);

        Assert.Equal("/sign-in/single?why=group", at);
        Assert.Contains("none of the groups it names for you means a role here", browser.Text, StringComparison.Ordinal);
        Assert.Equal(0, await site.With(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task A_mail_address_alone_opens_nobodys_account_until_its_owner_joins_it()
    {
        await using var force = await ForceSignOn.Start();
        await using var site = await Site(force);
        var account = await site.GivenAccount(email: "amara@force.example.org");
        await site.GivenRole(account, Role.Administrator);
        force.Person = ("u-7", "PS Amara Bello", "Amara@force.example.org", ["wardbook-admins"]);

        Assert.Equal("/sign-in/single?why=address", (await Browser(site).Come(Urls.SingleSignOn)).At);
        Assert.Equal(0, await site.With(db => db.OutsideNames.CountAsync()));

        var owner = Browser(site, await site.CookieOf(account));
        await owner.Come(Urls.Account);
        Assert.Contains(Urls.SingleSignOnToJoin, owner.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await owner.Come(Urls.SingleSignOnToJoin)).Status);
        await owner.Come(Urls.Account);
        Assert.DoesNotContain(Urls.SingleSignOnToJoin, owner.Text, StringComparison.Ordinal);
        Assert.Equal(account.Id, await site.With(db => db.OutsideNames.Select(name => name.Account).SingleAsync()));
        Assert.Equal(HttpStatusCode.OK, (await Browser(site).Come(Urls.SingleSignOn)).Status);
        Assert.Equal(1, await site.With(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task A_name_that_belongs_to_one_account_is_not_joined_to_another_and_a_closed_account_stays_closed()
    {
        await using var force = await ForceSignOn.Start();
        await using var site = await Site(force);
        force.Person = ("u-7", "PS Amara Bello", "amara@force.example.org", ["alder-sergeants"]);
        await Browser(site).Come(Urls.SingleSignOn);
        var other = await site.GivenAccount();

        Assert.Equal("/sign-in/single?why=taken", (await Browser(site, await site.CookieOf(other)).Come(Urls.SingleSignOn + "?join=true")).At);

        await site.With(async db =>
        {
            (await db.Accounts.SingleAsync(account => account.Id != other.Id)).Closed = site.Clock.GetUtcNow().UtcDateTime;
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        Assert.Equal("/sign-in/single?why=group", (await Browser(site).Come(Urls.SingleSignOn)).At);
    }

    [Fact]
    public async Task A_wrong_state_a_used_answer_and_an_answer_nobody_asked_for_let_nobody_in()
    {
        await using var force = await ForceSignOn.Start();
        await using var site = await Site(force);
        force.Person = ("u-7", "PS Amara Bello", "amara@force.example.org", ["alder-sergeants"]);
        var browser = Browser(site);
        await browser.Come(Urls.SingleSignOn);
        var answer = browser.Visited.Single(address => address.AbsolutePath == "/sign-in/single/back").PathAndQuery;

        Assert.Equal("/sign-in/single?why=failed", (await browser.Come(answer)).At);
        Assert.Equal("/sign-in/single?why=failed", (await Browser(site).Come(answer)).At);
        Assert.Equal("/sign-in/single?why=failed", (await Browser(site).Come("/sign-in/single/back?code=abc&state=forged")).At);
        Assert.Equal(1, await site.With(db => db.Sessions.CountAsync()));
    }

    [Fact]
    public async Task A_token_that_names_another_issuer_is_not_believed()
    {
        await using var force = await ForceSignOn.Start();
        await using var site = await Site(force);
        force.Person = ("u-7", "PS Amara Bello", "amara@force.example.org", ["wardbook-admins"]);
        force.WrongIssuer = new("https://login.elsewhere.example.org/");

        Assert.Equal("/sign-in/single?why=failed", (await Browser(site).Come(Urls.SingleSignOn)).At);

        Assert.Equal(0, await site.With(db => db.Accounts.CountAsync()));
        Assert.Contains(site.Logged, line => line.Contains("IDX10205", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sign_on_that_is_away_is_said_in_words_and_the_other_ways_stay()
    {
        await using var force = await ForceSignOn.Start();
        await using var site = await Site(force);
        await force.Stop();

        var browser = Browser(site);
        Assert.Equal(HttpStatusCode.OK, (await browser.Come(Urls.SingleSignOn)).Status);
        Assert.Contains("The force does not answer. Try again in a while, or sign in another way.", browser.Text, StringComparison.Ordinal);
        await browser.Come(Urls.SignIn);
        Assert.Contains("Sign in with The force", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example.org/")]
    [InlineData("https://evil.example.org/")]
    [InlineData("/\\evil.example.org")]
    public async Task Nobody_is_led_elsewhere_after_signing_in(string to)
    {
        await using var force = await ForceSignOn.Start();
        await using var site = await Site(force);
        force.Person = ("u-7", "PS Amara Bello", "amara@force.example.org", ["alder-sergeants"]);

        Assert.Equal(Urls.Account, (await Browser(site).Come(Urls.SingleSignOnFor(to))).At);
    }

    [Fact]
    public async Task Administrators_see_what_groups_mean_and_never_the_secret()
    {
        await using var force = await ForceSignOn.Start();
        await using var site = await Site(force);
        await site.GivenFourWards();
        await site.GivenSignedIn(Role.Administrator);

        var page = await site.Get(Urls.SignOnPage);

        Assert.Contains("alder-sergeants", page.QuerySelector("#groups-table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Abbey ward", page.QuerySelector("#groups-table")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(ForceSignOn.Secret, page.DocumentElement.OuterHtml + (await site.Get(Urls.SettingsPage)).DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Empty(Wardbook.Access.Crawl.Faults(page));
    }

    [Theory]
    [InlineData("sergeants = sergeant")]
    [InlineData("sergeants = king at ward E05000001")]
    [InlineData("admins = administrator at ward E05000001")]
    [InlineData("sergeants: sergeant at ward E05000001")]
    public void A_line_that_says_nothing_clear_is_refused(string line) => Assert.Equal((null, line), GroupRole.Read(line));

    private static Task<TestSite> Site(ForceSignOn force) => TestSite.Start(inBrowser: true, variables:
    [
        ("WARDBOOK_OIDC_AUTHORITY", force.Address), ("WARDBOOK_OIDC_CLIENT", ForceSignOn.Client), ("WARDBOOK_OIDC_SECRET", ForceSignOn.Secret),
        ("WARDBOOK_OIDC_GROUPS", Groups), ("WARDBOOK_OIDC_NAME", "The force"),
    ]);

    private static async Task<Role[]> Holding(TestSite site) =>
        [.. (await site.With(db => db.HeldRoles.ToListAsync())).Where(held => held.HoldsOn(new(2026, 6, 15))).Select(held => held.Role).Order()];

    private static Visitor Browser(TestSite site, string? cookie = null) => new(site, cookie);

    /// <summary>Goes from server to server as a browser does, with the cookies of each. They do not run out by themselves: the site's clock is not this machine's.</summary>
    private sealed class Visitor(TestSite site, string? cookie)
    {
        private readonly Dictionary<(string Host, string Name), string> cookies = [];

        public List<Uri> Visited { get; } = [];

        public string Text { get; private set; } = "";

        public async Task<(HttpStatusCode Status, string At)> Come(string path)
        {
            var home = new Uri((await site.Address()).ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
            if (cookie is not null)
            {
                cookies.TryAdd((home.Host, cookie.Split('=')[0]), cookie.Split('=', 2)[1]);
            }

            using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
            using var client = new HttpClient(handler);
            var at = new Uri(home, path);
            for (var hops = 0; hops < 10; hops++)
            {
                Visited.Add(at);
                using var request = new HttpRequestMessage(HttpMethod.Get, at);
                request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Where(one => one.Key.Host == at.Host).Select(one => $"{one.Key.Name}={one.Value}")));
                using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                Keep(at.Host, answer);
                if (answer.Headers.Location is not { } next)
                {
                    Text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
                    return (answer.StatusCode, at.PathAndQuery);
                }

                at = new Uri(at, next);
            }

            throw new InvalidOperationException("It goes round in circles.");
        }

        private void Keep(string host, HttpResponseMessage answer)
        {
            foreach (var parts in (answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []).Select(one => one.Split(';')[0].Split('=', 2)))
            {
                if (parts[1].Length == 0)
                {
                    cookies.Remove((host, parts[0]));
                }
                else
                {
                    cookies[(host, parts[0])] = parts[1];
                }
            }
        }
    }
}
