using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Store;

namespace Wardbook.Activity.Recording;

/// <summary>What somebody records most, and recorded last: what a form offers first.</summary>
/// <param name="Kinds">The codes of kinds, the most frequent first: one's own, then the ward's, then as the catalogue has them.</param>
/// <param name="LastDay">The last day before today of which somebody recorded anything here; null when there was none lately.</param>
/// <param name="LastRecords">What stands of that day, as it was recorded.</param>
public sealed record Usual(IReadOnlyList<string> Kinds, DateOnly? LastDay, IReadOnlyList<ActivityRecord> LastRecords)
{
    /// <summary>Big enough for a thumb, two beside each other, without scrolling far.</summary>
    public const int Offered = 8;

    private const int DaysOfHabit = 28, DaysBack = 14, MostRepeated = 30;

    /// <param name="byThemselves">The codes of what is counted when it was held: that a ward has much of it is no reason to record it.</param>
    public static async Task<Usual> Find(WardbookDb db, ActivityCatalogue catalogue, IReadOnlyCollection<string> byThemselves, PlaceKey ward, Guid? account, DateOnly today, CancellationToken cancel)
    {
        var since = today.AddDays(-DaysOfHabit);
        var own = await db.ActivityRecords.Where(record => record.MadeBy == account && record.Day >= since && record.Corrects == null && record.Held == null)
            .GroupBy(record => record.Kind).Select(kind => new { Kind = kind.Key, Count = kind.Count() }).ToListAsync(cancel);
        var month = Step.Month.First(since);
        var wards = await db.ActivityTotals.Where(total => total.Step == Step.Month && total.PlaceKind == ward.Kind && total.PlaceCode == ward.Code && total.From >= month)
            .GroupBy(total => total.Kind).Select(kind => new { Kind = kind.Key, Count = kind.Sum(total => total.Records) }).ToListAsync(cancel);
        var back = today.AddDays(-DaysBack);
        var last = await db.ActivityRecords.Where(record => record.MadeBy == account && record.Day >= back && record.Day < today && record.PlaceCode == ward.Code && !record.IsTakenBack && record.Held == null
                && !db.ActivityRecords.Any(other => other.Corrects == record.Id))
            .Select(record => (DateOnly?)record.Day).MaxAsync(cancel);
        var records = last is null ? [] : await db.ActivityRecords.AsNoTracking()
            .Where(record => record.MadeBy == account && record.Day == last && record.PlaceKind == ward.Kind && record.PlaceCode == ward.Code && !record.IsTakenBack && record.Held == null
                && !db.ActivityRecords.Any(other => other.Corrects == record.Id))
            .OrderBy(record => record.Made).ThenBy(record => record.Id).Take(MostRepeated).ToListAsync(cancel);
        return new(
            [
                .. own.OrderByDescending(kind => kind.Count).ThenBy(kind => catalogue.RankOf(kind.Kind)).Select(kind => kind.Kind)
                    .Concat(wards.Where(kind => kind.Count > 0 && !byThemselves.Contains(kind.Kind)).OrderByDescending(kind => kind.Count).ThenBy(kind => catalogue.RankOf(kind.Kind)).Select(kind => kind.Kind))
                    .Concat(catalogue.Kinds.Select(kind => kind.Code))
                    .Distinct().Where(code => catalogue.Of(code)!.Kind.HoldsOn(today)),
            ],
            last, records);
    }
}
