using System.CommandLine;
using Wardbook.Shared;

namespace Wardbook.Accounts.Record.Reading;

/// <summary><c>wardbook report changes</c>: the record of change as CSV.</summary>
public static class ReportChanges
{
    public static Command Command()
    {
        var kind = new Option<string?>("--kind") { Description = "Only this kind of record, such as 'held role'." };
        var key = new Option<string?>("--record") { Description = "Only the record with this key." };
        var by = new Option<Guid?>("--by") { Description = "Only what the person with this account did.", HelpName = "ACCOUNT" };
        var about = new Option<Guid?>("--about") { Description = "Only what concerns the person with this account.", HelpName = "ACCOUNT" };
        var first = new Option<DateOnly?>("--from") { Description = "From this day on, in the force's time.", HelpName = "DAY" };
        var last = new Option<DateOnly?>("--to") { Description = "Up to this day, in the force's time.", HelpName = "DAY" };
        var command = new Command("changes", """
            Who changed what, from what to what, when, for whom and on which page: the record of change, the latest first, as CSV.

            Taking it out is itself written into the record.

            Examples:
              wardbook report changes --database london.db
              wardbook report changes --kind "held role" --from 2026-06-01 --to 2026-06-30 --database london.db
            """) { kind, key, by, about, first, last };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            await using var database = Terminal.Named(parsed);
            await database.MakeReady(cancel);
            var search = new RecordSearch(parsed.GetValue(by), parsed.GetValue(about), parsed.GetValue(kind), parsed.GetValue(key), null, parsed.GetValue(first), parsed.GetValue(last));
            await ChangeRecord.NoteNow(database, database.Author, new(Happened.Exported, "change record", About: search.About), cancel);
            await using var db = database.Open();
            await RecordFile.Write(terminal.Output, search.All(db, cancel), cancel);
            return 0;
        });
        return command;
    }
}
