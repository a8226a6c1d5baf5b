using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.People;

/// <summary>Everybody who has an account, to be found by name or mail address.</summary>
[MayDo(Deed.ManagePeople)]
public sealed class PeoplePage(WardbookDb db, PlaceTrees trees, TimeProvider clock) : PageModel
{
    private const int OnePage = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Asked { get; set; }

    public Paging Paging { get; private set; } = Paging.None;

    public IReadOnlyList<Listed> Found { get; private set; } = [];

    public Table Table => new Table<Listed>("People", Found)
        .Text("name", "Name", person => Called.AsHeading(person.Name), href: person => Urls.Person(person.Id))
        .Text("roles", "Roles today", person => person.Roles, absent: "none")
        .Text("state", "Account", person => person.IsClosed ? "closed" : "open");

    /// <summary>Roles for places that were abolished; none while somebody is looked for.</summary>
    public IReadOnlyList<Lost> WithoutTheirPlace { get; private set; } = [];

    public Table LostTable => new Table<Lost>("Roles for places that were abolished", WithoutTheirPlace)
        .Text("name", "Name", lost => Called.AsHeading(lost.Name), href: lost => Urls.Person(lost.Held.Account))
        .Text("role", "Role", lost => lost.Held.Role.InWords())
        .Text("place", "What became of the place", lost => lost.Became)
        .Text("move", "Move it", _ => "Move to the new boundaries", href: lost => Urls.MoveRole(lost.Held.Id));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var asked = Asked?.Trim() is { Length: > 0 and <= 254 } text ? text : null;
        var people = await PeopleByName.List(db, asked, cancel);
        Paging = Paging.Of(Request, people.Count, OnePage);
        var shown = people.Skip(Paging.Skip).Take(OnePage).Select(person => person.Id).ToList();
        var page = (await db.Accounts.AsNoTracking().Where(account => shown.Contains(account.Id))
            .Select(account => new { account.Id, account.Name, account.Closed, Roles = db.HeldRoles.Where(held => held.Account == account.Id && held.Ended == null).ToList() })
            .ToListAsync(cancel)).OrderBy(person => shown.IndexOf(person.Id));
        var (tree, today) = (await trees.Current(), clock.Today());
        Found = [.. page.Select(person => new Listed(person.Id, person.Name, person.Closed is not null,
            string.Join("; ", person.Roles.Where(held => held.HoldsOn(today)).Select(held => RoleLists.InWords(held, tree, today))) is { Length: > 0 } roles ? roles : null))];
        WithoutTheirPlace = asked is null ? await FindWithoutTheirPlace(tree, today, cancel) : [];
    }

    private async Task<IReadOnlyList<Lost>> FindWithoutTheirPlace(PlaceTree tree, DateOnly today, CancellationToken cancel)
    {
        var lost = RoleLists.WithoutTheirPlace(await db.HeldRoles.AsNoTracking().Where(held => held.Ended == null && held.PlaceKind != null).ToListAsync(cancel), tree, today).ToList();
        var whose = lost.Select(one => one.Held.Account).Distinct().ToList();
        var names = await db.Accounts.Where(account => whose.Contains(account.Id) && account.Closed == null).ToDictionaryAsync(account => account.Id, account => account.Name, cancel);
        return [.. lost.Where(one => names.ContainsKey(one.Held.Account)).Select(one => new Lost(one.Held, names[one.Held.Account], one.Became.InWords(one.Held.Place!.Value, tree))).OrderBy(one => one.Name, StringComparer.CurrentCulture)];
    }

    public sealed record Lost(HeldRole Held, string Name, string Became);

    public sealed record Listed(Guid Id, string Name, bool IsClosed, string? Roles);
}
