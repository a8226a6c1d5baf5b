using System.CommandLine;
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
        return new("keys", "The keys that encrypt personal values and seal the record of changes.") { make, list };
    }
}
