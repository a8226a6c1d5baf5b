using Wardbook.Places;
using Wardbook.Shared;

namespace Wardbook.Cycle;

/// <summary>How stages, and what is missing of them, are said.</summary>
public static class CycleWords
{
    /// <returns>Such as <c>Plan and act</c>.</returns>
    public static string InWords(this Stage stage) => stage switch
    {
        Stage.Research => "Research",
        Stage.Engage => "Engage",
        Stage.Preferences => "Identify public preferences",
        Stage.Investigate => "Investigate and analyse",
        Stage.Priorities => "Identify priorities",
        Stage.Act => "Plan and act",
        Stage.Review => "Review",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "has no words"),
    };

    /// <summary>When it is done.</summary>
    public static string Asks(this Stage stage, CycleRules rules) => stage switch
    {
        Stage.Research => $"Done when every subject of the ward\u2019s profile was reviewed within {Months(rules.ProfileMonths)}, and every community is named with a way to reach it.",
        Stage.Engage => $"Done when each community of the ward was reached within {Months(rules.ReachedMonths)}.",
        Stage.Preferences => $"Done when what people say is in issues, put there within {Weeks(rules.OrderWeeks)}, and came by at least {Many(rules.Channels, "channel")}.",
        Stage.Investigate => $"Done when each of the first {Many(rules.TopIssues, "issue")} has an evidence pack not older than {Months(rules.EvidenceMonths)}.",
        Stage.Priorities => $"Done when {rules.FewestPriorities} to {rules.MostPriorities} priorities that a meeting chose are worked on.",
        Stage.Act => $"Done when each priority has an owner and something was done about it within {Weeks(rules.ActWeeks)}.",
        Stage.Review => $"Done when each priority was judged when its day had come, and residents were told what was found. Counts for {Months(rules.ReviewMonths)}.",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "has no words"),
    };

    /// <returns>Such as <c>3 missing</c>.</returns>
    public static string InWords(this StageState state, int missing) => state switch
    {
        StageState.Done => "done",
        StageState.NotDue => "nothing due yet",
        _ => $"{Numbers.InFigures(missing)} missing",
    };

    /// <summary>What is missing, as something to do.</summary>
    public static string InWords(this Missing missing, CycleRules rules) => missing.Lack switch
    {
        Lack.SubjectNotReviewed => missing.Last is { } last ? $"Review \u201C{missing.Name}\u201D of the profile: last done on {last.InWords()}" : $"Write down \u201C{missing.Name}\u201D of the profile",
        Lack.NoCommunity => "Name the communities of the ward",
        Lack.NoWayToReach => $"Say how to reach \u201C{missing.Name}\u201D",
        Lack.NotReached => $"Reach \u201C{missing.Name}\u201D: {(missing.Last is { } last ? $"last reached on {last.InWords()}" : "never reached, as far as is recorded")}",
        Lack.NoIssue => "Put into issues what people said in the last 12 months",
        Lack.OrderTooOld => missing.Last is { } last ? $"Put into issues what people said since {last.InWords()}" : "Put into issues what people say",
        Lack.TooFewChannels => $"Hear people in another way as well: what they said came by {Many(missing.Count ?? 0, "channel")}, and {rules.Channels} are asked for",
        Lack.NoEvidence => missing.Last is { } last ? $"Renew the evidence pack of \u201C{missing.Name}\u201D: it is of {last.InWords()}" : $"Make an evidence pack of \u201C{missing.Name}\u201D",
        Lack.TooFewPriorities => $"Adopt priorities: {(missing.Count is 0 or null ? "none is" : missing.Count == 1 ? "one is" : $"{missing.Count} are")} worked on, and {rules.FewestPriorities} to {rules.MostPriorities} are asked for",
        Lack.TooManyPriorities => $"Close or carry on fewer priorities: {missing.Count} are worked on, and at most {rules.MostPriorities} are asked for",
        Lack.NoPriority => "Adopt a priority",
        Lack.NoOwner => $"Say who owns \u201C{missing.Name}\u201D",
        Lack.NothingDone => $"Record what was done about \u201C{missing.Name}\u201D: {(missing.Last is { } last ? $"the last was on {last.InWords()}" : "nothing is recorded")}",
        Lack.NotJudged => $"Judge \u201C{missing.Name}\u201D: its day was {missing.Last!.Value.InWords()}",
        Lack.NotTold => $"Tell residents what the meeting of {missing.Last!.Value.InWords()} found of \u201C{missing.Name}\u201D",
        _ => throw new ArgumentOutOfRangeException(nameof(missing), missing.Lack, "has no words"),
    };

    /// <summary>Where it is done.</summary>
    public static string Href(this Missing missing, PlaceCode ward) => missing.Lack switch
    {
        Lack.SubjectNotReviewed => Urls.ProfileSection(ward, missing.Slug),
        Lack.NoCommunity => Urls.Communities(ward),
        Lack.NoWayToReach => Urls.EditCommunity(ward, missing.Id!.Value),
        Lack.NotReached => Urls.Community(ward, missing.Id!.Value),
        Lack.NoIssue or Lack.OrderTooOld or Lack.TooFewChannels => Urls.WorkIssues(ward),
        Lack.NoEvidence => Urls.Evidence(ward, missing.Id!.Value),
        Lack.TooFewPriorities or Lack.TooManyPriorities or Lack.NoPriority => Urls.WorkPriorities(ward),
        Lack.NothingDone => Urls.RecordActivity(ward),
        Lack.NoOwner or Lack.NotJudged or Lack.NotTold => Urls.WorkPriority(ward, missing.Id!.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(missing), missing.Lack, "has no place"),
    };

    private static string Months(int months) => Many(months, "month");

    private static string Weeks(int weeks) => Many(weeks, "week");

    private static string Many(int number, string what) => $"{Numbers.InFigures(number)} {what}{(number == 1 ? "" : "s")}";
}
