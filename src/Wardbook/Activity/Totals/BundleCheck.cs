using Microsoft.EntityFrameworkCore;
using Wardbook.Activity.Recording;
using Wardbook.Store;

namespace Wardbook.Activity.Totals;

/// <summary>Proves the totals of a bundle against those of its wards.</summary>
internal static class BundleCheck
{
    /// <returns>How many totals are kept, and for each that is wrong what has to be added to it; its place is the bundle.</returns>
    public static async Task<(int Kept, List<TotalRow> Wrong)> Compare(WardbookDb db, string bundle, CancellationToken cancel)
    {
        var wards = await db.ActivityBundles.Where(row => row.Bundle == bundle && row.PlaceKind == "ward").Select(row => row.PlaceCode).ToListAsync(cancel);

        // The key begins with the step and the kind of place.
        var right = await db.ActivityTotals.Where(total => Steps.Kept.Contains(total.Step) && total.PlaceKind == "ward" && wards.Contains(total.PlaceCode))
            .GroupBy(total => new { total.Step, total.From, total.Kind })
            .Select(sum => new { sum.Key, Halves = sum.Sum(row => row.Halves), Records = sum.Sum(row => row.Records) }).ToListAsync(cancel);
        var kept = await db.BundledTotals.AsNoTracking().Where(total => Steps.Kept.Contains(total.Step) && total.Bundle == bundle).ToListAsync(cancel);
        return (kept.Count, TotalRow.Sum(
            right.Select(row => new TotalRow(row.Key.Step, "", bundle, row.Key.From, row.Key.Kind, Guid.Empty, row.Halves, row.Records))
                .Concat(kept.Select(row => new TotalRow(row.Step, "", bundle, row.From, row.Kind, Guid.Empty, -row.Halves, -row.Records)))));
    }

    public static Task Mend(WardbookDb db, string bundle, IReadOnlyList<TotalRow> wrong, CancellationToken cancel) => Bundles.AddTo(db, wrong.Select(row => (bundle, row)), cancel);
}
