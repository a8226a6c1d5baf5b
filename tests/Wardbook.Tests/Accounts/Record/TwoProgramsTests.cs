using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Accounts.Record;

/// <summary>Programs of their own, as an operator starts them.</summary>
public sealed class TwoProgramsTests
{
    private const int Entries = 200;

    [Fact, Trait("Once", "true")]
    public async Task Two_programs_on_one_database_seal_one_chain_without_a_gap_and_one_goes_on_alone()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "several instances are for PostgreSQL");
        await using var site = await TestSite.Start();
        // The programs have the machine's clock.
        await using var database = Database.At(site.Connection, TestKeys.Usual);
        using var first = await Serve(site, "first");
        using var second = await Serve(site, "second");
        try
        {
            await Task.WhenAll(Write(database), Write(database));
            await Sealed(database);
            first.Kill();
            await Write(database);
            await Sealed(database);
        }
        finally
        {
            first.Kill();
            second.Kill();
            await Task.WhenAll(first.WaitForExitAsync(Cancel), second.WaitForExitAsync(Cancel));
        }

        var check = await RecordCheck.Run(database, null, Cancel);
        Assert.Empty(check.Broken);
        Assert.InRange(check.Sealed, 3 * Entries, long.MaxValue);
        await using var db = database.Open();
        Assert.Equal(Enumerable.Range(1, (int)check.Sealed).Select(number => (long?)number), await db.RecordEntries.OrderBy(entry => entry.Number).Select(entry => entry.Number).ToListAsync(Cancel));
        Assert.Equal(3 * Entries, await db.RecordEntries.CountAsync(entry => entry.Happened == Happened.SignedOut, Cancel));
    }

    [Fact, Trait("Once", "true")]
    public async Task Times_are_said_where_the_force_is()
    {
        await using var site = await TestSite.Start();
        await site.GivenThreeChanges();
        var start = Program("report", "changes", "--database", site.Connection);
        start.Environment["WARDBOOK_TIME_ZONE"] = "Asia/Tokyo";

        using var program = Process.Start(start)!;
        var lines = (await program.StandardOutput.ReadToEndAsync(Cancel)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        await program.WaitForExitAsync(Cancel);

        // Tokyo is nine hours ahead, all year.
        Assert.Equal(0, program.ExitCode);
        Assert.Equal(5, lines.Length);
        Assert.All(lines.Skip(1).Select(line => line.Split(',')), fields => Assert.Equal(
            TimeSpan.FromHours(9), DateTime.Parse(fields[2], CultureInfo.InvariantCulture) - DateTime.Parse(fields[1], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)));
    }

    private static async Task<Process> Serve(TestSite site, string name)
    {
        var start = Program("serve", "--urls", "http://127.0.0.1:0", "--database", site.Connection);
        start.Environment["WARDBOOK_MAIL_FOLDER"] = start.Environment["WARDBOOK_UPLOADS"] = Directory.CreateDirectory(Path.Combine(site.Folder, name)).FullName;
        var program = Process.Start(start)!;
        while (await program.StandardError.ReadLineAsync(Cancel) is { } line)
        {
            if (line.StartsWith("Wardbook serves", StringComparison.Ordinal))
            {
                // What it goes on to say must not fill its pipes.
                _ = program.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                _ = program.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return program;
            }
        }

        throw new InvalidOperationException("The program ended before it served.");
    }

    private static ProcessStartInfo Program(params string[] typed)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "wardbook.dll"), .. typed]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("WARDBOOK_DATABASE");
        return start;
    }

    private static async Task Write(Database database)
    {
        for (var number = 0; number < Entries; number++)
        {
            await ChangeRecord.NoteNow(database, Author.Wardbook, new(Happened.SignedOut, "account"), Cancel);
        }
    }

    private static async Task Sealed(Database database)
    {
        var patience = DateTime.UtcNow.AddSeconds(60);
        await using var db = database.Open();
        while (await db.RecordEntries.AnyAsync(entry => entry.Number == null, Cancel))
        {
            Assert.True(DateTime.UtcNow < patience, "Nobody sealed within a minute.");
            await Task.Delay(200, Cancel);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
