using System.CommandLine;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Sources;

/// <summary>What all commands that load one file have in common: its name, who publishes it, and that it ends in words whatever happens.</summary>
public sealed class ImportCommand
{
    private readonly Argument<string> path;
    private readonly Option<string> publisher = new("--publisher") { Description = "Who publishes the file.", DefaultValueFactory = _ => "" };
    private readonly Option<string> licence = new("--licence") { Description = "On what terms.", DefaultValueFactory = _ => "" };

    /// <param name="takes">What the file may be, for the help.</param>
    /// <param name="load">Reads, stages and shows; ends the run.</param>
    public ImportCommand(string kind, string description, string takes, Func<ParseResult, Loading, Task> load)
    {
        path = new("file") { Description = takes };
        Command = new(kind, description) { path, publisher, licence };
        Command.SetAction((parsed, cancel) => Run(parsed, load, cancel));
    }

    public Command Command { get; }

    private async Task<int> Run(ParseResult parsed, Func<ParseResult, Loading, Task> load, CancellationToken cancel)
    {
        var terminal = Terminal.Here;
        var file = System.IO.Path.GetFullPath(parsed.GetRequiredValue(path));
        if (!File.Exists(file) && !Directory.Exists(file))
        {
            throw new Refusal($"There is no file or folder {file}.");
        }

        var database = Terminal.Named(parsed);
        await using var run = await ImportRun.Begin(database, terminal.Clock, Command.Name, System.IO.Path.GetFileName(file.TrimEnd('/')), cancel);
        (run.Record.Publisher, run.Record.Licence) = (parsed.GetRequiredValue(publisher), parsed.GetRequiredValue(licence));
        await ImportProgress.Show(terminal.Messages, async progress =>
        {
            await run.Attempt(() => load(parsed, new(database, run, file, DateOnly.FromDateTime(terminal.Clock.GetUtcNow().UtcDateTime), progress, cancel)));
            return run;
        });
        ImportSummary.Print(terminal.Messages, run.Record, run.Faults, run.FaultCount);
        return run.Record.State is ImportState.Shown or ImportState.NothingNew ? 0 : 1;
    }
}

/// <summary>What a loader is given: where to, under which run, from which file, on which day.</summary>
public sealed record Loading(Database Database, ImportRun Run, string Path, DateOnly Today, ImportProgress Progress, CancellationToken Cancel);
