using System.CommandLine;
using System.Threading.Channels;
using Wardbook.Crimes.Counting;
using Wardbook.Crimes.Files;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Crimes.Imports;

/// <summary><c>wardbook import crimes FILE_OR_FOLDER</c>: takes what people have, recognises it by its header, and loads it whole or not at all.</summary>
public static class ImportCrimes
{
    public static Command Command()
    {
        var path = new Argument<string>("file-or-folder") { Description = "A data.police.uk archive, a folder of its files, a Met table, a list; packed (.zip, .gz) or not." };
        var asked = new ImportCrimesOptions();
        var command = new Command("crimes", """
            Recorded crime: data.police.uk archives (street, outcomes, stop and search), the Met's ward and borough tables, plain lists.

            What kind of file it is, is seen from its header. Everything in it is loaded, or nothing. The same file again changes
            nothing; a later edition of a month takes the place of the earlier one, which is kept.

            Examples:
              wardbook import crimes 2013-archive.zip --database london.db
              wardbook import crimes downloads/2013-04 --database london.db
            """) { path };
        foreach (var option in asked.All)
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            var options = asked.Of(parsed);
            var result = await ImportProgress.Show(terminal.Messages, progress =>
                Run(Terminal.Named(parsed), terminal.Clock, Path.GetFullPath(parsed.GetRequiredValue(path)), options, progress, cancel));
            ImportSummary.Print(terminal.Messages, result.Record, result.Faults, result.FaultCount);
            return result.Record.State is ImportState.Shown or ImportState.NothingNew ? 0 : 1;
        });
        return command;
    }

    /// <returns>The run, ended; its record says what came of it.</returns>
    /// <exception cref="Refusal">Nothing could be begun: no such file, another import running.</exception>
    public static async Task<ImportRun> Run(Database database, TimeProvider clock, string path, CrimeImportOptions options, ImportProgress progress, CancellationToken cancel)
    {
        var files = InputFiles.Find(path, ".csv", ".txt", ".tab", ".tsv");
        await using var run = await ImportRun.Begin(database, clock, "crimes", Path.GetFileName(path.TrimEnd('/')), cancel);
        run.Record.Published = options.Published;
        var latest = Month.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        await run.Attempt(() => Load(run, files, options, latest, progress, cancel));
        return run;
    }

    private static async Task Load(ImportRun run, IReadOnlyList<InputFile> files, CrimeImportOptions options, Month latest, ImportProgress progress, CancellationToken cancel)
    {
        CrimeCounter counter;
        await using (var db = run.Database.Open())
        {
            counter = await CrimeCounts.Counter(db, await PlaceSet.ListShown(db, cancel), cancel);
        }

        var reading = await CrimeReading.Begin(run, options, latest, rows => Note(run, progress, rows), cancel);
        var staging = await CrimeStaging.Begin(run, options.Newest, cancel);
        ListMapping? toSave = null;
        progress.Begin($"Reading {files.Count} {(files.Count == 1 ? "file" : "files")}", files.Sum(file => file.Length) / 200.0);

        var ready = Channel.CreateBounded<ReadyMonth>(4);
        using var stopReading = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var writing = Task.Run(async () =>
        {
            try
            {
                await using var connection = await run.Database.Connect(cancel);
                await foreach (var month in ready.Reader.ReadAllAsync(cancel))
                {
                    await staging.Write(connection, month, cancel);
                }

                await staging.WriteRest(connection, cancel);
            }
            catch
            {
                // Nobody takes months any more, so nobody need read on.
                await stopReading.CancelAsync();
                throw;
            }
        }, cancel);

        try
        {
            // Two at a time: one core is enough for the writer and the packing beside them.
            await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = stopReading.Token }, async (file, stop) =>
            {
                using var table = TextTable.Open(file);
                if (options.SaveMapping is { } name)
                {
                    toSave = ListFile.Mapping(table, reading, name);
                }

                if (CrimeFileKinds.Read(table, reading, stop) is not { } months)
                {
                    run.Fault(file.Name, 1, "", string.Join(", ", table.Header.Take(6)), "the columns of a kind of file that Wardbook knows (docs/data/crimes.md)", setAside: true);
                    return;
                }

                foreach (var read in months)
                {
                    using var month = read;
                    if ((run.Record.RowsSetAside == 0 || options.SetAside) && await staging.Prepare(month, file.Name, counter, stop) is { } staged)
                    {
                        await ready.Writer.WriteAsync(staged, stop);
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
            catch (Exception second) when (ReferenceEquals(second, e) || (second is ChannelClosedException or OperationCanceledException && e is not OperationCanceledException))
            {
                // The reader's failure is the one to tell.
            }

            throw;
        }

        await writing;
        await End(run, staging, reading, toSave, cancel);
    }

    private static void Note(ImportRun run, ImportProgress progress, int rows)
    {
        lock (run)
        {
            run.Record.RowsRead += rows;
        }

        progress.Advance(rows);
    }

    private static async Task End(ImportRun run, CrimeStaging staging, CrimeReading reading, ListMapping? toSave, CancellationToken cancel)
    {
        if (run.Record.RowsSetAside > 0 && !reading.Options.SetAside)
        {
            throw new Refusal($"{run.Record.RowsSetAside:N0} {(run.Record.RowsSetAside == 1 ? "row" : "rows")} could not be read, so nothing was loaded. To load the rest without {(run.Record.RowsSetAside == 1 ? "it" : "them")}: --set-aside.");
        }

        if (staging.Staged.Count == 0 && staging.Unchanged == 0 && staging.Older.Count == 0)
        {
            throw new Refusal("There is not one row to load.");
        }

        var publishers = staging.Staged.Select(month => CrimeSeriesList.PublisherOf(month.Series)).Distinct().ToList();
        run.Record.RowsKept = staging.Staged.Count == 0 ? 0 : run.Record.RowsRead - run.Record.RowsSetAside - staging.RowsLeft;
        run.Record.Publisher = reading.Options.Publisher ?? string.Join("; ", publishers.Select(publisher => publisher.Publisher).Where(name => name.Length > 0));
        run.Record.Licence = reading.Options.Licence ?? string.Join("; ", publishers.Select(publisher => publisher.Licence).Where(name => name.Length > 0).Distinct());
        run.Record.Summary = CrimeSummary.Of(staging);
        if (staging.Staged.Count == 0 && toSave is null)
        {
            await run.EndWithout(ImportState.NothingNew, cancel);
            return;
        }

        await run.Show(
            async db =>
            {
                reading.Categories.Keep(db);
                await reading.Offences.Keep(db, cancel);
                await reading.Forces.Keep(db, staging.Staged.Select(month => month.Force), cancel);
                await CrimeSeriesList.Keep(db, staging, run.Record.Publisher, run.Record.Licence, cancel);
                if (toSave is not null)
                {
                    await toSave.Keep(db, cancel);
                }

                await db.SaveChangesAsync(cancel);
                await staging.TurnOn(db, cancel);
            },
            cancel);
    }
}
