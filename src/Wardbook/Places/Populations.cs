using Microsoft.EntityFrameworkCore;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Places;

/// <summary>A population to show: how many, when, and who says so.</summary>
public sealed record PopulationOf(PlaceCode Code, int Year, int Residents, bool IsProjection, Guid Import);

/// <summary>Reads populations. Of several figures for one place and year, an estimate goes before a projection and a later import before an earlier.</summary>
public static class Populations
{
    /// <summary>For each place that has any: the figure of the year asked for, else of the latest year before it, else of the first after.</summary>
    public static async Task<IReadOnlyDictionary<PlaceCode, PopulationOf>> Find(WardbookDb db, IReadOnlyCollection<PlaceCode> places, int year, CancellationToken cancel) =>
        (await List(db, places, cancel))
            .GroupBy(population => population.Code)
            .ToDictionary(place => place.Key, place => place.LastOrDefault(population => population.Year <= year) ?? place.First());

    /// <summary>One figure for each place and year, by place and then by year.</summary>
    public static async Task<IReadOnlyList<PopulationOf>> List(WardbookDb db, IReadOnlyCollection<PlaceCode> places, CancellationToken cancel)
    {
        var rows = await (from population in db.Populations
                          join import in db.Imports on population.Import equals import.Id
                          where places.Contains(population.Code) && import.State == ImportState.Shown
                          select new { population.Code, population.Year, population.Residents, population.IsProjection, population.Import })
            .ToListAsync(cancel);

        // Imports' ids grow with time.
        return [.. rows
            .GroupBy(row => (row.Code, row.Year))
            .Select(same => same.OrderBy(row => row.IsProjection).ThenByDescending(row => row.Import.ToString(), StringComparer.Ordinal).First())
            .OrderBy(row => row.Code).ThenBy(row => row.Year)
            .Select(row => new PopulationOf(row.Code, row.Year, row.Residents, row.IsProjection, row.Import))];
    }
}
