using Microsoft.EntityFrameworkCore;

namespace Wardbook;

/// <summary>Tables of counts that a publisher made itself: the Met's ward and borough tables, its dashboard, another force's.</summary>
public sealed class PublishedTableTests
{
    private const string Wide = "MajorText,MinorText,WardName,WardCode,LookUp_BoroughName";

    [Fact]
    public async Task An_offence_that_was_renamed_joins_without_a_seam_and_a_zero_is_a_figure()
    {
        await using var site = await TestSite.Start();
        await site.ImportCrimes(site.File("old.csv", $"{Wide},202401,202402\nBURGLARY,DOMESTIC BURGLARY,Brixton,E05013666,Lambeth,3,0\n"));
        await site.ImportCrimes(site.File("new.csv", $"{Wide},202403\nBURGLARY,BURGLARY - RESIDENTIAL,Brixton,E05013666,Lambeth,5\n"));

        var report = await site.Run("report", "crimes", "--by", "ward,month,category,offence", "--first", "2024-01", "--last", "2024-03");

        Assert.Equal("ward,month,category,offence,crimes\nE05013666,2024-01,BURGLARY,BURGLARY - RESIDENTIAL,3\nE05013666,2024-02,BURGLARY,BURGLARY - RESIDENTIAL,0\nE05013666,2024-03,BURGLARY,BURGLARY - RESIDENTIAL,5\n", report.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_later_edition_that_overlaps_replaces_only_the_months_that_differ()
    {
        await using var site = await TestSite.Start();
        await site.ImportCrimes(site.File("a.csv", $"{Wide},202401,202402\nDRUGS,POSSESSION,Brixton,E05013666,Lambeth,3,4\nDRUGS,POSSESSION,Vassall,E05013690,Lambeth,1,1\n"));

        var ran = await site.ImportCrimes(site.File("b.csv", $"{Wide},202401,202402,202403\nDRUGS,POSSESSION,Brixton,E05013666,Lambeth,3,6,7\nDRUGS,TRAFFICKING,Vassall,E05013690,Lambeth,,2,\nDRUGS,POSSESSION,Vassall,E05013690,Lambeth,1,1,0\n"));

        Assert.True(ran.ExitCode == 0, ran.Messages);
        Assert.Contains("1 month was there already, just so", ran.Messages, StringComparison.Ordinal);
        Assert.Contains("mps-ward-table metropolitan 2024-02: revision 2: 1 added, 0 gone, 0 moved, 0 with another outcome, 1 otherwise changed.", ran.Messages, StringComparison.Ordinal);
        Assert.Equal(4, await site.With(db => db.CrimeMonths.CountAsync()));
        Assert.Equal(["E05013666,2024-02,6", "E05013690,2024-02,3"], await site.WardMonths("2024-02", "2024-02"));
    }

    [Fact]
    public async Task One_ward_under_two_boroughs_is_one_ward()
    {
        await using var site = await TestSite.Start();
        await site.ImportCrimes(site.File("a.csv", $"{Wide},202401\nDRUGS,POSSESSION,Heathrow Villages,E05013570,Hillingdon,3\nDRUGS,POSSESSION,Heathrow Villages,E05013570,Aviation Security (SO18),4\n"));

        Assert.Equal(["E05013570,2024-01,7"], await site.WardMonths("2024-01", "2024-01"));
        Assert.Equal(["Aviation Security (SO18)", "Hillingdon"], await site.With(db => db.PublishedCounts.OrderBy(count => count.Under).Select(count => count.Under).ToListAsync()));
    }

    [Fact]
    public async Task Tables_are_never_taken_where_there_are_records_and_never_added_to_them()
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        await site.ImportCrimes(site.File("a.csv", $"{Wide},201304\nDRUGS,POSSESSION,West,E05900001,Lambeth,90\n"));
        await site.ImportCrimes(site.StreetFile("b.csv", TestSite.StreetRow()));

        Assert.Equal(["E05900001,2013-04,1"], await site.WardMonths());
        Assert.Equal(["E05900001,2013-04,90"], await site.WardMonths(more: ["--series", "mps-ward-table"]));
    }

    [Fact]
    public async Task Another_forces_table_is_known_by_its_header()
    {
        await using var site = await TestSite.Start();
        var ran = await site.ImportCrimes(site.File("avon-2024.csv", "Area Code;Area Name;Offence Group;Offence Subgroup;2024-01;2024-02\nE05011000;Clifton;Theft;Shoplifting;12;11\n"), "--force", "avon-and-somerset");

        Assert.True(ran.ExitCode == 0, ran.Messages);
        Assert.Contains("table-avon: 2 figures in 2 months of avon-and-somerset, 2024-01 to 2024-02.", ran.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("210001", "1", "210001")]
    [InlineData("202401", "many", "found \"many\"; expected a whole number, or nothing")]
    [InlineData("202401", "-3", "found \"-3\"")]
    public async Task A_figure_that_is_none_refuses_the_table(string month, string figure, string words)
    {
        await using var site = await TestSite.Start();

        var ran = await site.ImportCrimes(site.File("a.csv", $"{Wide},{month}\nDRUGS,POSSESSION,Brixton,E05013666,Lambeth,{figure}\n"));

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains(words, ran.Messages, StringComparison.Ordinal);
        Assert.Equal(0, await site.With(db => db.PublishedCounts.CountAsync()));
    }

    [Fact]
    public async Task The_mets_ward_tables_of_sixteen_years_add_up()
    {
        await using var site = await TestSite.Start();
        await site.ImportCrimes(RealData.Path("mps/mps-ward-level-crime-historical-2010-04_2024-02.csv.gz"));
        var ran = await site.ImportCrimes(RealData.Path("mps/mps-ward-level-crime-most-recent-24-months-2024-03_2026-03.csv.gz"));

        // Sums of the raw files: 10,983,038 until February 2024 and 1,780,436 after; 679 wards; 167 and 25 months; 34 offences with one renamed.
        Assert.Contains("mps-ward-table: 466,725 figures in 25 months of metropolitan, 2024-03 to 2026-03.", ran.Messages, StringComparison.Ordinal);
        Assert.Equal(10_983_038 + 1_780_436, await site.With(db => db.PublishedCounts.SumAsync(count => (long)count.Count)));
        Assert.Equal(192, await site.With(db => db.CrimeMonths.CountAsync(month => month.Shown)));
        Assert.Equal(679, await site.With(db => db.PublishedAreas.Select(area => area.Area).Distinct().CountAsync()));
        Assert.Equal(1, await site.With(db => db.PublishedOffences.CountAsync(offence => offence.Minor.Contains("RESIDENTIAL") || offence.Minor == "DOMESTIC BURGLARY")));
    }

    [Fact]
    public async Task The_mets_borough_tables_and_its_dashboard_are_series_of_their_own()
    {
        await using var site = await TestSite.Start();
        await site.ImportCrimes(RealData.Path("mps/mps-borough-level-crime-historical-2010-04_2024-03.csv.gz"));
        await site.ImportCrimes(RealData.Path("mps/mps-borough-level-crime-recent-2024-04_2026-03.csv.gz"));
        var dashboard = await site.ImportCrimes(RealData.Path("mps/mps-monthly-dashboard-knife-crime-borough-and-snt-2022-03_2026-02.csv.gz"));

        var totals = await site.With(async db => await db.PublishedCounts.Join(db.CrimeMonths, count => count.MonthId, month => month.Id, (count, month) => new { month.Series, count.Count })
            .GroupBy(count => count.Series).Select(group => new { group.Key, Sum = group.Sum(count => (long)count.Count) }).ToDictionaryAsync(group => group.Key, group => group.Sum));
        Assert.Equal(11_290_747 + 1_834_542, totals["mps-borough-table"]);
        Assert.Contains("59,431 of 59,431 rows kept, 0 set aside", dashboard.Messages, StringComparison.Ordinal);
        Assert.Contains("mps-dashboard-team: 49,643 figures in 48 months", dashboard.Messages, StringComparison.Ordinal);
        var unknown = await site.Run("report", "crimes", "--by", "borough", "--first", "2010-04", "--last", "2026-03", "--series", "mps-borough-table");
        Assert.Contains("\nUnknown,", unknown.Output, StringComparison.Ordinal);
    }
}
