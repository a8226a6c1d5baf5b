using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Engagement.Activities;

/// <summary>What was found on a walk: pins on a map and the list that says the same, photographs, a score.</summary>
[MayDo(Deed.ReadWork, At = "ward")]
public sealed class WalkPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    public WalkFound Walk { get; private set; } = null!;

    public bool MayEdit { get; private set; }

    public bool HasPins => Walk.Findings.Any(one => one.Finding.LatitudeE7 is not null);

    /// <summary>The pins with their numbers, as the map's script takes them.</summary>
    public string Marks => string.Join(' ', Walk.Findings.Index().Where(one => one.Item.Finding.LatitudeE7 is not null)
        .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Item.Finding.LatitudeE7 / (double)Point.PerDegree:0.00000},{one.Item.Finding.LongitudeE7 / (double)Point.PerDegree:0.00000},{one.Index + 1}")));

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await WalkFound.Find(db, Ward, id, cancel) is not { } walk)
        {
            return NotFound();
        }

        Walk = walk;
        MayEdit = await asker.May(Deed.RecordActivity, Ward);
        return Page();
    }
}
