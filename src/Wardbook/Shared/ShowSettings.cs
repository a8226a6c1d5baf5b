using System.CommandLine;
using System.Text.Json;
using Spectre.Console;

namespace Wardbook.Shared;

/// <summary><c>wardbook settings</c>: what may be chosen, what holds now, and what it is for.</summary>
public static class ShowSettings
{
    private static readonly string[] Formats = ["table", "json"];

    public static Command Command()
    {
        var format = new Option<string>("--format") { Description = "table for people, json for scripts.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong(Formats);
        var command = new Command("settings", """
            What may be chosen, what holds now, and what it is for.

            Settings are environment variables. None is needed. Passwords are not shown.

            Examples:
              wardbook settings
              WARDBOOK_URLS=http://0.0.0.0:8080 wardbook settings --format json
            """) { format };
        command.SetAction(parsed =>
        {
            var terminal = Terminal.Here;
            var all = Settings.All.Select(setting => (setting, Now: setting.Now(terminal.Variable(setting.Variable)))).ToList();
            if (parsed.GetValue(format) == "json")
            {
                terminal.Output.WriteLine(JsonSerializer.Serialize(all.Select(one => new { name = one.setting.Variable, value = one.Now, @default = one.setting.Default, says = one.setting.Says })));
                return 0;
            }

            foreach (var (setting, now) in all)
            {
                terminal.Output.WriteLine(setting.Variable);
                terminal.Output.WriteLine($"    now      {now ?? "(not set)"}");
                terminal.Output.WriteLine($"    default  {setting.Default}");
                terminal.Output.WriteLine($"    {setting.Says}");
            }

            return 0;
        });
        return command;
    }
}
