using System.Text.Json;
using Wardbook.Accounts.Personal;
using Wardbook.Places;

namespace Wardbook.Concerns.Answers;

/// <summary>One thing that was done about a concern: by whom, when, with which words. Never changed; a step taken back is told by another step.</summary>
public sealed class ConcernStep
{
    /// <summary>Made by the form that asked for it, so a form sent twice is one step.</summary>
    public required Guid Id { get; init; }

    public required Guid Concern { get; init; }

    public required StepKind Kind { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Null for whoever said the concern, and for Wardbook itself.</summary>
    public Guid? By { get; init; }

    /// <summary>The answer, the comment, the reason; empty for a step without words.</summary>
    [Personal, Encrypted]
    public string Words { get; set; } = "";

    /// <summary>The step that took this one back.</summary>
    public Guid? Undone { get; set; }

    /// <summary>Where the concern stood before, as JSON.</summary>
    public required string Before { get; init; }

    public StepState Was => JsonSerializer.Deserialize<StepState>(Before)!;

    /// <summary>Whether it can be taken back: an answer was read, and what somebody else said is theirs.</summary>
    public bool CanBeUndone => Undone is null && Kind is StepKind.TakenUp or StepKind.Hidden or StepKind.Shown or StepKind.Merged or StepKind.Corrected or StepKind.Paused or StepKind.Resumed;

    public static ConcernStep Of(Guid concern, StepKind kind, StepBy by, StepState was) =>
        new() { Id = by.Id, Concern = concern, Kind = kind, At = by.At, By = by.Account, Words = by.Words, Before = JsonSerializer.Serialize(was) };
}

/// <summary>Who takes a step.</summary>
public sealed record StepBy(Guid Id, Guid? Account, DateTime At, string Words = "");

/// <summary>Where a concern stood.</summary>
public sealed record StepState(
    ConcernState State, Moderation Moderation, Guid? MergedInto, Guid? SameAs, string Category, string PlaceText, DateTime? Answered, Guid? PausedFor, bool IsHeld, DateTime? Due, DateTime? PausedSince)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public PlaceCode Place => PlaceCode.Parse(PlaceText);
}

/// <summary>What was done. The numbers are in the database.</summary>
public enum StepKind
{
    TakenUp = 1,
    Released = 2,
    Shown = 3,
    Hidden = 4,
    Answered = 5,
    Paused = 6,
    Resumed = 7,
    Merged = 8,
    Corrected = 9,
    Appealed = 10,

    /// <summary>Whoever said it told whether it is better.</summary>
    Told = 11,
    Undone = 12,
}

/// <summary>How they are said.</summary>
public static class StepWords
{
    /// <returns>Such as <c>taken up</c>.</returns>
    public static string InWords(this StepKind kind) => kind switch
    {
        StepKind.TakenUp => "taken up",
        StepKind.Released => "taken out of the heap",
        StepKind.Shown => "shown to the public",
        StepKind.Hidden => "not to be shown to the public",
        StepKind.Answered => "answered",
        StepKind.Paused => "clock paused",
        StepKind.Resumed => "clock runs again",
        StepKind.Merged => "joined with another",
        StepKind.Corrected => "category or place put right",
        StepKind.Appealed => "asked above, because no answer came",
        StepKind.Told => "told whether it is better",
        StepKind.Undone => "last step taken back",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "has no words"),
    };
}
