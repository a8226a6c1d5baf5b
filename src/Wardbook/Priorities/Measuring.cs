using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Priorities;

/// <summary>What the measure of a priority is on a day, from records.</summary>
public static class Measuring
{
    /// <summary>For how long people who raise it are counted.</summary>
    private const int MonthsOfVoices = 3;

    /// <returns>Null when there are no records to tell it from, or a person has to look.</returns>
    public static async Task<double?> On(WardbookDb db, PlaceKey ward, MeasureKind measure, string of, IReadOnlyCollection<Guid> issues, DateOnly day, CancellationToken cancel) => measure switch
    {
        MeasureKind.PeopleWhoRaisedIt => await People(db, issues, day, cancel),
        MeasureKind.RecordedCrime => await Crime(db, ward, of, cancel),
        _ => null,
    };

    /// <summary>Each person once, and whom nobody stands behind not at all: the measure must not move because somebody posts often.</summary>
    private static async Task<double?> People(WardbookDb db, IReadOnlyCollection<Guid> issues, DateOnly day, CancellationToken cancel)
    {
        var (from, until) = (ForceDay.Begins(day.AddMonths(-MonthsOfVoices)), ForceDay.Begins(day.AddDays(1)));
        var said = await db.Groupings.Where(grouping => issues.Contains(grouping.Issue) && grouping.Until == null)
            .Join(db.Concerns, grouping => grouping.Concern, concern => concern.Id, (_, concern) => concern)
            .Where(concern => concern.SaidAt >= from && concern.SaidAt < until && concern.Verified != null && !concern.IsHeld)
            .Select(concern => concern.PersonKey ?? concern.Id.ToString())
            .ToListAsync(cancel);
        return said.Distinct().Count();
    }

    /// <summary>The latest 12 months that are loaded.</summary>
    private static async Task<double?> Crime(WardbookDb db, PlaceKey ward, string category, CancellationToken cancel)
    {
        var series = await db.CrimeSeries.AsNoTracking().OrderBy(row => row.Rank).Select(row => row.Id).FirstOrDefaultAsync(cancel);
        var months = await db.CrimeMonths.AsNoTracking().Where(row => row.Shown && row.Series == series).Select(row => new { row.Id, row.Month }).ToListAsync(cancel);
        if (months.Count == 0)
        {
            return null;
        }

        var first = months.Max(row => row.Month).Plus(-11);
        var ids = months.Where(row => row.Month >= first).Select(row => row.Id).ToList();
        var place = await db.Places.AsNoTracking()
            .Join(db.BoundarySets.Where(set => set.Shown && set.ReplacedBy == null), row => row.SetId, set => set.Id, (row, set) => new { row, set.From })
            .Where(both => both.row.Kind == ward.Kind && both.row.Code == ward.Code).OrderByDescending(both => both.From).Select(both => (int?)both.row.Id).FirstOrDefaultAsync(cancel);
        var number = await db.CrimeCategories.AsNoTracking().Where(row => row.Slug == category).Select(row => (short?)row.Id).SingleOrDefaultAsync(cancel);
        return place is null || number is null ? null
            : await db.CrimeCounts.AsNoTracking().Where(row => row.PlaceId == place && ids.Contains(row.MonthId) && row.Category == number).SumAsync(row => (double)row.Count, cancel);
    }
}
