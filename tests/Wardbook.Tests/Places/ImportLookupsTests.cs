using Microsoft.EntityFrameworkCore;

namespace Wardbook.Places;

public sealed class ImportLookupsTests
{
    [Fact]
    public async Task An_LSOA_of_either_census_finds_its_ward()
    {
        await using var site = await TestSite.Start();
        await site.Run("import", "lookups", site.File("wards.csv", "\uFEFFLSOA21CD,LSOA21NM,WD25CD,WD25NM\nE01000001,\"A, 1\",E05000001,Alder\nE01000002,A 2,E05000002,Birch\nE01000003,A 3,E05000002,Birch\n"));

        var ran = await site.Run("import", "lookups", site.File("lsoas.csv", "lsoa11cd,lsoa11nm,lsoa21cd,lsoa21nm,chgind\nE01000009,x,E01000002,y,S\nE01000009,x,E01000003,y,S\nE01000008,x,E01000001,y,S\nE01000008,x,E01000002,y,S\n"));

        Assert.Equal(0, ran.ExitCode);
        var wards = await site.With(db => Lookups.WardOfLsoa(db, default));
        Assert.Equal("E05000002", wards["E01000009"].Text);
        Assert.False(wards.ContainsKey("E01000008"), "split between two wards");
        Assert.Equal("E05000001", wards["E01000001"].Text);
    }

    [Fact]
    public async Task Whoever_brings_a_lookup_after_the_crimes_is_told_how_to_count_them_by_it()
    {
        await using var site = await TestSite.Start();
        await site.ImportWards(site.BoundaryFile("wards.geojson", TestSite.FourWards));
        await site.ImportCrimes(site.StreetFile("2013-04-metropolitan-street.csv", TestSite.StreetRow(east: "", north: "", lsoa: "E01000001")));

        var ran = await site.Run("import", "lookups", site.File("lsoas.csv", "lsoa_code,ward_code\nE01000001,E05000002\n"));

        Assert.Contains("wardbook check --rebuild", ran.Messages, StringComparison.Ordinal);
        Assert.Equal(0, (await site.Run("check", "--rebuild")).ExitCode);
        Assert.Equal(["E05000002,2013-04,1"], await site.WardMonths());
    }

    [Fact]
    public async Task A_later_list_takes_the_place_of_the_earlier_and_the_same_again_changes_nothing()
    {
        await using var site = await TestSite.Start();
        await site.Run("import", "lookups", site.File("old.csv", "lsoa_code,ward_code\nE01000001,E05000001\nE01000002,E05000001\n"));
        var newer = site.File("new.csv", "lsoa_code,ward_code\nE01000001,E05000002\n");
        await site.Run("import", "lookups", newer);

        var again = await site.Run("import", "lookups", newer);

        Assert.Contains("Nothing new", again.Messages, StringComparison.Ordinal);
        var wards = await site.With(db => Lookups.WardOfLsoa(db, default));
        Assert.Equal([("E01000001", "E05000002")], wards.Select(pair => (pair.Key, pair.Value.Text)));
        Assert.Equal(1, await site.With(db => db.Lookups.CountAsync()));
    }

    [Fact]
    public async Task Clusters_stand_between_wards_and_boroughs_and_the_set_before_is_kept()
    {
        await using var site = await TestSite.Start();
        await site.ImportWards(site.BoundaryFile("wards.geojson", TestSite.FourWards));

        var ran = await site.Run("import", "lookups", site.File("clusters.csv", "Ward code,Cluster\nE05000001,West End\nE05000002,West End\nE05000003,Camden North\n"));

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("The 4 wards from 3 May 2018 are now in 2 clusters.", ran.Messages, StringComparison.Ordinal);
        await site.With(async db =>
        {
            var set = await PlaceSet.Load(db, Assert.Single(await PlaceSet.ListShownIds(db, default)), default);
            string Chain(string code) => string.Join(" > ", set.UpFrom(set.LeafOf(PlaceCode.Parse(code))).ToArray().Select(id => set.Places.Single(place => place.Id == id).Name));
            Assert.Equal("Birch > West End > Westminster > Metropolitan Police Service", Chain("E05000002"));
            Assert.Equal("Damson > Camden > Metropolitan Police Service", Chain("E05000004"));
            Assert.Equal("west-end", set.Places.Single(place => place.Name == "West End").Code.Text);
            Assert.Equal(6, await db.PlaceNeighbours.CountAsync(row => db.Places.Any(place => place.Id == row.PlaceId && place.SetId == set.SetId)));
        });
    }

    [Fact]
    public async Task Boundaries_that_come_after_the_list_of_clusters_get_them_too_and_names_come_from_the_list_of_names()
    {
        await using var site = await TestSite.Start();
        await site.Run("import", "lookups", site.File("clusters.csv", "WD22CD,ClusterCode,ClusterName\nE05000001,WE1,West End\n"));
        await site.Run("import", "lookups", site.File("names.json", "{\"E05000001\":\"Alder Green\",\"\uFEFFWD25CD\":\"WD25NM\"}"));

        await site.ImportWards(site.File("wards.geojson", TestSite.GeoJson([(new() { ["WD22CD"] = "E05000001" }, TestSite.Ring(TestSite.FourWards[0]))])), "2022-05-05", "--force", "metropolitan");

        await site.With(async db => Assert.Equal(
            ["E05000001 Alder Green", "WE1 West End", "metropolitan Metropolitan Police Service"],
            (await db.Places.ToListAsync()).Select(place => $"{place.Code} {place.Name}").Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("colour,size\nred,3\n", "is not a look-up that Wardbook knows. Found the columns colour, size; expected")]
    [InlineData("lsoa_code,ward_code\nE05000001,E01000001\n", "has no row that can be used: line 2, found E05000001, expected an LSOA code")]
    [InlineData("lsoa_code,ward_code\n", "has no row that can be used")]
    public async Task What_is_no_look_up_is_refused_in_words(string text, string words)
    {
        await using var site = await TestSite.Start();

        var ran = await site.Run("import", "lookups", site.File("lookup.csv", text));

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains(words, ran.Messages, StringComparison.Ordinal);
        Assert.Equal(0, await site.With(db => db.LookupsInUse.CountAsync()));
    }
}
