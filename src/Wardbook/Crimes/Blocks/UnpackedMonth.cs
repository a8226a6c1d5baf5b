using System.Collections.Concurrent;
using Wardbook.Places;

namespace Wardbook.Crimes.Blocks;

/// <summary>A month's records as pages count them: at each point, how many of each category. The order of the file is lost.</summary>
public sealed class UnpackedMonth
{
    private readonly int[] longitudes;
    private readonly int[] latitudes;

    /// <summary>Where each point's counts begin in the two lists after it; one more than there are points.</summary>
    private readonly int[] starts;
    private readonly short[] categories;
    private readonly int[] counts;
    private readonly ConcurrentDictionary<int, PointsOfLeaves> leaves = new();

    /// <param name="place">Of each row, which point.</param>
    /// <param name="category">Of each row, which category.</param>
    public UnpackedMonth(int[] longitudes, int[] latitudes, int[] place, int[] category)
    {
        (this.longitudes, this.latitudes) = (longitudes, latitudes);
        var keys = new long[place.Length];
        for (var row = 0; row < place.Length; row++)
        {
            keys[row] = ((long)place[row] << 16) | (uint)category[row];
        }

        Array.Sort(keys);
        starts = new int[longitudes.Length + 1];
        var (kinds, many) = (new List<short>(keys.Length), new List<int>(keys.Length));
        for (var row = 0; row < keys.Length; row++)
        {
            if (row > 0 && keys[row] == keys[row - 1])
            {
                many[^1]++;
                continue;
            }

            starts[(int)(keys[row] >> 16) + 1]++;
            kinds.Add((short)(keys[row] & 0xFFFF));
            many.Add(1);
        }

        for (var point = 0; point < longitudes.Length; point++)
        {
            starts[point + 1] += starts[point];
        }

        (categories, counts) = ([.. kinds], [.. many]);
    }

    public int Points => longitudes.Length;

    /// <returns><see langword="null"/> when the publisher gives none.</returns>
    public Point? PointOf(int point) => longitudes[point] == CrimePlaces.NoPoint ? null : new(longitudes[point], latitudes[point]);

    public ReadOnlySpan<short> CategoriesAt(int point) => categories.AsSpan(starts[point]..starts[point + 1]);

    public ReadOnlySpan<int> CountsAt(int point) => counts.AsSpan(starts[point]..starts[point + 1]);

    /// <summary>The points in a leaf of a boundary set. Found once for each set.</summary>
    public ReadOnlySpan<int> In(PlaceSet set, int leaf) => leaves.GetOrAdd(set.SetId, _ => new(this, set)).In(leaf);

    /// <summary>Whether a point is in an area; one that its publisher does not place is in none.</summary>
    /// <param name="area">Asked with a longitude and a latitude in ten-millionths of a degree.</param>
    public bool IsIn(Func<int, int, bool> area, int point) => longitudes[point] != CrimePlaces.NoPoint && area(longitudes[point], latitudes[point]);

    private sealed class PointsOfLeaves
    {
        private readonly int[] starts;
        private readonly int[] points;

        public PointsOfLeaves(UnpackedMonth month, PlaceSet set)
        {
            starts = new int[set.Leaves.Count + 2];
            var leafOf = new int[month.Points];
            for (var point = 0; point < leafOf.Length; point++)
            {
                leafOf[point] = month.longitudes[point] == CrimePlaces.NoPoint ? -1 : set.Finder.Find(month.longitudes[point], month.latitudes[point]);
                starts[leafOf[point] + 2]++;
            }

            starts[0] = 0;
            starts[1] = 0;
            for (var leaf = 2; leaf < starts.Length; leaf++)
            {
                starts[leaf] += starts[leaf - 1];
            }

            // The points in nobody's leaf were counted at 1 and take no room.
            points = new int[starts[^1]];
            var next = starts[1..];
            for (var point = 0; point < leafOf.Length; point++)
            {
                if (leafOf[point] >= 0)
                {
                    points[next[leafOf[point]]++] = point;
                }
            }
        }

        public ReadOnlySpan<int> In(int leaf) => points.AsSpan(starts[leaf + 1]..starts[leaf + 2]);
    }
}
