using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Wards;

/// <summary>Every ward of a force or borough in one list, a part of it at a time.</summary>
[Public]
public sealed class WardsPage(WardbookDb db, ReadOnce once, TimeProvider clock) : PlacePageModel(clock)
{
    public const int OnAPage = 50;

    public Paging Paging => Paging.Of(Request, Crime.Within.Count, OnAPage);

    public Table Table => PlaceTables.OfWards(Crime, Choice) with { Skip = Paging.Skip, Most = OnAPage };

    public IReadOnlyList<Link> WardsTrail => [.. Trail.SkipLast(1), new(About.Name, Urls.Place(About.Code) + Choice.Query), new("Wards", null)];

    public string AllOf(string format) => $"{Urls.WardsOf(About.Code)}.{format}{Choice.Query}";

    public async Task<IActionResult> OnGetAsync(string place, CancellationToken cancel)
    {
        if (!PlaceCode.TryParse(place, out var code) || await PlaceCrime.Find(db, once, code, isWard: false, ReadChoice(), cancel, PlaceDetail.Leaves) is not { Within.Count: > 0 } found)
        {
            return NotFound();
        }

        Crime = found;
        ShowChoice();
        return Page();
    }
}
