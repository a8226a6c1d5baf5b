using Wardbook.Priorities.Plans;
using Wardbook.Shared;

namespace Wardbook.Priorities;

/// <summary>How priorities and what became of them are said.</summary>
public static class PriorityWords
{
    public static string InWords(this Verdict verdict) => verdict switch
    {
        Verdict.Resolved => "Resolved",
        Verdict.Improving => "Improving",
        Verdict.NoChange => "No change",
        Verdict.Worse => "Worse",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "has no words"),
    };

    public static string InWords(this MeasureKind measure) => measure switch
    {
        MeasureKind.RecordedCrime => "Recorded crime of one kind here in 12 months",
        MeasureKind.PeopleWhoRaisedIt => "How many people raise it in three months",
        MeasureKind.Seen => "What somebody goes and looks at",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "has no words"),
    };

    /// <summary>Such as <c>Recorded crime of one kind here in 12 months (burglary): 41 when it was adopted</c>.</summary>
    public static string Measure(ShownPriority shown)
    {
        var of = shown.MeasureOf.Length > 0 ? $" ({shown.MeasureOf})" : "";
        var baseline = shown.Priority.Baseline is { } was ? $": {Figure(was)} when it was adopted" : shown.Priority.Measure is MeasureKind.Seen ? "" : "; it was not known when it was adopted";
        return $"{shown.Priority.Measure.InWords()}{of}{baseline}. To be judged by {shown.Priority.JudgeBy.InWords()}.";
    }

    /// <summary>Where it stands, for the public: what a meeting last said, whether there is news, whether it is due.</summary>
    public static string Status(ShownPriority shown, DateOnly today) => (shown.Priority.Closed, shown.Reviews) switch
    {
        ({ } closed, [var last, ..]) => $"Closed on {closed.InWords()}: {last.Verdict.InWords().ToLowerInvariant()}.",
        (null, [var last, ..]) => $"A meeting on {last.Day.InWords()} found: {last.Verdict.InWords().ToLowerInvariant()}. Carried over.",
        _ when shown.Priority.JudgeBy < today => $"It was to be judged by {shown.Priority.JudgeBy.InWords()}, and has not been yet.",
        _ => "Being worked on.",
    };

    /// <summary>What is said of an open priority that nobody has been told about for too long; null when there is news.</summary>
    public static string? Stale(ShownPriority shown, DateOnly today) => shown.Priority.IsOpen && shown.LastNews < today.AddMonths(-Priority.MonthsOfNews)
        ? $"There has been no news of this priority since {shown.LastNews.InWords()}, which is longer than {Priority.MonthsOfNews} months."
        : null;

    public static string Vote(Priority priority) => priority is { For: { } yes, Against: { } no, Abstained: { } abstained }
        ? $"{Numbers.InFigures(yes)} for, {Numbers.InFigures(no)} against, {Numbers.InFigures(abstained)} abstained"
        : "agreed without a vote";

    /// <summary>Whole numbers as they are.</summary>
    public static string Figure(double figure) => Numbers.InFigures(figure, figure == Math.Round(figure) ? 0 : 1);

    /// <summary>What the record gives to begin an update with; a person makes it their own.</summary>
    public static string Draft(ShownPriority shown)
    {
        var said = $"You said: {string.Join("; ", shown.Sources.Select(source => source.Title))}.";
        var chose = $"{Capital(shown.Priority.Meeting)} on {shown.Priority.Adopted.InWords()} made it a priority, because {Small(shown.Priority.Reason)}";
        // What they were told before they need not hear again.
        var since = shown.Updates.Count > 0 ? shown.LastNews : DateOnly.MinValue;
        var did = $"We did: {string.Join(". ", shown.Actions.Where(action => action.Done >= since).Select(Did))}";
        var found = shown.Reviews is [var last, ..] ? $"\n\nThe meeting of {last.Day.InWords()} found: {last.Verdict.InWords().ToLowerInvariant()}. {last.Why}" : "";
        return $"{said}\n\n{chose.TrimEnd('.')}.\n\n{(did.Length > "We did: ".Length ? $"{did}." : did)}{found}";
    }

    private static string Did(ToldAction action) => $"{action.Words.TrimEnd('.')} ({(action.Partner.Length > 0 ? $"{action.Partner}, " : "")}{action.Done!.Value.InWords()})";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Small(string text) => text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
