using Microsoft.EntityFrameworkCore;
using Wardbook.Measures;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Crimes;

/// <summary>Some months against the same months a year before: in the whole force, in each group of wards, and in the wards around it.</summary>
/// <param name="Rows">Areas in that order; in each the categories, then groups of offences, then flags.</param>
public sealed record YearOnYear(string Series, Month First, Month Last, IReadOnlyList<YearOnYearRow> Rows)
{
    /// <param name="set">The boundary set that is counted on.</param>
    public static async Task<YearOnYear> Find(WardbookDb db, string series, PlaceSet set, Month first, Month last, CancellationToken cancel)
    {
        List<Area> areas = [new("force", set.Leaves.Select(leaf => leaf.Id).ToHashSet())];
        foreach (var group in await WardGroup.List(db, set, cancel))
        {
            areas.Add(new(group.Id, group.Members.ToHashSet()));
            areas.Add(new($"around {group.Id}", group.Around.ToHashSet()));
        }

        var now = await Measure(db, series, set, first, last, cancel);
        var then = await Measure(db, series, set, first.Plus(-12), last.Plus(-12), cancel);
        var measures = now.Concat(then).Select(count => (count.Kind, count.Measure)).Distinct().OrderBy(measure => measure.Kind).ThenBy(measure => measure.Measure, StringComparer.Ordinal).ToList();
        return new(series, first, last,
        [
            .. from area in areas
               from measure in measures
               select new YearOnYearRow(area.Name, measure.Measure, new Change(before: Sum(then, area, measure), after: Sum(now, area, measure))),
        ]);
    }

    private static long Sum(IReadOnlyList<Measured> counts, Area area, (Kind Kind, string Measure) measure) =>
        counts.Where(count => (count.Kind, count.Measure) == measure && area.Wards.Contains(count.PlaceId)).Sum(count => (long)count.Count);

    private static async Task<IReadOnlyList<Measured>> Measure(WardbookDb db, string series, PlaceSet set, Month first, Month last, CancellationToken cancel)
    {
        var byCategory = await db.CrimeCounts
            .Where(count => count.Month >= first && count.Month <= last)
            .Join(db.CrimeMonths.Where(month => month.Shown && month.Series == series), count => count.MonthId, month => month.Id, (count, _) => count)
            .Join(db.Places.Where(place => place.SetId == set.SetId && place.Kind == set.Kind), count => count.PlaceId, place => place.Id, (count, _) => count)
            .Join(db.CrimeCategories, count => count.Category, category => category.Id, (count, category) => new { count.PlaceId, category.Name, count.Count })
            .GroupBy(count => new { count.PlaceId, count.Name })
            .Select(group => new Measured(group.Key.PlaceId, Kind.Category, group.Key.Name, group.Sum(count => count.Count)))
            .ToListAsync(cancel);
        var offences = await OffenceCounts.List(db, series, set, first, last, cancel);
        var groups = OffenceGroups.List();
        return
        [
            .. byCategory,
            .. from counts in offences
               from together in groups
               where together.Offences.Contains(counts.Offence)
               select new Measured(counts.PlaceId, Kind.OffenceGroup, together.Name, counts.Count),
            .. from counts in offences
               from flag in counts.Flags.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
               select new Measured(counts.PlaceId, Kind.Flag, flag, counts.Count),
        ];
    }

    private enum Kind
    {
        Category,
        OffenceGroup,
        Flag,
    }

    private sealed record Area(string Name, IReadOnlySet<int> Wards);

    private sealed record Measured(int PlaceId, Kind Kind, string Measure, int Count);
}

/// <param name="Area"><c>force</c>, the id of a group, or <c>around</c> and that id.</param>
/// <param name="Measure">A category, a group of offences such as serious violence, or a flag such as racist.</param>
public sealed record YearOnYearRow(string Area, string Measure, Change Change);
