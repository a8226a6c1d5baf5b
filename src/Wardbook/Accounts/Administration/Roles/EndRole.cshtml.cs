using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Administration.People;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.Roles;

/// <summary>Ends a role, at once or after a last day. The last administrator's is not ended.</summary>
[MayDo(Deed.ManageRoles)]
public sealed class EndRolePage(WardbookDb db, Asker asker, PlaceTrees trees, Appointments appointments, TimeProvider clock) : HeldRolePage(db, asker, trees)
{
    [BindProperty]
    public DateOnly? On { get; set; }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await Find(id, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        if (On is { } last && (last < Asker.Today || last < Held.From))
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
        return LocalRedirect(Held.Account == Asker.Account ? Urls.Account : Urls.Person(Held.Account));
    }

    private async Task<string?> End(Guid id, CancellationToken cancel)
    {
        var held = await Db.HeldRoles.SingleAsync(row => row.Id == id, cancel);
        if (held.IsOverAfter(Asker.Today))
        {
            return "This role is over already.";
        }

        if (On is { } day)
        {
            held.To = day;
        }
        else
        {
            held.EndNow(clock.GetUtcNow().UtcDateTime, Asker.Today);
        }

        return null;
    }
}
