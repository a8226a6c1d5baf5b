using System.Globalization;
using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Wardbook.Shared;

namespace Wardbook.Docs;

/// <summary>Whatever can be listed is in the documents.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Every_setting_is_documented()
    {
        var operate = Document("docs/operate.md");

        Assert.All(Settings.All, setting => Assert.Contains($"`{setting.Variable}`", operate, StringComparison.Ordinal));
    }

    /// <summary>The page is written by the commands themselves: <c>WARDBOOK_TEST_WRITE=1 ./test --sqlite</c> writes it anew.</summary>
    [Fact]
    public void Every_command_and_every_option_is_documented_as_its_help_says()
    {
        var expected = CommandLine();
        if (Environment.GetEnvironmentVariable("WARDBOOK_TEST_WRITE") is { Length: > 0 })
        {
            File.WriteAllText(Path.Combine(RealData.Root, "docs", "cli.md"), expected);
        }

        Assert.Equal(expected, Document("docs/cli.md"));
    }

    [Fact]
    public void Every_command_gives_an_example_of_itself() => Assert.All(
        Commands(Cli.Root(), ""),
        command => Assert.Matches($@"Examples?:\n(.*\n)*  .*wardbook {command}( |\n|$)", Help(command)));

    [Fact]
    public void Every_document_says_when_it_was_last_reviewed()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(RealData.Root, "docs"), "*.md", SearchOption.AllDirectories).Where(file => !file.Contains("decisions", StringComparison.Ordinal));

        Assert.All(pages, page => Assert.Matches(@"Last reviewed: (\d{1,2} )?[A-Z][a-z]+ \d{4}\.", File.ReadAllText(page)));
    }

    [Fact]
    public void Every_test_that_the_page_on_safety_names_is_there()
    {
        var tests = string.Join('\n', Directory.EnumerateFiles(Path.Combine(RealData.Root, "tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        var named = TestName().Matches(Document("docs/safety.md")).Select(name => name.Groups[1].Value).ToList();

        Assert.True(named.Count > 40);
        Assert.All(named, name => Assert.Contains($" {name}(", tests, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_link_between_documents_leads_somewhere()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(RealData.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(RealData.Root, "*.md"));
        var wrong = pages.SelectMany(page => Link().Matches(File.ReadAllText(page))
            .Select(link => link.Groups[1].Value.Split('#')[0])
            .Where(to => to.Length > 0 && !to.Contains("://", StringComparison.Ordinal) && !to.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(to => !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, to)))
            .Select(to => $"{Path.GetRelativePath(RealData.Root, page)} leads to {to}"));

        Assert.Empty(wrong);
    }

    internal static string Document(string name) => File.ReadAllText(Path.Combine(RealData.Root, name));

    private static string CommandLine()
    {
        var page = new StringBuilder("""
            # Commands

            Last reviewed: 23 November 2026.

            Data goes to the output, everything said to a person to the error stream. The exit code is 0 only when everything asked for
            happened. Without a terminal, progress is plain lines. Every command takes `--database`, a SQLite file or a PostgreSQL connection
            string; otherwise `WARDBOOK_DATABASE` counts, otherwise the demonstration. Settings: [operate.md](operate.md).


            """);
        foreach (var command in Commands(Cli.Root(), ""))
        {
            page.Append(CultureInfo.InvariantCulture, $"## wardbook {command}\n\n```text\n{Help(command)}\n```\n\n");
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>What <c>--help</c> says, whatever the program that runs the tests is called.</summary>
    private static string Help(string command)
    {
        using var help = new StringWriter { NewLine = "\n" };
        Assert.Equal(0, Cli.Root().Parse([.. command.Split(' '), "--help"]).Invoke(new() { Output = help }));
        return string.Join('\n', help.ToString().Replace(RootCommand.ExecutableName, "wardbook", StringComparison.Ordinal).Split('\n').Select(line => line.TrimEnd())).Trim();
    }

    private static IEnumerable<string> Commands(Command command, string above) => command.Subcommands
        .Where(below => !below.Hidden)
        .SelectMany(below => below.Subcommands.Count > 0 ? Commands(below, $"{above}{below.Name} ") : [$"{above}{below.Name}"]);

    [GeneratedRegex(@"`([A-Z][A-Za-z0-9]*_[a-z][A-Za-z0-9_]+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
