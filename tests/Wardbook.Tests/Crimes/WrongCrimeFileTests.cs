using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Wardbook.Sources;

namespace Wardbook;

/// <summary>Files that are not what they should be: refused in words, with nothing loaded, and mended by nobody but their owner.</summary>
public sealed class WrongCrimeFileTests
{
    [Theory]
    [InlineData("a month of 2099", "2099-01", "0.005", "51.505", "Burglary", "line 3, Month: found \"2099-01\"; expected a month from 1990-01 to 2026-06")]
    [InlineData("no month", "April", "0.005", "51.505", "Burglary", "line 3, Month: found \"April\"; expected a month such as 2013-04")]
    [InlineData("swapped degrees", "2013-04", "51.505", "0.005", "Burglary", "these look swapped")]
    [InlineData("no number", "2013-04", "east", "51.505", "Burglary", "line 3, Longitude: found \"east\"")]
    [InlineData("out of bounds", "2013-04", "0.005", "151.505", "Burglary", "line 3, Latitude: found \"151.505\"")]
    [InlineData("no kind", "2013-04", "0.005", "51.505", "12", "line 3, Crime type: found \"12\"")]
    [InlineData("too many fields", "2013-04", "0.005", "51.505", "Burglary,Theft", "found \"13 fields\"; expected 12 fields, as in the header")]
    public async Task A_row_that_cannot_be_read_refuses_the_whole_file(string what, string month, string east, string north, string type, string words)
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        var file = site.StreetFile("a.csv", TestSite.StreetRow(), TestSite.StreetRow(month: month, east: east, north: north, type: type), TestSite.StreetRow());

        var ran = await site.ImportCrimes(file);

        Assert.True(ran.ExitCode == 1, what);
        Assert.Contains("1 row could not be read, so nothing was loaded", ran.Messages, StringComparison.Ordinal);
        Assert.Contains(words, ran.Messages, StringComparison.Ordinal);
        Assert.Equal(0, await site.With(db => db.CrimeMonths.CountAsync()));

        var rest = await site.ImportCrimes(file, "--set-aside");
        Assert.Equal(0, rest.ExitCode);
        Assert.Contains("2 of 3 rows kept, 1 set aside", rest.Messages, StringComparison.Ordinal);
        Assert.Equal(["E05900001,2013-04,2"], await site.WardMonths());
        var id = rest.Messages.TrimEnd().Split(' ')[^1];
        Assert.StartsWith("a.csv,3,", (await site.Run("report", "faults", id, "--format", "csv")).Output.Split('\n')[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Reported by,Location", "Reported by")]
    [InlineData("LSOA code,LSOA name", "LSOA code")]
    [InlineData("Crime type,Last outcome category", "Crime type")]
    [InlineData("Longitude,Latitude", "Longitude")]
    [InlineData("Month,Crime type", "Month")]
    public async Task Columns_that_are_swapped_are_found(string swapped, string column)
    {
        await using var site = await TestSite.Start();
        var names = TestSite.StreetHeader.Split(',');
        var (one, other) = (Array.IndexOf(names, swapped.Split(',')[0]), Array.IndexOf(names, swapped.Split(',')[1]));
        var fields = TestSite.StreetRow().Split(',');
        (fields[one], fields[other]) = (fields[other], fields[one]);

        var ran = await site.ImportCrimes(site.StreetFile("a.csv", string.Join(',', fields)));

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains($"line 2, {column}: found", ran.Messages, StringComparison.Ordinal);
        Assert.Equal(0, await site.With(db => db.CrimeMonths.CountAsync()));
    }

    [Fact]
    public async Task An_empty_file_a_header_alone_and_another_kind_of_file_are_refused()
    {
        await using var site = await TestSite.Start();

        var empty = await site.ImportCrimes(site.File("empty.csv", ""));
        var header = await site.ImportCrimes(site.StreetFile("header.csv"));
        var other = await site.ImportCrimes(site.File("other.csv", "Name,Colour\nRobin,red\n"));
        var none = await site.ImportCrimes(Path.Combine(site.Folder, "nobody.csv"));

        Assert.All([empty, header, other, none], ran => Assert.Equal(1, ran.ExitCode));
        Assert.Contains("is empty", Flat(empty), StringComparison.Ordinal);
        Assert.Contains("There is not one row to load", Flat(header), StringComparison.Ordinal);
        Assert.Contains("found \"Name, Colour\"; expected the columns of a kind of file that Wardbook knows", Flat(other), StringComparison.Ordinal);
        Assert.Contains("There is no file or folder", Flat(none), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_zip_is_refused()
    {
        await using var site = await TestSite.Start();
        var whole = await File.ReadAllBytesAsync(site.Zip("whole.zip", ("2013-04/street.csv", Many(5_000))), TestContext.Current.CancellationToken);
        var half = Path.Combine(site.Folder, "half.zip");
        await File.WriteAllBytesAsync(half, whole[..(whole.Length / 2)], TestContext.Current.CancellationToken);

        var ran = await site.ImportCrimes(half);

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("is not a whole zip file", Flat(ran), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_whose_content_is_damaged_is_refused_and_leaves_nothing()
    {
        await using var site = await TestSite.Start();
        var path = site.Zip("a.zip", ("2013-04/street.csv", TestSite.StreetHeader + "\n" + TestSite.StreetRow() + "\n"), ("2013-05/street.csv", Many(20_000, "2013-05")));
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Array.Fill(bytes, (byte)0xFF, bytes.Length / 2, 64);
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);

        var ran = await site.ImportCrimes(path);

        Assert.Equal(1, ran.ExitCode);
        Assert.Equal(0, await site.With(db => db.CrimeMonths.CountAsync()));
        Assert.Equal(ImportState.Refused, await site.With(db => db.Imports.Select(import => import.State).SingleAsync()));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public async Task A_packed_file_that_was_cut_off_is_refused(double part)
    {
        await using var site = await TestSite.Start();
        var path = site.GZip("a.csv.gz", Encoding.UTF8.GetBytes(Many(20_000)));
        var whole = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(path, whole[..(int)(whole.Length * part)], TestContext.Current.CancellationToken);

        var ran = await site.ImportCrimes(path);

        Assert.Equal(1, ran.ExitCode);
        Assert.Equal(0, await site.With(db => db.CrimeMonths.CountAsync()));
    }

    [Fact]
    public async Task A_zip_that_would_unpack_to_a_thousand_times_its_size_is_refused()
    {
        await using var site = await TestSite.Start();
        var path = Path.Combine(site.Folder, "bomb.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("2013-04-metropolitan-street.csv", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var mebibyte = 0; mebibyte < 700; mebibyte++)
            {
                entry.Write(zeros);
            }
        }

        var ran = await site.ImportCrimes(path);

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("That is not a data file", Flat(ran), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_imports_at_once_do_not_mix()
    {
        await using var site = await TestSite.Start();
        await using var first = await ImportRun.Begin(site.Database, site.Clock, "crimes", "first.csv", TestContext.Current.CancellationToken);

        var second = await site.ImportCrimes(site.StreetFile("a.csv", TestSite.StreetRow()));

        Assert.Equal(1, second.ExitCode);
        Assert.Contains("Another import into", Flat(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_import_staged_is_swept_by_the_next()
    {
        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        await site.With(async db =>
        {
            var killed = new Import { Id = Guid.CreateVersion7(), Kind = "crimes", File = "killed.csv", Started = site.Clock.GetUtcNow() };
            db.Add(killed);
            db.Add(new Crimes.CrimeMonth { Id = 7, Series = "police-uk", Force = "metropolitan", Month = new(2013, 4), Revision = 1, Import = killed.Id, Rows = 1 });
            db.Add(new Crimes.CrimeCount { PlaceId = (await db.Places.FirstAsync()).Id, Month = new(2013, 4), MonthId = 7, Category = 1, Count = 1 });
            await db.SaveChangesAsync();
        });

        var ran = await site.ImportCrimes(site.StreetFile("a.csv", TestSite.StreetRow()));

        Assert.True(ran.ExitCode == 0, ran.Messages);
        Assert.Equal(["E05900001,2013-04,1"], await site.WardMonths());
        Assert.Equal(1, await site.With(db => db.CrimeMonths.CountAsync()));
        Assert.Equal(ImportState.Abandoned, await site.With(db => db.Imports.Where(import => import.File == "killed.csv").Select(import => import.State).SingleAsync()));
    }

    [Fact]
    public async Task A_file_that_another_import_is_reading_can_be_read_as_well()
    {
        await using var site = await TestSite.Start();
        var file = site.StreetFile("a.csv", TestSite.StreetRow());
        await using var reading = InputFiles.Find(file, ".csv")[0].Open();

        Assert.Equal(0, (await site.ImportCrimes(file)).ExitCode);
    }

    private static string Many(int rows, string month = "2013-04")
    {
        // Points that differ, so that packing them does not make the file too small to cut.
        var text = new StringBuilder(TestSite.StreetHeader).Append('\n');
        for (var row = 0; row < rows; row++)
        {
            text.Append(TestSite.StreetRow(month: month, east: FormattableString.Invariant($"0.{(row * 7919L) % 1_000_000:000000}"), north: FormattableString.Invariant($"51.{(row * 104_729L) % 1_000_000:000000}"))).Append('\n');
        }

        return text.ToString();
    }

    private static string Flat(Ran ran) => string.Join(' ', ran.Messages.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
