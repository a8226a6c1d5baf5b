using System.Diagnostics;

namespace Wardbook.Docs;

/// <summary>What the first page tells people to type, typed. Takes its time, because the real build runs.</summary>
[Trait("Once", "true")]
public sealed class RunAsDocumentedTests
{
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
