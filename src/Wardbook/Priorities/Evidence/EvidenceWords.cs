using Wardbook.Concerns;
using Wardbook.Priorities.Evidence.Timed;
using Wardbook.Priorities.Plans;
using Wardbook.Shared;

namespace Wardbook.Priorities.Evidence;

/// <summary>The most telling facts of a pack, in words, each with how sure it is; and what is not in it.</summary>
public static class EvidenceWords
{
    /// <summary>From so few who said when, nothing is told of when it happens.</summary>
    private const int FewestWhoSaidWhen = 5;

    /// <summary>Five: how many people, what is recorded, when, where, what was tried.</summary>
    public static IReadOnlyList<string> Facts(IssueEvidence evidence) => [People(evidence), Crime(evidence), When(evidence), Where(evidence), Tried(evidence)];

    /// <summary>What a reader would look for here and does not find.</summary>
    public static IEnumerable<string> NotHere(IssueEvidence evidence)
    {
        if (evidence.Timed.Count == 0)
        {
            yield return "Hours and weekdays of what was recorded: published crime has months alone. The force can extract them; the team attaches them below.";
        }

        yield return "Figures of partners, such as calls to the council, fire or health services, unless the team attached them as counts by hour.";
        yield return "Who does it: nothing of a person is kept here, reference numbers at most.";
        yield return "What people did not say. Who has not been heard is on the page of the communities.";
        if (evidence.Crime is null)
        {
            yield return "Recorded crime: none of this kind is loaded for the ward.";
        }
        else if (evidence.OfCrime is null)
        {
            yield return "Which kind of recorded crime belongs to the issue: nobody has said, so all crime is shown.";
        }
    }

    private static string People(IssueEvidence evidence) => evidence.InOrder?.Ranked is not { } ranked
        ? "Nobody raised it in the last 12 months."
        : $"{PlanWords.Count(ranked.Count.People, "voice")} raised it in the last 12 months, through {PlanWords.Count(ranked.Count.Channels, "channel")}. In what matters to those who spoke it stands in place {ranked.Rank} of {evidence.Among}{(ranked.Highest == ranked.Lowest ? evidence.Among == 1 ? "" : ", and with other people from the same crowd it nearly always would" : $"; with other people from the same crowd it might be anywhere from {ranked.Highest} to {ranked.Lowest}")}.";

    private static string Crime(IssueEvidence evidence) => evidence.Crime is not { } crime
        ? "What is recorded of it is not known here: no such figures are loaded."
        : $"{crime.Kind}: {crime.InWords().First()} {(crime.Usual is null ? "Whether that is unusual cannot be told." : crime.Outside.Count == 0 ? "No month was outside what is usual here." : $"{PlanWords.Count(crime.Outside.Count, "month")} of the 12 {(crime.Outside.Count == 1 ? "was" : "were")} outside what is usual here.")}";

    private static string When(IssueEvidence evidence)
    {
        if (evidence.Timed is [var timed, ..] && timed.Table.Busiest is { } busiest)
        {
            return $"By {Small(timed.What)} ({timed.Source}, {timed.First.InWords()} to {timed.Last.InWords()}), the busiest hour is {HourTable.Days[busiest.Day]} {HourTable.InWords(busiest.Hour)}: {Numbers.InFigures(busiest.Count)} of {Numbers.InFigures(timed.Table.All)}.";
        }

        return evidence.Said.SaidWhen < FewestWhoSaidWhen
            ? "When it happens cannot be told: too few people said, and no counts by hour are attached."
            : $"Of {Numbers.InFigures(evidence.Said.SaidWhen)} times that somebody said when, {Numbers.InFigures(evidence.Said.Day.Max(time => time.Count))} were {Small(evidence.Said.Day.MaxBy(time => time.Count)!.What.InWords())}. That is when people notice it; no counts by hour are attached.";
    }

    private static string Where(IssueEvidence evidence)
    {
        var said = evidence.Said.Streets is [var street, ..] ? $"People name {street.What} most ({PlanWords.Count(street.Count, "voice")})" : "No street was named by five people or more";
        var recorded = evidence.Crime?.Streets is [var most, ..] ? $"; most records lie at the map point {Small(most.Name)} ({Numbers.InFigures(most.Count)} in 12 months), which stands for many doors" : "";
        return $"{said}{recorded}.{(evidence.Findings.Count > 0 ? $" Walks found {PlanWords.Count(evidence.Findings.Count, "thing")} near it." : "")}";
    }

    private static string Tried(IssueEvidence evidence) => evidence.Before is not [var last, ..]
        ? "No priority was about this before, as far as Wardbook knows."
        : $"Tried before: {Numbers.InFigures(evidence.Before.Count)} {(evidence.Before.Count == 1 ? "priority" : "priorities")}. The latest, \u201C{last.Title}\u201D, adopted on {last.Adopted.InWords()}, is {last.InWords}.";

    private static string Small(string text) => text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
