using Microsoft.EntityFrameworkCore;
using Wardbook.Places.Boundaries;
using Wardbook.Store;

namespace Wardbook.Places.LookupFiles;

/// <summary>Puts clusters between the wards and boroughs of a set that is loaded, as a new revision of it.</summary>
internal static class Clusters
{
    /// <returns>The set that has most of these wards, with clusters; null when none has any.</returns>
    public static async Task<(SetDraft Draft, BoundarySet Replaces)?> Into(Database database, Guid import, IReadOnlyList<LookupRow> rows, CancellationToken cancel)
    {
        await using var db = database.Open();
        var codes = rows.Select(row => PlaceCode.Parse(row.From)).ToHashSet();
        var sets = await db.BoundarySets.AsNoTracking().Where(set => set.Kind == "ward" && set.Shown && set.ReplacedBy == null).OrderByDescending(set => set.From).ToListAsync(cancel);
        (BoundarySet Set, int Wards) best = (null!, 0);
        foreach (var set in sets)
        {
            var wards = (await db.Places.Where(place => place.SetId == set.Id && place.Kind == "ward").Select(place => place.Code).ToListAsync(cancel)).Count(codes.Contains);
            best = wards > best.Wards ? (set, wards) : best;
        }

        return best.Wards == 0 ? null : (await Revise(db, best.Set, import, rows, cancel), best.Set);
    }

    private static async Task<SetDraft> Revise(WardbookDb db, BoundarySet old, Guid import, IReadOnlyList<LookupRow> rows, CancellationToken cancel)
    {
        var set = new BoundarySet { Id = 1 + await db.BoundarySets.MaxAsync(row => row.Id, cancel), Kind = old.Kind, Force = old.Force, From = old.From, Import = import, IsSchematic = old.IsSchematic };
        var next = 1 + await db.Places.MaxAsync(place => place.Id, cancel);
        var before = await db.Places.AsNoTracking().Where(place => place.SetId == old.Id && place.Kind != "cluster").OrderBy(place => place.Id).ToListAsync(cancel);
        var gone = await db.Places.AsNoTracking().Where(place => place.SetId == old.Id && place.Kind == "cluster").ToDictionaryAsync(place => place.Id, place => place.ParentId, cancel);
        var clusterOf = rows.DistinctBy(row => row.From).ToDictionary(row => PlaceCode.Parse(row.From));

        // What is around wards first, then clusters, then wards: a parent is there before its children.
        var above = before.Where(place => place.Kind != old.Kind).ToList();
        var leaves = before.Where(place => place.Kind == old.Kind).ToList();
        var newId = above.Select((place, index) => (place.Id, New: next + index)).ToDictionary(pair => pair.Id, pair => pair.New);
        List<Place> places = [.. above.Select(place => Copy(place, newId[place.Id], set.Id, place.ParentId is { } parent ? newId[parent] : null))];
        Dictionary<PlaceCode, int> clusters = [];
        foreach (var group in leaves.Where(leaf => clusterOf.ContainsKey(leaf.Code)).GroupBy(leaf => PlaceCode.Parse(clusterOf[leaf.Code].To)))
        {
            var row = clusterOf[group.First().Code];
            var shape = Coverage.Union([.. group.Select(leaf => Shapes.OfBytes(leaf.Shape!))], isSound: true);
            var around = group.Select(Around).Where(id => id is not null).GroupBy(id => id!.Value).OrderByDescending(same => same.Count()).FirstOrDefault()?.Key;
            clusters[group.Key] = next + places.Count;
            var centre = Shapes.PointOf(shape.InteriorPoint.Coordinate);
            places.Add(new()
            {
                Id = next + places.Count,
                SetId = set.Id,
                Code = group.Key,
                Kind = "cluster",
                Name = row.ToName ?? row.To,
                ParentId = around is { } id ? newId[id] : null,
                Hectares = group.Sum(leaf => leaf.Hectares),
                CentreLongitudeE7 = centre.LongitudeE7,
                CentreLatitudeE7 = centre.LatitudeE7,
                Shape = Shapes.ToBytes(shape),
                Sketch = Shapes.ToBytes(Coverage.Union([.. group.Select(leaf => Shapes.OfBytes(leaf.Sketch!))], isSound: true)),
            });
        }

        foreach (var leaf in leaves)
        {
            int? parent = clusterOf.TryGetValue(leaf.Code, out var row) ? clusters[PlaceCode.Parse(row.To)] : Around(leaf) is { } id ? newId[id] : null;
            newId[leaf.Id] = next + places.Count;
            places.Add(Copy(leaf, next + places.Count, set.Id, parent));
        }

        var ids = leaves.Select(leaf => leaf.Id).ToList();
        var neighbours = await db.PlaceNeighbours.AsNoTracking().Where(row => ids.Contains(row.PlaceId)).ToListAsync(cancel);
        return new(set, places, [.. neighbours.Select(row => new PlaceNeighbour { PlaceId = newId[row.PlaceId], NeighbourId = newId[row.NeighbourId], Metres = row.Metres })]);

        int? Around(Place leaf) => leaf.ParentId is { } parent && gone.TryGetValue(parent, out var outer) ? outer : leaf.ParentId;
    }

    private static Place Copy(Place place, int id, int setId, int? parent) => new()
    {
        Id = id,
        SetId = setId,
        Code = place.Code,
        Kind = place.Kind,
        Name = place.Name,
        ParentId = parent,
        Hectares = place.Hectares,
        CentreLongitudeE7 = place.CentreLongitudeE7,
        CentreLatitudeE7 = place.CentreLatitudeE7,
        Shape = place.Shape,
        Sketch = place.Sketch,
    };
}
