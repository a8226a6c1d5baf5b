using System.CommandLine;
using Spectre.Console;
using Wardbook.Accounts.Record;
using Wardbook.Store;

namespace Wardbook.Shared;

/// <summary>Where a command says things: data for scripts on one side, words for a person on the other.</summary>
/// <param name="Output">Data only, so that it can be piped.</param>
/// <param name="Messages">Progress, summaries, refusals.</param>
/// <param name="Clock">The only clock a command may ask.</param>
public sealed record Terminal(TextWriter Output, IAnsiConsole Messages, TimeProvider Clock)
{
    private Settings? settings;

    /// <summary>The text of an environment variable; null when it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>What whoever runs Wardbook has chosen.</summary>
    /// <exception cref="Refusal">One of the settings cannot be understood.</exception>
    public Settings Settings => settings ??= Serves?.Settings ?? Settings.Read(Variable);

    /// <summary>The site that runs a command itself, on its own database; <see langword="null"/> for a command that somebody typed.</summary>
    public (Database Database, Settings Settings)? Serves { get; init; }

    /// <summary>The file that is made when no database is named.</summary>
    public const string DemonstrationFile = "wardbook-demonstration.db";

    private static readonly AsyncLocal<Terminal?> Present = new();

    /// <summary>On every command.</summary>
    public static Option<string?> Database { get; } = new("--database")
    {
        Description = $"A SQLite file or a PostgreSQL connection string. Otherwise WARDBOOK_DATABASE, otherwise the demonstration in {DemonstrationFile}.",
        HelpName = "FILE or CONNECTION",
        Recursive = true,
    };

    /// <summary>The terminal of the command that is running.</summary>
    public static Terminal Here => Present.Value ?? throw new InvalidOperationException("No command is running.");

    /// <summary>The database that a command line names.</summary>
    public static Database Named(ParseResult parsed)
    {
        if (Here.Serves is { } site)
        {
            return site.Database;
        }

        var database = Store.Database.At(Name(parsed) ?? DemonstrationFile, Here.Settings.Keys);
        (database.Author, database.Clock) = (Author.CommandLine, Here.Clock);
        return database;
    }

    /// <summary>What a command line or the environment calls the database; null when neither says.</summary>
    public static string? Name(ParseResult parsed) =>
        parsed.GetValue(Database) is { Length: > 0 } named ? named : Here.Settings.Database;

    public static IAnsiConsole Console(TextWriter to)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(to),
            Interactive = to == System.Console.Error && !System.Console.IsErrorRedirected ? InteractionSupport.Yes : InteractionSupport.No,
            Ansi = to == System.Console.Error && !System.Console.IsErrorRedirected ? AnsiSupport.Detect : AnsiSupport.No,
        });
        if (!console.Profile.Capabilities.Interactive)
        {
            // Nobody's window: a script that looks for words must not find them broken over two lines.
            console.Profile.Width = 10_000;
        }

        return console;
    }

    /// <summary>Makes this the terminal of what runs until it is disposed of.</summary>
    public IDisposable Enter()
    {
        Present.Value = this;
        return new Leaving();
    }

    private sealed class Leaving : IDisposable
    {
        public void Dispose() => Present.Value = null;
    }
}
