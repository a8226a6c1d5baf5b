using Microsoft.EntityFrameworkCore;
using Wardbook.Places;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Demonstration;

public class RealBoundariesTests
{
    [Fact]
    public async Task Replace_the_schematic_shapes_and_leave_every_ward_its_records_and_the_eight_their_neighbours()
    {
        var real = RealData.Path("boundaries/london-wards-2011-citymerged-wgs84.geojson.gz");
        await using var site = await TestSite.Start();
        await DemonstrationLondon.Make(site.Database, site.Clock, ImportProgress.Silent, TestContext.Current.CancellationToken);
        var (records, neighbours) = (await site.With(Records), await site.With(NeighboursOfTheEight));

        Assert.Equal(0, (await site.Run("import", "boundaries", real, "--kind", "ward", "--from", "2002-05-02")).ExitCode);

        Assert.False((await site.With(db => db.BoundarySets.SingleAsync(set => set.Shown))).IsSchematic);
        Assert.Equal(records, await site.With(Records));
        Assert.Equal(neighbours, await site.With(NeighboursOfTheEight));
        Assert.Equal(76, await site.With(db => Shown(db).CountAsync(place => place.Kind == "cluster")));
    }

    [Fact]
    public async Task Of_people_are_refused_in_a_demonstration()
    {
        await using var site = await TestSite.Start();
        await site.With(async db =>
        {
            db.Settings.Add(new() { Name = Setting.Demonstration, Value = "2026-06-15" });
            await db.SaveChangesAsync();
        });

        var ran = await site.Run("import", "crimes", site.File("crimes.csv", "Month,Crime type\n2006-04,Robbery\n"));

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("is a demonstration", string.Join(' ', ran.Messages.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private static IQueryable<Place> Shown(WardbookDb db) => db.Places.Where(place => db.BoundarySets.Any(set => set.Id == place.SetId && set.Shown));

    /// <summary>How many records each ward has of each category in all months.</summary>
    private static async Task<IReadOnlyList<(string Ward, short Category, int Records)>> Records(WardbookDb db) =>
        [.. (await Shown(db).Where(place => place.Kind == "ward")
                .Join(db.CrimeCounts, place => place.Id, count => count.PlaceId, (place, count) => new { place.Code, count.Category, count.Count })
                .GroupBy(count => new { count.Code, count.Category })
                .Select(group => new { group.Key.Code, group.Key.Category, Records = group.Sum(count => count.Count) })
                .ToListAsync())
            .Select(row => (row.Code.Text, row.Category, row.Records))
            .Order()];

    private static async Task<IReadOnlyList<(string Ward, string Neighbour)>> NeighboursOfTheEight(WardbookDb db) =>
        [.. (await Shown(db).Where(place => ChallengingWards.Codes.Contains(place.Code))
                .Join(db.PlaceNeighbours, place => place.Id, border => border.PlaceId, (place, border) => new { place.Code, border.NeighbourId })
                .Join(db.Places, border => border.NeighbourId, place => place.Id, (border, place) => new { Ward = border.Code, Neighbour = place.Code })
                .ToListAsync())
            .Select(row => (row.Ward.Text, row.Neighbour.Text))
            .Order()];
}
