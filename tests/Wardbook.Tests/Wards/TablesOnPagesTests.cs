using Wardbook.Places;

namespace Wardbook.Wards;

/// <summary>A table that a publisher counted itself, such as the Met's by ward, on the pages of places.</summary>
public sealed class TablesOnPagesTests
{
    private static readonly PlaceCode Abbey = PlaceCode.Parse("E05000001");
    private static readonly PlaceCode Northborough = PlaceCode.Parse("E09000002");
    private static readonly PlaceCode Southborough = PlaceCode.Parse("E09000003");
    private static readonly PlaceCode Metropolitan = PlaceCode.Parse("metropolitan");

    /// <summary>Dock is not in it, and four figures are of no ward.</summary>
    private const string Table = """
        MajorText,MinorText,WardName,WardCode,LookUp_BoroughName,201312,201412
        VEHICLE OFFENCES,THEFT OF A VEHICLE,Abbey,E05000001,Northborough,10,30
        VEHICLE OFFENCES,INTERFERING,Abbey,E05000001,Northborough,1,2
        ROBBERY,ROBBERY OF PERSONAL PROPERTY,Abbey,E05000001,Northborough,3,0
        ROBBERY,ROBBERY OF PERSONAL PROPERTY,Bridge,E05000002,Northborough,6,7
        ROBBERY,ROBBERY OF PERSONAL PROPERTY,Castle,E05000003,Southborough,5,5
        ROBBERY,ROBBERY OF PERSONAL PROPERTY,Old Dock,E05999999,Southborough,2,3
        ROBBERY,ROBBERY OF PERSONAL PROPERTY,Airport,E05999998,Aviation Security (SO18),4,4

        """;

    [Fact]
    public async Task A_ward_shows_its_figures_under_the_publishers_own_kinds_and_says_whose_they_are()
    {
        await using var site = await WithTable();

        var page = await site.Get($"{Urls.Ward(Abbey)}?first=2014-12&last=2014-12");

        Assert.StartsWith("32 crimes were recorded in Abbey in December 2014, and 14 in the same months a year before.", page.Text(".w-lead"), StringComparison.Ordinal);
        Assert.Contains("MPS Ward Level Crime (Metropolitan Police Service, London Datastore)", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("publishes only the counts, so there are no streets", page.Text("main"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#streets"));
        Assert.Contains("Not in this table", page.Text(".w-figures"), StringComparison.Ordinal);
        Assert.Equal("Abbey,E05000001,32,,", (await site.GetText($"{Urls.Ward(Abbey)}.csv?table=against&first=2014-12&last=2014-12")).Split("\r\n")[1][..20]);
        Assert.Equal(["kind,count,year_before,change", "Vehicle offences,32,11,▲ more", "Robbery,0,3,too few to tell"],
            (await site.GetText($"{Urls.Ward(Abbey)}.csv?first=2014-12&last=2014-12")).Split("\r\n")[..3]);
    }

    [Fact]
    public async Task A_borough_is_its_wards_when_all_are_counted_otherwise_what_stands_under_its_name_and_a_force_is_everything()
    {
        await using var site = await WithTable();

        Assert.StartsWith("39 crimes were", (await site.Get($"{Urls.Place(Northborough)}?first=2014-12&last=2014-12")).Text(".w-lead"), StringComparison.Ordinal);
        Assert.StartsWith("8 crimes were", (await site.Get($"{Urls.Place(Southborough)}?first=2014-12&last=2014-12")).Text(".w-lead"), StringComparison.Ordinal);
        Assert.StartsWith("51 crimes were", (await site.Get($"{Urls.Place(Metropolitan)}?first=2014-12&last=2014-12")).Text(".w-lead"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ward_that_the_table_does_not_count_says_so_and_is_not_a_zero()
    {
        await using var site = await WithTable();

        var page = await site.Get(Urls.Ward(PlaceCode.Parse("E05000004")));

        Assert.Contains("No figures for Dock in MPS Ward Level Crime", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("That is not the same as no crime.", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal("Dock,E05000004,,,,,,", (await site.GetText($"{Urls.Place(Southborough)}.csv?table=within&first=2014-12&last=2014-12")).Split("\r\n")[2]);
    }

    [Fact]
    public async Task Places_are_compared_by_it()
    {
        await using var site = await WithTable();

        var page = await site.Get("/compare?place=E05000001&place=E05000004&place=E09000003&first=2014-12&last=2014-12");

        Assert.Equal(["Abbey E05000001 32", "Dock E05000004 not known", "Southborough E09000003 8"],
            page.QuerySelectorAll("#places tbody tr").Select(row => string.Join(' ', row.Children.Take(3).Select(cell => cell.TextContent))));
        Assert.Contains("Dock (E05000004) is not one of them", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_come_first_where_they_have_the_months_and_the_two_are_never_added()
    {
        await using var site = await WithTable();
        await site.GivenCrimes(new TestSite.Recorded(new(2013, 12), "Robbery", 40, "High Street"));

        Assert.StartsWith("40 robbery offences were", (await site.Get(Urls.Ward(Abbey))).Text(".w-lead"), StringComparison.Ordinal);
        Assert.StartsWith("14 crimes were", (await site.Get($"{Urls.Ward(Abbey)}?series=mps-ward-table&first=2013-12&last=2013-12")).Text(".w-lead"), StringComparison.Ordinal);
        Assert.StartsWith("32 crimes were", (await site.Get($"{Urls.Ward(Abbey)}?first=2014-12&last=2014-12")).Text(".w-lead"), StringComparison.Ordinal);
        Assert.Equal(["MPS Ward Level Crime", "data.police.uk"], (await site.Get(Urls.Ward(Abbey))).QuerySelectorAll("select[name=Series] option").Select(option => option.TextContent.Trim()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Boundaries_that_come_after_the_table_are_counted_too_and_a_check_proves_the_counts()
    {
        await using var site = await TestSite.Start();
        await site.ImportCrimes(site.File("table.csv", Table));
        await site.GivenFourWards();

        Assert.StartsWith("32 crimes were", (await site.Get($"{Urls.Ward(Abbey)}?first=2014-12&last=2014-12")).Text(".w-lead"), StringComparison.Ordinal);
        var check = await site.Run("check");
        Assert.True(check.ExitCode == 0, check.Output + check.Messages);
    }

    private static async Task<TestSite> WithTable()
    {
        var site = await TestSite.Start();
        await site.GivenFourWards();
        var ran = await site.ImportCrimes(site.File("table.csv", Table));
        Assert.True(ran.ExitCode == 0, ran.Messages);
        return site;
    }
}
