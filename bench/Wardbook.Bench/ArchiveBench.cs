using System.IO.Compression;
using Wardbook.Periods;
using Wardbook.Store;

namespace Wardbook.Bench;

/// <summary>Imports a zip of 20 million rows; how many times as long as unpacking it alone with two threads, and how much memory.</summary>
public static class ArchiveBench
{
    private const double Wanted = 4;
    private const double MostMegabytes = 1024;
    private const int Rounds = 3;

    public static async Task<bool> Run()
    {
        var wards = BenchWards.List();
        var (first, last) = (new Month(2006, 1), new Month(2025, 12));
        var path = MadeUpFiles.Archive(new(wards), first, last);
        var rows = (long)(last.Since(first) + 1) * MadeUpCrimes.RowsPerMonth;
        Console.WriteLine($"{rows:N0} rows, {new FileInfo(path).Length / 1e9:F2} GB packed");
        GC.Collect();
        Measure.ForgetPeak();

        var (ours, theirs) = (new List<double>(), new List<double>());
        var (unpacked, kept) = (0L, 0L);
        for (var round = 0; round < Rounds; round++)
        {
            var begun = Environment.CpuUsage.TotalTime;
            theirs.Add(Measure.Seconds(() => unpacked = Unpack(path)));
            var unpacking = Environment.CpuUsage.TotalTime - begun;
            var database = Database.At(Workplace.Fresh("archive.db"), TestKeys.Usual);
            await BenchWards.Install(database, wards);
            ours.Add(await Measure.Seconds(async () => kept = (await BenchWards.ImportCrimes(database, path)).RowsKept));
            var importing = Environment.CpuUsage.TotalTime - begun - unpacking;
            Console.WriteLine($"round {round + 1}: unpacking {theirs[^1]:F1} s, import {ours[^1]:F1} s; of the processor {unpacking.TotalSeconds:F1} and {importing.TotalSeconds:F1} s");
        }

        var size = new FileInfo(Path.Combine(Workplace.Folder, "archive.db")).Length;
        Workplace.Fresh("archive.db");
        var ratio = Measure.Median(ours) / Measure.Median(theirs);
        Measure.Print(["", "seconds", "million rows/s", "GB"],
        [
            ["unpacking alone, two threads", $"{Measure.Median(theirs):F1}", $"{rows / Measure.Median(theirs) / 1e6:F2}", $"{unpacked / 1e9:F2}"],
            ["import, stored and counted", $"{Measure.Median(ours):F1}", $"{rows / Measure.Median(ours) / 1e6:F2}", $"{size / 1e9:F2}"],
        ]);
        var peak = Measure.PeakMegabytes();
        return Measure.Goal($"{ratio:F1} times unpacking alone, at most {Wanted}", ratio <= Wanted)
            & Measure.Goal($"{peak:N0} MB of memory at most, less than {MostMegabytes:N0}", peak < MostMegabytes)
            & Measure.Goal($"{kept:N0} rows kept of {rows:N0}", kept == rows);
    }

    private static long Unpack(string path)
    {
        List<string> names;
        using (var archive = ZipFile.OpenRead(path))
        {
            names = [.. archive.Entries.Select(entry => entry.FullName)];
        }

        var bytes = 0L;
        Parallel.ForEach(names, new ParallelOptions { MaxDegreeOfParallelism = 2 }, name =>
        {
            using var archive = ZipFile.OpenRead(path);
            using var entry = archive.GetEntry(name)!.Open();
            var buffer = new byte[1 << 16];
            while (entry.Read(buffer) is > 0 and var read)
            {
                Interlocked.Add(ref bytes, read);
            }
        });
        return bytes;
    }
}
