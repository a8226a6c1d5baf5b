using Spectre.Console;

namespace Wardbook.Sources;

/// <summary>Tells the person who ran an import what came of it.</summary>
public static class ImportSummary
{
    /// <summary>This many faults are printed; all of them are kept with the import.</summary>
    public const int Printed = 20;

    public static void Print(IAnsiConsole console, Import record, IReadOnlyList<ImportFault> faults, int count)
    {
        console.WriteLine();
        console.WriteLine(record.State switch
        {
            ImportState.Shown => $"Loaded {record.File}: {record.RowsKept:N0} of {record.RowsRead:N0} rows kept, {record.RowsSetAside:N0} set aside, in {record.Took!.Value.TotalSeconds:N1} seconds.",
            ImportState.NothingNew => $"Nothing new in {record.File}: {record.RowsRead:N0} rows read, all there already.",
            _ => $"Not loaded: {record.File}. Nothing was changed.",
        });
        if (record.Summary.Length > 0)
        {
            console.WriteLine(record.Summary);
        }

        if (count == 0)
        {
            return;
        }

        var table = new Table().AddColumns("File", "Line", "Column", "Found", "Expected");
        foreach (var fault in faults.Take(Printed))
        {
            table.AddRow(Markup.Escape(fault.File), fault.Line?.ToString("N0", null) ?? "", Markup.Escape(fault.Column), Markup.Escape(fault.Found), Markup.Escape(fault.Expected));
        }

        console.Write(table);
        if (count > Printed)
        {
            console.WriteLine($"... and {count - Printed:N0} more.");
        }

        console.WriteLine($"The whole list: wardbook report faults {record.Id}");
    }
}
