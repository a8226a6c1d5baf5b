using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Concerns.Answers;

/// <summary>How often answers came in the promised time in a ward, a borough or a force.</summary>
[Public]
public sealed class PromisePage(WardbookDb db, PlaceTrees trees) : PageModel
{
    public PromiseKept Kept { get; private set; } = null!;

    public Table WardTable => Kept.WardTable.InOrder(Request.Query["order"]);

    public async Task<IActionResult> OnGetAsync(string place, CancellationToken cancel)
    {
        if (await Find(db, trees, place, cancel) is not { } kept)
        {
            return NotFound();
        }

        // It changes with every answer, and is no page of one ward that is kept until that ward changes.
        Response.Headers.CacheControl = "private, no-cache";
        Kept = kept;
        return Page();
    }

    /// <summary>The place that an address names by its code: a ward when there is one of that code.</summary>
    internal static async Task<PromiseKept?> Find(WardbookDb db, PlaceTrees trees, string text, CancellationToken cancel)
    {
        var tree = await trees.Current();
        return PlaceCode.TryParse(text, out var code) && tree.OfCode(code).OrderBy(one => one.Kind != "ward").Select(one => (PlaceKey?)one).FirstOrDefault() is { } place
            ? await PromiseKept.Find(db, tree, place, cancel)
            : null;
    }
}
