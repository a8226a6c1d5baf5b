using Spectre.Console;

namespace Wardbook.Sources;

/// <summary>Tells the person who ran an import what came of it.</summary>
public static class ImportSummary
{
    /// <summary>This many faults are printed; all of them are kept with the import.</summary>
    public const int Printed = 20;

    public static void Print(IAnsiConsole console, Import record, IReadOnlyList<ImportFault> faults, int count)
    {
        Line(console, "");
        Line(console, record.State switch
        {
            ImportState.Shown => $"Loaded {record.File}: {record.RowsKept:N0} of {record.RowsRead:N0} rows kept, {record.RowsSetAside:N0} set aside, in {record.Took!.Value.TotalSeconds:N1} seconds.",
            ImportState.NothingNew => $"Nothing new in {record.File}: {record.RowsRead:N0} rows read.",
            _ => $"Not loaded: {record.File}. Nothing was changed.",
        });
        if (record.Summary.Length > 0)
        {
            Line(console, record.Summary);
        }

        if (count == 0)
        {
            return;
        }

        foreach (var fault in faults.Take(Printed))
        {
            Line(console, InWords(fault));
        }

        if (count > Printed)
        {
            Line(console, $"... and {count - Printed:N0} more.");
        }

        Line(console, $"The whole list: wardbook report faults {record.Id}");
    }

    /// <summary>One line: <c>street.csv, line 17, Month: found "2099-01"; expected a month from 1990-01 to 2026-03.</c></summary>
    public static string InWords(ImportFault fault)
    {
        var where = fault.Line is { } line ? $", line {line:N0}" : "";
        var column = fault.Column.Length > 0 ? $", {fault.Column}" : "";
        var found = fault.Found.Length > 0 ? $"\"{fault.Found}\"" : "nothing";
        return $"{fault.File}{where}{column}: found {found}; expected {fault.Expected}.";
    }

    /// <summary>As it stands: a file's name is no markup, and no line is broken to the width of a window that may not be there.</summary>
    private static void Line(IAnsiConsole console, string text)
    {
        if (console.Profile.Capabilities.Interactive)
        {
            console.WriteLine(text);
        }
        else
        {
            console.Profile.Out.Writer.WriteLine(text);
        }
    }
}
