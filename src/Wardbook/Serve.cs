using System.CommandLine;
using System.Data.Common;
using System.Net;
using System.Net.NetworkInformation;
using Spectre.Console;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Accounts.Record;
using Wardbook.Accounts.SignIn.Links;
using Wardbook.Demonstration;
using Wardbook.Shared;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook;

/// <summary><c>wardbook serve</c>: makes the database ready and serves the site until it is stopped.</summary>
public static class Serve
{
    /// <summary>Where the site is when nobody says otherwise. If the port is taken, one of the next <see cref="Tries"/> is.</summary>
    public const string UsualAddress = "http://localhost:5200";

    private const int Tries = 20;

    public static Option<string?> Addresses { get; } = new("--urls")
    {
        Description = $"Where to listen; several with ';' between. Otherwise WARDBOOK_URLS, otherwise {UsualAddress}, or the next free port.",
        HelpName = "ADDRESS",
    };

    public static Command Command()
    {
        var command = new Command("serve", """
            Serve the site until it is stopped. Without a command, this is what Wardbook does.

            With no database named, the first start makes a demonstration of London in 2006/07.

            Examples:
              wardbook serve
              wardbook serve --database london.db --urls http://0.0.0.0:8080
            """) { Addresses };
        command.SetAction(Run);
        return command;
    }

    /// <summary>Serves until stopped.</summary>
    public static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var terminal = Terminal.Here;
        var settings = terminal.Settings;
        foreach (var variable in Settings.Unknown(Environment.GetEnvironmentVariables().Keys.Cast<string>()))
        {
            terminal.Messages.WriteLine($"There is no setting {variable}. 'wardbook settings' lists those there are.");
        }

        await using var database = Terminal.Named(parsed);
        await database.MakeReady(cancel);
        if (Terminal.Name(parsed) is null && !await database.IsDemonstration(cancel) && await DemonstrationLondon.IsWanted(database, cancel))
        {
            terminal.Messages.WriteLine("This is a first start and no database is named, so a demonstration of London in 2006/07 is made. It takes a minute at most.");
            await ImportProgress.Show(terminal.Messages, progress => DemonstrationLondon.Make(database, terminal.Clock, progress, cancel));
        }

        database.Author = Author.Wardbook;
        var asked = parsed.GetValue(Addresses) ?? settings.Urls;
        var urls = asked ?? FreeAddress(terminal);
        TimeProvider clock = await database.DemonstrationMade(cancel) is { } made ? new DemonstrationClock(terminal.Clock, made) : terminal.Clock;
        await using var app = Site.Build(database, clock, builder => builder.WebHost.UseUrls(urls), settings, await database.IsDemonstration(cancel), withBackground: true);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or FormatException)
        {
            throw new Refusal($"The site cannot listen at {urls}: {e.Message} Choose another address with --urls or WARDBOOK_URLS.");
        }

        terminal.Messages.MarkupLineInterpolated($"Wardbook serves {database.Name} at [bold]{string.Join(", ", app.Urls)}[/]. Stop it with Ctrl+C.");
        if (!await database.IsDemonstration(cancel))
        {
            await FirstAdministrator.Offer(database, terminal, settings.Address ?? SiteAddress.First(app.Urls), cancel);
        }

        await WakeUp(app, database, cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    /// <summary>Does, once the site is there, what nobody should wait for: sweeps what killed imports left, and wakes what the first reader needs.</summary>
    private static async Task WakeUp(WebApplication app, Database database, CancellationToken cancel)
    {
        try
        {
            await Sweep.AtStart(database, cancel);
            await using (var db = database.Open())
            {
                await Rules.List(db, cancel);
            }

            await app.Services.GetRequiredService<DataVersionWatch>().Current();
        }
        catch (DbException e)
        {
            app.Logger.LogWarning(e, "What killed imports left could not be swept. The next import will.");
        }
    }

    private static string FreeAddress(Terminal terminal)
    {
        var usual = new Uri(UsualAddress);
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port).ToHashSet();
        var port = Enumerable.Range(usual.Port, Tries).FirstOrDefault(port => !taken.Contains(port), IPEndPoint.MinPort);
        if (port == IPEndPoint.MinPort)
        {
            throw new Refusal($"The ports {usual.Port} to {usual.Port + Tries - 1} are all taken. Choose an address with --urls or WARDBOOK_URLS.");
        }

        if (port != usual.Port)
        {
            terminal.Messages.WriteLine($"Port {usual.Port} is taken by another program, so this is port {port}. To choose one: --urls or WARDBOOK_URLS.");
        }

        return new UriBuilder(usual) { Port = port }.Uri.ToString().TrimEnd('/');
    }
}
