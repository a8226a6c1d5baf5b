using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Wardbook.Store;

/// <summary>Pulls the plug on the built program at random moments, and looks at what is left. The same for a short test and a long benchmark.</summary>
public sealed class Killing(string folder, int seed)
{
    private readonly Random dice = new(seed);

    /// <summary>Settings of the programs started, beside those of this process.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Runs the built program and kills it, as losing power would, after a random part of the time it is known to take.</summary>
    /// <param name="takes">How long it takes undisturbed.</param>
    /// <returns>Whether it was still at work.</returns>
    public async Task<bool> Kill(TimeSpan takes, params string[] typed)
    {
        using var program = Start(typed);
        using var soon = new CancellationTokenSource(takes * dice.NextDouble());
        try
        {
            await program.WaitForExitAsync(soon.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            program.Kill();
            await program.WaitForExitAsync(CancellationToken.None);
            return true;
        }
    }

    /// <summary>Runs the built program and kills it, as losing power would, as soon as something is so.</summary>
    /// <returns>Whether it was still at work.</returns>
    public async Task<bool> KillWhen(Func<Task<bool>> isSo, params string[] typed)
    {
        using var program = Start(typed);
        _ = program.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        _ = program.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        while (!program.HasExited && !await isSo())
        {
            await Task.Delay(10);
        }

        var wasAtWork = !program.HasExited;
        program.Kill();
        await program.WaitForExitAsync(CancellationToken.None);
        return wasAtWork;
    }

    /// <summary>Runs the built program to its end.</summary>
    /// <returns>How long it took.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message is what it said.</exception>
    public async Task<TimeSpan> Finish(params string[] typed)
    {
        var since = Stopwatch.GetTimestamp();
        using var program = Start(typed);
        var output = program.StandardOutput.ReadToEndAsync();
        var said = await program.StandardError.ReadToEndAsync();
        await output;
        await program.WaitForExitAsync();
        return program.ExitCode == 0 ? Stopwatch.GetElapsedTime(since) : throw new InvalidOperationException($"wardbook {string.Join(' ', typed)}: {said}");
    }

    /// <summary>Starts the site and stops it as soon as it serves.</summary>
    /// <returns>How long it took until it served.</returns>
    /// <exception cref="InvalidOperationException">It ended before it served; the message is what it said.</exception>
    public async Task<TimeSpan> FinishStart(params string[] typed)
    {
        var since = Stopwatch.GetTimestamp();
        using var program = Start(typed);
        var said = new StringBuilder();
        while (await program.StandardError.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            if (line.StartsWith("Wardbook serves", StringComparison.Ordinal))
            {
                program.Kill();
                await program.WaitForExitAsync();
                return Stopwatch.GetElapsedTime(since);
            }
        }

        throw new InvalidOperationException($"wardbook {string.Join(' ', typed)}: {said}");
    }

    /// <summary>Makes an edition of two months of street files in two square wards, as <see cref="Boundaries"/> has them.</summary>
    /// <param name="rows">In each month.</param>
    /// <returns>The folder, and the report by ward, month and category that must come out of it.</returns>
    public (string Folder, string Report) Edition(int rows)
    {
        var edition = Directory.CreateDirectory(Path.Combine(folder, $"edition-{rows}")).FullName;
        var counts = new SortedDictionary<(string Ward, string Month), int>();
        foreach (var month in new[] { "2013-04", "2013-05" })
        {
            var lines = new StringBuilder("Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context\n");
            for (var row = 0; row < rows; row++)
            {
                // A point on the border between the two belongs to the lower code.
                var east = dice.Next(1, 20_000);
                var ward = (east <= 10_000 ? "E05900001" : "E05900002", month);
                counts[ward] = counts.GetValueOrDefault(ward) + 1;
                lines.Append(CultureInfo.InvariantCulture,
                    $"{Convert.ToHexStringLower(Encoding.ASCII.GetBytes($"{month}{row:00000000000000000000000}"))}00,{month},Metropolitan Police Service,Metropolitan Police Service,")
                    .Append(CultureInfo.InvariantCulture, $"{east / 1e6:0.000000},{51.5 + (dice.Next(1, 10_000) / 1e6):0.000000},On or near High Street,E01000001,City of London 001A,Burglary,Under investigation,\n");
            }

            File.WriteAllText(Path.Combine(edition, $"{month}-metropolitan-street.csv"), lines.ToString());
        }

        return (edition, "ward,month,category,crimes\n" + string.Concat(counts.Select(count => $"{count.Key.Ward},{count.Key.Month},Burglary,{count.Value}\n")));
    }

    /// <summary>Two square wards side by side.</summary>
    public string Boundaries()
    {
        static string Ward(string code, string name, double west) => string.Create(CultureInfo.InvariantCulture,
            $$$"""{"type":"Feature","properties":{"GSS_CODE":"{{{code}}}","NAME":"{{{name}}}"},"geometry":{"type":"Polygon","coordinates":[[[{{{west}}},51.5],[{{{west + 0.01}}},51.5],[{{{west + 0.01}}},51.51],[{{{west}}},51.51],[{{{west}}},51.5]]]}}""");
        var file = Path.Combine(folder, "wards.geojson");
        File.WriteAllText(file, $$"""{"type":"FeatureCollection","features":[{{Ward("E05900001", "West", 0)}},{{Ward("E05900002", "East", 0.01)}}]}""");
        return file;
    }

    private Process Start(string[] typed)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "wardbook.dll"), .. typed])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment.Remove("WARDBOOK_DATABASE");
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        var program = Process.Start(start)!;
        program.StandardInput.Close();
        return program;
    }
}
