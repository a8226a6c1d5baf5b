using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Periods;
using Wardbook.Store;

namespace Wardbook.Activity.Totals;

/// <summary>What a ward's teams did in the twelve months to yesterday, for residents: a few plain figures of the kinds that the force shows.</summary>
/// <remarks>
/// Up to yesterday, and not renewed by each record: a ward has some thirty records a day, and pages that every one of them renewed would hardly ever be kept. A kept page
/// lasts an hour, so today's figures show tomorrow and what is put right shows within the hour.
/// </remarks>
/// <param name="Done">In the words of the last day, in the order of the force's list.</param>
public sealed record DoneLately(PlaceKey Ward, DaySpan Period, IReadOnlyList<string> Done)
{
    public static async Task<DoneLately> Find(WardbookDb db, PlaceKey ward, DateOnly today, CancellationToken cancel)
    {
        var period = new DaySpan(today.AddYears(-1), today.AddDays(-1));
        var totals = await Step.Month.Reads(period)
            .Select(kept => db.ActivityTotals.AsNoTracking().Where(total => total.Step == kept.Step && total.PlaceKind == ward.Kind && total.PlaceCode == ward.Code && total.From >= kept.First && total.From <= kept.Last))
            .Aggregate(Queryable.Concat)
            .GroupBy(total => total.Kind).Select(kind => new { Kind = kind.Key, Halves = kind.Sum(total => total.Halves) }).ToListAsync(cancel);
        if (totals.Count == 0)
        {
            return new(ward, period, []);
        }

        var catalogue = await ActivityCatalogue.Find(db, cancel);
        return new(ward, period,
        [
            .. totals.Where(row => row.Halves > 0 && catalogue.Of(row.Kind)?.Kind.IsPublic == true).OrderBy(row => catalogue.RankOf(row.Kind))
                .Select(row => catalogue.InWords(row.Kind, new(row.Halves), period.Last!.Value)),
        ]);
    }
}
