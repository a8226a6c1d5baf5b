using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wardbook.Places.Boundaries;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Places.LookupFiles;

/// <summary><c>wardbook import lookups FILE</c>: which LSOA is in which ward, what LSOAs became, which ward is in which cluster, what wards are called.</summary>
public static class ImportLookups
{
    /// <param name="beforeShowing">What is to be counted on a ward set that gets clusters, before it is shown.</param>
    public static Command Command(Func<PlaceSet, ImportRun, CancellationToken, Task> beforeShowing) => new ImportCommand(
        "lookups",
        """
        Which area lies in which: LSOA to ward, LSOA 2011 to 2021, ward to cluster, ward codes to names.

        Examples:
          wardbook import lookups lsoa-2011-to-2021.csv --database london.db
          wardbook import lookups lsoa-to-ward-2018.csv.gz --database london.db
        """,
        "A table (.csv) with a header, or one JSON object of codes and names; also as .gz.",
        (_, loading) => Load(loading, beforeShowing)).Command;

    private static async Task Load(Loading loading, Func<PlaceSet, ImportRun, CancellationToken, Task> beforeShowing)
    {
        var (database, run, path, _, progress, cancel) = loading;
        var files = InputFiles.Find(path, ".csv", ".txt", ".json");
        if (files.Count != 1)
        {
            throw new Refusal($"{run.Record.File} holds {files.Count} files: {string.Join(", ", files.Take(5).Select(file => file.FileName))}. Expected one look-up at a time.");
        }

        progress.Begin("Reading", 0);
        var file = LookupFile.Read(files[0], run);
        await using (var db = database.Open())
        {
            var there = await Lookups.In(db, file.Lookup).Select(entry => new LookupRow(entry.From, entry.To, entry.ToName)).ToListAsync(cancel);
            if (there.Count == file.Rows.Count && there.ToHashSet().SetEquals(file.Rows))
            {
                run.Record.Summary = $"Nothing new: the look-up {file.Lookup} has these {there.Count.ToString("N0", CultureInfo.InvariantCulture)} entries already.";
                run.Record.RowsKept = 0;
                await run.EndWithout(ImportState.NothingNew, cancel);
                return;
            }
        }

        progress.Begin("Storing", file.Rows.Count);
        await LookupStore.Stage(database, file.Rows, "Lookups", ["Import", "Lookup", "From", "To", "ToName"], row => [run.Id, file.Lookup, row.From, row.To, row.ToName], progress, cancel);
        run.Record.Summary = string.Create(CultureInfo.InvariantCulture, $"{file.Rows.Count:N0} entries of {Words(file.Lookup)}.");
        if (file.Lookup is Lookups.LsoaToWard or Lookups.OldLsoaToWard or Lookups.OldLsoaToLsoa && await IsCounted(database, cancel))
        {
            run.Record.Summary += "\nCrimes that are loaded already stay in the wards they were given to. To give those without a point to wards by this look-up: wardbook check --rebuild.";
        }

        Guid? before = null;
        async Task Show(WardbookDb db) => before = await LookupStore.Use(db, file.Lookup, run.Id, cancel);
        if (file.Lookup == Lookups.WardToCluster && await Clusters.Into(database, run.Id, file.Rows, cancel) is { } revised)
        {
            run.Record.Summary += $"\nThe {revised.Draft.Places.Count(place => place.Kind == "ward")} wards from {revised.Draft.Set.From:d MMMM yyyy} are now in {revised.Draft.Places.Count(place => place.Kind == "cluster")} clusters.";
            await new SetStore(database, run, beforeShowing).Keep(revised.Draft, revised.Replaces, await Known(database, cancel), progress, cancel, Show);
        }
        else
        {
            await run.Show(Show, cancel);
        }

        await LookupStore.Forget(database, before, cancel);
    }

    private static async Task<bool> IsCounted(Database database, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await db.Imports.AnyAsync(import => import.Kind == "crimes" && import.State == ImportState.Shown, cancel);
    }

    private static async Task<Forces> Known(Database database, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await Forces.Load(db, cancel);
    }

    private static string Words(string lookup) => lookup switch
    {
        Lookups.LsoaToWard => "LSOA to ward",
        Lookups.OldLsoaToWard => "LSOA 2011 to ward",
        Lookups.OldLsoaToLsoa => "LSOA 2011 to LSOA 2021",
        Lookups.WardToCluster => "ward to cluster",
        Lookups.WardName => "ward codes and names",
        _ => lookup,
    };
}
