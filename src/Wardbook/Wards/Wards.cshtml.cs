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

    // From the query alone: to the framework "page" is also the name of the page itself.
    [FromQuery(Name = "page")]
    public string? Number { get; set; }

    public int Pages => Math.Max(1, (Crime.Within.Count + OnAPage - 1) / OnAPage);

    /// <summary>A page that there is, whatever was asked for.</summary>
    public int PageShown => Math.Clamp(int.TryParse(Number, out var number) ? number : 1, 1, Pages);

    public Table Table => PlaceTables.OfWards(Crime, Choice) with { Skip = (PageShown - 1) * OnAPage, Most = OnAPage };

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
