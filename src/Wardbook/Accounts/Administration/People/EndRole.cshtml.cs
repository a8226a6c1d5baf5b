using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.People;

/// <summary>Ends a role, at once or after a last day. The last administrator's is not ended.</summary>
[MayDo(Deed.ManageRoles)]
public sealed class EndRolePage(WardbookDb db, Asker asker, PlaceTrees trees, Appointments appointments, TimeProvider clock) : PageModel
{
    public HeldRole Held { get; private set; } = null!;

    public string Person { get; private set; } = "";

    public string InWords { get; private set; } = "";

    [BindProperty]
    public DateOnly? On { get; set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await Find(id, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await Find(id, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        if (On is { } last && (last < asker.Today || last < Held.From))
        {
            ModelState.AddModelError(nameof(On), "The last day must be today or later, and not before the first");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await appointments.Make(Held.Account, Deed.ManageRoles, () => End(id, cancel), cancel) is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }

        Done = On is { } day ? $"The role ends with {day:d MMMM yyyy}." : "The role has ended.";
        return LocalRedirect(Held.Account == asker.Account ? Urls.Account : Urls.Person(Held.Account));
    }

    private async Task<string?> End(Guid id, CancellationToken cancel)
    {
        var held = await db.HeldRoles.SingleAsync(row => row.Id == id, cancel);
        if (held.IsOverAfter(asker.Today))
        {
            return "This role is over already.";
        }

        if (On is { } day)
        {
            held.To = day;
        }
        else
        {
            held.EndNow(clock.GetUtcNow().UtcDateTime, asker.Today);
        }

        return null;
    }

    private async Task<IActionResult?> Find(Guid id, CancellationToken cancel)
    {
        if (await db.HeldRoles.AsNoTracking().SingleOrDefaultAsync(held => held.Id == id, cancel) is not { } held || held.IsOverAfter(asker.Today))
        {
            return NotFound();
        }

        Held = held;
        Person = Called.InWords(await db.Accounts.Where(account => account.Id == held.Account).Select(account => account.Name).SingleAsync(cancel));
        InWords = RoleLists.InWords(held, await trees.Current());
        return null;
    }
}
