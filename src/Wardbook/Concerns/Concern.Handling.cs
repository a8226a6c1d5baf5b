using Wardbook.Accounts.Record;
using Wardbook.Concerns.Answers;
using Wardbook.Periods;
using Wardbook.Places;

namespace Wardbook.Concerns;

/// <summary>What is done about a concern. Each step is a record of its own beside it; what stands here is where the steps have led.</summary>
public sealed partial class Concern
{
    /// <summary>The most letters of an answer, of public words, of a reason.</summary>
    public const int LongestPublic = 1_000, LongestAnswer = 4_000, LongestReason = 200;

    public Moderation Moderation { get; private set; } = Moderation.Waiting;

    /// <summary>What the public reads: other words for the same, made by a person. Empty while there are none.</summary>
    public string PublicWords { get; private set; } = "";

    /// <summary>The public point at which it is shown, in ten-millionths of a degree; null for the whole ward.</summary>
    public int? PublicLatitudeE7 { get; private set; }

    /// <inheritdoc cref="PublicLatitudeE7"/>
    public int? PublicLongitudeE7 { get; private set; }

    /// <summary>What that point is called; empty for the whole ward.</summary>
    public string PublicPlace { get; private set; } = "";

    /// <summary>The concern whose answer this one has.</summary>
    public Guid? MergedInto { get; private set; }

    /// <summary>When the answer is due, UTC; while it is paused, when it would have been. Null when nobody asked for an answer.</summary>
    public DateTime? Due { get; private set; }

    /// <summary>The month in which it is due, for the published figures.</summary>
    [NotRecorded]
    public Month? DueMonth { get; private set; }

    public DateTime? PausedSince { get; private set; }

    /// <summary>Why it is paused: an entry of the force's list.</summary>
    public Guid? PausedFor { get; private set; }

    /// <summary>How far up it was told that the answer is missing: 1 the sergeant, 2 the inspector, 3 that it ran out.</summary>
    [NotRecorded]
    public int Escalated { get; set; }

    public DateTime? Answered { get; private set; }

    /// <summary>When whoever said it asked above because no answer came.</summary>
    public DateTime? Appealed { get; private set; }

    /// <summary>When whoever said it was asked by mail whether it is better.</summary>
    [NotRecorded]
    public DateTime? AskedSince { get; set; }

    /// <summary>Whether it is better; null while nobody said.</summary>
    public Since? Since { get; private set; }

    /// <summary>Grows with each step: who acts on an earlier state is told so.</summary>
    [NotRecorded]
    public int Version { get; private set; } = 1;

    public bool IsOpen => State is ConcernState.New or ConcernState.TakenUp;

    public AnswerClock? Clock => Due is { } due ? new(due, PausedSince) : null;

    public Point? PublicPoint => PublicLatitudeE7 is { } latitude && PublicLongitudeE7 is { } longitude ? new(longitude, latitude) : null;

    /// <summary>Somebody waits for an answer from now on.</summary>
    public void StartClock(DateTime at, int hours) => Set(AnswerClock.Start(at, hours));

    /// <summary>Whether the answer is missing at this moment.</summary>
    public bool IsOverdue(DateTime now) => Answered is null && IsOpen && Clock is { } clock && clock.Left(now) < TimeSpan.Zero;

    public ConcernStep TakeUp(StepBy by) => Step(StepKind.TakenUp, by, () => State = ConcernState.TakenUp);

    /// <summary>Lets it out of the heap. Its clock starts now: until now nobody knew that it is from a person.</summary>
    public ConcernStep Release(StepBy by, int hours) => Step(StepKind.Released, by, () =>
    {
        IsHeld = false;
        StartClock(by.At, hours);
    });

    public ConcernStep Show(StepBy by, string words, PublicPoint? at) => Step(StepKind.Shown, by with { Words = words }, () =>
    {
        (Moderation, PublicWords) = (Moderation.Public, words);
        (PublicLongitudeE7, PublicLatitudeE7, PublicPlace) = (at?.At.LongitudeE7, at?.At.LatitudeE7, at?.Name ?? "");
    });

    public ConcernStep Hide(StepBy by) => Step(StepKind.Hidden, by, () => Moderation = Moderation.NotPublic);

    /// <summary>Closes it with an answer: <see cref="ConcernState.Answered"/>, <see cref="ConcernState.PassedOn"/> or <see cref="ConcernState.NotForUs"/>.</summary>
    public ConcernStep Answer(StepBy by, ConcernState how) => Step(StepKind.Answered, by, () =>
    {
        // A clock that stood still goes on with the answer, which so is in time.
        Resumed(by.At);
        (State, Answered) = (how, by.At);
    });

    public ConcernStep Pause(StepBy by, Guid reason) => Step(StepKind.Paused, by, () =>
    {
        PausedFor = reason;
        Set(Clock!.Value.Pause(by.At));
    });

    public ConcernStep Resume(StepBy by) => Step(StepKind.Resumed, by, () => Resumed(by.At));

    public ConcernStep Merge(StepBy by, Concern into) => Step(StepKind.Merged, by, () => (State, MergedInto, SameAs, Answered) = (ConcernState.Merged, into.Id, into.Id, into.Answered is null ? null : by.At));

    /// <summary>The one into which it was merged has an answer: so has this one.</summary>
    public void Follow(DateTime answered)
    {
        Answered = answered;
        Version++;
    }

    public ConcernStep Correct(StepBy by, string category, PlaceCode place) => Step(StepKind.Corrected, by, () => (Category, PlaceCode) = (category, place));

    public ConcernStep Appeal(StepBy by) => Step(StepKind.Appealed, by, () => Appealed = by.At);

    public ConcernStep Tell(StepBy by, Since since) => Step(StepKind.Told, by, () => Since = since);

    /// <summary>Takes a step back: what it changed is as it was. An answer was read and cannot be taken back; another can follow it.</summary>
    public ConcernStep Undo(StepBy by, ConcernStep last) => Step(StepKind.Undone, by, () =>
    {
        last.Undone = by.Id;
        var was = last.Was;
        (State, Moderation, MergedInto, SameAs, Category, PlaceCode, Answered) = (was.State, was.Moderation, was.MergedInto, was.SameAs, was.Category, was.Place, was.Answered);
        (PausedFor, IsHeld) = (was.PausedFor, was.IsHeld);
        Set(was.Due is { } due ? new(due, was.PausedSince) : null);
    });

    internal StepState Now() => new(State, Moderation, MergedInto, SameAs, Category, PlaceCode.Text, Answered, PausedFor, IsHeld, Due, PausedSince);

    private ConcernStep Step(StepKind kind, StepBy by, Action change)
    {
        var step = ConcernStep.Of(Id, kind, by, Now());
        change();
        Version++;
        return step;
    }

    private void Resumed(DateTime at)
    {
        PausedFor = null;
        Set(Clock?.Resume(at));
    }

    private void Set(AnswerClock? clock)
    {
        (Due, PausedSince) = (clock?.Due, clock?.PausedSince);
        DueMonth = clock is { } one ? Month.Of(DateOnly.FromDateTime(one.Due)) : null;
    }
}
