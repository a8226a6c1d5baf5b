using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Activity.Totals;

/// <summary>What was done in a borough, a cluster or a force, added up, with its wards beside each other: which stand out, and which cannot be told apart.</summary>
[MayDo(Deed.ReadPerformance, At = "place")]
public sealed class PlaceTotalsPage(WardbookDb db, Asker asker, PlaceTrees trees) : PageModel, IShowsTotals
{
    private const int Each = 50;

    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public RollUp Found { get; private set; } = null!;

    public DateOnly Today => asker.Today;

    public Paging Paging { get; private set; } = Paging.None;

    public async Task<IActionResult> OnGetAsync(string place, CancellationToken cancel)
    {
        var tree = await trees.Current();
        if (TotalFiles.PlaceOf(tree, place, isWard: false) is not { } found || !await asker.May(Deed.ReadPerformance, found))
        {
            return NotFound();
        }

        Found = await RollUp.Find(db, tree, found, AskedTotals.Read(ModelState, By, From, To, Kind, Today), Today, cancel);
        Paging = Paging.Of(Request, Found.Parts.Count, Each);
        this.Show();
        return Page();
    }
}
