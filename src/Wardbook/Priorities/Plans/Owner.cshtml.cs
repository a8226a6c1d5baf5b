using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Forms;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Priorities.Plans;

/// <summary>Says who owns a priority. Who did before stays in the record.</summary>
[MayDo(Deed.RunCycle, At = "ward")]
public sealed class OwnerPage(WardbookDb db, Asker asker, PlaceTrees trees, TimeProvider clock) : WorkPage(trees)
{
    private PriorityOwner? now;

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public string? Partner { get; set; }

    /// <summary>The number of the owner when the form was made; 0 while there was none.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Priority Priority { get; private set; } = null!;

    public Owners Owners { get; private set; } = null!;

    public Clash? Clash { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid priority, CancellationToken cancel)
    {
        if (!await Find(priority, cancel))
        {
            return NotFound();
        }

        Version = now?.Number ?? 0;
        if (now is not null)
        {
            (Owner, Partner) = now.Owner.InFields();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid priority, CancellationToken cancel)
    {
        if (!await Find(priority, cancel))
        {
            return NotFound();
        }

        if (ModelState.Owner(Owners, (nameof(Owner), Owner), (nameof(Partner), Partner)) is not { } owner)
        {
            return Page();
        }

        if (now?.Owner == owner)
        {
            return Saved(owner);
        }

        if (now is not null && now.Number != Version)
        {
            return Clashed(now, owner);
        }

        db.PriorityOwners.Add(new() { Id = Guid.CreateVersion7(), Priority = priority, Number = (now?.Number ?? 0) + 1, OwnerOfficer = owner.Officer, OwnerPartner = owner.Partner, Made = clock.GetUtcNow().UtcDateTime, MadeBy = asker.Account });
        return await db.TrySaveShown(Ward.Code, cancel) || !await Find(priority, cancel) || now is null || now.Owner == owner ? Saved(owner) : Clashed(now, owner);
    }

    private LocalRedirectResult Saved(Owner owner)
    {
        Done = $"{PlanWords.Capital(Owners.NameOf(owner))} owns it now.";
        return LocalRedirect(Urls.Plan(Ward.Code, Priority.Id));
    }

    private PageResult Clashed(PriorityOwner there, Owner owner)
    {
        Version = there.Number;
        Clash = Clash.Found(ModelState, nameof(Version), there.Number, ("Owner", Owners.NameOf(there.Owner), Owners.NameOf(owner)));
        return Page();
    }

    /// <returns>False also for one that is closed: nobody needs to see to it any more.</returns>
    private async Task<bool> Find(Guid priority, CancellationToken cancel)
    {
        if (await PlanPage.InWard(db, Ward, priority, cancel) is not { IsOpen: true } found)
        {
            return false;
        }

        Priority = found;
        now = await db.PriorityOwners.AsNoTracking().Where(row => row.Priority == priority).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel);
        Owners = await Owners.Find(db, Places, Ward, asker.Today, [now?.OwnerOfficer], cancel);
        return true;
    }
}
