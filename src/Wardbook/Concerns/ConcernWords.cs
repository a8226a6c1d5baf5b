namespace Wardbook.Concerns;

/// <summary>How exactly it was said where. The numbers are in the database.</summary>
public enum SaidWhere
{
    WholeWard = 1,
    Street = 2,
    Pin = 3,
}

/// <summary>At which time of day. The numbers are in the database.</summary>
public enum TimeOfDay
{
    /// <summary>At different times, or nobody said.</summary>
    Any = 0,
    Morning = 1,
    Afternoon = 2,
    Evening = 3,
    Night = 4,
}

/// <summary>What became of a concern so far. The numbers are in the database.</summary>
public enum ConcernState
{
    New = 1,
    TakenUp = 2,
    Answered = 3,
    PassedOn = 4,
    NotForUs = 5,

    /// <summary>The same as another: it has that one's answer.</summary>
    Merged = 6,
}

/// <summary>Whether the public may read of it. The numbers are in the database.</summary>
public enum Moderation
{
    /// <summary>Nobody has decided: nothing is shown.</summary>
    Waiting = 1,
    Public = 2,
    NotPublic = 3,
}

/// <summary>Whether it is better, as whoever said it says weeks after the answer. The numbers are in the database.</summary>
public enum Since
{
    Better = 1,
    Same = 2,
    Worse = 3,
}

/// <summary>How they are said.</summary>
public static class ConcernWords
{
    /// <returns>Such as <c>In the evening (6pm to 11pm)</c>.</returns>
    public static string InWords(this TimeOfDay time) => time switch
    {
        TimeOfDay.Any => "At different times",
        TimeOfDay.Morning => "In the morning (6am to midday)",
        TimeOfDay.Afternoon => "In the afternoon (midday to 6pm)",
        TimeOfDay.Evening => "In the evening (6pm to 11pm)",
        TimeOfDay.Night => "At night (11pm to 6am)",
        _ => throw new ArgumentOutOfRangeException(nameof(time), time, "has no words"),
    };

    /// <returns>Such as <c>taken up</c>.</returns>
    public static string InWords(this ConcernState state) => state switch
    {
        ConcernState.New => "new",
        ConcernState.TakenUp => "taken up",
        ConcernState.Answered => "answered",
        ConcernState.PassedOn => "passed on",
        ConcernState.NotForUs => "not for the police",
        ConcernState.Merged => "joined with another",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "has no words"),
    };

    /// <returns>Such as <c>It is better</c>.</returns>
    public static string InWords(this Since since) => since switch
    {
        Since.Better => "It is better",
        Since.Same => "It is the same",
        Since.Worse => "It is worse",
        _ => throw new ArgumentOutOfRangeException(nameof(since), since, "has no words"),
    };

    /// <returns>Such as <c>shown to the public</c>.</returns>
    public static string InWords(this Moderation moderation) => moderation switch
    {
        Moderation.Waiting => "not decided",
        Moderation.Public => "shown to the public",
        Moderation.NotPublic => "not shown to the public",
        _ => throw new ArgumentOutOfRangeException(nameof(moderation), moderation, "has no words"),
    };
}
