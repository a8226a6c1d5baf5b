using Microsoft.AspNetCore.Mvc;
using Wardbook.Accounts;
using Wardbook.Crimes.Blocks;
using Wardbook.Crimes;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Wards;

/// <summary>Every street and place of a ward that records are "on or near".</summary>
[Public]
public sealed class StreetsPage(WardbookDb db, ReadOnce once, LoadedSets sets, UnpackedMonths unpacked, TimeProvider clock) : PlacePageModel(clock)
{
    public const int OnAPage = 50;

    public WardStreets Streets { get; private set; } = null!;

    public Paging Paging => Paging.Of(Request, Streets.Streets.Count, OnAPage);

    public IReadOnlyList<Link> StreetTrail => [.. Trail.SkipLast(1), new(About.Name, Urls.Ward(About.Code) + Choice.Query), new("Streets", null)];

    protected override WardStreets? Nearby => Streets;

    public async Task<IActionResult> OnGetAsync(string ward, CancellationToken cancel)
    {
        if (!PlaceCode.TryParse(ward, out var code) || await PlaceCrime.Find(db, once, code, isWard: true, ReadChoice(), cancel) is not { Months: { } months, Figures: { } figures } found
            || await WardStreets.Find(unpacked, sets, months, figures.Window, figures.Loaded, found.Place.Set.Id, code, cancel) is not { } streets)
        {
            return NotFound();
        }

        (Crime, Streets) = (found, streets);
        ShowChoice();
        return Page();
    }
}
