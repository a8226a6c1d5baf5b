using Wardbook.Crimes.Blocks;
using Wardbook.Places;

namespace Wardbook.Crimes.Counting;

/// <summary>How many rows of one month fell in each place of one boundary set, and how they were given to it.</summary>
/// <param name="SetId">The boundary set.</param>
/// <param name="Counts">Only places and categories that have any; the places around a ward (borough, force) count what is in it.</param>
public sealed record SetCounts(int SetId, IReadOnlyList<(int PlaceId, short Category, int Count)> Counts, int ByPoint, int ByLsoa, int ByWard, int Outside, int Unplaced, int NearBorder)
{
    public CrimeAssignment Assignment(int monthId) => new()
    {
        MonthId = monthId,
        SetId = SetId,
        ByPoint = ByPoint,
        ByLsoa = ByLsoa,
        ByWard = ByWard,
        Outside = Outside,
        Unplaced = Unplaced,
        NearBorder = NearBorder,
    };
}

/// <summary>Gives a month's records to the places of a boundary set: by point, else by the look-up from the LSOA, else by the ward the file names.</summary>
public sealed class CrimeCounter(IReadOnlyList<PlaceSet> sets, IReadOnlyDictionary<string, PlaceCode> wardOfLsoa)
{
    /// <summary>A point this near to another place's border may be on the wrong side of it by the map points' own rounding.</summary>
    public const double BorderMetres = 5;

    public IReadOnlyList<PlaceSet> Sets => sets;

    /// <param name="place">Of each row, which place.</param>
    /// <param name="category">Of each row, which category; numbers run from 1.</param>
    public IReadOnlyList<SetCounts> Count(CrimePlaces places, int[] place, int[] category) => [.. sets.Select(set => Count(set, places, place, category))];

    /// <summary>Of each place, the leaf of the set it is given to, below 0 for none.</summary>
    public int[] LeavesOf(PlaceSet set, CrimePlaces places) => [.. Enumerable.Range(0, places.Count).Select(at => Assign(set, places, at).Leaf)];

    private SetCounts Count(PlaceSet set, CrimePlaces places, int[] place, int[] category)
    {
        var leaf = new int[places.Count];
        var how = new byte[places.Count];
        var near = new bool[places.Count];
        for (var at = 0; at < places.Count; at++)
        {
            (leaf[at], how[at], near[at]) = Assign(set, places, at);
        }

        var kinds = category.Length == 0 ? 1 : category.Max() + 1;
        var counts = new int[set.Leaves.Count * kinds];
        Span<int> ways = stackalloc int[5];
        var nearBorder = 0;
        for (var row = 0; row < place.Length; row++)
        {
            var at = place[row];
            ways[how[at]]++;
            nearBorder += near[at] ? 1 : 0;
            if (leaf[at] >= 0)
            {
                counts[(leaf[at] * kinds) + category[row]]++;
            }
        }

        return new(set.SetId, RollUp(set, counts, kinds), ways[ByPoint], ways[ByLsoa], ways[ByWard], ways[Outside], ways[Unplaced], nearBorder);
    }

    private const byte ByPoint = 0, ByLsoa = 1, ByWard = 2, Outside = 3, Unplaced = 4;

    private (int Leaf, byte How, bool NearBorder) Assign(PlaceSet set, CrimePlaces places, int at)
    {
        if (places.HasPoint(at))
        {
            var point = new Point(places.LongitudeE7[at], places.LatitudeE7[at]);
            var leaf = set.Finder.Find(point);
            return leaf < 0
                ? (leaf, Outside, false)
                : (leaf, ByPoint, set.Finder.MetresToBorder(point, BorderMetres) is not null);
        }

        if (places.Lsoa[at].Length > 0 && wardOfLsoa.TryGetValue(places.Lsoa[at], out var ward) && set.LeafOf(ward) is >= 0 and var byLsoa)
        {
            return (byLsoa, ByLsoa, false);
        }

        return places.Ward[at].Length > 0 && PlaceCode.TryParse(places.Ward[at], out var given) && set.LeafOf(given) is >= 0 and var byWard
            ? (byWard, ByWard, false)
            : (-1, Unplaced, false);
    }

    private static List<(int PlaceId, short Category, int Count)> RollUp(PlaceSet set, int[] counts, int kinds)
    {
        var sums = new Dictionary<(int PlaceId, short Category), int>();
        for (var leaf = 0; leaf < set.Leaves.Count; leaf++)
        {
            for (var kind = 0; kind < kinds; kind++)
            {
                if (counts[(leaf * kinds) + kind] is > 0 and var count)
                {
                    foreach (var place in set.UpFrom(leaf))
                    {
                        sums[(place, (short)kind)] = sums.GetValueOrDefault((place, (short)kind)) + count;
                    }
                }
            }
        }

        return [.. sums.Select(sum => (sum.Key.PlaceId, sum.Key.Category, sum.Value))];
    }
}
