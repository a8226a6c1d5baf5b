using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Files;

namespace Wardbook;

/// <summary>Lists that somebody kept or cut out of something: series of their own, by common column names or a saved mapping.</summary>
public sealed class ListImportTests
{
    [Theory]
    [InlineData("2019-06", null, "2019-06")]
    [InlineData("2019-06-30", null, "2019-06")]
    [InlineData("06/01/2019 12:00:00 AM", null, "2019-06")]
    [InlineData("06/01/2019", null, "2019-01")]
    [InlineData("201906", null, "2019-06")]
    [InlineData("June 2019", null, "2019-06")]
    [InlineData("6", 2019, "2019-06")]
    [InlineData("June", 2019, "2019-06")]
    [InlineData("6", null, null)]
    [InlineData("13", 2019, null)]
    [InlineData("soon", 2019, null)]
    public void Months_are_read_as_lists_write_them(string text, int? year, string? month) => Assert.Equal(month, ListMonth.Of(text, year)?.ToString());

    [Fact]
    public async Task A_month_that_is_only_a_number_takes_its_year_from_the_files_name_and_must_agree_with_it()
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        var right = await site.ImportCrimes(site.File("london-crimes-2022-02.csv", "month,type,location_type,longitude,latitude\n2,criminal damage or arson,,0.005,51.505\n2,violent or sexual,Supermarket,0.015,51.505\n"));
        var wrong = await site.ImportCrimes(site.File("london-crimes-2022-03.csv", "month,type,location_type,longitude,latitude\n2,burglary,,0.005,51.505\n"));

        Assert.True(right.ExitCode == 0, right.Messages);
        Assert.Contains("expected the month that the name of the file says, 2022-03", wrong.Messages, StringComparison.Ordinal);
        var report = await site.Run("report", "crimes", "--by", "ward,month,category", "--first", "2022-02", "--last", "2022-02");
        Assert.Equal("ward,month,category,crimes\nE05900001,2022-02,Criminal damage and arson,1\nE05900002,2022-02,Violence and sexual offences,1\n", report.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Counts_by_area_reach_wards_by_the_look_up()
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        await site.Run("import", "lookups", site.File("lookup.csv", "LSOA21CD,WD25CD\nE01000001,E05900001\nE01000002,E05900002\n"));

        var ran = await site.ImportCrimes(site.File("counts.csv", "lsoa_code,lsoa_name,borough,category,year,month,crime_count\nE01000001,City 001A,City,Robbery,2023,5,3\nE01000002,City 001B,City,Robbery,2023,5,1\nE01000009,Far 1,Far,Robbery,2023,5,2\n"));

        Assert.True(ran.ExitCode == 0, ran.Messages);
        Assert.Equal(["E05900001,2023-05,3", "E05900002,2023-05,1"], await site.WardMonths());
        var given = await site.With(db => db.CrimeAssignments.SingleAsync());
        Assert.Equal((4, 2), (given.ByLsoa, given.Unplaced));
    }

    [Fact]
    public async Task A_given_ward_is_taken_where_there_is_no_point_and_no_area_and_one_nobody_knows_stays_unplaced()
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();

        var ran = await site.ImportCrimes(site.File("list.csv", "Month,Ward Code,Category\n2019-06,E05900002,Drugs\n2019-06,E05000143,Drugs\n2019-06,00AGGN,Drugs\n"));

        Assert.True(ran.ExitCode == 0, ran.Messages);
        Assert.Equal(["E05900002,2019-06,1"], await site.WardMonths());
        var given = await site.With(db => db.CrimeAssignments.SingleAsync());
        Assert.Equal((1, 2), (given.ByWard, given.Unplaced));
    }

    [Fact]
    public async Task A_list_with_names_of_its_own_is_read_by_a_mapping_and_known_again_by_its_header()
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        const string header = "When,X,Y,Where\n";
        var first = site.File("thefts-2020.csv", header + "2020-01-05,0.005,51.505,Mill Lane\n");

        var unknown = await site.ImportCrimes(first);
        Assert.Equal(1, unknown.ExitCode);

        var mapped = await site.ImportCrimes(first, "--map", "month=When,longitude=X,latitude=Y,location=Where", "--category", "Theft from the person", "--force", "nottinghamshire", "--save-mapping", "thefts");
        Assert.True(mapped.ExitCode == 0, mapped.Messages);
        Assert.Contains("list-thefts: 1 rows in 1 month of nottinghamshire, 2020-01.", mapped.Messages, StringComparison.Ordinal);

        var later = await site.ImportCrimes(site.File("thefts-2021.csv", header + "2021-02-05,0.015,51.505,Mill Lane\n"));
        Assert.True(later.ExitCode == 0, later.Messages);
        Assert.Equal(["E05900001,2020-01,1", "E05900002,2021-02,1"], await site.WardMonths(more: ["--series", "list-thefts"]));
    }

    [Fact]
    public async Task A_list_of_the_same_layout_but_another_name_is_not_taken_for_the_one_that_was_saved()
    {
        await using var site = await TestSite.Start();
        const string text = "month,longitude,latitude\n2022-01-01,0.005,51.505\n";
        await site.ImportCrimes(site.File("burglary.csv", text), "--category", "Burglary", "--save-mapping", "burglary");

        var ran = await site.ImportCrimes(site.File("robbery.csv", text));

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("names no kind of crime", ran.Messages, StringComparison.Ordinal);
        Assert.Equal(0, (await site.ImportCrimes(site.File("burglary-2022.csv", text))).ExitCode);
    }

    [Fact]
    public async Task Published_lists_of_other_forces_are_read_whole()
    {
        await using var site = await TestSite.Start();
        var asb = await site.ImportCrimes(RealData.Path("crimes/lancashire-asb-2022.tab.gz"), "--category", "Anti-social behaviour", "--force", "lancashire");
        var counts = await site.ImportCrimes(RealData.Path("crimes/london-lsoa-crime-counts-2023-05_2025-03.zip"));

        Assert.Contains("list-lancashire-asb: 56,434 rows in 12 months of lancashire, 2022-01 to 2022-12.", asb.Messages, StringComparison.Ordinal);
        // 583,590 rows whose counts add up to 1,859,336.
        Assert.Contains("583,590 of 583,590 rows kept", counts.Messages, StringComparison.Ordinal);
        Assert.Contains("list-london-lsoa-crime-counts: 1,859,336 rows in 23 months, 2023-05 to 2025-03.", counts.Messages, StringComparison.Ordinal);
    }
}
