using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Wardbook.Docs;

/// <summary>What the first page tells people to type, typed. Takes its time, because the real build runs.</summary>
[Trait("Once", "true")]
public sealed partial class RunAsDocumentedTests
{
    /// <summary>Everything but <c>serve</c>, which would go on for ever: it is what the whole of the other tests ask.</summary>
    [Fact]
    public async Task The_commands_of_the_first_page_work_one_after_the_other()
    {
        await using var site = await TestSite.Start();
        var wards = site.BoundaryFile("wards.geojson", TestSite.FourWards);
        var archive = site.Zip("2013-archive.zip", ("2013-04/2013-04-metropolitan-street.csv",
            string.Join('\n', TestSite.StreetHeader, TestSite.StreetRow(east: "-0.0995", north: "51.5005"), TestSite.StreetRow(east: "-0.0995", north: "51.5005")) + "\n"));
        var commands = Command().Matches(DocumentTests.Document("README.md")).Select(command => command.Groups[1].Value).ToList();
        Assert.Equal(["import boundaries", "import crimes", "find", "report crimes", "check", "serve"], commands.Select(command => Words().Match(command).Value.Trim()));

        var said = new List<Ran>();
        foreach (var command in commands.Where(command => !command.StartsWith("serve", StringComparison.Ordinal)))
        {
            var typed = Part().Matches(command.Replace("--database london.db", "", StringComparison.Ordinal)).Select(part => part.Value.Trim('"'));
            said.Add(await site.Run([.. typed.Select(part => part == "wards.geojson" ? wards : part == "2013-archive.zip" ? archive : part)]));
        }

        Assert.All(said, ran => Assert.True(ran.ExitCode == 0, ran.Messages));
        Assert.StartsWith("E05", said[2].Output, StringComparison.Ordinal);
        Assert.Equal($"ward,month,crimes\n{said[2].Output.Split('\t', ',', ' ')[0]},2013-04,2", said[3].Output.Trim());
    }

    [Fact]
    public async Task The_list_of_packages_holds_every_one_that_is_locked_with_its_hash()
    {
        var start = new ProcessStartInfo("node", [Path.Combine(RealData.Root, ".ci", "sbom.mjs")]) { RedirectStandardOutput = true };
        using var program = Process.Start(start)!;
        using var list = JsonDocument.Parse(await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        using var locked = JsonDocument.Parse(DocumentTests.Document("src/Wardbook/packages.lock.json"));
        var listed = list.RootElement.GetProperty("components").EnumerateArray().ToDictionary(part => part.GetProperty("purl").GetString()!);

        var expected = locked.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.TryGetProperty("resolved", out _)).Select(package => $"pkg:nuget/{package.Name}@{package.Value.GetProperty("resolved").GetString()}").ToList();
        Assert.True(expected.Count > 30);
        Assert.All(expected, package => Assert.Equal(128, listed[package].GetProperty("hashes")[0].GetProperty("content").GetString()!.Length));
        Assert.Contains(listed.Keys, package => package.StartsWith("pkg:npm/govuk-frontend@", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^dotnet run --project src/Wardbook -- (.+)$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"^(import |report )?[a-z]+")]
    private static partial Regex Words();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Part();

    [Fact]
    public async Task Paths_on_the_command_line_are_the_callers_also_through_dotnet_run()
    {
        var folder = Directory.CreateTempSubdirectory("wardbook-caller-").FullName;
        try
        {
            var start = new ProcessStartInfo(
                "dotnet",
                ["run", "--no-build", "--project", Path.Combine(RealData.Root, "src", "Wardbook"), "--", "migrate", "--database", "mine.db"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var program = Process.Start(start)!;
            var output = program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var said = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.True(program.ExitCode == 0, await output + said);
            Assert.True(File.Exists(Path.Combine(folder, "mine.db")), "The database was made elsewhere.");
            Assert.False(File.Exists(Path.Combine(RealData.Root, "src", "Wardbook", "mine.db")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
