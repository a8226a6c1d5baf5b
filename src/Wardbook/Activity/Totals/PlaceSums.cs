using Microsoft.EntityFrameworkCore;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Activity.Totals;

/// <summary>How much of one kind in a step of a whole place.</summary>
/// <param name="From">The first day of a step that is kept.</param>
public sealed record PlaceSum(DateOnly From, string Kind, long Halves, int Records);

/// <summary>Adds up a place by the fewest rows: bundles whose wards all belong to it, and the other wards one by one.</summary>
public sealed class PlaceSums
{
    private readonly List<string> bundles;
    private readonly List<PlaceCode> wards;

    private PlaceSums(List<string> bundles, List<PlaceCode> wards) => (this.bundles, this.wards) = (bundles, wards);

    public static PlaceSums OfWard(PlaceCode ward) => new([], [ward]);

    /// <param name="codes">Of all wards of the place.</param>
    public static async Task<PlaceSums> Of(WardbookDb db, IReadOnlyCollection<PlaceCode> codes, CancellationToken cancel)
    {
        var inside = codes.ToHashSet();
        var whole = (await db.ActivityBundles.AsNoTracking().Where(row => row.PlaceKind == "ward" && row.Bundle != "").Select(row => new { row.Bundle, row.PlaceCode }).ToListAsync(cancel))
            .GroupBy(row => row.Bundle, row => row.PlaceCode).Where(bundle => bundle.All(inside.Contains)).ToList();
        inside.ExceptWith(whole.SelectMany(bundle => bundle));
        return new(whole.ConvertAll(bundle => bundle.Key), [.. inside.Order()]);
    }

    /// <summary>The kept totals that together are a period, of wards alone.</summary>
    public static IQueryable<ActivityTotal> OfWards(WardbookDb db, List<PlaceCode> codes, IReadOnlyList<Kept> reads) => reads
        .Select(kept => db.ActivityTotals.AsNoTracking().Where(total => total.Step == kept.Step && total.From >= kept.First && total.From <= kept.Last && total.PlaceKind == "ward" && codes.Contains(total.PlaceCode)))
        .Aggregate(Queryable.Concat);

    /// <param name="kind">Null for all kinds.</param>
    public async Task<IReadOnlyList<PlaceSum>> Find(WardbookDb db, Step by, DaySpan period, string? kind, CancellationToken cancel)
    {
        List<PlaceSum> sums = wards.Count == 0 ? [] : await OfWards(db, wards, by.Reads(period)).Where(total => kind == null || total.Kind == kind)
            .GroupBy(total => new { total.From, total.Kind }).Select(sum => new PlaceSum(sum.Key.From, sum.Key.Kind, sum.Sum(row => row.Halves), sum.Sum(row => row.Records))).ToListAsync(cancel);
        if (bundles.Count > 0)
        {
            sums.AddRange(await by.Reads(period)
                .Select(kept => db.BundledTotals.AsNoTracking().Where(total => total.Step == kept.Step && total.From >= kept.First && total.From <= kept.Last && bundles.Contains(total.Bundle)))
                .Aggregate(Queryable.Concat).Where(total => kind == null || total.Kind == kind)
                .GroupBy(total => new { total.From, total.Kind }).Select(sum => new PlaceSum(sum.Key.From, sum.Key.Kind, sum.Sum(row => row.Halves), sum.Sum(row => row.Records))).ToListAsync(cancel));
        }

        return sums;
    }

    /// <summary>The month of the first record; null when nothing was ever recorded.</summary>
    public async Task<DateOnly?> Begins(WardbookDb db, CancellationToken cancel)
    {
        var ofWards = wards.Count == 0 ? null : await db.ActivityTotals.Where(total => total.Step == Step.Month && total.PlaceKind == "ward" && wards.Contains(total.PlaceCode) && total.Records > 0).MinAsync(total => (DateOnly?)total.From, cancel);
        var ofBundles = bundles.Count == 0 ? null : await db.BundledTotals.Where(total => total.Step == Step.Month && bundles.Contains(total.Bundle) && total.Records > 0).MinAsync(total => (DateOnly?)total.From, cancel);
        return ofWards < ofBundles ? ofWards : ofBundles ?? ofWards;
    }
}
