using System.CommandLine;
using Spectre.Console;
using Wardbook.Shared;

namespace Wardbook.Store;

/// <summary><c>wardbook migrate</c>: makes the tables, or brings them up to date with this Wardbook.</summary>
public static class BringUpToDate
{
    public static Command Command()
    {
        var list = new Option<bool>("--list") { Description = "Only say what would be done." };
        var command = new Command("migrate", """
            Make the tables, or bring them up to date with this Wardbook.

            'wardbook serve' does this by itself for a SQLite file. For PostgreSQL it is a decision: make a backup, run this
            once, then start the new program. Killed half-way and run again it goes on where it stopped.

            Examples:
              wardbook migrate --list --database london.db
              wardbook migrate --database "Host=db.example.org;Database=wardbook;Username=wardbook"
            """) { list };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            await using var database = Terminal.Named(parsed);
            var onlyList = parsed.GetValue(list);
            var steps = onlyList ? await database.Pending(cancel) : await database.Migrate(cancel);
            terminal.Messages.WriteLine(steps.Count == 0
                ? $"{database.Name} is up to date."
                : $"{database.Name} {(onlyList ? "needs" : "was brought up to date with")} {steps.Count} {(steps.Count == 1 ? "step" : "steps")}:");
            foreach (var step in steps)
            {
                terminal.Output.WriteLine(step);
            }

            return 0;
        });
        return command;
    }
}
