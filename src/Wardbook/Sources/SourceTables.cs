using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wardbook.Periods;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Sources;

/// <summary>Imports and what was wrong with them, as tables: the pages show them, and the same address ending in .csv or .json is them.</summary>
public static class SourceTables
{
    public static async Task<IReadOnlyList<Import>> ListImports(WardbookDb db, CancellationToken cancel) =>
        [.. (await db.Imports.AsNoTracking().ToListAsync(cancel)).OrderByDescending(import => import.Started)];

    public static Task<Import?> FindImport(WardbookDb db, Guid id, CancellationToken cancel) =>
        db.Imports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == id, cancel);

    public static Task<int> CountFaults(WardbookDb db, Guid id, CancellationToken cancel) => db.ImportFaults.CountAsync(fault => fault.Import == id, cancel);

    /// <summary>In the order they were met.</summary>
    public static async Task<IReadOnlyList<ImportFault>> ListFaults(WardbookDb db, Guid id, int skip, int take, CancellationToken cancel) =>
        await db.ImportFaults.AsNoTracking().Where(fault => fault.Import == id).OrderBy(fault => fault.Number).Skip(skip).Take(take).ToListAsync(cancel);

    public static Table OfImports(IReadOnlyList<Import> imports) => new Table<Import>("Imports", imports)
        .Text("file", "File", import => import.File, href: import => Urls.Source(import.Id))
        .Text("what", "What", import => KindInWords(import.Kind))
        .Text("publisher", "Publisher", import => import.Publisher.Length > 0 ? import.Publisher : null, absent: "not stated")
        .Text("licence", "Licence", import => import.Licence.Length > 0 ? import.Licence : null, absent: "not stated")
        .Text("loaded", "Loaded", import => DateOnly.FromDateTime(import.Started.UtcDateTime))
        .Text("state", "What came of it", import => State(import.State))
        .Number("read", "Rows read", import => import.RowsRead)
        .Number("kept", "Kept", import => import.RowsKept)
        .Number("set_aside", "Set aside", import => import.RowsSetAside)
        .Number("seconds", "Seconds", import => import.Took?.TotalSeconds, decimals: 1);

    public static Table OfFaults(IReadOnlyList<ImportFault> faults) => new Table<ImportFault>("What was wrong", faults)
        .Number("number", "Number", fault => fault.Number)
        .Text("file", "File", fault => fault.File)
        .Number("line", "Line", fault => fault.Line, absent: "the whole file")
        .Text("column", "Column", fault => fault.Column)
        .Text("found", "Found", fault => fault.Found)
        .Text("expected", "Expected, or what was done", fault => fault.Expected)
        .Text("set_aside", "Row", fault => fault.SetAside ? "set aside" : "kept");

    /// <returns><see langword="null"/> when the import brought no month.</returns>
    public static async Task<Table?> OfMonths(WardbookDb db, Guid id, CancellationToken cancel)
    {
        var months = await db.CrimeMonths
            .Where(month => month.Import == id)
            .OrderBy(month => month.Series).ThenBy(month => month.Force).ThenBy(month => month.Month)
            .Select(month => new MonthBrought(month.Series, month.Force, month.Month, month.Revision, month.Shown, month.Rows, month.WithoutPoint,
                month.RepeatedIds, month.IdenticalRows, month.Added, month.Gone, month.Moved, month.OutcomeChanged))
            .ToListAsync(cancel);
        return months.Count == 0 ? null : new Table<MonthBrought>("Months", months)
            .Text("month", "Month", month => month.Month)
            .Text("force", "Force", month => month.Force.Length > 0 ? month.Force : null, absent: "not named")
            .Text("series", "Series", month => month.Series)
            .Number("revision", "Revision", month => month.Revision)
            .Text("shown", "Shown", month => month.Shown ? "yes" : "no")
            .Number("rows", "Rows", month => month.Rows)
            .Number("without_point", "Without a location", month => month.WithoutPoint)
            .Number("repeated_ids", "Repeat an ID", month => month.RepeatedIds)
            .Number("identical_rows", "Equal another row", month => month.IdenticalRows)
            .Number("added", "Added", month => month.Added, absent: "first")
            .Number("gone", "Gone", month => month.Gone, absent: "first")
            .Number("moved", "Moved", month => month.Moved, absent: "first")
            .Number("outcome_changed", "Another outcome", month => month.OutcomeChanged, absent: "first");
    }

    public static string KindInWords(string kind) => kind switch
    {
        "crimes" => "Recorded crime",
        "boundaries" => "Boundaries",
        "profiles" => "Populations and profiles",
        "lookups" => "Look-ups",
        "postcodes" => "Postcodes",
        _ => kind,
    };

    public static string StateInWords(Import import) => import.State switch
    {
        ImportState.Shown => "Loaded. What it brought is shown.",
        ImportState.NothingNew => "Everything in it was there already, so nothing changed.",
        ImportState.Refused => "Refused. Nothing was loaded and nothing changed.",
        ImportState.Abandoned => "Stopped half-way. Nothing that was half done is kept.",
        _ => "Being loaded now.",
    };

    /// <returns>Such as <c>4.3 seconds</c> or <c>2 minutes</c>.</returns>
    public static string InWords(TimeSpan took) => took.TotalSeconds < 100
        ? $"{took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} seconds"
        : $"{took.TotalMinutes.ToString("0", CultureInfo.InvariantCulture)} minutes";

    private static string State(ImportState state) => state switch
    {
        ImportState.Shown => "loaded",
        ImportState.NothingNew => "nothing new",
        ImportState.Refused => "refused",
        ImportState.Abandoned => "stopped half-way",
        _ => "running",
    };

    private sealed record MonthBrought(string Series, string Force, Month Month, int Revision, bool Shown, int Rows, int WithoutPoint,
        int RepeatedIds, int IdenticalRows, int? Added, int? Gone, int? Moved, int? OutcomeChanged);
}
