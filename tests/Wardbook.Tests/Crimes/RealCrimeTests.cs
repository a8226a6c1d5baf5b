using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Blocks;
using Wardbook.Crimes.Files;
using Wardbook.Crimes;

namespace Wardbook;

/// <summary>The published files themselves, against counts made outside: by PostGIS, and by hand from the raw rows.</summary>
public sealed class RealCrimeTests
{
    [Fact]
    public async Task Burglaries_of_2012_by_ward_and_month_are_those_that_postgis_counts()
    {
        await using var site = await TestSite.Start();
        await site.Run("import", "boundaries", RealData.Path("boundaries/london-wards-2011-citymerged-wgs84.geojson.gz"), "--kind", "ward", "--from", "2011-05-05", "--force", "metropolitan");
        var ran = await site.ImportCrimes(RealData.Path("crimes/metropolitan-burglary-only-2012-04_2012-12.zip"));

        // From the archive's own description: 69,761 rows, 1,290 with a repeated ID, 266 without a place; 20,000 outcomes.
        Assert.True(ran.ExitCode == 0, ran.Messages);
        Assert.Contains("police-uk: 69,761 rows in 9 months of metropolitan, 2012-04 to 2012-12.", ran.Messages, StringComparison.Ordinal);
        Assert.Contains("266 have no location, 1,290 repeat an ID", ran.Messages, StringComparison.Ordinal);
        Assert.Contains("police-uk-outcomes: 20,000 outcomes in 9 months", ran.Messages, StringComparison.Ordinal);

        // PostGIS 3.3.2: a point on a border belongs to the lowest code that touches it; every row counts.
        var report = await site.Run("report", "crimes", "--by", "ward,month", "--first", "2012-04", "--last", "2012-12", "--format", "csv");
        Assert.Equal(await File.ReadAllTextAsync(RealData.Path("../oracles/expected/geo-burglary2012-ward-month.csv"), TestContext.Current.CancellationToken), report.Output.ReplaceLineEndings("\n"));
        Assert.Equal(26, await site.With(db => db.CrimeAssignments.SumAsync(given => given.Outside)));
        Assert.Equal(0, (await site.Run("check")).ExitCode);
    }

    [Fact]
    public async Task Every_outcome_joins_to_a_crime_by_its_id()
    {
        await using var site = await TestSite.Start();
        await site.ImportCrimes(RealData.Path("crimes/metropolitan-burglary-only-2012-04_2012-12.zip"));
        await site.ImportCrimes(RealData.Path("crimes/metropolitan-burglary-only-2011-08_2012-03-no-crime-ids-then-ids.zip"));

        var crimes = (await Ids(site, CrimeSeries.PoliceUk)).ToHashSet();
        var outcomes = await Ids(site, SideTables.Outcomes);

        Assert.Equal(20_432, outcomes.Count);
        Assert.Equal([], outcomes.Except(crimes));
    }

    [Fact]
    public async Task The_city_of_london_restated_two_months()
    {
        await using var site = await TestSite.Start();
        await site.ImportCrimes(RealData.Path("crimes/city-of-london-police-2022-03_2024-02.zip"));
        var rows = await site.With(async db => await db.CrimeMonths.GroupBy(month => month.Series).Select(group => new { group.Key, Rows = group.Sum(month => month.Rows) }).ToDictionaryAsync(group => group.Key, group => group.Rows));
        Assert.Equal((18_142, 12_622, 4_633), (rows[CrimeSeries.PoliceUk], rows[SideTables.Outcomes], rows[SideTables.Stops]));

        var ran = await site.ImportCrimes(RealData.Path("crimes/city-of-london-police-2024-01_2024-02-restated-later-edition.zip"));

        // Taken as sets of rows, 19 of January's and 26 of February's differ, in the outcome alone. (Joined by ID without regard to IDs that repeat,
        // more rows seem to differ, and some to have moved.)
        Assert.Contains("2024-01: revision 2: 0 added, 0 gone, 0 moved, 19 with another outcome, 0 otherwise changed.", ran.Messages, StringComparison.Ordinal);
        Assert.Contains("2024-02: revision 2: 0 added, 0 gone, 0 moved, 26 with another outcome, 0 otherwise changed.", ran.Messages, StringComparison.Ordinal);

        var back = await site.ImportCrimes(RealData.Path("crimes/city-of-london-police-2022-03_2024-02.zip"));
        Assert.True(back.Messages.Split("this is an older edition").Length - 1 == 2, back.Messages);
    }

    [Theory]
    [InlineData("other-forces-street-2021-08.zip", "police-uk: 64,379 rows in 9 months of 9 forces, 2021-08.")]
    [InlineData("other-forces-2023-03-with-outcomes-and-stop-and-search.zip", "police-uk: 10,833 rows in 2 months of bedfordshire, btp, 2023-03.")]
    [InlineData("metropolitan-stop-and-search-2015-04_2015-06.zip", "police-uk-stops: 34,440 stops and searches in 3 months of metropolitan, 2015-04 to 2015-06.")]
    [InlineData("metropolitan-stop-and-search-2018-07_2018-08.zip", "police-uk-stops: 24,715 stops and searches in 2 months of metropolitan, 2018-07 to 2018-08.")]
    [InlineData("metropolitan-outcomes-all-offences-2019-04_2019-05.zip", "police-uk-outcomes: 21,251 outcomes in 2 months of metropolitan, 2019-04 to 2019-05.")]
    [InlineData("camden-street-crime-2019-06-from-police-api.csv.gz", "list-camden-street-crime-from-police-api: 4,075 rows in 1 month, 2019-06.")]
    [InlineData("london-theft-from-the-person-2020-01_2020-11-simplified.csv.gz", "list-london-theft-from-the-person-simplified: 28,476 rows in 11 months, 2020-01 to 2020-11.")]
    [InlineData("london-all-forces-crimes-2022-01_2022-09-simplified.zip", "list-london-crimes: 630,949 rows in 9 months, 2022-01 to 2022-09.")]
    public async Task Every_row_of_a_file_is_kept(string file, string words)
    {
        await using var site = await TestSite.Start();

        var ran = await site.ImportCrimes(RealData.Path($"crimes/{file}"));

        Assert.True(ran.ExitCode == 0, ran.Messages);
        Assert.Contains(words, ran.Messages, StringComparison.Ordinal);
    }

    private static async Task<List<string>> Ids(TestSite site, string series)
    {
        var blocks = await site.With(db => db.CrimeMonths.Where(month => month.Series == series)
            .Join(db.CrimeBlocks, month => month.Id, block => block.MonthId, (month, block) => new { month.Rows, block.Ids }).ToListAsync());
        return [.. blocks.SelectMany(block => CrimeIds.Unpack(block.Ids, block.Rows)).Where(id => id.Length > 0)];
    }
}
