using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn.Factors;

namespace Wardbook.Accounts.Administration;

public sealed partial class PeopleTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001");

    /// <summary>Ten minutes after signing in, what only reads stays open, and what is dangerous asks who is there.</summary>
    [Fact]
    public async Task Administration_asks_again_before_the_dangerous()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var person = await site.GivenAccount(email: "amara@example.org");
        await site.GivenSignedIn(Role.Administrator);
        string[] dangerous = [Urls.GiveRole(person.Id), Urls.Invite, Urls.ActOn(person.Id, "close"), Urls.ActOn(person.Id, "start-again")];
        foreach (var url in dangerous)
        {
            Assert.Equal(url, new Uri((await site.Get(url)).Url).AbsolutePath);
        }

        site.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(Urls.Person(person.Id), new Uri((await site.Get(Urls.Person(person.Id))).Url).AbsolutePath);
        foreach (var url in dangerous)
        {
            Assert.EndsWith(Urls.SignInAgain(url), (await site.Get(url)).Url, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Somebody_is_invited_by_letter_joins_and_holds_the_role()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenSignedIn(Role.Administrator);
        (string, string)[] typed = [("Name", "Dorothy Achebe"), ("Email", "dorothy@example.org"), ("Role", "PanelMember"), ("Place", "Abbey ward")];

        var check = await site.Post(Urls.Invite, typed);
        var sent = await site.Post(Urls.Invite, [.. typed, ("Checked", "true")]);
        site.SignOut();
        var link = Join().Match(await site.With(db => db.Letters.Select(letter => letter.Text).SingleAsync(Cancel))).Value;
        var joined = await site.Post(link, ("Name", "Dorothy Achebe"), ("Password", TestSite.GoodPassword), ("Email", "somebody.else@example.org"));
        var again = await site.Get(link);

        Assert.Equal("Check before the letter goes", check.Text("h1"));
        Assert.Contains("Dorothy Achebe is invited", sent.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Abbey ward", joined.Text("#roles ~ .w-scroll"), StringComparison.Ordinal);
        Assert.Contains("dorothy@example.org", joined.Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Theory]
    [InlineData("Sergeant", "Nowhere", "There is no place called Nowhere")]
    [InlineData("Sergeant", "", "Type the place for which the role is held")]
    [InlineData("Emperor", "Abbey ward", "Choose a role")]
    [InlineData("99", "Abbey ward", "Choose a role")]
    public async Task A_forged_role_or_place_is_refused_in_words_also_after_checking(string role, string place, string words)
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var person = await site.GivenAccount("Daniel Osei");
        await site.GivenSignedIn(Role.Administrator);

        var page = await site.Post(Urls.GiveRole(person.Id), ("Role", role), ("Place", place), ("Checked", "true"));

        Assert.Contains(words, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal(1, await site.With(db => db.HeldRoles.CountAsync(Cancel)));
    }

    [Fact]
    public async Task A_role_is_given_after_checking_and_ended_at_once()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var person = await site.GivenAccount("Daniel Osei");
        await site.GivenSignedIn(Role.Administrator);

        var check = await site.Post(Urls.GiveRole(person.Id), ("Role", "Sergeant"), ("Place", "E05000001"));
        Assert.Equal(1, await site.With(db => db.HeldRoles.CountAsync(Cancel)));
        var given = await site.Post(Urls.GiveRole(person.Id), ("Role", "Sergeant"), ("Place", "E05000001"), ("Checked", "true"));
        var held = await site.With(db => db.HeldRoles.SingleAsync(row => row.Account == person.Id, Cancel));
        var ended = await site.Post(Urls.EndRole(held.Id));

        Assert.Equal("Check before you give it", check.Text("h1"));
        Assert.Contains("15 June 2026 to no known end", given.Text("#held"), StringComparison.Ordinal);
        Assert.Contains("ended at once on 15 June 2026", ended.Text("#held"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.EndRole(held.Id))).StatusCode);
    }

    [Fact]
    public async Task A_post_is_handed_over_in_one_step()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var (old, next) = (await site.GivenAccount("Daniel Osei"), await site.GivenAccount("Priya Nair"));
        var held = await site.GivenRole(old, Role.Sergeant, Abbey);
        await site.GivenSignedIn(Role.Administrator);

        var check = await site.Post(Urls.HandOver(held.Id), ("To", "Priya Nair"), ("On", "2026-07-01"));
        await site.Post(Urls.HandOver(held.Id), ("To", next.Id.ToString()), ("On", "2026-07-01"), ("Checked", "true"));

        Assert.Contains("Daniel Osei, to 30 June 2026", check.Text("main"), StringComparison.Ordinal);
        var both = await site.With(db => db.HeldRoles.Where(row => row.Role == Role.Sergeant).OrderBy(row => row.From).ToListAsync(Cancel));
        Assert.Equal([(old.Id, new DateOnly(2026, 6, 30)), (next.Id, (DateOnly?)null)], both.Select(row => (row.Account, row.To)));
    }

    [Fact]
    public async Task Nobody_gives_a_role_to_themselves()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var me = await site.GivenSignedIn(Role.Administrator);
        var held = await site.GivenRole(await site.GivenAccount("Daniel Osei"), Role.Sergeant, Abbey);

        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(Urls.GiveRole(me.Id))).StatusCode);
        var post = await site.Post(Urls.HandOver(held.Id), ("To", me.Id.ToString()), ("On", "2026-07-01"), ("Checked", "true"));

        Assert.Contains("Nobody gives a role to themselves", post.Text("main"), StringComparison.Ordinal);
        Assert.Equal(2, await site.With(db => db.HeldRoles.CountAsync(Cancel)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-06-20")]
    public async Task The_last_administrator_cannot_leave(string on)
    {
        await using var site = await TestSite.Start();
        var me = await site.GivenSignedIn(Role.Administrator);
        var held = await site.With(db => db.HeldRoles.SingleAsync(Cancel));

        var end = await site.Post(Urls.EndRole(held.Id), ("On", on));
        var close = await site.Post(Urls.ActOn(me.Id, "close"));

        Assert.Contains("This is the last administrator", end.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Contains("This is the last administrator", close.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal("People", (await site.Get(Urls.People)).Text("h1"));
    }

    [Fact]
    public async Task Of_two_administrators_who_remove_each_other_the_second_is_refused()
    {
        await using var site = await TestSite.Start();
        var (one, other) = (await site.GivenAccount("Sam Okafor"), await site.GivenAccount("Ruth Goldberg"));
        var (ones, others) = (await site.GivenRole(one, Role.Administrator), await site.GivenRole(other, Role.Administrator));
        await site.SignIn(one);
        var (cookieOfOther, token) = await site.FormOf(other, Urls.EndRole(ones.Id));

        await site.Post(Urls.EndRole(others.Id));
        var second = await site.Send(Urls.EndRole(ones.Id), cookieOfOther, token);

        Assert.NotEqual(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Equal([one.Id], (await site.With(db => db.HeldRoles.ToListAsync(Cancel))).Where(held => held.HoldsOn(new(2026, 6, 15))).Select(held => held.Account));
    }

    [Fact]
    public async Task Both_at_the_same_moment_leave_one_of_them()
    {
        await using var site = await TestSite.Start();
        var (one, other) = (await site.GivenAccount("Sam Okafor"), await site.GivenAccount("Ruth Goldberg"));
        var (ones, others) = (await site.GivenRole(one, Role.Administrator), await site.GivenRole(other, Role.Administrator));
        var first = await site.FormOf(one, Urls.EndRole(others.Id));
        var second = await site.FormOf(other, Urls.EndRole(ones.Id));

        await Task.WhenAll(site.Send(Urls.EndRole(others.Id), first.Cookie, first.Token), site.Send(Urls.EndRole(ones.Id), second.Cookie, second.Token));

        Assert.Single((await site.With(db => db.HeldRoles.ToListAsync(Cancel))).Where(held => held.HoldsOn(new(2026, 6, 15))).Select(held => held.Account).ToList());
    }

    [Fact]
    public async Task A_closed_account_is_signed_out_and_stays_out_until_it_is_opened()
    {
        await using var site = await TestSite.Start();
        var person = await site.GivenPassword(await site.GivenAccount("Daniel Osei", "daniel@example.org"));
        var cookie = await site.CookieOf(person);
        await site.GivenSignedIn(Role.Administrator);

        await site.Post(Urls.ActOn(person.Id, "close"));
        Assert.Equal(HttpStatusCode.Redirect, (await site.Ask(Urls.Account, cookie)).StatusCode);
        await site.Post(Urls.ActOn(person.Id, "open"));
        site.SignOut();

        Assert.Equal("My account", (await site.Post(Urls.SignIn, ("Email", "daniel@example.org"), ("Password", TestSite.GoodPassword))).Text("h1"));
    }

    [Fact]
    public async Task Who_lost_everything_is_let_start_again_by_an_administrator()
    {
        await using var site = await TestSite.Start();
        var person = await site.GivenPassword(await site.GivenAccount("Daniel Osei", "daniel@example.org"), codeSecret: Codes.NewSecret());
        await site.GivenSignedIn(Role.Administrator);
        await site.Post(Urls.ActOn(person.Id, "start-again"));
        site.SignOut();

        var link = Recover().Match(await site.With(db => db.Letters.Select(letter => letter.Text).SingleAsync(Cancel))).Value;
        await site.Post(link, ("Password", "a brand new set of words"));

        Assert.Equal("My account", (await site.Post(Urls.SignIn, ("Email", "daniel@example.org"), ("Password", "a brand new set of words"))).Text("h1"));
    }

    [Fact]
    public async Task People_are_found_by_a_part_of_the_name_or_the_whole_address_fifty_to_a_page()
    {
        await using var site = await TestSite.Start();
        for (var number = 0; number < 60; number++)
        {
            await site.GivenAccount($"Person {number:00}", $"person{number}@example.org");
        }

        await site.GivenSignedIn(Role.Administrator);

        Assert.Equal(50, (await site.Get(Urls.People)).QuerySelectorAll("#people tbody tr").Length);
        Assert.Equal(11, (await site.Get(Urls.People + "?page=2")).QuerySelectorAll("#people tbody tr").Length);
        Assert.Equal(10, (await site.Get(Urls.People + "?q=PERSON+1")).QuerySelectorAll("#people tbody tr").Length);
        Assert.Equal("Person 42", (await site.Get(Urls.People + "?q=Person42@example.org")).Text("#people tbody th"));
        Assert.Contains("Nobody was found", (await site.Get(Urls.People + "?q=nobody+at+all")).Text("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ZOË")]
    [InlineData("zoë")]
    [InlineData("Zoe")]
    [InlineData("ŁUKAS")]
    public async Task People_are_found_by_name_in_any_script_wherever_they_are_looked_for(string asked)
    {
        await using var site = await TestSite.Start();
        await site.GivenAccount("Anna Arbor");
        await site.GivenAccount("Zoë Łukasiewicz");
        await site.GivenSignedIn(Role.Administrator);

        Assert.Equal(["Zoë Łukasiewicz"], (await site.Get($"{Urls.People}?q={Uri.EscapeDataString(asked)}")).QuerySelectorAll("#people tbody th").Select(name => name.TextContent));
        Assert.Contains("Zoë", (await site.Post(Urls.Changes, ("Name", asked))).Text("main ul"), StringComparison.Ordinal);
        Assert.Contains("Zoë", (await site.Post(Urls.FindPersonalData, ("who", asked))).Text("main ul"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_a_person_is_recorded()
    {
        await using var site = await TestSite.Start();
        var person = await site.GivenAccount("Daniel Osei");
        var me = await site.GivenSignedIn(Role.Administrator);

        await site.Get(Urls.Person(person.Id));

        var entry = await site.With(db => db.RecordEntries.SingleAsync(row => row.Happened == Record.Happened.Read, Cancel));
        Assert.Equal((me.Id, person.Id), (entry.Account, entry.About));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [GeneratedRegex("/join/[A-Za-z0-9_-]+")]
    private static partial Regex Join();

    [GeneratedRegex("/recover/[A-Za-z0-9_-]+")]
    private static partial Regex Recover();
}
