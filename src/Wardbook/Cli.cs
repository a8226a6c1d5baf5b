using System.CommandLine;
using Spectre.Console;
using Wardbook.Accounts.Personal;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Accounts.Record.Reading;
using Wardbook.Accounts.SignIn.Links;
using Wardbook.Activity.Totals;
using Wardbook.Crimes;
using Wardbook.Crimes.Counting;
using Wardbook.Crimes.Imports;
using Wardbook.Crimes.Reports;
using Wardbook.Demonstration;
using Wardbook.Places.Boundaries;
using Wardbook.Places.LookupFiles;
using Wardbook.Places.Profiles;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook;

/// <summary>The list of commands. What each does stands in the folder of its feature.</summary>
public static class Cli
{
    public static RootCommand Root()
    {
        var root = new RootCommand("""
            Wardbook: what residents say, what their panel chooses, what is done about it, and whether it worked.

            Without a command it serves the site. Every command says more: wardbook import crimes --help
            """)
        {
            Terminal.Database,
            Serve.Addresses,
            Serve.Command(),
            MakeDemonstration.Command(),
            FindCommand.Command(StreetNames.FindOnce),
            CheckCrimes.Command(ActivityCheck.Run),
            new Command("import", "Load published files: checked, whole or not at all, with a record of what was found.")
            {
                ImportBoundaries.Command(CrimeCounts.StageFor),
                ImportCrimes.Command(),
                ImportLookups.Command(CrimeCounts.StageFor),
                ImportPostcodes.Command(),
                ImportProfiles.Command(),
            },
            new Command("report", "Write figures out of the records.")
            {
                ReportChanges.Command(),
                ReportCrimes.Command(),
                ReportFaults.Command(),
                ReportImports.Command(),
                ReportYearOnYear.Command(),
            },
            FirstAdministrator.Command(),
            BringUpToDate.Command(),
            Backup.Command(),
            Restore.Command(),
            ShowSettings.Command(),
            KeysCommand.Command(),
            RetentionCommand.Command(),
        };
        root.SetAction(Serve.Run);
        return Help.Explain(root);
    }

    /// <summary>Runs a command. Data goes to <paramref name="output"/>, everything said to a person to <paramref name="messages"/>.</summary>
    /// <param name="variable">The text of an environment variable. Otherwise the process's own.</param>
    /// <returns>0 only when everything asked for happened.</returns>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter messages, TimeProvider clock, CancellationToken cancel, Func<string, string?>? variable = null)
    {
        var terminal = new Terminal(output, Terminal.Console(messages), clock) { Variable = variable ?? Environment.GetEnvironmentVariable };
        using var here = terminal.Enter();
        try
        {
            // A setting that cannot be understood is told before anything is done.
            _ = terminal.Settings;
            return await Root().Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false, Output = output, Error = messages }, cancel);
        }
        catch (Refusal refusal)
        {
            terminal.Messages.MarkupLineInterpolated($"[red]Not done.[/] {refusal.Message}");
            return 1;
        }
        catch (OperationCanceledException)
        {
            terminal.Messages.MarkupLine("[red]Stopped.[/] Nothing that was half done is kept.");
            return 1;
        }
    }
}
