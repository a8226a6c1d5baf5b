using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Administration.People;
using Wardbook.Accounts.SignIn;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.Roles;

/// <summary>Gives a role: asked, checked, given. Nobody gives one to themselves.</summary>
[MayDo(Deed.ManageRoles)]
[AsksAgain]
public sealed class GivePage(WardbookDb db, Asker asker, PlaceTrees trees, Appointments appointments, TimeProvider clock) : AskedRolePage(asker, trees)
{
    public Account Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await Find(id, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await Find(id, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Read() is not { } asked)
        {
            return Page();
        }

        if (await appointments.Make(id, Deed.ManageRoles, () => Give(asked), cancel) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }

        Done = $"{Person.Name} holds the role {asked.Role.InWords().ToLowerInvariant()} from {asked.From:d MMMM yyyy}.";
        return LocalRedirect(Urls.Person(id));
    }

    private Task<string?> Give(AskedRole asked)
    {
        db.HeldRoles.Add(HeldRole.Give(Person.Id, asked.Role, asked.Place, asked.From, asked.To, clock.GetUtcNow().UtcDateTime, Asker.Account));
        return Task.FromResult<string?>(null);
    }

    private async Task<IActionResult?> Find(Guid id, CancellationToken cancel)
    {
        await ReadPlaces();
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id && account.Closed == null, cancel) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        return id == Asker.Account ? Forbid() : null;
    }
}
