using Microsoft.EntityFrameworkCore;

namespace Wardbook.Places;

/// <summary>Published boundary files, as they are.</summary>
public sealed class RealBoundariesTests
{
    [Fact]
    public async Task The_wards_of_2011_have_the_neighbours_and_the_areas_that_others_computed()
    {
        await using var site = await TestSite.Start();
        var oracle = RealData.Path("../oracles/expected/geo-burglary2012-neighbours.csv");

        var ran = await site.ImportWards(RealData.Path("boundaries/london-wards-2011-citymerged-wgs84.geojson.gz"), "2010-05-06", "--force", "metropolitan");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("625 wards from 6 May 2010, in 2 forces and 33 boroughs, with 1770 shared borders.", ran.Messages, StringComparison.Ordinal);
        await site.With(async db =>
        {
            var codes = await db.Places.ToDictionaryAsync(place => place.Id, place => place.Code.Text);
            var pairs = (await db.PlaceNeighbours.ToListAsync()).Select(row => $"{codes[row.PlaceId]},{codes[row.NeighbourId]}").Where(pair => string.CompareOrdinal(pair[..9], pair[10..]) < 0);

            // PostGIS and GEOS: pairs whose boundaries have a length in common.
            Assert.Equal((await File.ReadAllLinesAsync(oracle)).Skip(1).Order(StringComparer.Ordinal), pairs.Order(StringComparer.Ordinal));

            // HECTARES of the file, on the National Grid, whose scale in London makes it 0.04% less than the area on the earth.
            Assert.Equal(755.173, (await db.Places.SingleAsync(place => place.Kind == "ward" && place.Code == PlaceCode.Parse("E05000405"))).Hectares, 755.173 * 0.0006);
        });
    }

    [Fact]
    public async Task The_two_flaws_of_the_2014_shapefile_are_mended_and_changed_wards_say_what_became_of_them()
    {
        await using var site = await TestSite.Start();
        await site.ImportWards(RealData.Path("boundaries/london-wards-2011-citymerged-osgb.shp.zip"), "2010-05-06");

        var ran = await site.ImportWards(RealData.Path("boundaries/london-wards-2014-citymerged-osgb.shp.zip"), "2014-05-22");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("E05009392: ring self-intersection at 51.51202, -0.20211", ran.Messages, StringComparison.Ordinal);
        Assert.Contains("E05009400: self-intersection at 51.51202, -0.20211", ran.Messages, StringComparison.Ordinal);
        await site.With(async db =>
        {
            var shares = await db.PlaceSuccessors.GroupBy(row => row.PlaceId).Select(place => place.Sum(row => row.Share)).ToListAsync();
            Assert.Equal(625, shares.Count);
            Assert.All(shares, share => Assert.InRange(share, 0.98, 1.001));
        });
    }

    [Theory]
    [InlineData("london-wards-2011-with-25-city-wards-osgb.shp.zip", "649 wards")]
    [InlineData("lancashire-wards-osgb.gpkg.gz", "271 wards")]
    [InlineData("nottingham-wards-wgs84.gpkg.gz", "20 wards")]
    [InlineData("london-wards-2013-generalised-by-borough.topojson.zip", "649 wards")]
    [InlineData("police-uk-neighbourhoods-sample-2025-02.kml.zip", "230 wards from 3 May 2018, in 2 forces")]
    public async Task Every_format_is_read(string file, string words)
    {
        await using var site = await TestSite.Start();

        var ran = await site.ImportWards(RealData.Path($"boundaries/{file}"));

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains(words, ran.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Postcodes_fall_in_the_wards_their_publisher_put_them_in()
    {
        await using var site = await TestSite.Start();
        await site.ImportWards(RealData.Path("boundaries/london-wards-2014-citymerged-wgs84.geojson.gz"), "2014-05-22");
        await site.Run("import", "postcodes", RealData.Path("lookups/code-point-open-london-postcodes-2014.zip"));

        await site.With(async db =>
        {
            var set = Assert.Single(await PlaceSet.ListShown(db, default));
            var postcodes = await db.Postcodes.AsNoTracking().ToListAsync();
            Assert.Equal(239_877, postcodes.Count);
            var known = postcodes.Where(postcode => PlaceCode.TryParse(postcode.Ward, out var ward) && set.LeafOf(ward) >= 0).ToList();

            // The publisher's wards are those of 2014; each postcode has its own, except the City's, which are one area here.
            var agree = known.Count(postcode => set.Finder.Find(postcode.LongitudeE7, postcode.LatitudeE7) == set.LeafOf(PlaceCode.Parse(postcode.Ward)));
            Assert.InRange(agree / (double)known.Count, 0.9995, 1);
        });
    }
}
