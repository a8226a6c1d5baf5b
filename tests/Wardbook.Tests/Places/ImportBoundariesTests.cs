using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Wardbook.Sources;

namespace Wardbook.Places;

public sealed class ImportBoundariesTests
{
    [Fact]
    public async Task Wards_stand_in_their_boroughs_and_force_and_know_their_neighbours()
    {
        await using var site = await TestSite.Start();

        var ran = await site.ImportWards(site.BoundaryFile("wards.geojson", TestSite.FourWards));

        Assert.Equal((0, ""), (ran.ExitCode, ran.Output));
        Assert.Contains("4 wards from 3 May 2018, in 1 force and 2 boroughs, with 3 shared borders.", ran.Messages, StringComparison.Ordinal);
        await site.With(async db =>
        {
            var set = await db.BoundarySets.SingleAsync();
            Assert.Equal(("ward", "metropolitan", true, null), (set.Kind, set.Force, set.Shown, set.To));
            var loaded = await PlaceSet.Load(db, set.Id, default);
            var birch = loaded.Leaves.Single(place => place.Name == "Birch");
            var up = loaded.UpFrom(loaded.LeafOf(birch.Code)).ToArray().Select(id => loaded.Places.Single(place => place.Id == id).Name);
            Assert.Equal(["Birch", "Westminster", "Metropolitan Police Service"], up);
            var neighbours = await db.PlaceNeighbours.Where(row => row.PlaceId == birch.Id).Join(db.Places, row => row.NeighbourId, place => place.Id, (row, place) => new { place.Name, row.Metres }).ToListAsync();
            Assert.Equal(["Alder", "Cedar"], neighbours.Select(row => row.Name).Order());

            // A thousandth of a degree of latitude at 51.5 degrees is 111.26 metres, of longitude 69.44 (Vincenty).
            Assert.All(neighbours, row => Assert.Equal(111.26, row.Metres, 0.05));
            Assert.Equal(0.7726, (await db.Places.SingleAsync(place => place.Id == birch.Id)).Hectares, 0.001);
        });
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        await using var site = await TestSite.Start();
        var file = site.BoundaryFile("wards.geojson", TestSite.FourWards);
        await site.ImportWards(file);

        var again = await site.ImportWards(file);

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("Nothing new", again.Messages, StringComparison.Ordinal);
        await site.With(async db => Assert.Equal((1, 7), (await db.BoundarySets.CountAsync(), await db.Places.CountAsync())));
    }

    [Fact]
    public async Task Other_shapes_from_the_same_day_replace_and_keep_the_old()
    {
        await using var site = await TestSite.Start();
        await site.ImportWards(site.BoundaryFile("wards.geojson", TestSite.FourWards));

        var ran = await site.ImportWards(site.BoundaryFile("better.geojson", [.. TestSite.FourWards[..3], TestSite.FourWards[3] with { Wide = 2 }]));

        Assert.Contains("They replace those from 3 May 2018", ran.Messages, StringComparison.Ordinal);
        await site.With(async db =>
        {
            var sets = await db.BoundarySets.OrderBy(set => set.Id).ToListAsync();
            Assert.Equal([(false, sets[1].Id), (true, null)], sets.Select(set => (set.Shown, set.ReplacedBy)));
            Assert.Equal([sets[1].Id], await PlaceSet.ListShownIds(db, default));
        });
    }

    [Fact]
    public async Task An_older_set_that_comes_later_slots_in_and_an_abolished_ward_says_what_became_of_it()
    {
        await using var site = await TestSite.Start();
        await site.ImportWards(site.BoundaryFile("2022.geojson", [.. TestSite.FourWards[..2], new("E05000009", "Orchard", 2, 0, Wide: 2, Borough: "E09000007", BoroughName: "Camden")]), "2022-05-05");
        await site.ImportWards(site.BoundaryFile("2002.geojson", [.. TestSite.FourWards[..3]]), "2002-05-02");

        await site.ImportWards(site.BoundaryFile("2014.geojson", TestSite.FourWards), "2014-05-22");

        await site.With(async db =>
        {
            var sets = await db.BoundarySets.OrderBy(set => set.From).ToListAsync();
            Assert.Equal([new DateOnly(2014, 5, 21), new DateOnly(2022, 5, 4), null], sets.Select(set => set.To));
            var became = await (from row in db.PlaceSuccessors
                                join earlier in db.Places on row.PlaceId equals earlier.Id
                                join later in db.Places on row.LaterId equals later.Id
                                select new { earlier.SetId, earlier.Name, Later = later.Name, LaterSet = later.SetId, row.Share }).ToListAsync();
            Assert.Equal(["Alder > Alder", "Birch > Birch", "Cedar > Orchard", "Damson > Orchard"],
                became.Where(row => row.SetId == sets[1].Id).Select(row => $"{row.Name} > {row.Later}").Order());
            Assert.All(became, row => Assert.Equal(1, row.Share, 1e-9));
            Assert.DoesNotContain(became, row => row.SetId == sets[0].Id && row.LaterSet == sets[2].Id);
        });
    }

    [Fact]
    public async Task Wards_find_their_borough_in_a_borough_set_when_the_file_does_not_say()
    {
        await using var site = await TestSite.Start();
        var boroughs = TestSite.GeoJson([
            (new() { ["LAD22CD"] = "E09000033", ["LAD22NM"] = "Westminster" }, TestSite.Ring(new("", "", 0, 0, Wide: 2))),
            (new() { ["LAD22CD"] = "E09000007", ["LAD22NM"] = "Camden" }, TestSite.Ring(new("", "", 2, 0, Wide: 2))),
        ]);
        await site.Run("import", "boundaries", site.File("boroughs.geojson", boroughs), "--kind", "borough", "--from", "2010-05-06");
        var wards = TestSite.GeoJson(TestSite.FourWards.Select(box => (new Dictionary<string, object?> { ["WD22CD"] = box.Code, ["WD22NM"] = box.Name }, TestSite.Ring(box))));

        await site.ImportWards(site.File("wards.json", wards));

        var found = await site.Run("find", TestSite.Where(2.5, 0.5), "--format", "csv");
        Assert.Contains("E05000003,Cedar,Camden,Metropolitan Police Service,2018-05-03,", found.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_City_is_policed_by_its_own_force_in_a_file_of_Londons_wards()
    {
        await using var site = await TestSite.Start();

        var ran = await site.ImportWards(
            site.BoundaryFile("wards.geojson", [.. TestSite.FourWards, new("E09000001", "City of London", 4, 0, Borough: "E09000001", BoroughName: "City of London")]), "2018-05-03", "--force", "metropolitan");

        Assert.Contains("5 wards from 3 May 2018, in 2 forces and 3 boroughs", ran.Messages, StringComparison.Ordinal);
        Assert.Contains("City of London Police", (await site.Run("find", TestSite.Where(4.5, 0.5))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_KML_has_its_codes_in_the_file_names_and_its_forces_in_the_folders()
    {
        await using var site = await TestSite.Start();
        var path = Path.Combine(site.Folder, "neighbourhoods.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            foreach (var box in TestSite.FourWards)
            {
                using var file = new StreamWriter(zip.CreateEntry($"metropolitan/{box.Code}N.kml").Open());
                var corners = string.Join(' ', TestSite.Ring(box).Select(corner => FormattableString.Invariant($"{corner[0]},{corner[1]},0")));
                file.Write($"<kml xmlns=\"http://earth.google.com/kml/2.1\"><Document><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>{corners}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>");
            }
        }

        var ran = await site.ImportWards(path);

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("4 wards from 3 May 2018, in 1 force,", ran.Messages, StringComparison.Ordinal);
        Assert.StartsWith("E05000002N", (await site.Run("find", TestSite.Where(1.5, 0.5))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Real_boundaries_may_replace_the_schematic_ones_of_a_demonstration_and_real_people_may_not_come_in()
    {
        await using var site = await TestSite.Start();
        await site.ImportWards(site.BoundaryFile("made.geojson", TestSite.FourWards), "2006-05-04");
        await site.With(async db =>
        {
            await db.BoundarySets.ExecuteUpdateAsync(row => row.SetProperty(set => set.IsSchematic, true));
            db.Settings.Add(new() { Name = Store.Setting.Demonstration, Value = "2026-06-15" });
            await db.SaveChangesAsync();
        });

        var real = await site.ImportWards(site.BoundaryFile("real.geojson", [.. TestSite.FourWards[..3], TestSite.FourWards[3] with { Wide = 3 }]), "2002-05-02");
        var people = await site.Run("import", "profiles", site.File("population.csv", "ward_code,POP2011\nE05000001,1472\n"));

        Assert.Equal(0, real.ExitCode);
        Assert.Contains("They replace the schematic shapes of the demonstration.", real.Messages, StringComparison.Ordinal);
        Assert.Equal(1, people.ExitCode);
        Assert.Contains("is a demonstration", people.Messages, StringComparison.Ordinal);
        await site.With(async db => Assert.Empty(await db.Populations.ToListAsync()));
    }

    [Fact]
    public async Task What_is_counted_before_showing_fails_then_nothing_is_shown_and_nothing_stays()
    {
        await using var site = await TestSite.Start();
        var request = new Boundaries.BoundaryRequest(site.BoundaryFile("wards.geojson", TestSite.FourWards), "ward", new(2018, 5, 3));

        var run = await Boundaries.ImportBoundaries.Run(site.Database, site.Clock, request, ImportProgress.Silent, (_, _, _) => throw new Refusal("Cannot be counted."), TestContext.Current.CancellationToken);

        Assert.Equal((ImportState.Refused, "Cannot be counted."), (run.Record.State, run.Record.Summary));
        await site.With(async db => Assert.Equal((0, 0, 0), (await db.BoundarySets.CountAsync(), await db.Places.CountAsync(), await db.PlaceNeighbours.CountAsync())));
    }
}
