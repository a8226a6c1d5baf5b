using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Work;
using Wardbook.Store;

namespace Wardbook.Activity.Records;

/// <summary>One record, with what it put right and what put it right: nothing of what was ever said is lost.</summary>
[MayDo(Deed.ReadWork, At = "ward")]
public sealed class RecordPage(WardbookDb db, Asker asker, PlaceTrees trees) : WorkPage(trees)
{
    /// <summary>Nobody puts the same thing right so often.</summary>
    private const int Longest = 50;

    [BindProperty(SupportsGet = true)]
    public Guid Record { get; set; }

    public ShownActivity Shown { get; private set; } = null!;

    public ActivityCatalogue Catalogue { get; private set; } = new([]);

    /// <summary>All that was said of the same thing, the first first; this one alone when nothing was put right.</summary>
    public IReadOnlyList<ShownActivity> Chain { get; private set; } = [];

    public bool MayCorrect { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var chain = await ChainOf(db, Ward, Record, cancel);
        if (chain.Count == 0)
        {
            return NotFound();
        }

        (Chain, Shown, Catalogue) = (chain, chain.First(one => one.Record.Id == Record), await ActivityCatalogue.Find(db, cancel));
        MayCorrect = Shown.Later is null && Shown.Record.Held is null && await asker.May(Deed.RecordActivity, Ward);
        return Page();
    }

    /// <returns>Nothing when there is no such record in the ward.</returns>
    internal static async Task<IReadOnlyList<ShownActivity>> ChainOf(WardbookDb db, Accounts.PlaceKey ward, Guid id, CancellationToken cancel)
    {
        var records = db.ActivityRecords.AsNoTracking().Where(record => record.PlaceKind == ward.Kind && record.PlaceCode == ward.Code);
        List<ShownActivity> chain = [.. await WardActivity.Shown(db, records.Where(record => record.Id == id), cancel)];
        while (chain is [{ Record.Corrects: { } earlier }, ..] && chain.Count < Longest)
        {
            chain.InsertRange(0, await WardActivity.Shown(db, records.Where(record => record.Id == earlier), cancel));
        }

        while (chain is [.., { Later: { } later }] && chain.Count < Longest)
        {
            chain.AddRange(await WardActivity.Shown(db, records.Where(record => record.Id == later), cancel));
        }

        return chain;
    }
}
