using System.Runtime.InteropServices;
using Wardbook.Crimes.Blocks;
using Wardbook.Crimes.Counting;
using Wardbook.Places;

namespace Wardbook.Crimes;

/// <summary>Where in a ward its records lie, by the name of the publisher's map point: "On or near Atlantic Road".</summary>
/// <param name="Streets">The most crimes first. Streets of the same name in one ward are one.</param>
/// <param name="AtPoints">Records with a point in this ward.</param>
/// <param name="NearBorder">Of these, how many lie within <see cref="CrimeCounter.BorderMetres"/> metres of the border, so that they may be a neighbour's.</param>
public sealed record WardStreets(IReadOnlyList<Street> Streets, long AtPoints, long NearBorder)
{
    /// <param name="months">Of a series with records.</param>
    /// <param name="window">Only these months are read.</param>
    /// <param name="categories">Those that the figures have.</param>
    /// <param name="setId">The boundary set, of which the place is a leaf.</param>
    /// <returns><see langword="null"/> when the series has no records behind its counts, or the place is not one that points are given to.</returns>
    public static async Task<WardStreets?> Find(
        UnpackedMonths unpacked, LoadedSets sets, ShownMonths months, CrimeWindow window, IReadOnlyList<CrimeCategory> categories, int setId, PlaceCode code, CancellationToken cancel)
    {
        if (!months.Series.HasRecords)
        {
            return null;
        }

        if ((await sets.List(cancel)).FirstOrDefault(one => one.SetId == setId) is not { } set || set.LeafOf(code) is not (>= 0 and var leaf))
        {
            return null;
        }

        var isCrime = new bool[categories.Count == 0 ? 1 : categories.Max(category => category.Id) + 1];
        foreach (var category in categories)
        {
            isCrime[category.Id] = category.IsCrime;
        }

        var shown = months.In(window).Where(month => months.Published.Contains(month.Month)).ToList();
        var all = await unpacked.FindAll(shown.Select(month => month.Id));
        var streets = new Dictionary<string, (int Crimes, int Incidents)>(StringComparer.Ordinal);
        var near = new Dictionary<Point, bool>();
        var (atPoints, nearBorder) = (0L, 0L);
        foreach (var month in shown)
        {
            var names = await unpacked.FindLocations(month.Id);
            var records = all[month.Id];
            foreach (var point in records.In(set, leaf))
            {
                ref var street = ref CollectionsMarshal.GetValueRefOrAddDefault(streets, names[point], out _);
                var here = 0;
                var kinds = records.CategoriesAt(point);
                for (var kind = 0; kind < kinds.Length; kind++)
                {
                    var count = records.CountsAt(point)[kind];
                    here += count;
                    street = kinds[kind] < isCrime.Length && isCrime[kinds[kind]] ? (street.Crimes + count, street.Incidents) : (street.Crimes, street.Incidents + count);
                }

                atPoints += here;
                nearBorder += IsNear(records.PointOf(point)!.Value) ? here : 0;
            }
        }

        return new(
            [.. streets.Select(street => new Street(street.Key, street.Value.Crimes, street.Value.Incidents))
                .OrderByDescending(street => street.Crimes).ThenByDescending(street => street.Incidents).ThenBy(street => street.Name, StringComparer.Ordinal)],
            atPoints,
            nearBorder);

        // The publisher's points come back every month.
        bool IsNear(Point point)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(near, point, out var exists);
            return exists ? known : known = set.Finder.MetresToBorder(point, CrimeCounter.BorderMetres) is not null;
        }
    }
}

/// <param name="Name">As published; empty when the publisher names no place.</param>
/// <param name="Incidents">Anti-social behaviour, never added to the crimes.</param>
public sealed record Street(string Name, int Crimes, int Incidents);
