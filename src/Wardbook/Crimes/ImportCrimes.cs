using System.CommandLine;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Crimes;

/// <summary><c>wardbook import crimes FILE_OR_FOLDER</c>: takes what people have, recognises it by its header, and loads it whole or not at all.</summary>
public static class ImportCrimes
{
    /// <summary>The series of police.uk's own rows.</summary>
    public const string PoliceUk = "police-uk";

    public static Command Command()
    {
        var path = new Argument<string>("file-or-folder") { Description = "A data.police.uk archive, a folder of its files, or one file; packed (.zip, .gz) or not." };
        var command = new Command("crimes", "Recorded crime: data.police.uk archives, the Met's ward and borough tables, plain lists.") { path };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            var result = await ImportProgress.Show(terminal.Messages, progress =>
                Run(Terminal.Named(parsed), terminal.Clock, Path.GetFullPath(parsed.GetRequiredValue(path)), progress, cancel));
            ImportSummary.Print(terminal.Messages, result.Record, result.Faults, result.FaultCount);
            return result.Record.State is ImportState.Shown or ImportState.NothingNew ? 0 : 1;
        });
        return command;
    }

    /// <returns>The run, ended; its record says what came of it.</returns>
    /// <exception cref="Refusal">Nothing could be begun: no such file, another import running.</exception>
    public static async Task<ImportRun> Run(Database database, TimeProvider clock, string path, ImportProgress progress, CancellationToken cancel)
    {
        var files = InputFiles.Find(path, ".csv", ".txt", ".tab", ".tsv");
        await using var run = await ImportRun.Begin(database, clock, "crimes", Path.GetFileName(path.TrimEnd('/')), cancel);
        try
        {
            await Load(database, clock, run, files, progress, cancel);
        }
        catch (Refusal refusal)
        {
            run.Record.Summary = refusal.Message;
            await run.EndWithout(ImportState.Refused, CancellationToken.None);
        }

        return run;
    }

    private static async Task Load(Database database, TimeProvider clock, ImportRun run, IReadOnlyList<InputFile> files, ImportProgress progress, CancellationToken cancel)
    {
        Categories categories;
        Forces forces;
        CrimeCounter counter;
        await using (var db = database.Open())
        {
            categories = await Categories.Load(db, cancel);
            forces = await Forces.Load(db, cancel);
            counter = new(await PlaceSet.ListShown(db, cancel), await Lookups.WardOfLsoa(db, cancel));
        }

        var staging = await CrimeStaging.Begin(database, run, PoliceUk, cancel);
        var latest = Month.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        progress.Begin($"Reading {files.Count} {(files.Count == 1 ? "file" : "files")}", files.Sum(file => file.Length) / 200.0);

        var ready = Channel.CreateBounded<ReadyMonth>(4);
        var writing = Task.Run(async () =>
        {
            await using var connection = await database.Connect(cancel);
            await foreach (var month in ready.Reader.ReadAllAsync(cancel))
            {
                await staging.Write(connection, month, cancel);
            }
        }, cancel);

        try
        {
            // Two at a time: one core is enough for the writer and the packing beside them.
            await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancel }, async (file, stop) =>
            {
                using var table = TextTable.Open(file);
                if (!StreetFile.Is(table))
                {
                    run.Fault(file.Name, 1, "", string.Join(", ", table.Header.Take(6)), "the columns of a kind of file that Wardbook knows (docs/data/crimes.md)", setAside: true);
                    return;
                }

                foreach (var builder in StreetFile.Read(table, run, categories, forces, latest, rows => Note(run, progress, rows), stop))
                {
                    if (run.FaultCount == 0 && await staging.Prepare(builder, file.Name, counter, stop) is { } month)
                    {
                        await ready.Writer.WriteAsync(month, stop);
                    }
                }
            });
            ready.Writer.Complete();
        }
        catch (Exception e)
        {
            ready.Writer.TryComplete(e);
            try
            {
                await writing;
            }
            catch (Exception second) when (second is not Refusal || ReferenceEquals(second, e))
            {
                // The first failure is the one to tell.
            }

            throw;
        }

        await writing;
        await End(run, staging, categories, forces, cancel);
    }

    private static void Note(ImportRun run, ImportProgress progress, int rows)
    {
        lock (run)
        {
            run.Record.RowsRead += rows;
        }

        progress.Advance(rows);
    }

    private static async Task End(ImportRun run, CrimeStaging staging, Categories categories, Forces forces, CancellationToken cancel)
    {
        if (run.Record.RowsSetAside > 0)
        {
            throw new Refusal("Some rows could not be read, so nothing was loaded.");
        }

        run.Record.RowsKept = staging.Staged.Sum(month => (long)month.Rows);
        run.Record.Publisher = "Home Office, data.police.uk";
        run.Record.Licence = "Open Government Licence v3.0";
        run.Record.Summary = CrimeSummary.Of(staging);
        if (staging.Staged.Count == 0)
        {
            await run.EndWithout(ImportState.NothingNew, cancel);
            return;
        }

        await run.Show(
            async db =>
            {
                categories.Keep(db);
                await forces.Keep(db, staging.Staged.Select(month => month.Force), cancel);
                if (!await db.CrimeSeries.AnyAsync(series => series.Id == PoliceUk, cancel))
                {
                    db.CrimeSeries.Add(new() { Id = PoliceUk, Name = "data.police.uk", HasRecords = true, Publisher = run.Record.Publisher, Licence = run.Record.Licence, Rank = 1 });
                }

                await db.SaveChangesAsync(cancel);
                await staging.TurnOn(db, cancel);
            },
            cancel);
    }
}
