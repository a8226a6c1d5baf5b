using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Blocks;
using Wardbook.Crimes.Counting;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Crimes;

/// <summary>How many records of one offence with the same flags a place has in a month.</summary>
/// <param name="PlaceId">A leaf of the set asked for, such as a ward.</param>
public sealed record OffenceCount(int PlaceId, Month Month, string Offence, string Flags, int Count);

/// <summary>Counts by offence and flag, out of the records themselves: no totals are kept of them, because few ask and a month is read in milliseconds.</summary>
public static class OffenceCounts
{
    /// <returns>Nothing for a month whose publisher tells neither offences nor flags.</returns>
    public static async Task<IReadOnlyList<OffenceCount>> List(WardbookDb db, string series, PlaceSet set, Month first, Month last, CancellationToken cancel)
    {
        var counter = new CrimeCounter([set], await Lookups.WardOfLsoa(db, cancel));
        var months = await db.CrimeMonths.AsNoTracking()
            .Where(month => month.Shown && month.Series == series && month.Month >= first && month.Month <= last)
            .OrderBy(month => month.Month).ThenBy(month => month.Id)
            .ToListAsync(cancel);
        List<OffenceCount> counts = [];
        foreach (var month in months)
        {
            var block = await db.CrimeBlocks.AsNoTracking().SingleAsync(block => block.MonthId == month.Id, cancel);
            if (await CrimeColumns.ReadOffences(block.Rows) is not var (place, offence, flags, names))
            {
                continue;
            }

            var leafOf = counter.LeavesOf(set, await CrimeColumns.ReadPlaces(block.Places));
            Dictionary<(int Leaf, int Offence, int Flags), int> sums = [];
            for (var row = 0; row < place.Length; row++)
            {
                if (leafOf[place[row]] is >= 0 and var leaf)
                {
                    var key = (leaf, offence[row], flags[row]);
                    sums[key] = sums.GetValueOrDefault(key) + 1;
                }
            }

            counts.AddRange(sums.Select(sum => new OffenceCount(set.Leaves[sum.Key.Leaf].Id, month.Month, names[sum.Key.Offence], names[sum.Key.Flags], sum.Value)));
        }

        return counts;
    }
}
