namespace Wardbook.Concerns;

/// <summary>The time within which an answer was promised. It stands still while it is paused. All moments are UTC: hours are hours, over a change of the clocks too.</summary>
/// <param name="Due">When the answer is due; while it is paused, when it would have been.</param>
/// <param name="PausedSince">Null while it runs.</param>
public readonly record struct AnswerClock(DateTime Due, DateTime? PausedSince = null)
{
    public bool IsPaused => PausedSince is not null;

    /// <exception cref="ArgumentOutOfRangeException">The hours are not more than none.</exception>
    public static AnswerClock Start(DateTime said, int hours)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hours);
        return new(said.AddHours(hours));
    }

    /// <summary>A clock that stands still already goes on standing still since it first did.</summary>
    public AnswerClock Pause(DateTime at) => this with { PausedSince = PausedSince ?? at };

    /// <summary>Goes on from where it stood: what was left is left.</summary>
    public AnswerClock Resume(DateTime at) => PausedSince is { } since && at > since ? new(Due + (at - since)) : new(Due);

    /// <summary>Below zero when it ran out.</summary>
    public TimeSpan Left(DateTime at) => Due - (PausedSince ?? at);

    /// <summary>Whether an answer at this moment keeps the promise.</summary>
    public bool IsKeptBy(DateTime answered) => Left(answered) >= TimeSpan.Zero;
}
