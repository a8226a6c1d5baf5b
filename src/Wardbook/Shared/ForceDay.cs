namespace Wardbook.Shared;

/// <summary>Days are days where the force is.</summary>
public static class ForceDay
{
    public const string Usual = "Europe/London";

    /// <summary>One for the life of a process: times are said in a hundred places, and a setting is read once. What is not a zone stops the program at its start.</summary>
    private static readonly TimeZoneInfo Zone = Find(Settings.ZoneOfThisProcess ?? Usual) ?? Find(Usual)!;

    /// <returns>Null when there is no such zone.</returns>
    /// <param name="name">As the time zone database has it (IANA).</param>
    public static TimeZoneInfo? Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().InForceTime());

    /// <summary>As a clock on the force's wall shows it.</summary>
    public static DateTime InForceTime(this DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).DateTime;

    /// <summary>The moment, UTC, at which a day begins where the force is.</summary>
    public static DateTime Begins(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone);

    /// <summary>The moment, UTC, of a time on a day where the force is. A time that the clocks skip is taken as the hour after; of one that comes twice, the second.</summary>
    public static DateTime At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return TimeZoneInfo.ConvertTimeToUtc(Zone.IsInvalidTime(local) ? local.AddHours(1) : local, Zone);
    }

    /// <inheritdoc cref="InForceTime(DateTimeOffset)"/>
    /// <param name="moment">UTC.</param>
    public static DateTime InForceTime(this DateTime moment) => new DateTimeOffset(moment, TimeSpan.Zero).InForceTime();
}
