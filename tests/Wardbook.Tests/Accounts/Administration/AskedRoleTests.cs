using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace Wardbook.Accounts.Administration;

/// <summary>What was typed goes to the page of checking, back to the form and into the role, and stays what it was.</summary>
public sealed class AskedRoleTests
{
    [Fact]
    public async Task Changing_an_answer_brings_back_all_that_was_typed()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        var person = await site.GivenAccount("Daniel Osei");
        await site.GivenSignedIn(Role.Administrator);

        var check = await site.Post(Urls.GiveRole(person.Id), ("Role", "Sergeant"), ("Place", "abbey WARD"), ("From", "2026-07-01"), ("To", "2027-06-30"));
        var form = await site.Post(Urls.GiveRole(person.Id), [.. Hidden(check), ("step", "change")]);

        Assert.Equal("Give a role to Daniel Osei", form.Text("h1"));
        Assert.Equal(("Sergeant", "Abbey ward", "2026-07-01", "2027-06-30"), (form.QuerySelector<IHtmlSelectElement>("#Role")!.Value, Typed(form, "Place"), Typed(form, "From"), Typed(form, "To")));
        Assert.Equal(1, await site.With(db => db.HeldRoles.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Changing_an_invitation_brings_back_name_and_address_too()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenSignedIn(Role.Administrator);

        var check = await site.Post(Urls.Invite, ("Name", "Dorothy Achebe"), ("Email", "dorothy@example.org"), ("Role", "PanelMember"), ("Place", "E05000001"));
        var form = await site.Post(Urls.Invite, [.. Hidden(check), ("step", "change")]);

        Assert.Equal("Invite somebody", form.Text("h1"));
        Assert.Equal(("Dorothy Achebe", "dorothy@example.org", "Abbey ward"), (Typed(form, "Name"), Typed(form, "Email"), Typed(form, "Place")));
        Assert.Empty(await site.With(db => db.Letters.ToListAsync(Cancel)));
    }

    [Fact]
    public async Task Changing_a_handover_brings_back_the_name_and_the_day()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenAccount("Priya Nair", "priya@example.org");
        var held = await site.GivenRole(await site.GivenAccount("Daniel Osei"), Role.Sergeant, TestSite.Ward("E05000001"));
        await site.GivenSignedIn(Role.Administrator);

        var check = await site.Post(Urls.HandOver(held.Id), ("To", "priya@example.org"), ("On", "2026-07-01"));
        var form = await site.Post(Urls.HandOver(held.Id), [.. Hidden(check), ("step", "change")]);

        Assert.Equal("Hand a post over", form.Text("h1"));
        Assert.Equal(("Priya Nair", "2026-07-01"), (Typed(form, "To"), Typed(form, "On")));
    }

    /// <summary>Some islands and towns are one ward, one borough and one code.</summary>
    [Fact]
    public async Task Of_a_ward_and_a_borough_that_share_a_code_the_one_that_was_chosen_is_given()
    {
        await using var site = await TestSite.Start();
        await site.GivenAWardWithTheCodeOfItsBorough();
        var person = await site.GivenAccount("Daniel Osei");
        await site.GivenSignedIn(Role.Administrator);

        var both = await site.Post(Urls.GiveRole(person.Id), ("Role", "Sergeant"), ("Place", "E09000001"));
        var check = await site.Post(Urls.GiveRole(person.Id), ("Role", "Sergeant"), ("Place", "borough E09000001"));
        await site.Post(Urls.GiveRole(person.Id), [.. Hidden(check)]);

        Assert.Contains("ward E09000001", both.Text(".govuk-error-summary"), StringComparison.Ordinal);
        Assert.Contains("borough E09000001", both.Text(".govuk-error-summary"), StringComparison.Ordinal);
        var held = await site.With(db => db.HeldRoles.SingleAsync(row => row.Account == person.Id, Cancel));
        Assert.Equal(TestSite.Borough("E09000001"), held.Place);
    }

    /// <summary>What the page of checking would send.</summary>
    private static IEnumerable<(string, string)> Hidden(IDocument page) => page.QuerySelectorAll<IHtmlInputElement>("main form input[type=hidden]")
        .Where(input => input.Name != "__RequestVerificationToken").Select(input => (input.Name!, input.Value));

    private static string Typed(IDocument page, string field) => page.QuerySelector<IHtmlInputElement>($"#{field}")!.Value;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
