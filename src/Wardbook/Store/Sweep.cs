using Microsoft.EntityFrameworkCore;
using Wardbook.Sources;

namespace Wardbook.Store;

/// <summary>Clears away what an import staged and never showed.</summary>
public static class Sweep
{
    /// <summary>At the start of the site: sweeps what killed imports left, unless an import is running now, which then does it itself.</summary>
    public static async Task AtStart(Database database, CancellationToken cancel)
    {
        await using var alone = await OneAtATime.TryEnter(database, "import", cancel);
        if (alone is not null)
        {
            await using var db = database.Open();
            await Abandoned(db, cancel);
        }
    }

    /// <summary>Sweeps every import that is still running on paper. Only for who holds the import lock: then such an import is dead.</summary>
    public static async Task Abandoned(WardbookDb db, CancellationToken cancel)
    {
        foreach (var import in await db.Imports.Where(import => import.State == ImportState.Running).ToListAsync(cancel))
        {
            await Import(db, import.Id, cancel);
            import.State = ImportState.Abandoned;
            import.Summary = "Stopped half-way. Nothing it read is shown; run it again.";
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <summary>Sweeps what one import staged. Each table in a transaction of its own: killed half-way, the next sweep goes on.</summary>
    public static async Task Import(WardbookDb db, Guid import, CancellationToken cancel)
    {
        var months = db.CrimeMonths.Where(month => month.Import == import && !month.Shown).Select(month => month.Id);
        var sets = db.BoundarySets.Where(set => set.Import == import && !set.Shown).Select(set => set.Id);
        var places = db.Places.Where(place => sets.Contains(place.SetId)).Select(place => place.Id);
        var hasMonths = await months.AnyAsync(cancel);
        var hasSets = await sets.AnyAsync(cancel);
        if (hasMonths)
        {
            await db.CrimeCounts.Where(count => months.Contains(count.MonthId)).ExecuteDeleteAsync(cancel);
            await db.CrimeAssignments.Where(assignment => months.Contains(assignment.MonthId)).ExecuteDeleteAsync(cancel);
            await db.CrimeBlocks.Where(block => months.Contains(block.MonthId)).ExecuteDeleteAsync(cancel);
            await db.PublishedCounts.Where(count => months.Contains(count.MonthId)).ExecuteDeleteAsync(cancel);
            await db.CrimeMonths.Where(month => month.Import == import && !month.Shown).ExecuteDeleteAsync(cancel);
        }

        if (hasSets)
        {
            await db.CrimeCounts.Where(count => places.Contains(count.PlaceId)).ExecuteDeleteAsync(cancel);
            await db.CrimeAssignments.Where(assignment => sets.Contains(assignment.SetId)).ExecuteDeleteAsync(cancel);
            await db.PlaceNeighbours.Where(row => places.Contains(row.PlaceId)).ExecuteDeleteAsync(cancel);
            await db.PlaceSuccessors.Where(row => places.Contains(row.PlaceId) || places.Contains(row.LaterId)).ExecuteDeleteAsync(cancel);
            await db.Places.Where(place => sets.Contains(place.SetId)).ExecuteDeleteAsync(cancel);
            await db.BoundarySets.Where(set => set.Import == import && !set.Shown).ExecuteDeleteAsync(cancel);
        }

        if (!await db.Imports.AnyAsync(row => row.Id == import && row.State == ImportState.Shown, cancel))
        {
            var items = db.ProfileItems.Where(item => item.Import == import).Select(item => item.Id);
            if (await items.AnyAsync(cancel))
            {
                await db.ProfileFigures.Where(figure => items.Contains(figure.ItemId)).ExecuteDeleteAsync(cancel);
                await db.ProfileItems.Where(item => item.Import == import).ExecuteDeleteAsync(cancel);
            }

            await db.Populations.Where(row => row.Import == import).ExecuteDeleteAsync(cancel);
            await Lookups(db, import, cancel);
        }
    }

    /// <summary>Sweeps the look-ups and postcodes of an import that are not in use.</summary>
    public static async Task Lookups(WardbookDb db, Guid import, CancellationToken cancel)
    {
        await db.Lookups.Where(row => row.Import == import && !db.LookupsInUse.Any(use => use.Lookup == row.Lookup && use.Import == import)).ExecuteDeleteAsync(cancel);
        await db.Postcodes.Where(row => row.Import == import && !db.LookupsInUse.Any(use => use.Lookup == Places.Lookups.Postcodes && use.Import == import)).ExecuteDeleteAsync(cancel);
    }
}
