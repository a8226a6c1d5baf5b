using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Wardbook.Shared;

namespace Wardbook.Accounts;

/// <summary>Denied unless allowed: by role, by place and by day.</summary>
public sealed class AccessTests
{
    private static readonly PlaceKey Abbey = TestSite.Ward("E05000001"), Castle = TestSite.Ward("E05000003");

    [Fact]
    public async Task An_endpoint_that_names_no_policy_is_open_to_nobody_and_what_is_not_there_is_not_found()
    {
        await using var site = await TestSite.Start(alter: app => app.MapGet("/forgotten", () => "open"));
        var administrator = await site.GivenAccount();
        await site.GivenRole(administrator, Role.Administrator);
        var cookie = await site.CookieOf(administrator);

        Assert.Equal(HttpStatusCode.Forbidden, (await site.Ask("/forgotten", cookie)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await site.Ask("/forgotten", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Ask("/no-such-thing", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Ask("/no-such-thing", cookie)).StatusCode);
    }

    [Fact]
    public async Task Every_page_and_endpoint_names_its_policy()
    {
        IReadOnlyList<Endpoint> endpoints = [];
        await using var site = await TestSite.Start(alter: app => endpoints = [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints)]);
        await site.GetText(Urls.Live);

        Assert.Contains(endpoints, endpoint => endpoint.DisplayName == "/Wards/Home");
        Assert.Empty(endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAccess>() is null).Select(endpoint => endpoint.DisplayName));
    }

    [Theory]
    [InlineData("E05000001", true)] // Abbey, their own
    [InlineData("E05000002", false)] // Bridge, beside it
    [InlineData("E09000002", false)] // the borough around it
    [InlineData("E05009999", false)] // no such place
    public async Task A_sergeant_writes_in_their_own_ward_alone(string place, bool may)
    {
        await using var site = await TestSite.Start(alter: Sample);
        await site.GivenFourWards();

        await site.GivenSignedIn(Role.Sergeant, Abbey);

        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await site.Get($"/sample/{place}")).StatusCode);
    }

    [Theory]
    [InlineData("E05000001", true)]
    [InlineData("E05000003", false)]
    [InlineData("E09000002", true)]
    public async Task A_place_includes_what_is_inside_it(string place, bool may)
    {
        await using var site = await TestSite.Start(alter: Sample);
        await site.GivenFourWards();

        await site.GivenSignedIn(Role.Inspector, TestSite.Borough("E09000002"));

        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await site.Get($"/sample/{place}")).StatusCode);
    }

    [Fact]
    public async Task A_place_stays_the_same_place_when_new_boundaries_come()
    {
        await using var site = await TestSite.Start(alter: Sample);
        await site.GivenFourWards();
        await site.GivenSignedIn(Role.Sergeant, Castle);
        Assert.Equal(HttpStatusCode.OK, (await site.Get("/sample/E05000003")).StatusCode);

        await site.GivenAbbeyAndBridgeBecameRiverside();
        site.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(HttpStatusCode.OK, (await site.Get("/sample/E05000003")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get("/sample/E05009301")).StatusCode);
    }

    [Fact]
    public async Task Reading_reaches_the_neighbours_and_writing_does_not()
    {
        await using var site = await TestSite.Start(alter: Sample);
        await site.GivenFourWards();

        await site.GivenSignedIn(Role.Constable, Abbey);

        Assert.Equal(HttpStatusCode.OK, (await site.Get("/read/E05000003")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get("/sample/E05000001")).StatusCode);
    }

    [Fact]
    public async Task What_may_not_be_opened_is_told_plainly()
    {
        await using var site = await TestSite.Start(alter: Sample);
        await site.GivenSignedIn(Role.PanelMember, Abbey);

        var page = await site.Get("/sample/E05000001");

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Equal("This page is not open to you", page.Text("h1"));
    }

    [Fact]
    public async Task A_role_that_ended_is_ended_within_a_minute_and_one_that_begins_later_does_not_hold_yet()
    {
        await using var site = await TestSite.Start(alter: Sample);
        await site.GivenFourWards();
        var account = await site.GivenSignedIn(Role.Sergeant, Abbey);
        await site.GivenRole(account, Role.Sergeant, Castle, from: new(2026, 6, 16));
        Assert.Equal(HttpStatusCode.OK, (await site.Get("/sample/E05000001")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get("/sample/E05000003")).StatusCode);

        await site.With(async db =>
        {
            (await db.HeldRoles.SingleAsync(held => held.PlaceCode == Abbey.Code, TestContext.Current.CancellationToken)).EndNow(site.Clock.GetUtcNow().UtcDateTime, site.Clock.Today());
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        site.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get("/sample/E05000001")).StatusCode);
    }

    [Fact]
    public async Task A_role_with_a_last_day_holds_to_its_end_where_the_force_is()
    {
        // Eleven at night in London in summer is ten by universal time.
        await using var site = await TestSite.Start(alter: Sample);
        await site.GivenFourWards();
        var account = await site.GivenAccount();
        await site.GivenRole(account, Role.Sergeant, Abbey, to: new(2026, 6, 15));
        await site.SignIn(account);
        site.Clock.SetUtcNow(new(2026, 6, 15, 22, 59, 0, TimeSpan.Zero));
        await site.SignIn(account);
        Assert.Equal(HttpStatusCode.OK, (await site.Get("/sample/E05000001")).StatusCode);

        site.Clock.SetUtcNow(new(2026, 6, 15, 23, 0, 0, TimeSpan.Zero));

        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get("/sample/E05000001")).StatusCode);
    }

    [Fact]
    public void A_post_that_passes_on_ends_one_holding_and_begins_the_other_and_keeps_both()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var held = HeldRole.Give(one, Role.Sergeant, Abbey, new(2026, 1, 1), null, new(2026, 1, 1), null);

        var next = held.HandOver(other, on: new(2026, 6, 1), given: new(2026, 5, 20), by: null);

        Assert.Equal(new DateOnly(2026, 5, 31), held.To);
        Assert.Equal((other, Role.Sergeant, Abbey, new DateOnly(2026, 6, 1), held.Id), (next.Account, next.Role, next.Place!.Value, next.From, next.TakenOverFrom));
        Assert.True(held.HoldsOn(new(2026, 5, 31)) && !next.HoldsOn(new(2026, 5, 31)));
        Assert.True(!held.HoldsOn(new(2026, 6, 1)) && next.HoldsOn(new(2026, 6, 1)));
        Assert.Throws<InvalidOperationException>(() => held.HandOver(other, on: new(2026, 7, 1), given: new(2026, 5, 20), by: null));
    }

    [Fact]
    public void Every_role_has_a_row_and_every_role_that_writes_needs_a_second_factor()
    {
        Assert.All(RoleTable.Roles, role => Assert.Contains(RoleTable.Deeds, deed => RoleTable.Of(role, deed) != Reach.Nowhere));
        Assert.All(RoleTable.Deeds, deed => Assert.Contains(RoleTable.Roles, role => RoleTable.Of(role, deed) != Reach.Nowhere));
        Assert.True(RoleTable.NeedsSecondFactor(Role.Constable) && RoleTable.NeedsSecondFactor(Role.Administrator) && RoleTable.NeedsSecondFactor(Role.PanelChair));
        Assert.False(RoleTable.NeedsSecondFactor(Role.PanelMember));
    }

    private static void Sample(WebApplication app)
    {
        app.MapGet("/sample/{ward}", () => "yours").MayDo(Deed.RunCycle, at: "ward");
        app.MapGet("/read/{ward}", () => "read").MayDo(Deed.ReadWork, at: "ward");
    }
}
