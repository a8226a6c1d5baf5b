using System.CommandLine;
using System.Globalization;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Crimes.Counting;

/// <summary><c>wardbook check</c>: proves the counts that pages show against the records they were counted from.</summary>
public static class CheckCrimes
{
    public static Command Command()
    {
        var rebuild = new Option<bool>("--rebuild") { Description = "Count again where a count differs, such as after look-ups were loaded." };
        var command = new Command("check", """
            Prove every count against the records it was counted from, and that the records can be read.

            Examples:
              wardbook check --database london.db
              wardbook check --rebuild --database london.db
            """) { rebuild };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            await using var database = Terminal.Named(parsed);
            await database.MakeReady(cancel);
            var mend = parsed.GetValue(rebuild);
            await using var alone = await OneAtATime.TryEnter(database, "import", cancel)
                ?? throw new Refusal($"An import into {database.Name} is running. Wait for it to end, then check.");
            var found = await CrimeCheck.Run(database, mend, cancel);
            foreach (var difference in found.Differences)
            {
                terminal.Output.WriteLine(difference);
            }

            terminal.Messages.Profile.Out.Writer.WriteLine(string.Create(CultureInfo.GetCultureInfo("en-GB"),
                $"Checked {found.Months:N0} months of records ({found.Rows:N0} rows) and {found.Tables:N0} of outcomes, stops and figures, on {found.Sets:N0} boundary sets: {(found.Differences.Count == 0 ? "everything agrees" : $"{found.Differences.Count:N0} differences")}{(found.Mended > 0 ? $", {found.Mended:N0} mended" : "")}."));
            return found.Differences.Count - found.Mended > 0 ? 1 : 0;
        });
        return command;
    }
}
