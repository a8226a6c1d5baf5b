using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wardbook.Shared;

namespace Wardbook.Sources;

/// <summary><c>wardbook report faults IMPORT</c>: what was wrong in the files of one import, row by row.</summary>
public static class ReportFaults
{
    private static readonly string[] Formats = ["csv", "json"];

    public static Command Command()
    {
        var which = new Argument<string>("import") { Description = "Which import: its id, the beginning of it, or 'last'." };
        var format = new Option<string>("--format") { Description = "csv or json.", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong(Formats);
        var command = new Command("faults", """
            What was found wrong in an import, with line numbers.

            Examples:
              wardbook report faults last --database london.db > faults.csv
              wardbook report faults 0197 --format json
            """) { which, format };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            var database = Terminal.Named(parsed);
            await database.MakeReady(cancel);
            await using var db = database.Open();
            var import = await ReportImports.Find(db, parsed.GetRequiredValue(which), cancel);
            var faults = await db.ImportFaults.AsNoTracking().Where(fault => fault.Import == import.Id).OrderBy(fault => fault.Number).ToListAsync(cancel);
            if (parsed.GetValue(format) == "json")
            {
                terminal.Output.WriteLine(JsonSerializer.Serialize(faults.Select(fault =>
                    new { file = fault.File, line = fault.Line, column = fault.Column, found = fault.Found, expected = fault.Expected, set_aside = fault.SetAside })));
                return 0;
            }

            terminal.Output.WriteLine("file,line,column,found,expected,set_aside");
            foreach (var fault in faults)
            {
                terminal.Output.WriteLine(string.Join(',', Csv.Field(fault.File), fault.Line?.ToString(CultureInfo.InvariantCulture), Csv.Field(fault.Column),
                    Csv.Field(fault.Found), Csv.Field(fault.Expected), fault.SetAside ? "yes" : "no"));
            }

            return 0;
        });
        return command;
    }
}
