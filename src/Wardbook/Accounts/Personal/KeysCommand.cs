using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Wardbook.Shared;

namespace Wardbook.Accounts.Personal;

/// <summary><c>wardbook keys</c>: makes a key, or says which are in use.</summary>
public static class KeysCommand
{
    public static Command Command()
    {
        var make = new Command("new", """
            Make a key and print it, for WARDBOOK_KEYS or as the first line of the file of keys.

            Example:
              wardbook keys new
            """);
        make.SetAction(_ => Terminal.Here.Output.WriteLine(Key.Make()));
        var list = new Command("list", """
            The names of the keys given, the one in use first, and where they are. Never the keys themselves.

            Example:
              wardbook keys list
            """);
        list.SetAction(_ =>
        {
            var terminal = Terminal.Here;
            var keys = terminal.Settings.Keys ?? Keys.OfThisUser;
            foreach (var name in keys.Names)
            {
                terminal.Output.WriteLine(name);
            }

            terminal.Messages.WriteLine(keys.File is { } file ? $"They are in {file}." : "They are in the setting WARDBOOK_KEYS.");
        });
        var renew = new Command("renew", """
            Encrypt every personal value anew with the first key, so that the data needs no other.

            Put the new key before the old one, start every instance with both, then run this once. Killed and run again it goes
            on where it stopped. Keep the old key aside: the record of changes up to then, and older backups, are proved and read
            with it alone.

            Example:
              wardbook keys renew --database london.db
            """);
        renew.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            await using var database = Terminal.Named(parsed);
            await database.MakeReady(cancel);
            try
            {
                var renewed = await new RenewKeys(database).Run(cancel);
                terminal.Messages.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{renewed.Values} values and {renewed.LookUps} look-ups were brought under the key {database.Keys.Names[0]}. {database.Name} can be opened with it alone."));
            }
            catch (KeyException e)
            {
                throw new Refusal($"{e.Message} What was renewed before it stays so, and every key is still needed. 'wardbook check' says what else was changed.");
            }

            return 0;
        });
        return new("keys", "The keys that encrypt personal values and seal the record of changes.") { make, list, renew };
    }
}
