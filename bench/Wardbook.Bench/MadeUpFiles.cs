using System.Globalization;
using System.IO.Compression;
using Wardbook.Periods;

namespace Wardbook.Bench;

/// <summary>Made-up street files on the disk, made once and kept from run to run.</summary>
public static class MadeUpFiles
{
    /// <summary>A folder of monthly CSV files that end in December 2025.</summary>
    public static string Folder(MadeUpCrimes crimes, int months)
    {
        var folder = Path.Combine(Workplace.Folder, string.Create(CultureInfo.InvariantCulture, $"street-files-{months}"));
        var done = Path.Combine(folder, "made");
        if (!File.Exists(done))
        {
            Console.WriteLine($"Making {months} street files ...");
            Parallel.ForEach(List(months), new ParallelOptions { MaxDegreeOfParallelism = 2 }, month =>
            {
                Directory.CreateDirectory(Path.Combine(folder, month.ToString()));
                using var file = File.Create(Path.Combine(folder, month.ToString(), Name(month)));
                crimes.WriteStreetFile(month, file);
            });
            File.WriteAllText(done, "");
        }

        return folder;
    }

    /// <summary>One zip with these months, as the publisher's archives are.</summary>
    public static string Archive(MadeUpCrimes crimes, Month first, Month last)
    {
        var path = Path.Combine(Workplace.Folder, $"street-archive-{first}-{last}.zip");
        if (!File.Exists(path))
        {
            Console.WriteLine($"Making an archive of {first} to {last}, {(last.Since(first) + 1) * MadeUpCrimes.RowsPerMonth:N0} rows ...");
            using (var archive = ZipFile.Open(path + ".part", ZipArchiveMode.Create))
            {
                foreach (var month in Periods.Month.From(first, last))
                {
                    using var entry = archive.CreateEntry($"{month}/{Name(month)}", CompressionLevel.Optimal).Open();
                    crimes.WriteStreetFile(month, entry);
                }
            }

            File.Move(path + ".part", path);
        }

        return path;
    }

    /// <summary>So many months that end in December 2025.</summary>
    public static IEnumerable<Month> List(int months) => Periods.Month.From(new Month(2025, 12).Plus(1 - months), new Month(2025, 12));

    private static string Name(Month month) => $"{month}-metropolitan-street.csv";
}
