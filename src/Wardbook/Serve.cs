using System.CommandLine;
using Spectre.Console;
using Wardbook.Shared;

namespace Wardbook;

/// <summary><c>wardbook serve</c>: makes the database ready and serves the site until it is stopped.</summary>
public static class Serve
{
    public static Command Command()
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("WARDBOOK_URLS") is { Length: > 0 } set ? set : "http://localhost:5200" };
        var command = new Command("serve", "Serve the site. Without a command, this is what Wardbook does.") { urls };
        command.SetAction((parsed, cancel) => Run(parsed, parsed.GetValue(urls)!, cancel));
        return command;
    }

    /// <summary>Serves until stopped.</summary>
    public static async Task<int> Run(ParseResult parsed, string urls, CancellationToken cancel)
    {
        var terminal = Terminal.Here;
        var database = Terminal.Named(parsed);
        await database.MakeReady(cancel);
        await using var app = Site.Build(database, terminal.Clock, builder => builder.WebHost.UseUrls(urls));
        await app.StartAsync(cancel);
        terminal.Messages.MarkupLineInterpolated($"Wardbook serves {database.Name} at [bold]{string.Join(", ", app.Urls)}[/]. Stop it with Ctrl+C.");
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
