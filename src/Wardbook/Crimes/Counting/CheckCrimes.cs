using System.CommandLine;
using System.Globalization;
using Wardbook.Accounts.Record;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Crimes.Counting;

/// <summary><c>wardbook check</c>: proves the counts that pages show against the records they were counted from.</summary>
public static class CheckCrimes
{
    /// <param name="also">What other features prove of theirs.</param>
    public static Command Command(params Check[] also)
    {
        var rebuild = new Option<bool>("--rebuild") { Description = "Count again where a count differs, such as after look-ups were loaded." };
        var head = new Option<string?>("--head") { Description = "A head of the record of change that was logged or put aside: what was sealed by then must still be there.", HelpName = "NUMBER:SEAL" };
        var command = new Command("check", """
            Prove every count against the records it was counted from, that the records can be read, and the record of change.

            The record of change is a chain of seals made with a key that is not in the database. The first broken link is named: an
            entry that was changed, removed or put there by somebody else. The head that is printed, kept elsewhere and given later
            with --head, proves that nothing was cut off the end.

            Examples:
              wardbook check --database london.db
              wardbook check --rebuild --database london.db
              wardbook check --head 1234:5f1c2a9b.Kq2v... --database london.db
            """) { rebuild, head };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            await using var database = Terminal.Named(parsed);
            await database.MakeReady(cancel);
            var known = parsed.GetValue(head) is { } text
                ? RecordHead.TryParse(text) ?? throw new Refusal($"--head is '{text}'. Expected a number, a colon and a seal, as the log and 'wardbook check' show them.")
                : null;
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
            var left = found.Differences.Count - found.Mended;
            foreach (var check in also)
            {
                var proved = await check(database, mend, cancel);
                foreach (var difference in proved.Differences)
                {
                    terminal.Output.WriteLine(difference);
                }

                left += proved.Differences.Count - proved.Mended;
                terminal.Messages.Profile.Out.Writer.WriteLine(string.Create(CultureInfo.GetCultureInfo("en-GB"),
                    $"Checked {proved.What}: {(proved.Differences.Count == 0 ? "everything agrees" : $"{proved.Differences.Count:N0} differences")}{(proved.Mended > 0 ? $", {proved.Mended:N0} mended" : "")}."));
            }

            var record = await RecordCheck.Run(database, known, cancel);
            foreach (var link in record.Broken)
            {
                terminal.Output.WriteLine(link);
            }

            terminal.Messages.Profile.Out.Writer.WriteLine(string.Create(CultureInfo.GetCultureInfo("en-GB"),
                $"Proved {record.Sealed:N0} sealed entries of the record of change and {record.Values:N0} personal values beside them ({record.Erased:N0} erased, {record.Waiting:N0} entries not sealed yet): {(record.Broken.Count == 0 ? $"the chain holds. Its head: {record.Head}" : "THE CHAIN IS BROKEN. The first broken link is named above")}."));
            return left > 0 || record.Broken.Count > 0 ? 1 : 0;
        });
        return command;
    }
}
