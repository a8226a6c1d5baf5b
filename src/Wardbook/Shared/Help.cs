using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Wardbook.Shared;

/// <summary>Shows of a command's description the first paragraph in lists, and the rest, with its examples, in its own help.</summary>
public static class Help
{
    public static RootCommand Explain(RootCommand root)
    {
        Dictionary<Command, string> rest = [];
        Shorten(root, rest);
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new Explained((SynchronousCommandLineAction)help.Action!, rest);
        }

        return root;
    }

    private static void Shorten(Command command, Dictionary<Command, string> rest)
    {
        if (command.Description is { } all && all.IndexOf("\n\n", StringComparison.Ordinal) is > 0 and var end)
        {
            rest[command] = all[(end + 2)..];
            command.Description = all[..end];
        }

        foreach (var below in command.Subcommands)
        {
            Shorten(below, rest);
        }
    }

    private sealed class Explained(SynchronousCommandLineAction usual, Dictionary<Command, string> rest) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = usual.Invoke(parseResult);
            if (rest.TryGetValue(parseResult.CommandResult.Command, out var more))
            {
                parseResult.InvocationConfiguration.Output.WriteLine(more);
            }

            return code;
        }
    }
}
