using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts;
using Wardbook.Store;

namespace Wardbook.Activity.Totals;

/// <summary>The priorities of a borough, a cluster or a force by what they are about, and how many were resolved.</summary>
[MayDo(Deed.ReadPerformance, At = "place")]
public sealed class PlacePrioritiesPage(WardbookDb db, Asker asker, PlaceTrees trees) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public PrioritiesByCategory Found { get; private set; } = null!;

    public AskedTotals Asked { get; private set; } = null!;

    public DateOnly Today => asker.Today;

    public async Task<IActionResult> OnGetAsync(string place, CancellationToken cancel)
    {
        var tree = await trees.Current();
        if (TotalFiles.PlaceOf(tree, place, isWard: false) is not { } found || !await asker.May(Deed.ReadPerformance, found))
        {
            return NotFound();
        }

        Asked = AskedTotals.Read(ModelState, null, From, To, null, Today);
        Found = await PrioritiesByCategory.Find(db, tree, found, Asked.Period, cancel);
        if (ModelState.IsValid)
        {
            (From, To) = (Shared.Forms.Asked.InField(Asked.Period.First), Shared.Forms.Asked.InField(Asked.Last));
        }

        return Page();
    }
}
