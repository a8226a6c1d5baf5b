using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Wardbook.Sources;

namespace Wardbook.Places;

/// <summary>What is wrong in a boundary file is refused, mended or set aside, and always told in words.</summary>
public sealed class BoundaryFaultsTests
{
    private static readonly Dictionary<string, object?> Alder = new() { ["GSS_CODE"] = "E05000001", ["NAME"] = "Alder" };

    [Fact]
    public async Task A_polygon_that_crosses_itself_is_mended_and_reported()
    {
        await using var site = await TestSite.Start();
        double[][] bow = [[-0.1, 51.5], [-0.098, 51.502], [-0.098, 51.5], [-0.1, 51.502], [-0.1, 51.5]];

        var ran = await site.ImportWards(site.File("wards.geojson", TestSite.GeoJson([(Alder, bow)])));

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("E05000001: self-intersection at 51.501, -0.099", ran.Messages, StringComparison.Ordinal);
        Assert.StartsWith("E05000001", (await site.Run("find", "51.5005,-0.0985")).Output, StringComparison.Ordinal);
        Assert.StartsWith("E05000001", (await site.Run("find", "51.5015,-0.0985")).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await site.Run("find", "51.5018,-0.099")).ExitCode);
    }

    [Fact]
    public async Task Overlaps_gaps_and_duplicates_are_reported_with_where()
    {
        await using var site = await TestSite.Start();
        Box[] around = [new("E05000011", "West", 0, 0, 1, 3), new("E05000012", "East", 2, 0, 1, 3), new("E05000013", "South", 1, 0), new("E05000014", "North", 1, 2)];

        var ran = await site.ImportWards(site.BoundaryFile("wards.geojson", [.. around, new("E05000015", "Over", 2, 1), around[0], around[1] with { Name = "Another" }]));

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("E05000012 and E05000015 overlap by 7725", ran.Messages, StringComparison.Ordinal);
        Assert.Contains("a gap of 7725", ran.Messages, StringComparison.Ordinal);
        Assert.Contains("it stands as number 1 already, with the same shape", ran.Messages, StringComparison.Ordinal);
        Assert.Contains("it is that of number 2, East, which is kept", ran.Messages, StringComparison.Ordinal);
        await site.With(async db =>
        {
            var import = await db.Imports.SingleAsync();
            Assert.Equal((7L, 5L, 2L), (import.RowsRead, import.RowsKept, import.RowsSetAside));
        });
    }

    [Theory]
    [InlineData(2.35, 48.85, "boundaries of another country")]
    [InlineData(-6.26, 53.35, "boundaries of another country")]
    [InlineData(51.5, -0.1, "latitude and longitude are swapped")]
    [InlineData(4500, -20, "make no sense as degrees or as metres")]
    [InlineData(-11000, 6711000, "make no sense as degrees or as metres")]
    public async Task Areas_that_lie_elsewhere_are_refused_in_words(double x, double y, string words)
    {
        await using var site = await TestSite.Start();
        double[][] ring = [[x, y], [x + 0.01, y], [x + 0.01, y + 0.01], [x, y]];

        await Refused(site, site.File("wards.geojson", TestSite.GeoJson([(Alder, ring)])), words);
    }

    [Fact]
    public async Task Latitude_first_is_read_when_that_is_asked_for()
    {
        await using var site = await TestSite.Start();
        var swapped = TestSite.Ring(TestSite.FourWards[0]).Select(corner => new[] { corner[1], corner[0] }).ToArray();

        var ran = await site.ImportWards(site.File("wards.geojson", TestSite.GeoJson([(Alder, swapped)])), "2018-05-03", "--crs", "latitude-first");

        Assert.Equal(0, ran.ExitCode);
        Assert.StartsWith("E05000001", (await site.Run("find", TestSite.Where(0.5, 0.5))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grid_that_is_not_known_is_refused_by_its_name()
    {
        await using var site = await TestSite.Start();
        var mercator = TestSite.GeoJson([(Alder, TestSite.Ring(TestSite.FourWards[0]))])
            .Replace("\"features\"", "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3857\"}},\"features\"", StringComparison.Ordinal);

        await Refused(site, site.File("wards.geojson", mercator), "EPSG::3857");
    }

    [Fact]
    public async Task Columns_that_are_not_recognised_are_refused_with_what_was_found_and_expected_and_can_be_named()
    {
        await using var site = await TestSite.Start();
        var file = site.File("wards.geojson", TestSite.GeoJson([
            (new() { ["ref_no"] = "A-1", ["title"] = "Alder" }, TestSite.Ring(TestSite.FourWards[0])),
            (new() { ["ref_no"] = "A-2", ["title"] = "Birch" }, TestSite.Ring(TestSite.FourWards[1])),
        ]));

        await Refused(site, file, "Found ref_no, title; expected one such as GSS_CODE, WD22CD or ward_code. Say it with --code.");
        await Refused(site, file, "--code nonsense: there is no such column. Found ref_no, title.", "--code", "nonsense");
        var named = await site.ImportWards(file, "2018-05-03", "--code", "ref_no", "--name", "title", "--force", "metropolitan");

        Assert.Equal(0, named.ExitCode);
        Assert.StartsWith("A-2  Birch", (await site.Run("find", TestSite.Where(1.5, 0.5))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_area_without_a_shape_or_a_code_is_set_aside_and_the_others_are_kept()
    {
        await using var site = await TestSite.Start();
        var text = TestSite.GeoJson([
            (Alder, TestSite.Ring(TestSite.FourWards[0])),
            (new() { ["GSS_CODE"] = "", ["NAME"] = "Nameless" }, TestSite.Ring(TestSite.FourWards[1])),
            (new() { ["GSS_CODE"] = "E05000003", ["NAME"] = "Cedar" }, [[0, 0], [1, 1]]),
        ]);

        var ran = await site.ImportWards(site.File("wards.geojson", text));

        Assert.Equal(0, ran.ExitCode);
        await site.With(async db =>
        {
            Assert.Equal(1, await db.Places.CountAsync(place => place.Kind == "ward"));
            Assert.Equal(2, await db.ImportFaults.CountAsync(fault => fault.SetAside));
        });
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"prop", "is not whole JSON")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}", "holds no areas")]
    [InlineData("{\"forces\":[]}", "is JSON but not boundaries")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"GSS_CODE\":\"E05000001\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[-0.1,51.5]}}]}", "has no area that can be used")]
    public async Task An_empty_a_cut_and_a_foreign_file_are_refused_in_words(string text, string words)
    {
        await using var site = await TestSite.Start();

        await Refused(site, site.File("wards.geojson", text), words);
    }

    /// <summary>An entity could read a file of this machine, or fill its memory.</summary>
    [Fact]
    public async Task A_kml_with_a_document_type_is_refused()
    {
        await using var site = await TestSite.Start();

        await Refused(site, site.File("wards.kml", "<!DOCTYPE kml [<!ENTITY all SYSTEM \"file:///etc/passwd\">]><kml><Document><Placemark><name>&all;</name></Placemark></Document></kml>"), "is not whole KML");
    }

    [Fact]
    public async Task Half_a_zip_half_a_gz_and_a_format_that_is_not_known_are_refused_in_words()
    {
        await using var site = await TestSite.Start();
        var whole = site.BoundaryFile("wards.geojson", TestSite.FourWards);
        Half(site, "half.zip", to =>
        {
            using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
            zip.CreateEntryFromFile(whole, "wards.geojson");
        });
        Half(site, "half.geojson.gz", to =>
        {
            using var gz = new GZipStream(to, CompressionLevel.Optimal, leaveOpen: true);
            gz.Write(File.ReadAllBytes(whole));
        });

        await Refused(site, Path.Combine(site.Folder, "half.zip"), "is not a whole zip file");
        await Refused(site, Path.Combine(site.Folder, "half.geojson.gz"), "cut off");
        await Refused(site, site.File("wards.dwg", "AC1015"), "is not a kind of boundary file that Wardbook reads");
        await Refused(site, site.File("wards.gpkg", "SQLite format 3"), "is not a whole GeoPackage");
        await Refused(site, site.File("wards.kml", "<kml><Document><Placemark>"), "is not whole KML");
        await Refused(site, site.File("wards.shp", "x"), "comes without its .dbf");
        await Refused(site, Path.Combine(site.Folder, "absent.geojson"), "There is no file or folder");
    }

    [Fact]
    public async Task A_force_that_nobody_knows_is_refused()
    {
        await using var site = await TestSite.Start();

        await Refused(site, site.BoundaryFile("wards.geojson", TestSite.FourWards), "--force metropolitn is not a force that is known", "--force", "metropolitn");
    }

    private static void Half(TestSite site, string name, Action<Stream> write)
    {
        using var whole = new MemoryStream();
        write(whole);
        File.WriteAllBytes(Path.Combine(site.Folder, name), whole.ToArray()[..(int)(whole.Length / 2)]);
    }

    private static async Task Refused(TestSite site, string file, string words, params string[] more)
    {
        var ran = await site.ImportWards(file, "2018-05-03", more);

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains(words, ran.Messages, StringComparison.Ordinal);
        await site.With(async db =>
        {
            Assert.Empty(await db.BoundarySets.ToListAsync());
            Assert.All(await db.Imports.ToListAsync(), import => Assert.Equal(ImportState.Refused, import.State));
        });
    }
}
