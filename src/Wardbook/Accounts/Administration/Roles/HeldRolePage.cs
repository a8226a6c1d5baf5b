using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Accounts.Administration.Roles;

/// <summary>A page about one role that somebody holds: it is not found once the role is over.</summary>
public abstract class HeldRolePage(WardbookDb db, Asker asker, PlaceTrees trees) : PageModel
{
    public HeldRole Held { get; private set; } = null!;

    /// <summary>What its holder is called.</summary>
    public string Person { get; private set; } = "";

    /// <summary>Such as <c>Sergeant, Brixton Hill ward</c>.</summary>
    public string InWords { get; private set; } = "";

    public PlaceTree Places { get; private set; } = PlaceTree.Empty;

    [TempData]
    public string? Done { get; set; }

    protected WardbookDb Db => db;

    protected Asker Asker => asker;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await Find(id, cancel) ?? Page();

    /// <returns>Where to go instead; null when the page may be shown.</returns>
    protected virtual async Task<IActionResult?> Find(Guid id, CancellationToken cancel)
    {
        if (await db.HeldRoles.AsNoTracking().SingleOrDefaultAsync(held => held.Id == id, cancel) is not { } held || held.IsOverAfter(asker.Today))
        {
            return NotFound();
        }

        Held = held;
        Person = Called.InWords(await db.Accounts.Where(account => account.Id == held.Account).Select(account => account.Name).SingleAsync(cancel));
        Places = await trees.Current();
        InWords = RoleLists.InWords(held, Places);
        return null;
    }
}
