using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Wardbook.Places;

public sealed class ImportProfilesTests
{
    [Fact]
    public async Task Populations_and_figures_are_told_apart_and_what_the_publisher_has_not_is_absent()
    {
        await using var site = await TestSite.Start();
        var path = Path.Combine(site.Folder, "profiles.csv");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(
            "Ward name,Old code,New code,Population - 2015,% BAME - 2011,Median House Price (\u00A3) - 2014\nOne,00AA,E05000001,\"8,100\",21.4,\"\u00A3595,000\"\nTwo,00AB,E05000002,9250,n/a,-\nTwo,00AB,E05000002,9250,n/a,-\n"));

        var ran = await site.Run("import", "profiles", path);

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("2 populations of 2015, and 2 figures of 2 kinds.", ran.Messages, StringComparison.Ordinal);
        Assert.Contains("1 set aside", ran.Messages, StringComparison.Ordinal);
        await site.With(async db =>
        {
            Assert.Equal(["E05000001 2015 8100", "E05000002 2015 9250"], (await db.Populations.ToListAsync()).Select(row => $"{row.Code} {row.Year} {row.Residents}").Order());
            var figures = await db.ProfileFigures.Join(db.ProfileItems, figure => figure.ItemId, item => item.Id, (figure, item) => new { item.Item, item.Year, figure.Value }).ToListAsync();
            Assert.Equal(["% BAME - 2011 2011 21.4", "Median House Price (\u00A3) - 2014 2014 595000"], figures.Select(row => FormattableString.Invariant($"{row.Item} {row.Year} {row.Value}")).Order(StringComparer.Ordinal));
        });
    }

    [Fact]
    public async Task Two_header_rows_and_semicolons_in_names_are_read()
    {
        await using var site = await TestSite.Start();

        var ran = await site.Run("import", "profiles", site.File("atlas.csv",
            "Codes,New Code,Names,Population and Age; Population Estimates and Projections; 2011,Population and Age; Population Estimates and Projections; 2028,Health; Life expectancy; Males\n"
            + "Codes,New Code,Names,2011,2028,Males\n00AA,E05000001,One,7400,10550,80.1\n#1,E12000007,London,8217450,9676750,79.3\n"));

        Assert.Equal(0, ran.ExitCode);
        await site.With(async db =>
        {
            Assert.Equal([(2011, 7400, false), (2028, 10550, true)], (await db.Populations.Where(row => row.Code == PlaceCode.Parse("E05000001")).OrderBy(row => row.Year).ToListAsync()).Select(row => (row.Year, row.Residents, row.IsProjection)));
            Assert.Equal("Health; Life expectancy; Males", (await db.ProfileItems.SingleAsync()).Item);
        });
    }

    [Fact]
    public async Task The_figure_of_the_year_or_the_last_before_it_is_shown_and_a_later_import_goes_before_an_earlier()
    {
        await using var site = await TestSite.Start();
        await site.Run("import", "profiles", site.File("a.csv", "\uFEFF\uFEFFward_code,ward_name,POP2011,POP2015\nE05000001,One,100,150\n"));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.Run("import", "profiles", site.File("b.csv", "Code,Year,Population\nE05000001,2011,101\nE05000001,2050,999\n"));

        var one = PlaceCode.Parse("E05000001");
        List<int> shown = [];
        foreach (var year in new[] { 2000, 2011, 2014, 2015, 2026, 2051 })
        {
            shown.Add((await site.With(db => Populations.Find(db, [one], year, TestContext.Current.CancellationToken)))[one].Residents);
        }

        Assert.Equal([101, 101, 101, 150, 150, 999], shown);
    }

    [Fact]
    public async Task A_ward_code_that_nobody_knows_is_kept_and_said()
    {
        await using var site = await TestSite.Start();
        await site.ImportWards(site.BoundaryFile("wards.geojson", TestSite.FourWards));

        var ran = await site.Run("import", "profiles", site.File("a.csv", "ward_code,POP2011\nE05000001,100\nE05999999,5\n"));

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("1 codes that no loaded boundary set has: E05999999", ran.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        await using var site = await TestSite.Start();
        var file = site.File("a.csv", "ward_code,POP2011,Rank\nE05000001,100,3\n");
        await site.Run("import", "profiles", file);

        var again = await site.Run("import", "profiles", file);

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("Nothing new", again.Messages, StringComparison.Ordinal);
        Assert.Equal((1, 1), await site.With(async db => (await db.Populations.CountAsync(), await db.ProfileFigures.CountAsync())));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("colour,size\nred,3\n", "is not a table of figures by place. Found the columns colour, size; expected a column with codes")]
    [InlineData("ward_code,population\nE05000001,100\n", "does not say of which year its column 'population' is. Say it with --year")]
    [InlineData("POP2011,ward_code\nE05000001,100\n", "is not a table of figures by place")]
    [InlineData("ward_code,POP2011\n,100\n", "has no figure that can be used")]
    public async Task What_is_no_profile_is_refused_in_words(string text, string words)
    {
        await using var site = await TestSite.Start();

        var ran = await site.Run("import", "profiles", site.File("profile.csv", text));

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains(words, ran.Messages, StringComparison.Ordinal);
        Assert.Equal(0, await site.With(db => db.Populations.CountAsync()));
    }
}
