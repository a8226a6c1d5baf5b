using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.People;

/// <summary>Gives a role: asked, checked, given. Nobody gives one to themselves.</summary>
[MayDo(Deed.ManageRoles)]
[AsksAgain]
public sealed class GivePage(WardbookDb db, Asker asker, PlaceTrees trees, Appointments appointments, TimeProvider clock) : PageModel
{
    public Account Person { get; private set; } = null!;

    public PlaceTree Places { get; private set; } = PlaceTree.Empty;

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public bool Checked { get; set; }

    /// <summary>What was asked and is right, to be looked at once more.</summary>
    public AskedRole? Checking { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await Find(id, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await Find(id, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        if (AskedRole.Read(ModelState, Places, asker.Today, Role, Place, From, To) is not { } asked)
        {
            return Page();
        }

        if (!Checked)
        {
            Checking = asked;
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
        db.HeldRoles.Add(HeldRole.Give(Person.Id, asked.Role, asked.Place, asked.From, asked.To, clock.GetUtcNow().UtcDateTime, asker.Account));
        return Task.FromResult<string?>(null);
    }

    private async Task<IActionResult?> Find(Guid id, CancellationToken cancel)
    {
        Places = await trees.Current();
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id && account.Closed == null, cancel) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        return id == asker.Account ? Forbid() : null;
    }
}
