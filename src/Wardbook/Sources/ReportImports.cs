using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Sources;

/// <summary><c>wardbook report imports</c>: every import there was, the latest first, and what came of it.</summary>
public static class ReportImports
{
    private static readonly string[] Formats = ["csv", "json"];

    public static Command Command()
    {
        var format = new Option<string>("--format") { Description = "csv or json.", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong(Formats);
        var command = new Command("imports", """
            Every import: file, publisher, licence, rows, time taken, what changed.

            Example:
              wardbook report imports --database london.db --format csv
            """) { format };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            var database = Terminal.Named(parsed);
            await database.MakeReady(cancel);
            await using var db = database.Open();
            var imports = await db.Imports.AsNoTracking().ToListAsync(cancel);
            imports.Sort((one, other) => other.Id.CompareTo(one.Id));
            if (parsed.GetValue(format) == "json")
            {
                terminal.Output.WriteLine(JsonSerializer.Serialize(imports.Select(import => new
                {
                    id = import.Id,
                    kind = import.Kind,
                    file = import.File,
                    state = import.State.ToString(),
                    publisher = import.Publisher,
                    licence = import.Licence,
                    published = import.Published,
                    started = import.Started,
                    seconds = import.Took?.TotalSeconds,
                    rows_read = import.RowsRead,
                    rows_kept = import.RowsKept,
                    rows_set_aside = import.RowsSetAside,
                    summary = import.Summary,
                })));
                return 0;
            }

            terminal.Output.WriteLine("id,kind,file,state,publisher,licence,published,started,seconds,rows_read,rows_kept,rows_set_aside,summary");
            foreach (var import in imports)
            {
                terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{import.Id},{import.Kind},{Csv.Field(import.File)},{import.State},{Csv.Field(import.Publisher)},{Csv.Field(import.Licence)},{import.Published:yyyy-MM-dd},{import.Started:yyyy-MM-ddTHH:mm:ssZ},{import.Took?.TotalSeconds:0.0},{import.RowsRead},{import.RowsKept},{import.RowsSetAside},{Csv.Field(import.Summary)}"));
            }

            return 0;
        });
        return command;
    }

    /// <param name="which">An id, the beginning of one, or <c>last</c>.</param>
    /// <exception cref="Refusal">There is none, or several begin so.</exception>
    public static async Task<Import> Find(WardbookDb db, string which, CancellationToken cancel)
    {
        var imports = await db.Imports.AsNoTracking().ToListAsync(cancel);
        var found = which == "last"
            ? [.. imports.OrderByDescending(import => import.Started).Take(1)]
            : imports.Where(import => import.Id.ToString().StartsWith(which, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count == 1
            ? found[0]
            : throw new Refusal($"{(found.Count == 0 ? "No" : "More than one")} import is called {which}. The list: wardbook report imports");
    }
}
