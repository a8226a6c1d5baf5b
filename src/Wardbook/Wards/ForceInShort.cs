using Microsoft.EntityFrameworkCore;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Wards;

/// <summary>A force, or whatever stands at the top of the latest wards, by name.</summary>
/// <param name="Within">How many places it has directly in it.</param>
public sealed record ForceInShort(PlaceCode Code, string Name, string Kind, int Within)
{
    /// <returns>Of the latest ward sets, the one with most in it first. Two queries.</returns>
    public static async Task<IReadOnlyList<ForceInShort>> List(WardbookDb db, CancellationToken cancel)
    {
        var sets = await db.BoundarySets.AsNoTracking().Where(set => set.Shown && set.ReplacedBy == null && set.Kind == "ward").ToListAsync(cancel);
        var latest = sets.GroupBy(set => set.Force).Select(of => of.MaxBy(set => set.From)!.Id).ToArray();
        var tops = await db.Places
            .Where(place => latest.Contains(place.SetId) && place.ParentId == null && place.Kind != "ward")
            .Select(place => new ForceInShort(place.Code, place.Name, place.Kind, db.Places.Count(one => one.ParentId == place.Id)))
            .ToListAsync(cancel);
        return [.. tops.OrderByDescending(place => place.Within).ThenBy(place => place.Name, StringComparer.Ordinal)];
    }
}
