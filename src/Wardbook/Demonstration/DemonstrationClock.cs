using Wardbook.Demonstration.Work;

namespace Wardbook.Demonstration;

/// <summary>The days of the demonstration: on the day it was made it is 24 May 2007 there, and each day since is one day later, so that what is overdue, new or coming is so there too.</summary>
/// <remarks>One-time codes of an app go by the real time, so they do not fit there; passwords and passkeys do.</remarks>
/// <param name="real">The clock on the wall.</param>
/// <param name="made">The real day on which the demonstration was made.</param>
public sealed class DemonstrationClock(TimeProvider real, DateOnly made) : TimeProvider
{
    private readonly TimeSpan back = TimeSpan.FromDays(made.DayNumber - LondonTeams.Last.DayNumber);

    public override long TimestampFrequency => real.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() - back;

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => real.CreateTimer(callback, state, dueTime, period);
}
