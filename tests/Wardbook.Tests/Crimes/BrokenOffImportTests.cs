using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wardbook.Sources;

namespace Wardbook;

/// <summary>An import whose disk fills up or whose database goes away ends in words, and leaves everything as it was.</summary>
public sealed class BrokenOffImportTests
{
    [Fact]
    [Trait("Once", "true")]
    public async Task A_disk_that_is_full_half_way_is_said_in_words_and_leaves_everything_as_it_was()
    {
        if (TestDatabase.IsPostgres || !OperatingSystem.IsLinux())
        {
            // A server's disk is the server's affair; see the other test for what a person is told.
            Assert.Skip("skipped: not for this database");
        }

        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        await site.ImportCrimes(site.StreetFile("before.csv", TestSite.StreetRow(), TestSite.StreetRow(month: "2013-05")));
        var folder = Directory.CreateDirectory(Path.Combine(site.Folder, "in")).FullName;
        for (var month = 1; month <= 8; month++)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{month}.csv"), Many(8_000, $"2014-{month:00}"), TestContext.Current.CancellationToken);
        }

        // No file of the process may grow beyond this: the same failure of a write as on a full disk, without filling one.
        var most = (new FileInfo(site.Database.File!).Length / 1024) + 1_000;
        var (code, words) = await Program($"trap '' XFSZ; ulimit -f {most}; exec dotnet \"$0\" import crimes \"$1\" --database \"$2\"", Wardbook, folder, site.Database.File!);

        Assert.True(code == 1, words);
        Assert.Contains("disk", words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
        Assert.Equal(["E05900001,2013-04,1", "E05900001,2013-05,1"], await site.WardMonths());

        var again = await site.ImportCrimes(folder);
        Assert.True(again.ExitCode == 0, again.Messages);
        Assert.Equal(10, await site.With(db => db.CrimeMonths.CountAsync()));
        Assert.DoesNotContain(ImportState.Running, await site.With(db => db.Imports.Select(import => import.State).ToListAsync()));
    }

    [Fact]
    public async Task A_database_that_goes_away_half_way_is_said_in_words_and_swept_the_next_time()
    {
        if (!TestDatabase.IsPostgres)
        {
            Assert.Skip("skipped: not for this database");
        }

        await using var site = await TestSite.Start();
        await site.GivenTwoWards();
        var file = site.StreetFile("a.csv", TestSite.StreetRow());
        var run = await ImportRun.Begin(site.Database, site.Clock, "crimes", "a.csv", TestContext.Current.CancellationToken);

        await run.Attempt(async () =>
        {
            await site.With(async db =>
            {
                db.Add(new Crimes.CrimeMonth { Id = 7, Series = "police-uk", Force = "metropolitan", Month = new(2013, 4), Revision = 1, Import = run.Id, Rows = 1 });
                await db.SaveChangesAsync();
            });
            await using var connection = (NpgsqlConnection)await site.Database.Connect(TestContext.Current.CancellationToken);
            await using (var end = connection.CreateCommand())
            {
                // Ends every connection to the database but this one, and then this one.
                end.CommandText = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
                await end.ExecuteNonQueryAsync();
                end.CommandText = "SELECT pg_terminate_backend(pg_backend_pid())";
                await end.ExecuteNonQueryAsync();
            }
        });

        Assert.Contains("database", run.Record.Summary, StringComparison.Ordinal);
        Assert.Contains("Run it again when it is back", run.Record.Summary, StringComparison.Ordinal);
        await run.DisposeAsync();
        var ran = await site.ImportCrimes(file);
        Assert.True(ran.ExitCode == 0, ran.Messages);
        Assert.Equal(["E05900001,2013-04,1"], await site.WardMonths());
        Assert.Equal(1, await site.With(db => db.CrimeMonths.CountAsync()));
    }

    private static string Wardbook => Path.Combine(AppContext.BaseDirectory, "wardbook.dll");

    private static async Task<(int Code, string Words)> Program(string shell, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardError = true, RedirectStandardOutput = true };
        // The runtime keeps its code in a file in memory, which the limit would hold down as well.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(shell);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var words = await Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, string.Concat(words));
    }

    private static string Many(int rows, string month)
    {
        var text = new StringBuilder(TestSite.StreetHeader).Append('\n');
        for (var row = 0; row < rows; row++)
        {
            text.Append(TestSite.StreetRow(id: $"{month}{row}".PadLeft(64, '0').Replace('-', 'a'), month: month)).Append('\n');
        }

        return text.ToString();
    }
}
