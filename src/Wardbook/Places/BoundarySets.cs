using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Places;

/// <summary>Which boundary sets hold on a day.</summary>
public static class BoundarySets
{
    /// <param name="on">A day; null for the latest.</param>
    /// <returns>Of each kind and force, the set that held on that day, by id.</returns>
    public static async Task<IReadOnlyList<int>> Holding(WardbookDb db, DateOnly? on, CancellationToken cancel)
    {
        var shown = await db.BoundarySets.AsNoTracking().Where(set => set.Shown && set.ReplacedBy == null).ToListAsync(cancel);
        return [.. shown
            .Where(set => on is null || set.From <= on)
            .GroupBy(set => (set.Kind, set.Force))
            .Select(sets => sets.MaxBy(set => set.From)!.Id)];
    }
}
