using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Blocks;
using Wardbook.Crimes.Imports;
using Wardbook.Places;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Crimes.Counting;

/// <summary>Counts months that are kept already: on boundaries that are new, or to prove and mend the counts that are there.</summary>
public static class CrimeCounts
{
    /// <summary>Counts every month that is shown, of every series, on a boundary set that is being imported. Nobody reads it before the set is shown.</summary>
    public static async Task StageFor(PlaceSet set, ImportRun run, CancellationToken cancel)
    {
        await using var db = run.Database.Open();
        var counter = await Counter(db, [set], cancel);
        await using var connection = await run.Database.Connect(cancel);
        foreach (var month in await Counted(db, cancel))
        {
            var counts = await Count(db, month, counter, cancel);
            db.CrimeAssignments.AddRange(counts.Select(count => count.Assignment(month.Id)));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            await CrimeStaging.WriteCounts(connection, month.Id, month.Month, counts, cancel);
        }
    }

    /// <summary>The months whose records are counted on boundaries: those shown of every series that has records.</summary>
    public static async Task<IReadOnlyList<CrimeMonth>> Counted(WardbookDb db, CancellationToken cancel) =>
        await db.CrimeMonths.AsNoTracking()
            .Where(month => month.Shown && db.CrimeSeries.Any(series => series.Id == month.Series && series.HasRecords))
            .OrderBy(month => month.Id)
            .ToListAsync(cancel);

    /// <summary>Counts a month from its records.</summary>
    public static async Task<IReadOnlyList<SetCounts>> Count(WardbookDb db, CrimeMonth month, CrimeCounter counter, CancellationToken cancel)
    {
        var block = await db.CrimeBlocks.AsNoTracking().Where(block => block.MonthId == month.Id).Select(block => new { block.Places, block.Rows }).SingleAsync(cancel);
        var (place, category) = await CrimeColumns.ReadPlaceAndCategory(block.Rows);
        return counter.Count(await CrimeColumns.ReadPlaces(block.Places), place, category);
    }

    /// <summary>Counts on these sets, with the look-ups that are loaded.</summary>
    public static async Task<CrimeCounter> Counter(WardbookDb db, IReadOnlyList<PlaceSet> sets, CancellationToken cancel) =>
        new(sets, await Lookups.WardOfLsoa(db, cancel));
}
