namespace Wardbook.Concerns;

/// <summary>Public preferences: issues in the order in which they matter to people, and how sure that order is (docs/methods/ranking.md).</summary>
/// <remarks>
/// A person counts once for an issue, with the first thing they said about it: nobody pushes an issue up by saying it often. An issue is compared with every other by
/// how many people raised it, through how many channels, for how many communities, for how long, and how harmful it is; its score is the part of those
/// comparisons that it wins.
/// </remarks>
public sealed record Ranking(IReadOnlyList<RankedIssue> Issues, RankingRules Rules)
{
    /// <summary>How often the people are drawn anew.</summary>
    public const int Draws = 1_000;

    /// <summary>Ranks are shown with the range that 90 of 100 draws lie in.</summary>
    private const double Outside = 0.05;

    /// <param name="draw">A whole number from 0 up to but not including the one given, each as likely: dice are the caller's.</param>
    /// <param name="top">How many priorities there will be.</param>
    public static Ranking Of(IReadOnlyList<RaisedIssue> issues, RankingRules rules, Func<int, int> draw, int top = 5)
    {
        var crowd = new Crowd(issues, rules);
        var counts = crowd.Count(crowd.AsTheyAre);
        var scores = Score(counts, rules);
        var ranks = Ranks(scores);
        var order = Order(issues, counts, ranks);

        var drawn = new int[issues.Count][];
        var aboveNext = new int[issues.Count];
        for (var at = 0; at < issues.Count; at++)
        {
            drawn[at] = new int[Draws];
        }

        for (var number = 0; number < Draws; number++)
        {
            var again = Score(crowd.Count(crowd.Drawn(draw)), rules);
            var places = Ranks(again);
            for (var at = 0; at < issues.Count; at++)
            {
                drawn[at][number] = places[at];
            }

            for (var place = 0; place + 1 < order.Length; place++)
            {
                aboveNext[order[place]] += again[order[place]] > again[order[place + 1]] ? 1 : 0;
            }
        }

        return new(
        [
            .. order.Select((at, place) =>
            {
                Array.Sort(drawn[at]);
                return new RankedIssue(
                    issues[at].Id, counts[at], scores[at], ranks[at],
                    Highest: Math.Min(ranks[at], drawn[at][(int)(Outside * (Draws - 1))]), Lowest: Math.Max(ranks[at], drawn[at][(int)Math.Ceiling((1 - Outside) * (Draws - 1))]),
                    InTop: drawn[at].Count(rank => rank <= top) / (double)Draws,
                    AboveNext: place + 1 < order.Length ? aboveNext[at] / (double)Draws : null);
            }),
        ], rules);
    }

    /// <summary>The place of each issue alone, without how sure it is: for many wards at once.</summary>
    /// <returns>The issues with their places from 1, the first first; equal ones share a place.</returns>
    public static IReadOnlyList<(Guid Id, int Place)> Places(IReadOnlyList<RaisedIssue> issues, RankingRules rules)
    {
        var crowd = new Crowd(issues, rules);
        var counts = crowd.Count(crowd.AsTheyAre);
        var ranks = Ranks(Score(counts, rules));
        return [.. Order(issues, counts, ranks).Select(at => (issues[at].Id, ranks[at]))];
    }

    private static int[] Order(IReadOnlyList<RaisedIssue> issues, IssueCount[] counts, int[] ranks) =>
        [.. Enumerable.Range(0, issues.Count).OrderBy(at => ranks[at]).ThenByDescending(at => counts[at].People).ThenBy(at => issues[at].Id)];

    /// <summary>Of all comparisons with the others, by each measure, the part won; a draw is half a win.</summary>
    private static double[] Score(IssueCount[] counts, RankingRules rules)
    {
        var measures = Array.ConvertAll(counts, count => count.Measures);
        var weights = rules.Weights;
        var all = weights.Sum();
        var scores = new double[counts.Length];
        for (var one = 0; one < counts.Length; one++)
        {
            for (var measure = 0; measure < weights.Length; measure++)
            {
                var won = 0.0;
                for (var other = 0; other < counts.Length; other++)
                {
                    won += other == one ? 0 : measures[one][measure].CompareTo(measures[other][measure]) switch { > 0 => 1, 0 => 0.5, _ => 0 };
                }

                scores[one] += weights[measure] * won;
            }

            // Sums of halves are exact, so equal issues have equal scores.
            scores[one] = counts.Length == 1 || all == 0 ? 1 : scores[one] / (all * (counts.Length - 1));
        }

        return scores;
    }

    /// <summary>1 for the highest; equal scores share the better place.</summary>
    private static int[] Ranks(double[] scores) => Array.ConvertAll(scores, score => 1 + scores.Count(other => other > score));
}

/// <summary>An issue in its place.</summary>
/// <param name="Score">The part of all comparisons that it wins, 0 to 1.</param>
/// <param name="Rank">From 1; equal scores share a place.</param>
/// <param name="Highest">With <paramref name="Lowest"/>: the places it takes in 90 of 100 draws of the people.</param>
/// <param name="InTop">In what part of the draws it is among the first few, 0 to 1.</param>
/// <param name="AboveNext">In what part of the draws it comes before the next one; null for the last.</param>
public sealed record RankedIssue(Guid Id, IssueCount Count, double Score, int Rank, int Highest, int Lowest, double InTop, double? AboveNext)
{
    /// <summary>Below this, which of two comes first cannot be told.</summary>
    public const double Sure = 0.9;

    /// <summary>Null for the last issue.</summary>
    public bool? IsSurelyAboveNext => AboveNext >= Sure;
}
