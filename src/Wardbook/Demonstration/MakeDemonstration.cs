using System.CommandLine;
using Wardbook.Shared;
using Wardbook.Sources;

namespace Wardbook.Demonstration;

/// <summary><c>wardbook demonstration</c>: makes the demonstration in the database named, which must be empty. A first start does the same by itself.</summary>
public static class MakeDemonstration
{
    public static Command Command()
    {
        var command = new Command("demonstration", "Make the demonstration in an empty database.") { Hidden = true };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            var database = Terminal.Named(parsed);
            var record = await ImportProgress.Show(terminal.Messages, progress => DemonstrationLondon.Make(database, terminal.Clock, progress, cancel));
            ImportSummary.Print(terminal.Messages, record, [], 0);
            return 0;
        });
        return command;
    }
}
