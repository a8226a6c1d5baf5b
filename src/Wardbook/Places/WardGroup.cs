using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Places;

/// <summary>Wards that are looked at together though they need not lie together, and the wards around them.</summary>
/// <param name="Members">Place ids.</param>
/// <param name="Around">Those that share a border with a member and are none.</param>
public sealed record WardGroup(string Id, string Name, IReadOnlyList<int> Members, IReadOnlyList<int> Around)
{
    /// <param name="set">The boundary set the wards and their neighbours are taken from.</param>
    /// <returns>Groups of which the set has at least one ward, by id.</returns>
    public static async Task<IReadOnlyList<WardGroup>> List(WardbookDb db, PlaceSet set, CancellationToken cancel)
    {
        var entries = await Lookups.In(db, Lookups.WardToGroup).ToListAsync(cancel);
        List<WardGroup> groups = [];
        foreach (var group in entries.GroupBy(entry => entry.To).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var codes = group.Select(entry => entry.From).ToHashSet();
            var members = set.Leaves.Where(leaf => codes.Contains(leaf.Code.Text)).Select(leaf => leaf.Id).ToList();
            if (members.Count > 0)
            {
                var around = await db.PlaceNeighbours
                    .Where(border => members.Contains(border.PlaceId) && !members.Contains(border.NeighbourId))
                    .Select(border => border.NeighbourId)
                    .Distinct().Order().ToListAsync(cancel);
                groups.Add(new(group.Key, group.First().ToName ?? group.Key, members, around));
            }
        }

        return groups;
    }
}
