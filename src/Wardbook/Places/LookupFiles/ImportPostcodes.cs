using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sylvan.Data.Csv;
using Wardbook.Places.Boundaries;
using Wardbook.Sources;

namespace Wardbook.Places.LookupFiles;

/// <summary><c>wardbook import postcodes FILE</c>: where each postcode is, from Ordnance Survey's Code-Point Open.</summary>
/// <remarks>
/// Ten columns without a header: postcode, positional quality, easting, northing, country, two health areas, county, district, ward.
/// Quality 90 means that nobody knows where it is. Source: Ordnance Survey, "Code-Point Open user guide".
/// </remarks>
public static class ImportPostcodes
{
    private const int PostcodeColumn = 0, QualityColumn = 1, EastingColumn = 2, NorthingColumn = 3, WardColumn = 9, Columns = 10;
    private const string Layout = "ten columns as in Code-Point Open: postcode, quality, easting, northing, country, two health areas, county, district, ward";

    public static Command Command() => new ImportCommand(
        "postcodes",
        """
        Where each postcode is: Ordnance Survey's Code-Point Open.

        Examples:
          wardbook import postcodes codepo_gb.zip --database london.db
          wardbook import postcodes sw.csv --database london.db
        """,
        "The .zip of Code-Point Open, its folder, or one of its .csv files.",
        (_, loading) => Load(loading)).Command;

    private static async Task Load(Loading loading)
    {
        var (database, run, path, _, progress, cancel) = loading;
        var files = InputFiles.Find(path, ".csv");
        progress.Begin("Reading", files.Count);
        Dictionary<string, Row> rows = new(StringComparer.Ordinal);
        foreach (var file in files)
        {
            cancel.ThrowIfCancellationRequested();
            Read(file, run, rows);
            progress.Advance(1);
        }

        if (rows.Count == 0)
        {
            throw new Refusal(run.Faults.Count > 0
                ? $"{run.Record.File} has no postcode that can be used: line {run.Faults[0].Line}, found {run.Faults[0].Found}; expected {run.Faults[0].Expected}. Nothing was loaded."
                : $"{run.Record.File} has no postcodes. Expected {Layout}. Nothing was loaded.");
        }

        await using (var db = database.Open())
        {
            var there = await db.Postcodes.AsNoTracking()
                .Where(row => db.LookupsInUse.Any(use => use.Lookup == Lookups.Postcodes && use.Import == row.Import))
                .Select(row => new { row.Code, Row = new Row(row.LongitudeE7, row.LatitudeE7, row.Ward) })
                .ToListAsync(cancel);
            if (there.Count == rows.Count && there.TrueForAll(row => rows.TryGetValue(row.Code, out var same) && same == row.Row))
            {
                run.Record.Summary = $"Nothing new: these {Number(there.Count)} postcodes are loaded already.";
                run.Record.RowsKept = 0;
                await run.EndWithout(ImportState.NothingNew, cancel);
                return;
            }
        }

        progress.Begin("Storing", rows.Count);
        List<KeyValuePair<string, Row>> sorted = [.. rows.OrderBy(row => row.Key, StringComparer.Ordinal)];
        await LookupStore.Stage(
            database, sorted, "Postcodes", ["Import", "Code", "LongitudeE7", "LatitudeE7", "Ward"],
            row => [run.Id, row.Key, row.Value.LongitudeE7, row.Value.LatitudeE7, row.Value.Ward], progress, cancel);
        run.Record.Summary = $"{Number(rows.Count)} postcodes.";
        Guid? before = null;
        await run.Show(async db => before = await LookupStore.Use(db, Lookups.Postcodes, run.Id, cancel), cancel);
        await LookupStore.Forget(database, before, cancel);
    }

    private static void Read(InputFile file, ImportRun run, Dictionary<string, Row> rows)
    {
        using var text = new StreamReader(file.Open());
        using var table = CsvDataReader.Create(text, new() { HasHeaders = false, CsvStyle = CsvStyle.Standard, MaxBufferSize = 1 << 22 });
        if (table.FieldCount != Columns)
        {
            throw new Refusal($"{file.Name} has {table.FieldCount} columns. Expected {Layout}. Nothing was loaded.");
        }

        while (table.Read())
        {
            var first = table.GetString(PostcodeColumn);
            if (table.RowNumber <= 2 && first is "PC" or "Postcode")
            {
                continue;
            }

            run.Record.RowsRead++;
            if (Fault(table, first, rows, out var code) is var (column, found, expected))
            {
                run.Fault(file.Name, table.RowNumber, column, found, expected, setAside: true);
                continue;
            }

            var point = NationalGrid.ToPoint(int.Parse(table.GetString(EastingColumn), CultureInfo.InvariantCulture), int.Parse(table.GetString(NorthingColumn), CultureInfo.InvariantCulture));
            rows[code] = new(point.LongitudeE7, point.LatitudeE7, table.GetString(WardColumn).Trim());
            run.Record.RowsKept++;
        }
    }

    /// <returns>What is wrong with a row; null when it can be used.</returns>
    private static (string Column, string Found, string Expected)? Fault(CsvDataReader table, string first, Dictionary<string, Row> rows, out string code)
    {
        code = "";
        if (table.RowFieldCount != Columns)
        {
            return ("", $"{table.RowFieldCount} columns", Layout);
        }

        if (!PostcodeText.TryParse(first, out code))
        {
            return ("postcode", first, "a postcode such as SW2 1RW");
        }

        var (quality, east, north) = (table.GetString(QualityColumn), table.GetString(EastingColumn), table.GetString(NorthingColumn));
        if (quality == "90" || (east is "0" && north is "0"))
        {
            return ("quality", $"{first} with quality {quality} at {east}, {north}", "a place; this one is not known to the publisher");
        }

        if (!int.TryParse(east, NumberStyles.None, CultureInfo.InvariantCulture, out var easting)
            || !int.TryParse(north, NumberStyles.None, CultureInfo.InvariantCulture, out var northing)
            || !NationalGrid.Covers(easting, northing))
        {
            return ("easting, northing", $"{east}, {north}", "metres on the National Grid");
        }

        return rows.ContainsKey(code) ? ("postcode", first, "each postcode once; the first is kept") : null;
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private sealed record Row(int LongitudeE7, int LatitudeE7, string Ward);
}
