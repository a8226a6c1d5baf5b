using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Blocks;
using Wardbook.Crimes;
using Wardbook.Places;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Wards;

/// <summary>What is recorded in an area that a reader drew, counted from the records themselves.</summary>
/// <param name="Wards">The wards it reaches into, the largest part first.</param>
/// <param name="Figures"><see langword="null"/> when no records are loaded there.</param>
public sealed record AreaCrime(IReadOnlyList<PlaceInSet> Wards, ShownMonths? Months, CrimeFigures? Figures, MonthsAsked Asked, IReadOnlyList<Import> Imports)
{
    /// <summary>How finely an area is looked through for the wards it reaches into: this many steps each way.</summary>
    private const int Steps = 60;

    /// <returns><see langword="null"/> when it lies in none of the wards that are loaded.</returns>
    public static async Task<AreaCrime?> Find(WardbookDb db, LoadedSets sets, UnpackedMonths unpacked, DrawnArea area, PlaceChoice choice, CancellationToken cancel)
    {
        var (set, leaves) = WardsIn(area, await sets.Wards(choice.Wards, cancel));
        if (set is null)
        {
            return null;
        }

        var wards = leaves.Select(leaf => set.Leaves[leaf]).ToList();
        var tops = leaves.Select(leaf => set.UpFrom(leaf)[^1]).Distinct().ToList();
        var top = set.Places.First(place => place.Id == tops[0]);
        var months = await ShownMonths.Find(db, top.Kind == "force" ? top.Code.Text : set.Force, choice.Series, choice.Last ?? choice.First, withRecords: true, cancel);
        if (months is not { Last: { } last, First: { } first })
        {
            return new(wards, null, null, MonthsAsked.None, []);
        }

        var asked = MonthsAsked.Choose(choice.First, choice.Last, first, last);
        var categories = await db.CrimeCategories.AsNoTracking().ToListAsync(cancel);
        var whole = await CountsByPlace.Find(db, months, tops, asked.ChartFirst, asked.Window.Last, cancel);
        var beside = wards[0].ParentId is { } parent ? await CountsByPlace.ListWithin(db, months, [parent], asked.Window, cancel) : [];

        // Only the months of forces that recorded anything in these forces' areas.
        var ids = await db.CrimeCounts
            .Where(count => tops.Contains(count.PlaceId) && count.Month >= asked.ChartFirst && count.Month <= asked.Window.Last)
            .Select(count => count.MonthId)
            .Distinct()
            .ToListAsync(cancel);
        var counts = await Count(unpacked, area, [.. months.Months.Where(month => ids.Contains(month.Id))]);
        var imports = months.In(asked.Window).Select(month => month.Import).Distinct().ToArray();
        return new(
            wards, months,
            new(asked.Window, months.Published, counts, PlaceCrime.Loaded(whole[tops[0]], asked.Window, categories), Dispersions.Between(beside, categories)),
            asked,
            [.. (await db.Imports.AsNoTracking().Where(import => imports.Contains(import.Id)).ToListAsync(cancel)).OrderByDescending(import => import.Started)]);
    }

    private static async Task<AreaCounts> Count(UnpackedMonths unpacked, DrawnArea area, IReadOnlyList<ShownMonth> months)
    {
        var all = await unpacked.FindAll(months.Select(month => month.Id));
        var counts = new AreaCounts();
        foreach (var month in months)
        {
            var records = all[month.Id];
            for (var point = 0; point < records.Points; point++)
            {
                if (!records.IsIn(area.Has, point))
                {
                    continue;
                }

                var kinds = records.CategoriesAt(point);
                var many = records.CountsAt(point);
                for (var kind = 0; kind < kinds.Length; kind++)
                {
                    counts.Add(month.Month, kinds[kind], many[kind]);
                }
            }
        }

        return counts;
    }

    /// <summary>Of the first set that the area touches: its leaves, the one with most of the area first.</summary>
    private static (PlaceSet? Set, IReadOnlyList<int> Leaves) WardsIn(DrawnArea area, IReadOnlyList<PlaceSet> sets)
    {
        foreach (var set in sets)
        {
            var found = new Dictionary<int, int>();
            for (var up = 0; up <= Steps; up++)
            {
                for (var right = 0; right <= Steps; right++)
                {
                    var at = Point.OfDegrees(
                        area.Bounds.MinX + (area.Bounds.Width * right / Steps),
                        area.Bounds.MinY + (area.Bounds.Height * up / Steps));
                    if (area.Has(at.LongitudeE7, at.LatitudeE7))
                    {
                        Note(set.Finder.Find(at));
                    }
                }
            }

            foreach (var corner in area.Corners)
            {
                Note(set.Finder.Find(corner));
            }

            if (found.Count > 0)
            {
                return (set, [.. found.OrderByDescending(leaf => leaf.Value).ThenBy(leaf => leaf.Key).Select(leaf => leaf.Key)]);
            }

            void Note(int leaf)
            {
                if (leaf >= 0)
                {
                    found[leaf] = found.GetValueOrDefault(leaf) + 1;
                }
            }
        }

        return (null, []);
    }
}
