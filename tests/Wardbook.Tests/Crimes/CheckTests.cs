using Microsoft.EntityFrameworkCore;

namespace Wardbook;

/// <summary><c>wardbook check</c>: the counts that pages show against the records.</summary>
public sealed class CheckTests
{
    [Fact]
    public async Task Counts_that_differ_are_named_and_mended_when_asked()
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        await site.ImportCrimes(site.StreetFile("a.csv", TestSite.StreetRow(), TestSite.StreetRow(month: "2013-05")));
        Assert.Equal(0, (await site.Run("check")).ExitCode);
        await site.With(db => db.CrimeCounts.Where(count => count.Month == new Periods.Month(2013, 5)).ExecuteUpdateAsync(set => set.SetProperty(count => count.Count, 99)));

        var found = await site.Run("check");
        Assert.Equal(1, found.ExitCode);
        Assert.StartsWith("police-uk metropolitan 2013-05:", found.Output, StringComparison.Ordinal);
        Assert.EndsWith("counts differ from the records on the wards of 2010-05-06 (metropolitan)", found.Output.TrimEnd(), StringComparison.Ordinal);

        Assert.Equal(0, (await site.Run("check", "--rebuild")).ExitCode);
        Assert.Equal(["E05900001,2013-04,1", "E05900001,2013-05,1"], await site.WardMonths());
        Assert.Equal(0, (await site.Run("check")).ExitCode);
    }

    [Fact]
    public async Task Look_ups_that_come_after_the_crimes_place_them_when_the_counts_are_rebuilt()
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        await site.ImportCrimes(site.StreetFile("a.csv", TestSite.StreetRow(), TestSite.StreetRow(east: "", north: "")));
        await site.Run("import", "lookups", site.File("lookup.csv", "LSOA21CD,WD25CD\nE01000001,E05900002\n"));

        Assert.Equal(1, (await site.Run("check")).ExitCode);
        Assert.Equal(0, (await site.Run("check", "--rebuild")).ExitCode);

        Assert.Equal(["E05900001,2013-04,1", "E05900002,2013-04,1"], await site.WardMonths());
        Assert.Equal(1, (await site.With(db => db.CrimeAssignments.SingleAsync())).ByLsoa);
    }

    [Fact]
    public async Task Records_that_cannot_be_read_are_named()
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        await site.ImportCrimes(site.StreetFile("a.csv", TestSite.StreetRow()));
        await site.With(db => db.CrimeBlocks.ExecuteUpdateAsync(set => set.SetProperty(block => block.Rows, new byte[] { 1, 2, 3 })));

        var found = await site.Run("check", "--rebuild");

        Assert.Equal(1, found.ExitCode);
        Assert.StartsWith("police-uk metropolitan 2013-04: its records cannot be read", found.Output, StringComparison.Ordinal);
    }
}
