using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Blocks;
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
        var categories = await CategoriesOfTables(db, cancel);
        await using var connection = await run.Database.Connect(cancel);
        var staged = new StagedCounts();
        foreach (var month in await Counted(db, cancel))
        {
            var counts = await Count(db, month, counter, categories, cancel);
            db.CrimeAssignments.AddRange(counts.Select(count => count.Assignment(month.Id)));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            await staged.Add(connection, month.Id, month.Month, counts, cancel);
        }

        await staged.Write(connection, cancel);
    }

    /// <summary>The months that are counted on boundaries: those shown of every series but those that cannot be added up.</summary>
    public static async Task<IReadOnlyList<CrimeMonth>> Counted(WardbookDb db, CancellationToken cancel) =>
        await db.CrimeMonths.AsNoTracking()
            .Where(month => month.Shown && db.CrimeSeries.Any(series => series.Id == month.Series && !series.Id.StartsWith(CrimeSeries.Overlapping)))
            .OrderBy(month => month.Id)
            .ToListAsync(cancel);

    /// <summary>The category of each offence of the published tables that are counted; none of another series.</summary>
    public static async Task<IReadOnlyDictionary<short, short>> CategoriesOfTables(WardbookDb db, CancellationToken cancel)
    {
        var categories = await Categories.Load(db, cancel);
        var offences = await db.PublishedOffences.AsNoTracking().Where(offence => !offence.Series.StartsWith(CrimeSeries.Overlapping)).ToListAsync(cancel);
        var found = offences.ToDictionary(offence => offence.Id, offence => categories.Of(offence.Major.Length > 0 ? offence.Major : offence.Minor));
        categories.Keep(db);
        await db.SaveChangesAsync(cancel);
        return found;
    }

    /// <summary>Counts a month from its records, or from its figures where there are none.</summary>
    /// <param name="categories">See <see cref="CategoriesOfTables"/>.</param>
    public static async Task<IReadOnlyList<SetCounts>> Count(
        WardbookDb db, CrimeMonth month, CrimeCounter counter, IReadOnlyDictionary<short, short> categories, CancellationToken cancel)
    {
        var figures = await db.PublishedCounts.AsNoTracking().Where(count => count.MonthId == month.Id).ToListAsync(cancel);
        if (figures.Count > 0)
        {
            return FigureCounter.Count(counter.Sets, month.Force, figures.Select(figure => new AreaFigure(figure.Area, figure.Under, categories[figure.Offence], figure.Count)));
        }

        var block = await db.CrimeBlocks.AsNoTracking().Where(block => block.MonthId == month.Id).Select(block => new { block.Places, block.Rows }).SingleAsync(cancel);
        var (place, category) = await CrimeColumns.ReadPlaceAndCategory(block.Rows);
        return counter.Count(await CrimeColumns.ReadPlaces(block.Places), place, category);
    }

    /// <summary>Counts on these sets, with the look-ups that are loaded.</summary>
    public static async Task<CrimeCounter> Counter(WardbookDb db, IReadOnlyList<PlaceSet> sets, CancellationToken cancel) =>
        new(sets, await Lookups.WardOfLsoa(db, cancel));
}
