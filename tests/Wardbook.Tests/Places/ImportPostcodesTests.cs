using Microsoft.EntityFrameworkCore;

namespace Wardbook.Places;

public sealed class ImportPostcodesTests
{
    private const string Rows = """
        "SE1 9AA",10,531900,180300,"E92000001","E19000003","E18000007","","E09000028","E05000002"
        "EN771AA",90,0,0,"E92000001","","","","",""
        "SW21RW",10,999999,99,"E92000001","","","","",""
        "NOT A CODE",10,531900,180300,"E92000001","","","","",""
        "SE19AA",10,531900,180300,"E92000001","","","","",""
        """;

    [Fact]
    public async Task A_postcode_finds_its_ward_and_rows_without_a_place_are_set_aside()
    {
        await using var site = await TestSite.Start();
        await site.ImportWards(site.BoundaryFile("wards.geojson", new Box("E05000002", "Birch", -10, -10, 30, 30)));

        var ran = await site.Run("import", "postcodes", site.File("se.csv", Rows));
        var found = await site.Run("find", "se1 9aa");
        var absent = await site.Run("find", "SE1 9ZZ");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("1 of 5 rows kept, 4 set aside", ran.Messages, StringComparison.Ordinal);
        Assert.StartsWith("E05000002", found.Output, StringComparison.Ordinal);
        Assert.Equal("The middle of SE1 9AA.", found.Messages.Trim());
        Assert.Equal(1, absent.ExitCode);
        Assert.Contains("There is no postcode SE1 9ZZ in the list that is loaded.", absent.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_list_twice_changes_nothing_and_a_later_one_takes_its_place()
    {
        await using var site = await TestSite.Start();
        var file = site.File("se.csv", Rows);
        await site.Run("import", "postcodes", file);

        var again = await site.Run("import", "postcodes", file);
        await site.Run("import", "postcodes", site.File("new.csv", "\"SE1 9AB\",10,531900,180300,\"E92000001\",\"\",\"\",\"\",\"\",\"\"\n"));

        Assert.Contains("Nothing new", again.Messages, StringComparison.Ordinal);
        Assert.Equal(["SE19AB"], await site.With(db => db.Postcodes.Select(row => row.Code).ToListAsync()));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("postcode,latitude,longitude\nSE1 9AA,51.5,-0.1\n", "has 3 columns. Expected ten columns as in Code-Point Open")]
    [InlineData("10,\"SE1 9AA\",531900,180300,\"\",\"\",\"\",\"\",\"\",\"\"\n", "has no postcode that can be used: line 1, found 10; expected a postcode such as SW2 1RW")]
    public async Task What_is_no_list_of_postcodes_is_refused_in_words(string text, string words)
    {
        await using var site = await TestSite.Start();

        var ran = await site.Run("import", "postcodes", site.File("codes.csv", text));

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains(words, ran.Messages, StringComparison.Ordinal);
    }
}
