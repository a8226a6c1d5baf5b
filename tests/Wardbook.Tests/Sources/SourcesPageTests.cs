using System.Net;

namespace Wardbook.Sources;

public sealed class SourcesPageTests
{
    [Fact]
    public async Task Lists_every_import_with_publisher_and_licence()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenCrimes(new TestSite.Recorded(new(2013, 12), "Burglary", 3, "High Street"));

        var page = await site.Get(Urls.Sources);

        Assert.Equal(2, page.QuerySelectorAll("#imports tbody tr").Length);
        Assert.Contains("Home Office, data.police.uk", page.Text("#imports"), StringComparison.Ordinal);
        Assert.Contains("Open Government Licence v3.0", page.Text("#imports"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_edition_says_what_it_changed()
    {
        await using var site = await TestSite.Start();
        await site.GivenFourWards();
        await site.GivenCrimes(new TestSite.Recorded(new(2013, 12), "Burglary", 3, "High Street"));
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.GivenCrimes(new TestSite.Recorded(new(2013, 12), "Burglary", 5, "High Street"));
        var list = await site.Get(Urls.Sources);

        var latest = await site.Get(list.QuerySelector("#imports tbody a")!.GetAttribute("href")!);

        var row = latest.QuerySelectorAll("#months-table tbody tr").Single().Children.Select(cell => cell.TextContent).ToList();
        Assert.Equal(["December 2013", "metropolitan", "police-uk", "2", "yes", "5"], row.Take(6));
        Assert.Equal("2", row[9]);
    }

    [Fact]
    public async Task Faults_are_listed_with_their_lines_and_are_a_csv()
    {
        await using var site = await TestSite.Start();
        await site.Run("import", "crimes", site.File("2013-12-metropolitan-street.csv",
            "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context\n"
            + ",2013-12,Metropolitan Police Service,Metropolitan Police Service,-0.09,51.5,On or near High Street,,,Burglary,,\n"
            + ",2013-12,Metropolitan Police Service,Metropolitan Police Service,abc,51.5,On or near High Street,,,Burglary,,\n"));
        var list = await site.Get(Urls.Sources);
        var href = list.QuerySelector("#imports tbody a")!.GetAttribute("href")!;

        var page = await site.Get(href);
        var csv = await site.GetText(href + ".csv?table=faults");

        Assert.Contains("abc", page.Text("#faults-table"), StringComparison.Ordinal);
        Assert.StartsWith("number,file,line,column,found,expected,set_aside\r\n1,2013-12-metropolitan-street.csv,3,Longitude,abc,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nothing_loaded_it_says_so()
    {
        await using var site = await TestSite.Start();

        Assert.Contains("Nothing is loaded yet", (await site.Get(Urls.Sources)).Text(".w-empty"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sources/00000000-0000-0000-0000-000000000001")]
    [InlineData("/sources/nonsense")]
    [InlineData("/sources/nonsense.csv")]
    public async Task An_import_that_never_was_is_not_found(string address)
    {
        await using var site = await TestSite.Start();

        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(address)).StatusCode);
    }

    [Fact]
    public async Task About_the_figures_names_those_who_ask_to_be_named()
    {
        await using var site = await TestSite.Start();

        var words = (await site.Get(Urls.About)).Text("main");

        Assert.Contains("Open Government Licence v3.0", words, StringComparison.Ordinal);
        Assert.Contains("Ordnance Survey", words, StringComparison.Ordinal);
        Assert.Contains("Royal Mail", words, StringComparison.Ordinal);
    }
}
