using System.Globalization;
using System.Text.Json;
using Wardbook.Oracles;

namespace Wardbook.Charts;

/// <summary>Charts and funnels against R, checked there with the package qcc.</summary>
public sealed class ChartOracleTests
{
    [Fact]
    public void Charts_of_counts_agree() => OracleFolders.Check("spc.c", one =>
    {
        var counts = Column(one, "y");
        var chart = ControlChart.OfCounts(counts, Learn(one));
        one.Check("center", chart.Centre);
        one.Check("low", chart.Low[0]);
        one.Check("high", chart.High[0]);
        var (low, high) = ControlChart.ExactLimits(chart.Centre);
        one.Check("exact_low", low);
        one.Check("exact_high", high);
        CheckRules(one, one.Expected.GetProperty("rules"), chart.Distances);
        CheckRuns(one, [.. counts.Select(count => (double)count)]);
    });

    [Fact]
    public void Charts_of_rates_agree() => OracleFolders.Check("spc.u", one =>
    {
        var per = one.Number("per");
        var chart = ControlChart.OfRates(Column(one, "y"), [.. Column(one, "n").Select(people => people / per)], Learn(one));
        CheckWidened(one, chart);
    });

    [Fact]
    public void Charts_of_shares_agree() => OracleFolders.Check("spc.p", one => CheckWidened(one, ControlChart.OfShares(Column(one, "y"), Column(one, "n"), Learn(one))));

    [Fact]
    public void Charts_of_ranges_agree() => OracleFolders.Check("spc.xmr", one =>
    {
        double[] values = [.. Column(one, "y").Select(count => (double)count)];
        var (chart, screened) = (ControlChart.OfRanges(values, Learn(one)), ControlChart.OfRanges(values, Learn(one), screened: true));
        one.Check("center", chart.Centre);
        one.Check("low", chart.Low[0]);
        one.Check("high", chart.High[0]);
        one.Check("screened_low", screened.Low[0]);
        one.Check("screened_high", screened.High[0]);
        one.Check("mean_moving_range", ControlChart.MeanMovingRange(values[..Learn(one)]));
        one.Check("screened_moving_range", ControlChart.MeanMovingRange(values[..Learn(one)], screened: true));
    });

    [Fact]
    public void Slow_changes_agree() => OracleFolders.Check("spc.ewma_cusum", one =>
    {
        var counts = Column(one, "y");
        var chart = ControlChart.OfCounts(counts, Learn(one));
        var smoothed = SlowChange.Smoothed(chart.Values, chart.Centre, Math.Sqrt(chart.Centre), one.Number("lambda"));
        Check(one, "ewma", [.. smoothed.Select(value => value.Mean)]);
        Check(one, "ewma_low", [.. smoothed.Select(value => value.Low)]);
        Check(one, "ewma_high", [.. smoothed.Select(value => value.High)]);
        var piled = SlowChange.PiledUp(chart.Distances, one.Number("k"));
        Check(one, "cusum_up", [.. piled.Select(value => value.Up)]);
        Check(one, "cusum_down", [.. piled.Select(value => value.Down)]);
        Places(one, one.Expected.GetProperty("cusum_signal"), [.. Enumerable.Range(0, piled.Count).Where(at => piled[at].IsTooMuch)], "cusum_signal");
    });

    [Fact]
    public void Real_series_agree() => OracleFolders.CheckIfBeside("spc.series", one =>
    {
        var counts = Numbers(one, "counts");
        double[] values = [.. counts.Select(count => (double)count)];
        var (chart, ranges, screened) = (ControlChart.OfCounts(counts, counts.Length), ControlChart.OfRanges(values, values.Length), ControlChart.OfRanges(values, values.Length, screened: true));
        one.Check("center", chart.Centre);
        one.Check("c_low", chart.Low[0]);
        one.Check("c_high", chart.High[0]);
        one.Check("xmr_low", ranges.Low[0]);
        one.Check("xmr_high", ranges.High[0]);
        one.Check("screened_low", screened.Low[0]);
        one.Check("screened_high", screened.High[0]);
        CheckRules(one, one.Expected.GetProperty("rules_xmr"), ranges.Distances);
        CheckRuns(one, values);
    });

    [Fact]
    public void A_ward_against_its_usual_share_of_the_force_agrees() => OracleFolders.CheckIfBeside("spc.share_of_force", one =>
    {
        var (ward, force, learn) = (Numbers(one, "ward"), Numbers(one, "force"), (int)one.Number("learn"));
        one.Check("dispersion_raw", ShareOfForce.DispersionOf(ward, force, learn)!.Value);
        var share = ShareOfForce.Of(ward, force, learn, one.Number("prior_dispersion"))!;
        one.Check("share", share.Share);
        one.Check("dispersion", share.Dispersion);
        Check(one, "expected", [.. share.Months.Select(month => month.Expected)]);
        Check(one, "p_this_many", [.. share.Months.Select(month => month.ThisMany)]);
        Check(one, "p_this_few", [.. share.Months.Select(month => month.ThisFew)]);
        Assert.Equal(one.Expected.GetProperty("signal").EnumerateArray().Select(signal => signal.GetString()), share.Months.Select(month => month.IsHigh ? "high" : month.IsLow ? "low" : ""));
    });

    [Fact]
    public void Funnels_agree() => OracleFolders.Check("counts.funnel", one =>
    {
        var (counts, bases) = (Column(one, "x"), Decimals(one, "n"));
        var funnel = one.Params.GetProperty("kind").GetString() == "proportion"
            ? Funnel.OfShares([.. counts.Zip(bases, (count, of) => (count, (long)of))])
            : Funnel.OfRates([.. counts.Zip(bases, (count, of) => (count, of))]);
        one.Check("target", funnel.Target);
        one.Check("phi", funnel.Overdispersion);
        one.Check("tau2", funnel.Between);
        Check(one, "low_998", [.. funnel.Points.Select(point => point.Limits998.Low)]);
        Check(one, "high_998", [.. funnel.Points.Select(point => point.Limits998.High)]);
        Check(one, "low_95", [.. funnel.Points.Select(point => point.Limits95.Low)]);
        Check(one, "high_95", [.. funnel.Points.Select(point => point.Limits95.High)]);
        Check(one, "z", [.. funnel.Points.Select(point => point.Distance)]);
        Check(one, "z_additive", [.. funnel.Points.Select(point => point.Judged)]);
        Check(one, "z_multiplicative", [.. funnel.Points.Select(point => point.Multiplied)]);
    });

    private static void CheckWidened(OracleCase one, ControlChart chart)
    {
        one.Check("center", chart.Centre);
        Check(one, "low", chart.Low);
        Check(one, "high", chart.High);
        CheckRules(one, one.Expected.GetProperty("rules"), chart.Distances);
        var widened = chart.Laney(Learn(one));
        one.Check("laney_sigma_z", widened.Widening);
        Check(one, "laney_low", widened.Low);
        Check(one, "laney_high", widened.High);
    }

    private static void CheckRules(OracleCase one, JsonElement rules, IReadOnlyList<double> distances)
    {
        foreach (var rule in rules.EnumerateObject())
        {
            Places(one, rule.Value, rule.Name switch
            {
                "beyond_3" => RunRules.Beyond(distances, 3),
                "nine_one_side" => RunRules.OneSide(distances, 9),
                "seven_one_side" => RunRules.OneSide(distances, 7),
                "six_trend" => RunRules.Trend(distances, 6),
                "fourteen_alternate" => RunRules.Alternating(distances, 14),
                "two_of_three_2" => RunRules.Beyond(distances, 2, atLeast: 2, of: 3),
                "four_of_five_1" => RunRules.Beyond(distances, 1, atLeast: 4, of: 5),
                "fifteen_within_1" => RunRules.Within(distances, 1, 15),
                "eight_beyond_1" => RunRules.AllBeyond(distances, 1, 8),
                _ => throw new Xunit.Sdk.XunitException($"{one.Id} has a rule {rule.Name} that nothing here answers."),
            }, rule.Name);
        }
    }

    private static void CheckRuns(OracleCase one, IReadOnlyList<double> values)
    {
        var expected = one.Expected.GetProperty("runs");
        var runs = MedianRuns.Of(values)!;
        one.Check(expected.GetProperty("useful"), runs.Useful, "useful");
        one.Check(expected.GetProperty("longest"), runs.Longest, "longest");
        one.Check(expected.GetProperty("longest_max"), runs.LongestByChance, "longest_max");
        one.Check(expected.GetProperty("crossings"), runs.Crossings, "crossings");
        one.Check(expected.GetProperty("crossings_min"), runs.FewestByChance, "crossings_min");
    }

    /// <summary>The reference counts places from 1.</summary>
    private static void Places(OracleCase one, JsonElement expected, IReadOnlyList<int> found, string what) => Assert.True(
        expected.EnumerateArray().Select(place => place.GetInt32() - 1).SequenceEqual(found), $"{one.Id}, {what}: expected {expected}, got {string.Join(", ", found.Select(place => place + 1))}");

    private static void Check(OracleCase one, string field, IReadOnlyList<double> found)
    {
        var expected = one.Expected.GetProperty(field).EnumerateArray().ToList();
        Assert.True(expected.Count == found.Count, $"{one.Id}, {field}: {expected.Count} expected, {found.Count} found");
        for (var at = 0; at < expected.Count; at++)
        {
            one.Check(expected[at], found[at], $"{field} {at + 1}");
        }
    }

    private static int Learn(OracleCase one) => (int)one.Number("baseline");

    private static long[] Numbers(OracleCase one, string parameter) => [.. one.Params.GetProperty(parameter).EnumerateArray().Select(number => (long)number.GetDouble())];

    private static long[] Column(OracleCase one, string parameter) => [.. Decimals(one, parameter).Select(number => (long)number)];

    private static double[] Decimals(OracleCase one, string parameter)
    {
        var lines = File.ReadAllLines(one.Data!);
        var column = Array.IndexOf(lines[0].Split(','), one.Params.GetProperty(parameter).GetString());
        return [.. lines.Skip(1).Select(line => double.Parse(line.Split(',')[column], CultureInfo.InvariantCulture))];
    }
}
