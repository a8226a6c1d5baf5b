using System.Globalization;
using System.Text.Json;
using Wardbook.Oracles;

namespace Wardbook.Measures;

/// <summary>Counts and ratios against R's <c>poisson.test</c> and the formulas named in the reference results.</summary>
public sealed class CountsOracleTests
{
    [Fact]
    public void The_interval_of_one_count_is_Garwoods() => OracleFolders.Check("counts.one", one =>
    {
        var interval = Rate.OfCount(Whole(one, "count"), one.Number("level"));
        one.Check(one.Expected.GetProperty("exact"), interval.Low, interval.High, "exact");
    });

    [Fact]
    public void The_ratio_of_two_rates_and_its_intervals_agree() => OracleFolders.Check("counts.rate_ratio", one =>
    {
        var ratio = new RateRatio(Whole(one, "x1"), one.Number("t1"), Whole(one, "x2"), one.Number("t2"));
        var (exact, midP) = (ratio.Exact(one.Number("level")), ratio.MidP(one.Number("level")));
        one.Check("ratio", ratio.Ratio!.Value);
        one.Check("percent_change", 100 * (ratio.Ratio!.Value - 1));
        one.Check(one.Expected.GetProperty("exact"), exact.Low, exact.High, "exact");
        one.Check(one.Expected.GetProperty("midp"), midP.Low, midP.High, "midp");
    });

    [Fact]
    public void A_year_against_the_year_before_agrees() => OracleFolders.CheckIfBeside("counts.year_on_year", one =>
    {
        var months = one.Params.GetProperty("months").EnumerateArray().Select(month => month.GetInt64()).ToHashSet();
        var split = one.Params.GetProperty("split").GetString();
        var rows = Rows(one).Where(row => row["group"] == one.Params.GetProperty("group").GetString() && months.Contains(Number(row["month"][5..]))).ToList();
        var change = new Change(
            before: rows.Where(row => string.CompareOrdinal(row["month"], split) < 0).Sum(row => Number(row["crimes"])),
            after: rows.Where(row => string.CompareOrdinal(row["month"], split) >= 0).Sum(row => Number(row["crimes"])));
        var exact = change.Ratio.Exact();
        one.Check("before", change.Before);
        one.Check("after", change.After);
        one.Check("ratio", change.Ratio.Ratio!.Value);
        one.Check(one.Expected.GetProperty("exact"), exact.Low, exact.High, "exact");
    });

    [Fact]
    public void The_change_of_a_group_of_wards_widened_by_how_wards_differ_agrees() => OracleFolders.CheckIfBeside("counts.group_change", one =>
    {
        var months = one.Params.GetProperty("months").EnumerateArray().Select(month => month.GetInt64()).ToHashSet();
        var wards = Rows(one).Where(row => months.Contains(Number(row["month"][5..]))).GroupBy(row => row["ward"]).Select(ward => (
            Code: ward.Key,
            Borough: ward.First()["borough"],
            Before: ward.Where(row => Number(row["month"][..4]) == (long)one.Number("before")).Sum(row => Number(row["crimes"])),
            After: ward.Where(row => Number(row["month"][..4]) == (long)one.Number("after")).Sum(row => Number(row["crimes"])))).ToList();
        var dispersion = Dispersion.Between(wards.Select(ward => (ward.Before, ward.After)))!.Value;
        one.Check("dispersion", dispersion);

        var chosen = one.Expected.GetProperty("chosen_wards").EnumerateArray().Select(code => code.GetString()!).ToHashSet();
        var boroughs = wards.Where(ward => chosen.Contains(ward.Code)).Select(ward => ward.Borough).ToHashSet();
        foreach (var group in wards.GroupBy(ward => chosen.Contains(ward.Code) ? "chosen" : boroughs.Contains(ward.Borough) ? "same_boroughs" : "rest")
            .Select(group => (Name: group.Key, Before: group.Sum(ward => ward.Before), After: group.Sum(ward => ward.After)))
            .Append((Name: "force", Before: wards.Sum(ward => ward.Before), After: wards.Sum(ward => ward.After))))
        {
            var expected = one.Expected.GetProperty(group.Name);
            var change = new Change(group.Before, group.After, dispersion);
            var (exact, wide) = (change.Ratio.Exact(), change.PerCentInterval());
            one.Check(expected.GetProperty("before"), change.Before, group.Name);
            one.Check(expected.GetProperty("after"), change.After, group.Name);
            one.Check(expected.GetProperty("percent"), change.PerCent!.Value, group.Name);
            one.Check(expected.GetProperty("exact"), exact.Low, exact.High, group.Name);
            one.Check(expected.GetProperty("wide_low"), 1 + (wide.Low / 100), group.Name);
            one.Check(expected.GetProperty("wide_high"), 1 + (wide.High / 100), group.Name);
        }
    });

    private static long Whole(OracleCase one, string parameter) => one.Params.GetProperty(parameter) is { ValueKind: JsonValueKind.Number } number ? (long)number.GetDouble() : 0;

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<Dictionary<string, string>> Rows(OracleCase one)
    {
        var names = File.ReadLines(one.Data!).First().Split(',');
        return File.ReadLines(one.Data!).Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second));
    }
}
