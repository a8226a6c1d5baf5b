using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Places;

/// <summary>A boundary set in memory, to give points to places and to add the places up to those around them.</summary>
/// <remarks>Its leaves are the places of the set's own kind (the wards of a ward set); above them stand clusters, boroughs and forces.</remarks>
public sealed class PlaceSet
{
    /// <summary>A set of this kind is never counted on: its areas serve look-ups and nobody reads a page of one.</summary>
    public const string NotCounted = "lsoa";

    private readonly Dictionary<PlaceCode, int> leafOfCode = [];
    private readonly int[][] upFrom;

    /// <param name="shapes">Of the leaves, in the same order.</param>
    public PlaceSet(BoundarySet set, IReadOnlyList<PlaceInSet> places, IReadOnlyList<AreaOutline> shapes)
    {
        (SetId, Kind, Force, From, To, Places) = (set.Id, set.Kind, set.Force, set.From, set.To, places);
        Leaves = [.. places.Where(place => place.Kind == set.Kind)];
        Finder = new(shapes);
        var byId = places.ToDictionary(place => place.Id);
        upFrom = [.. Leaves.Select(leaf => Chain(leaf, byId))];
        for (var leaf = 0; leaf < Leaves.Count; leaf++)
        {
            leafOfCode.TryAdd(Leaves[leaf].Code, leaf);
        }
    }

    private PlaceSet(PlaceSet same)
    {
        (SetId, Kind, Force, From, To, Places) = (same.SetId, same.Kind, same.Force, same.From, same.To, same.Places);
        (Leaves, Finder, leafOfCode, upFrom) = (same.Leaves, same.Finder, same.leafOfCode, same.upFrom);
    }

    public int SetId { get; }

    public string Kind { get; }

    public string Force { get; }

    public DateOnly From { get; }

    public DateOnly? To { get; private init; }

    /// <summary>All places of the set, of every kind.</summary>
    public IReadOnlyList<PlaceInSet> Places { get; }

    /// <summary>The places that points are given to. What <see cref="Finder"/> answers is a place in this list.</summary>
    public IReadOnlyList<PlaceInSet> Leaves { get; }

    public PlaceFinder Finder { get; }

    /// <summary>The ids of a leaf, of the place around it, of the one around that, and so on.</summary>
    public ReadOnlySpan<int> UpFrom(int leaf) => upFrom[leaf];

    /// <returns>The leaf with this code, or <see cref="PlaceFinder.Nowhere"/>.</returns>
    public int LeafOf(PlaceCode code) => leafOfCode.GetValueOrDefault(code, PlaceFinder.Nowhere);

    /// <summary>The same set with another last day, sharing all the rest.</summary>
    public PlaceSet Until(DateOnly? to) => to == To ? this : new(this) { To = to };

    /// <summary>Loads a set, shown or still staged.</summary>
    public static async Task<PlaceSet> Load(WardbookDb db, int setId, CancellationToken cancel)
    {
        var set = await db.BoundarySets.AsNoTracking().SingleAsync(row => row.Id == setId, cancel);
        var rows = await db.Places.AsNoTracking()
            .Where(place => place.SetId == setId)
            .OrderBy(place => place.Id)
            .Select(place => new
            {
                Place = new PlaceInSet(place.Id, place.Code, place.Name, place.Kind, place.ParentId),
                Shape = place.Kind == set.Kind ? place.Shape : null,
            })
            .ToListAsync(cancel);
        return new(
            set,
            [.. rows.Select(row => row.Place)],
            [.. rows.Where(row => row.Place.Kind == set.Kind)
                .Select(row => row.Shape is { } shape ? Shapes.OutlineOf(row.Place.Code, Shapes.OfBytes(shape)) : new(row.Place.Code, []))]);
    }

    /// <summary>The ids of the sets that records are counted on: every shown set of every kind but <see cref="NotCounted"/>, oldest first.</summary>
    public static async Task<IReadOnlyList<int>> ListShownIds(WardbookDb db, CancellationToken cancel) =>
        await db.BoundarySets
            .Where(set => set.Shown && set.ReplacedBy == null && set.Kind != NotCounted)
            .OrderBy(set => set.From)
            .ThenBy(set => set.Id)
            .Select(set => set.Id)
            .ToListAsync(cancel);

    /// <inheritdoc cref="ListShownIds"/>
    /// <returns>The sets themselves, loaded.</returns>
    public static async Task<IReadOnlyList<PlaceSet>> ListShown(WardbookDb db, CancellationToken cancel)
    {
        List<PlaceSet> sets = [];
        foreach (var id in await ListShownIds(db, cancel))
        {
            sets.Add(await Load(db, id, cancel));
        }

        return sets;
    }

    private static int[] Chain(PlaceInSet leaf, Dictionary<int, PlaceInSet> byId)
    {
        List<int> chain = [leaf.Id];
        for (var up = leaf.ParentId; up is { } id && !chain.Contains(id) && byId.TryGetValue(id, out var parent); up = parent.ParentId)
        {
            chain.Add(id);
        }

        return [.. chain];
    }
}

/// <summary>What is known of a place besides its shape.</summary>
public sealed record PlaceInSet(int Id, PlaceCode Code, string Name, string Kind, int? ParentId);
