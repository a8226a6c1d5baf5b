using Microsoft.EntityFrameworkCore;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Accounts;

/// <summary>Which place is inside which. A place stands as the latest boundary set of each kind that has it says.</summary>
public sealed class PlaceTree
{
    private readonly Dictionary<PlaceKey, Known> places = [];

    private readonly Dictionary<PlaceKey, BecameOf> gone;

    private PlaceTree(IReadOnlyList<Row> rows, IReadOnlyList<PlaceSuccessor> successors)
    {
        gone = BecameOf.All(rows, successors);
        foreach (var set in rows.GroupBy(row => row.Set).OrderBy(set => set.First().From).ThenBy(set => set.Key))
        {
            var byId = set.ToDictionary(row => row.Id);
            foreach (var row in set)
            {
                List<PlaceKey> around = [];
                for (var up = row; up is not null && !around.Contains(up.Key); up = up.Parent is { } parent ? byId.GetValueOrDefault(parent) : null)
                {
                    around.Add(up.Key);
                }

                if (!places.TryGetValue(row.Key, out var known))
                {
                    places.Add(row.Key, known = new());
                }

                (known.Name, known.Code) = (row.Name, row.Code);
                known.Around[row.SetKind] = around;
                known.Force = row.Force.Length > 0 ? row.Force : known.Force;
            }
        }
    }

    /// <summary>Nothing is loaded.</summary>
    public static PlaceTree Empty { get; } = new([], []);

    public IEnumerable<PlaceKey> Places => places.Keys;

    public bool Has(PlaceKey place) => places.ContainsKey(place);

    /// <summary>Whether <paramref name="inner"/> is the same place or inside it.</summary>
    public bool Includes(PlaceKey outer, PlaceKey inner) =>
        outer == inner || (places.TryGetValue(inner, out var known) && known.Around.Values.Any(around => around.Contains(outer)));

    public bool AreOfOneForce(PlaceKey one, PlaceKey other) =>
        one == other || (places.TryGetValue(one, out var first) && places.TryGetValue(other, out var second) && first.Force is { } force && force == second.Force);

    /// <summary>Such as <c>Brixton Hill ward</c>; of a place that is not loaded, its kind and code.</summary>
    public string NameOf(PlaceKey place) => places.TryGetValue(place, out var known)
        ? known.Name.EndsWith(place.Kind, StringComparison.OrdinalIgnoreCase) || place.Kind == "force" ? known.Name : $"{known.Name} {place.Kind}"
        : place.ToString();

    /// <summary>The places that somebody may mean by this: a code, a name, a name with its kind, or a kind with its code, which means one alone.</summary>
    public IReadOnlyList<PlaceKey> Find(string text) => [.. places
        .Where(known => text.Length > 0 && (known.Key.Code.Text == text || known.Key.ToString() == text || string.Equals(known.Value.Name, text, StringComparison.OrdinalIgnoreCase) || string.Equals(NameOf(known.Key), text, StringComparison.OrdinalIgnoreCase)))
        .Select(known => known.Key)];

    /// <summary>What somebody types to mean this place: its name where no other has it.</summary>
    public string TypedAs(PlaceKey place) => NameOf(place) is var name && Find(name) is [var only] && only == place ? name : place.ToString();

    /// <summary>The places that an address may mean by this code: a ward, or any place that is not one.</summary>
    public IEnumerable<PlaceKey> OfCode(PlaceCode code) => places.Where(known => known.Value.Code == code).Select(known => known.Key);

    /// <summary>What became of a place that the boundaries which hold on this day do not have; null while it is there, and when it was never loaded.</summary>
    public BecameOf? WhatBecameOf(PlaceKey place, DateOnly day) => gone.GetValueOrDefault(place) is { } became && became.On <= day ? became : null;

    /// <summary>Reads every set that is shown.</summary>
    public static async Task<PlaceTree> Load(WardbookDb db, CancellationToken cancel)
    {
        var sets = db.BoundarySets.Where(set => set.Shown && set.ReplacedBy == null && set.Kind != PlaceSet.NotCounted);
        var rows = await db.Places.AsNoTracking()
            .Join(sets, place => place.SetId, set => set.Id, (place, set) => new Row(set.Id, set.Kind, set.Force, set.From, place.Id, place.ParentId, place.Kind, place.Code, place.Name))
            .ToListAsync(cancel);
        var counted = sets.Select(set => set.Id);
        var successors = rows.Select(row => row.Set).Distinct().Count() < 2 ? [] : await db.PlaceSuccessors.AsNoTracking()
            .Where(row => db.Places.Any(place => place.Id == row.PlaceId && counted.Contains(place.SetId)))
            .ToListAsync(cancel);
        return new(rows, successors);
    }

    internal sealed record Row(int Set, string SetKind, string Force, DateOnly From, int Id, int? Parent, string Kind, PlaceCode Code, string Name)
    {
        public PlaceKey Key { get; } = new(Kind, Code);
    }

    private sealed class Known
    {
        public string Name { get; set; } = "";

        public PlaceCode Code { get; set; }

        public string? Force { get; set; }

        /// <summary>By the kind of the set: the place itself and those around it.</summary>
        public Dictionary<string, List<PlaceKey>> Around { get; } = [];
    }
}

/// <summary>The tree of places, read again when the version of the data has changed. One for each instance of the site.</summary>
public sealed class PlaceTrees(Database database, DataVersionWatch version)
{
    /// <summary>One reference, so that whoever reads it while it is replaced sees the one or the other.</summary>
    private volatile ReadTree? read;

    public async ValueTask<PlaceTree> Current()
    {
        var now = await version.Current();
        if (read is { } last && last.Version == now && !last.Tree.IsFaulted)
        {
            return await last.Tree;
        }

        var tree = Read();
        read = new(now, tree);
        return await tree;
    }

    private async Task<PlaceTree> Read()
    {
        await using var db = database.Open();
        return await PlaceTree.Load(db, CancellationToken.None);
    }

    private sealed record ReadTree(long Version, Task<PlaceTree> Tree);
}
