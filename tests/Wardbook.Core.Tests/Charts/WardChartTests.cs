using System.Globalization;
using System.IO.Compression;
using Wardbook.Oracles;

namespace Wardbook.Charts;

/// <summary>What the default chart of wards promises: few false alarms on published counts, and a doubling found.</summary>
public sealed class WardChartTests
{
    private const int Learn = 24;

    /// <summary>The window that judges April 2020 to March 2021: people stayed at home, and wards' shares of the force truly changed.</summary>
    private const int Pandemic = 96;

    [Fact]
    public void Of_published_violence_fewer_than_one_month_in_a_hundred_is_flagged()
    {
        var wards = PublishedViolence();
        var months = wards.Values.First().Length;
        for (var start = 0; start + Learn + 12 <= months; start += 12)
        {
            var window = wards.Values.Select(counts => counts[start..(start + Learn + 12)]).ToList();
            long[] force = [.. Enumerable.Range(0, Learn + 12).Select(month => window.Sum(counts => counts[month]))];
            var some = window.Where(counts => counts.Take(Learn).Sum() > Learn).ToList();
            var dispersions = some.Select(counts => ShareOfForce.DispersionOf(counts, force, Learn)!.Value).Order().ToList();
            var judged = some.SelectMany(counts => ShareOfForce.Of(counts, force, Learn, dispersions[dispersions.Count / 2])!.Months).ToList();
            var flagged = judged.Count(month => month.IsHigh || month.IsLow) / (double)judged.Count;
            if (start == Pandemic)
            {
                Assert.True(flagged > 0.01, $"In the pandemic's year only {flagged:P2} are flagged, though where people were had changed.");
            }
            else
            {
                Assert.True(flagged < 0.01, $"From month {start}: {flagged:P2} of {judged.Count:N0} months are flagged.");
            }
        }
    }

    [Fact]
    public void A_doubling_from_twenty_a_month_is_found_within_three_months_in_more_than_eighty_of_a_hundred_wards()
    {
        const int wards = 2_000;
        var dice = new Random(20_061_028);
        long[] force = [.. Enumerable.Repeat(15_000L, Learn + 3)];
        var found = Enumerable.Range(0, wards).Count(_ =>
        {
            long[] ward = [.. Enumerable.Range(0, Learn + 3).Select(month => NegativeBinomial(dice, month < Learn ? 20 : 40, dispersion: 1.5))];
            return ShareOfForce.Of(ward, force, Learn, usual: 1.5)!.Months.Any(month => month.IsHigh);
        });
        Assert.True(found > 0.8 * wards, $"Found in {found} of {wards}.");
    }

    /// <summary>The Met's ward table: wide, a column for each month from April 2010. Months in which a ward was not there count as none.</summary>
    private static Dictionary<string, long[]> PublishedViolence()
    {
        var path = OracleFolders.BesideCheckout(Path.Combine("data", "mps", "mps-ward-level-crime-historical-2010-04_2024-02.csv.gz"));
        Assert.SkipWhen(path is null, "skipped: real data not beside the checkout");
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var header = Cells(text.ReadLine()!);
        var (major, ward, borough) = (header.IndexOf("MajorText"), header.IndexOf("WardCode"), header.IndexOf("LookUp_BoroughName"));
        var months = Enumerable.Range(0, header.Count).Where(column => header[column].StartsWith("20", StringComparison.Ordinal)).ToList();
        var counts = new Dictionary<string, long[]>();
        while (text.ReadLine() is { } line)
        {
            var cells = Cells(line);
            if (cells[major] == "VIOLENCE AGAINST THE PERSON" && cells[borough] != "Aviation Security (SO18)")
            {
                var sums = counts.TryGetValue(cells[ward], out var known) ? known : counts[cells[ward]] = new long[months.Count];
                for (var at = 0; at < months.Count; at++)
                {
                    sums[at] += cells[months[at]] is { Length: > 0 } number ? long.Parse(number, CultureInfo.InvariantCulture) : 0;
                }
            }
        }

        Assert.InRange(counts.Count, 600, 800);
        return counts;
    }

    private static List<string> Cells(string line)
    {
        List<string> cells = [];
        var (from, quoted) = (0, false);
        for (var at = 0; at <= line.Length; at++)
        {
            if (at == line.Length || (line[at] == ',' && !quoted))
            {
                cells.Add(line[from..at].Trim().Trim('"').Trim('\uFEFF'));
                from = at + 1;
            }
            else if (line[at] == '"')
            {
                quoted = !quoted;
            }
        }

        return cells;
    }

    /// <summary>A Poisson draw whose mean is itself drawn from a gamma distribution.</summary>
    private static long NegativeBinomial(Random dice, double mean, double dispersion)
    {
        var rate = MathNet.Numerics.Distributions.Gamma.Sample(dice, mean / (dispersion - 1), 1 / (dispersion - 1));
        return MathNet.Numerics.Distributions.Poisson.Sample(dice, rate);
    }
}
