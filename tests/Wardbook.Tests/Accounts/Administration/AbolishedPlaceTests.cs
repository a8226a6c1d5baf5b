using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace Wardbook.Accounts.Administration;

/// <summary>Boundaries change under people who hold roles: they are told, and the role is moved to where the area went.</summary>
public sealed class AbolishedPlaceTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001"), Castle = TestSite.Ward("E05000003"), Riverside = TestSite.Ward("E05009301");

    [Fact]
    public async Task Who_holds_a_role_for_an_abolished_ward_is_told_and_so_is_the_administrator()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var daniel = await site.GivenAccount("Daniel Osei");
        var held = await site.GivenRole(daniel, Role.Sergeant, Abbey);
        await site.GivenRole(await site.GivenAccount("Priya Nair"), Role.Sergeant, Castle);
        await site.SignIn(daniel);
        var before = await site.Get(Urls.Account);
        await site.GivenAbbeyAndBridgeBecameRiverside();
        site.Clock.Advance(TimeSpan.FromSeconds(2));

        var mine = await site.Get(Urls.Account);
        await site.GivenSignedIn(Role.Administrator);
        var people = await site.Get(Urls.People);
        var person = await site.Get(Urls.Person(daniel.Id));

        const string What = "Abbey ward was abolished on 22 May 2014. Its area is now in Riverside ward.";
        Assert.DoesNotContain("abolished", before.Text("main"), StringComparison.Ordinal);
        Assert.Contains(What, mine.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Ask one", mine.Text("main"), StringComparison.Ordinal);
        Assert.Equal(1, people.QuerySelectorAll("#abolished tbody tr").Length);
        Assert.Contains(What, people.Text("#abolished"), StringComparison.Ordinal);
        Assert.Contains("Sergeant, Abbey ward (abolished)", people.Text("#people"), StringComparison.Ordinal);
        Assert.Contains(What, person.Text("#held"), StringComparison.Ordinal);
        Assert.NotNull(person.QuerySelector($"a[href='{Urls.MoveRole(held.Id)}']"));
    }

    [Fact]
    public async Task The_role_is_moved_to_the_ward_that_has_the_area_now()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var daniel = await site.GivenAccount("Daniel Osei");
        var held = await site.GivenRole(daniel, Role.Sergeant, Abbey, to: new(2027, 3, 31));
        await site.GivenAbbeyAndBridgeBecameRiverside();
        await site.GivenSignedIn(Role.Administrator);

        var form = await site.Get(Urls.MoveRole(held.Id));
        var check = await site.Post(Urls.MoveRole(held.Id), ("To", "ward E05009301"), ("On", "2026-06-20"));
        var between = await site.With(db => db.HeldRoles.CountAsync(row => row.Account == daniel.Id, Cancel));
        var done = await site.Post(Urls.MoveRole(held.Id), ("To", "ward E05009301"), ("On", "2026-06-20"), ("Checked", "true"));
        await site.Post(Urls.MoveRole(held.Id), ("To", "ward E05009301"), ("On", "2026-06-20"), ("Checked", "true"));

        Assert.Equal(("ward E05009301", true, "2026-06-15"), (form.QuerySelector<IHtmlInputElement>("#To")!.Value, form.QuerySelector<IHtmlInputElement>("#To")!.IsChecked, form.QuerySelector<IHtmlInputElement>("#On")!.Value));
        Assert.Contains("Riverside ward, from 20 June 2026", check.Text("main"), StringComparison.Ordinal);
        Assert.Equal(1, between);
        Assert.Contains("The role is held for Riverside ward from 20 June 2026", done.Text("main"), StringComparison.Ordinal);
        var both = await site.With(db => db.HeldRoles.Where(row => row.Account == daniel.Id).OrderBy(row => row.From).ToListAsync(Cancel));
        Assert.Equal([(Abbey, new DateOnly(2026, 6, 19)), (Riverside, new DateOnly(2027, 3, 31))], both.Select(row => (row.Place!.Value, row.To!.Value)));
        Assert.Equal(held.Id, both[1].TakenOverFrom);
    }

    [Theory]
    [InlineData("ward E05000003", "2026-06-20", "Choose at least one of the places")]
    [InlineData("", "2026-06-20", "Choose at least one of the places")]
    [InlineData("ward E05009301", "2026-06-14", "The first day must be today or later")]
    [InlineData("ward E05009301", "", "The first day must be today or later")]
    public async Task A_forged_place_or_a_wrong_day_is_refused_in_words_also_after_checking(string to, string on, string words)
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var held = await site.GivenRole(await site.GivenAccount("Daniel Osei"), Role.Sergeant, Abbey);
        await site.GivenAbbeyAndBridgeBecameRiverside();
        await site.GivenSignedIn(Role.Administrator);

        var page = await site.Post(Urls.MoveRole(held.Id), ("To", to), ("On", on), ("Checked", "true"));

        Assert.Contains(words, page.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Equal(2, await site.With(db => db.HeldRoles.CountAsync(Cancel)));
    }

    [Fact]
    public async Task A_role_whose_place_is_there_has_nowhere_to_move()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var held = await site.GivenRole(await site.GivenAccount("Daniel Osei"), Role.Sergeant, Castle);
        await site.GivenAbbeyAndBridgeBecameRiverside();
        await site.GivenSignedIn(Role.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(Urls.MoveRole(held.Id))).StatusCode);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
