using System.CommandLine;
using System.Globalization;
using Wardbook.Shared;

namespace Wardbook.Accounts.Personal.Retention;

/// <summary><c>wardbook retention</c>: the rules, and what the night does, done now.</summary>
public static class RetentionCommand
{
    public static Command Command()
    {
        var list = new Command("list", """
            How long each kind of personal record is kept, why, and on which lawful basis, as CSV.

            Example:
              wardbook retention list --database london.db
            """);
        list.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            await using var database = Terminal.Named(parsed);
            await database.MakeReady(cancel);
            await using var db = database.Open();
            terminal.Output.WriteLine("kind,from,to,days,after,then,why,basis");
            var rules = await Rules.List(db, cancel);
            foreach (var (kind, rule) in PersonalKinds.All.SelectMany(kind => rules[kind.Name].Select(rule => (kind, rule))))
            {
                terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{kind.Name},{rule.From:yyyy-MM-dd},{rule.To:yyyy-MM-dd},{rule.Days},{Csv.Field(kind.Since)},{Csv.Field(kind.Then)},{Csv.Field(rule.Why)},{Csv.Field(rule.Basis)}"));
            }

            return 0;
        });
        var apply = new Command("apply", """
            Let go of personal records whose time is over, as the site does every night.

            Example:
              wardbook retention apply --database london.db
            """);
        apply.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            await using var database = Terminal.Named(parsed);
            await database.MakeReady(cancel);
            terminal.Output.WriteLine(LettingGo.InWords(await LettingGo.Apply(database, cancel)));
            return 0;
        });
        return new("retention", "How long personal records are kept.") { list, apply };
    }
}
