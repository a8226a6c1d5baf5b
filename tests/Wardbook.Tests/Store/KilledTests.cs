using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Wardbook.Sources;

namespace Wardbook.Store;

/// <summary>The plug is pulled at random moments. Twenty times here; hundreds of times in the benchmarks.</summary>
public sealed class KilledTests
{
    [Fact]
    public async Task Ten_killed_imports_lose_no_row_and_double_none()
    {
        await using var site = await TestSite.Start();
        var killing = new Killing(site.Folder, seed: 2013);
        await Did(site.Run("import", "boundaries", killing.Boundaries(), "--kind", "ward", "--from", "2010-05-06", "--force", "metropolitan"));
        var first = killing.Edition(rows: 9_000);
        var takes = await killing.Finish("import", "crimes", first.Folder, "--database", site.Connection);
        var shown = first.Report;

        for (var number = 1; number <= 10; number++)
        {
            var next = killing.Edition(rows: 9_000 + number);
            await killing.Kill(takes, "import", "crimes", next.Folder, "--database", site.Connection);
            var report = await Report(site);
            Assert.Contains(report, new[] { shown, next.Report });
            shown = report;
        }

        var last = killing.Edition(rows: 10_000);
        await Did(site.Run("import", "crimes", last.Folder));
        Assert.Equal(last.Report, await Report(site));
        await Did(site.Run("check"));
        await site.With(async db =>
        {
            Assert.Equal(0, await Staged(db));
            Assert.Equal(0, await db.Imports.CountAsync(import => import.State == ImportState.Running, Cancel));
        });
        await IsWhole(site.Database);
    }

    [Fact, Trait("Once", "true")]
    public async Task Six_killed_migrations_do_not_stop_the_next()
    {
        await using var site = await TestSite.Start();
        var killing = new Killing(site.Folder, seed: 6);
        var takes = await killing.Finish("migrate", "--database", Path.Combine(site.Folder, "undisturbed.db"));

        for (var number = 0; number < 6; number++)
        {
            var file = Path.Combine(site.Folder, $"killed-{number}.db");
            await killing.Kill(takes, "migrate", "--database", file);
            await using var database = Database.At(file);
            await database.MakeReady(Cancel);
            Assert.True(await database.IsUpToDate(Cancel));
            await IsWhole(database);
        }
    }

    [Fact, Trait("Once", "true")]
    public async Task Four_killed_first_starts_leave_no_half_demonstration()
    {
        await using var site = await TestSite.Start();
        var killing = new Killing(site.Folder, seed: 4);
        for (var number = 0; number < 4; number++)
        {
            await killing.Kill(TimeSpan.FromSeconds(8), "--urls", "http://127.0.0.1:0");
        }

        await killing.FinishStart("--urls", "http://127.0.0.1:0");

        await using var made = Database.At(Path.Combine(site.Folder, Shared.Terminal.DemonstrationFile));
        Assert.True(await made.IsDemonstration(Cancel));
        await using var db = made.Open();
        var shown = await db.Imports.SingleAsync(import => import.State == ImportState.Shown, Cancel);
        Assert.Equal(shown.RowsKept, await db.CrimeMonths.Where(month => month.Shown).SumAsync(month => (long)month.Rows, Cancel));
        Assert.Equal(0, await Staged(db));
        Assert.Equal(1, await db.BoundarySets.CountAsync(Cancel));
        await IsWhole(made);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Months that an import wrote and never showed. Earlier editions are kept, and are not meant.</summary>
    private static Task<int> Staged(WardbookDb db) =>
        db.CrimeMonths.CountAsync(month => !month.Shown && db.Imports.Any(import => import.Id == month.Import && import.State != ImportState.Shown), Cancel);

    private static async Task<string> Report(TestSite site) =>
        (await Did(site.Run("report", "crimes", "--by", "ward,month,category", "--first", "2013-04", "--last", "2013-05"))).Output;

    private static async Task<Ran> Did(Task<Ran> running)
    {
        var ran = await running;
        Assert.True(ran.ExitCode == 0, ran.Messages);
        return ran;
    }

    private static async Task IsWhole(Database database)
    {
        if (database.File is not null)
        {
            await using var connection = (SqliteConnection)await database.Connect(Cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            Assert.Equal("ok", await command.ExecuteScalarAsync(Cancel));
        }
    }
}
