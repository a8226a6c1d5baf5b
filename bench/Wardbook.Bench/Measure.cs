using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Wardbook.Bench;

/// <summary>Times work and prints what came of it.</summary>
public static class Measure
{
    public static async Task<double> Seconds(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }

    public static double Seconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }

    public static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted.Count == 0 ? double.NaN : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    public static double Percentile(IEnumerable<double> numbers, double part)
    {
        var sorted = numbers.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(part * sorted.Count) - 1)];
    }

    /// <summary>Megabytes of memory this process has held at most.</summary>
    public static double PeakMegabytes()
    {
        if (OperatingSystem.IsLinux())
        {
            var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }

        return Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;
    }

    /// <summary>Begins to look for the peak anew, where the system can.</summary>
    public static void ForgetPeak()
    {
        if (OperatingSystem.IsLinux())
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
    }

    /// <summary>Prints a table of text.</summary>
    public static void Print(string[] header, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Markdown);
        table.AddColumns([.. header.Select(Markup.Escape)]);
        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        AnsiConsole.Profile.Width = 160;
        AnsiConsole.Write(table);
    }

    /// <summary>Says whether a goal was met.</summary>
    public static bool Goal(string what, bool met)
    {
        Console.WriteLine($"{(met ? "met   " : "MISSED")} {what}");
        return met;
    }
}
