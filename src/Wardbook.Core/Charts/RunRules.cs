using Wardbook.Measures;

namespace Wardbook.Charts;

/// <summary>Patterns that chance seldom makes. Each answers with the places, from 0, of the last value of every pattern found.</summary>
/// <remarks>
/// Distances are from the centre, in standard deviations (<see cref="ControlChart.Distances"/>). Every rule that is added finds more, and cries wolf more
/// often: pages use <see cref="Usual"/>.
/// </remarks>
public static class RunRules
{
    /// <summary>The four that the health service of England uses ("Making data count"): outside, seven one side, seven rising or falling, two of three far out.</summary>
    public static IReadOnlyList<int> Usual(IReadOnlyList<double> distances) =>
        [.. Beyond(distances, 3).Concat(OneSide(distances, 7)).Concat(Trend(distances, 7)).Concat(Beyond(distances, 2, atLeast: 2, of: 3)).Distinct().Order()];

    /// <summary>Further from the centre than this, whichever side.</summary>
    public static IReadOnlyList<int> Beyond(IReadOnlyList<double> distances, double far) => Find(distances, 1, last => Math.Abs(last[0]) > far);

    /// <summary>So many of so many on one side and further out than this.</summary>
    public static IReadOnlyList<int> Beyond(IReadOnlyList<double> distances, double far, int atLeast, int of) =>
        Find(distances, of, last => Count(last, one => one > far) >= atLeast || Count(last, one => one < -far) >= atLeast);

    /// <summary>So many in a row on one side of the centre.</summary>
    public static IReadOnlyList<int> OneSide(IReadOnlyList<double> distances, int length) => Beyond(distances, 0, length, length);

    /// <summary>So many in a row, each above the one before or each below it.</summary>
    public static IReadOnlyList<int> Trend(IReadOnlyList<double> distances, int length) => Find(distances, length, last => AllSteps(last, step => step > 0) || AllSteps(last, step => step < 0));

    /// <summary>So many in a row that go up and down in turn.</summary>
    public static IReadOnlyList<int> Alternating(IReadOnlyList<double> distances, int length) => Find(distances, length, last =>
    {
        for (var at = 2; at < last.Length; at++)
        {
            if ((last[at] - last[at - 1]) * (last[at - 1] - last[at - 2]) >= 0)
            {
                return false;
            }
        }

        return true;
    });

    /// <summary>So many in a row nearer to the centre than this.</summary>
    public static IReadOnlyList<int> Within(IReadOnlyList<double> distances, double near, int length) => Find(distances, length, last => Count(last, one => Math.Abs(one) < near) == length);

    /// <summary>So many in a row further from the centre than this, whichever side.</summary>
    public static IReadOnlyList<int> AllBeyond(IReadOnlyList<double> distances, double far, int length) => Find(distances, length, last => Count(last, one => Math.Abs(one) > far) == length);

    private static List<int> Find(IReadOnlyList<double> distances, int length, Rule rule)
    {
        double[] all = [.. distances];
        List<int> found = [];
        for (var end = length; end <= all.Length; end++)
        {
            if (rule(all.AsSpan(end - length, length)))
            {
                found.Add(end - 1);
            }
        }

        return found;
    }

    private static int Count(ReadOnlySpan<double> values, Func<double, bool> which)
    {
        var count = 0;
        foreach (var value in values)
        {
            count += which(value) ? 1 : 0;
        }

        return count;
    }

    private static bool AllSteps(ReadOnlySpan<double> values, Func<double, bool> which)
    {
        for (var at = 1; at < values.Length; at++)
        {
            if (!which(values[at] - values[at - 1]))
            {
                return false;
            }
        }

        return true;
    }

    private delegate bool Rule(ReadOnlySpan<double> last);
}

/// <summary>Runs about the median: whether values stay on one side too long, or change sides too seldom, for chance (Anhoej and Olesen 2014).</summary>
/// <param name="Useful">How many values are not on the median itself.</param>
/// <param name="Longest">The longest run on one side.</param>
/// <param name="LongestByChance">Longer runs are unlikely.</param>
/// <param name="Crossings">How often the side changes.</param>
/// <param name="FewestByChance">Fewer changes are unlikely.</param>
public sealed record MedianRuns(int Useful, int Longest, int LongestByChance, int Crossings, int FewestByChance)
{
    public bool IsUnlikely => Longest > LongestByChance || Crossings < FewestByChance;

    /// <returns>Null when fewer than two values lie off the median: there is nothing to see.</returns>
    public static MedianRuns? Of(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        var median = sorted.Count == 0 ? 0 : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        var sides = values.Select(value => value.CompareTo(median)).Where(side => side != 0).ToList();
        if (sides.Count < 2)
        {
            return null;
        }

        var (longest, run, crossings) = (1, 1, 0);
        for (var at = 1; at < sides.Count; at++)
        {
            var same = sides[at] == sides[at - 1];
            run = same ? run + 1 : 1;
            crossings += same ? 0 : 1;
            longest = Math.Max(longest, run);
        }

        return new(sides.Count, longest, (int)Math.Round(Math.Log2(sides.Count) + 3, MidpointRounding.ToEven), crossings, (int)Discrete.BinomialQuantile(0.05, sides.Count - 1, 0.5));
    }
}
