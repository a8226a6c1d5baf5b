using Wardbook.Shared;

namespace Wardbook.Concerns.Issues;

/// <summary>How the order of issues, and how sure it is, are said.</summary>
public static class IssueWords
{
    private const int MostPairs = 3;

    /// <summary>What can be told of the first few, and what cannot.</summary>
    public static IEnumerable<string> HowSure(WardIssues issues)
    {
        for (var at = 0; at + 1 < issues.Issues.Count && at < MostPairs; at++)
        {
            var (one, next) = (issues.Issues[at], issues.Issues[at + 1]);
            yield return one.Ranked!.IsSurelyAboveNext == true
                ? $"\u201C{one.Title}\u201D matters more to those who spoke than \u201C{next.Title}\u201D: with other people from the same crowd it would nearly always come first."
                : $"Whether \u201C{one.Title}\u201D or \u201C{next.Title}\u201D comes first cannot be told from so few people.";
        }
    }

    public static string How(RankingRules rules) =>
        $"Each issue is compared with every other by five things: how many people raised it, through how many channels, for how many communities, how long it has been going on, and how harmful such things are. "
        + $"Its place comes from the part of these comparisons that it wins. {Weights(rules)} A person counts once for an issue, however often they say it, with the first thing they said. All that nobody stands behind with an address or a name counts "
        + $"together as at most {Numbers.InFigures(rules.UnverifiedAtMost)} people. The likely places are those an issue takes in 90 of 100 draws when as many people are drawn anew from those who spoke. Who has not spoken is not in it.";

    private static string Weights(RankingRules rules) => rules is { People: var all, Channels: var channels, Communities: var communities, Lasting: var lasting, Harm: var harm } && all == channels && all == communities && all == lasting && all == harm
        ? "All five count the same."
        : $"They count {Weight(rules.People)}, {Weight(rules.Channels)}, {Weight(rules.Communities)}, {Weight(rules.Lasting)} and {Weight(rules.Harm)}, as the force decided.";

    private static string Weight(double weight) => Numbers.InFigures(weight, weight == Math.Round(weight) ? 0 : 1);
}
