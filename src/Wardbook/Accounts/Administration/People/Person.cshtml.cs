using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record;
using Wardbook.Accounts.SignIn;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.People;

/// <summary>One person: roles by place and days, sessions, tries to sign in. Opening it is recorded: it holds what is personal.</summary>
[MayDo(Deed.ManagePeople)]
public sealed class PersonPage(WardbookDb db, Asker asker, PlaceTrees trees, Sessions sessions) : PageModel
{
    /// <summary>What was done a moment ago, from the page on which it was.</summary>
    [TempData]
    public string? Done { get; set; }

    public Paging Paging { get; private set; } = Paging.None;

    public Account Person { get; private set; } = null!;

    public PlaceTree Places { get; private set; } = PlaceTree.Empty;

    public IReadOnlyList<HeldRole> Roles { get; private set; } = [];

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public IReadOnlyList<SignInTry> Tries { get; private set; } = [];

    public string Factors { get; private set; } = "";

    public DateOnly Today => asker.Today;

    /// <summary>Nobody is behind the account any more.</summary>
    public bool IsErased => Person.Name.Length == 0;

    public bool IsMe => Person.Id == asker.Account;

    public Table SessionList => new Table<Session>("Open sessions", Sessions)
        .Text("device", "Device", session => session.Device)
        .Text("since", "Since", session => session.Started.InForceTime().ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture))
        .Text("seen", "Last seen", session => session.LastSeen.InForceTime().ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture))
        .Text("how", "How", session => session.Means.InWords());

    public string Days(HeldRole held) => string.Create(CultureInfo.InvariantCulture, $"{held.From:d MMMM yyyy} to {(held.To is { } to ? to.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : "no known end")}");

    /// <summary>Of a role that is not over, what became of its place; null while that is there.</summary>
    public BecameOf? BecameOf(HeldRole held) => RoleLists.WithoutTheirPlace([held], Places, Today).Select(one => one.Became).FirstOrDefault();

    public string State(HeldRole held) => held.Ended is { } ended ? $"ended at once on {ended.InForceTime():d MMMM yyyy}" : held.IsOverAfter(Today) ? "over" : held.HoldsOn(Today) ? "holds" : "begins later";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancel) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        Places = await trees.Current();
        Roles = [.. (await db.HeldRoles.AsNoTracking().Where(held => held.Account == id).ToListAsync(cancel)).OrderBy(held => held.IsOverAfter(Today)).ThenByDescending(held => held.From)];
        Sessions = await sessions.List(id, Roles.Where(held => held.HoldsOn(Today)).Select(held => held.Role), cancel);
        var passkeys = await db.Passkeys.CountAsync(passkey => passkey.Account == id, cancel);
        Factors = string.Join(", ", new[] { passkeys > 0 ? $"{passkeys} passkey{(passkeys == 1 ? "" : "s")}" : "", person.PasswordHash is null ? "" : "password", person.CodeSecret is null ? "" : "code app" }.Where(one => one.Length > 0)) is { Length: > 0 } some ? some : "none";
        (Tries, Paging) = await SignInHistory.List(db, id, Request, cancel);
        await ChangeRecord.NoteReading(HttpContext, "account", id.ToString(), id, cancel);
        return Page();
    }
}
