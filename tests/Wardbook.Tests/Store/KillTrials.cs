using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Wardbook.Shared;
using Wardbook.Sources;

namespace Wardbook.Store;

/// <summary>Kills the built program again and again, and proves after each time that nothing was lost, doubled or left in the way.</summary>
/// <remarks>Each trial throws <see cref="InvalidOperationException"/> with what is wrong, and otherwise says how many kills met the program at work.</remarks>
public sealed class KillTrials(string folder, int seed)
{
    private readonly Killing killing = new(folder, seed);

    /// <summary>Every import brings a later edition. Killed, it has brought all of it or nothing.</summary>
    public async Task<int> Imports(string connection, int kills)
    {
        await Type("import", "boundaries", killing.Boundaries(), "--kind", "ward", "--from", "2010-05-06", "--force", "metropolitan", "--database", connection);
        var first = killing.Edition(rows: 9_000);
        var takes = await killing.Finish("import", "crimes", first.Folder, "--database", connection);
        var (shown, hit) = (first.Report, 0);
        for (var number = 1; number <= kills; number++)
        {
            var next = killing.Edition(rows: 9_000 + number);
            hit += await killing.Kill(takes, "import", "crimes", next.Folder, "--database", connection) ? 1 : 0;
            var report = await Report(connection);
            Must(report == shown || report == next.Report, $"After kill {number} the report is neither that of the edition before nor that of the next: {report}");
            shown = report;
        }

        var last = killing.Edition(rows: 9_001 + kills);
        await Type("import", "crimes", last.Folder, "--database", connection);
        Must(await Report(connection) == last.Report, "After the last import the report is another than that of its files.");
        await Type("check", "--database", connection);
        await using var database = Database.At(connection, TestKeys.Usual);
        await NothingIsLeft(database);
        return hit;
    }

    /// <summary>A killed <c>wardbook migrate</c> leaves a file that the next start makes ready.</summary>
    public async Task<int> Migrations(int kills)
    {
        var takes = await killing.Finish("migrate", "--database", Path.Combine(folder, "undisturbed.db"));
        var hit = 0;
        for (var number = 1; number <= kills; number++)
        {
            var file = Path.Combine(folder, $"killed-{number}.db");
            hit += await killing.Kill(takes, "migrate", "--database", file) ? 1 : 0;
            await using var database = Database.At(file, TestKeys.Usual);
            await database.MakeReady();
            Must(await database.IsUpToDate(), $"After kill {number} the tables are not up to date.");
            await NothingIsLeft(database);
        }

        return hit;
    }

    /// <summary>A killed first start leaves a file from which the next makes a whole demonstration, once.</summary>
    public async Task<int> FirstStarts(int kills)
    {
        var hit = 0;
        for (var number = 1; number <= kills; number++)
        {
            hit += await killing.Kill(TimeSpan.FromSeconds(8), "--urls", "http://127.0.0.1:0") ? 1 : 0;
        }

        await killing.FinishStart("--urls", "http://127.0.0.1:0");
        await using var made = Database.At(Path.Combine(folder, Terminal.DemonstrationFile), TestKeys.Usual);
        Must(await made.IsDemonstration(), "There is no demonstration.");
        await Type("check", "--database", made.File!);
        await using (var db = made.Open())
        {
            var shown = await db.Imports.Where(import => import.State == ImportState.Shown).ToListAsync();
            var rows = await db.CrimeMonths.Where(month => month.Shown).SumAsync(month => (long)month.Rows);
            Must(shown.Count == 1 && shown[0].RowsKept == rows, $"{shown.Count} imports are shown, with {rows} rows.");
            Must(await db.BoundarySets.CountAsync() == 1, "There is not exactly one set of wards.");
        }

        await NothingIsLeft(made);
        return hit;
    }

    private static async Task NothingIsLeft(Database database)
    {
        await using var db = database.Open();
        await Sweep.AtStart(database, CancellationToken.None);
        Must(!await db.Imports.AnyAsync(import => import.State == ImportState.Running), "An import is still running on paper.");
        Must(
            !await db.CrimeMonths.AnyAsync(month => !month.Shown && db.Imports.Any(import => import.Id == month.Import && import.State != ImportState.Shown)),
            "Months that were never shown are left.");
        if (database.File is not null)
        {
            await using var connection = (SqliteConnection)await database.Connect();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            Must(await command.ExecuteScalarAsync() is "ok", $"{database.File} is damaged.");
        }
    }

    private static Task<string> Report(string connection) =>
        Type("report", "crimes", "--by", "ward,month,category", "--first", "2013-04", "--last", "2013-05", "--database", connection);

    private static async Task<string> Type(params string[] typed)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var messages = new StringWriter();
        var exitCode = await Cli.Run(typed, output, messages, TimeProvider.System, CancellationToken.None);
        Must(exitCode == 0, $"wardbook {string.Join(' ', typed)}: {messages}");
        return output.ToString();
    }

    private static void Must(bool isTrue, string otherwise)
    {
        if (!isTrue)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
