using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Wards;

/// <summary>A borough, cluster or force: the same as a ward, and what it has in it.</summary>
[Public]
public sealed class PlacePage(WardbookDb db, ReadOnce once, TimeProvider clock) : PlacePageModel(clock)
{
    public MapLevels? Levels => MapLevels.Of(Crime.Within.Select(one => one.Rate?.PerThousandAYear));

    /// <summary>What it has in it, in the singular.</summary>
    public string KindWithin => Crime.Within.Count > 0 ? Crime.Within[0].Place.Kind : About.Set.Kind;

    public async Task<IActionResult> OnGetAsync(string place, CancellationToken cancel)
    {
        if (!PlaceCode.TryParse(place, out var code) || await PlaceCrime.Find(db, once, code, isWard: false, ReadChoice(), cancel) is not { } found)
        {
            return NotFound();
        }

        Crime = found;
        ShowChoice();
        return Page();
    }
}
