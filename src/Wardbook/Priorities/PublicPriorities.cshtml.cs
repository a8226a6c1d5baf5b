using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Priorities;

/// <summary>What a ward works on, why, what meetings found and what was done.</summary>
[Public]
public sealed class PublicPrioritiesPage(WardbookDb db, Asker asker, PlaceTrees trees) : PageModel
{
    public WardPriorities Priorities { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public IReadOnlyList<Link> Trail => [new(Name, Urls.Ward(Priorities.Ward.Code)), new("Priorities", null)];

    public async Task<IActionResult> OnGetAsync(string ward, CancellationToken cancel)
    {
        var tree = await trees.Current();
        if (!PlaceCode.TryParse(ward, out var code) || !tree.Has(new("ward", code)))
        {
            return NotFound();
        }

        Name = tree.NameOf(new("ward", code));
        Priorities = await WardPriorities.Find(db, new("ward", code), asker.Today, cancel);
        return Page();
    }
}
