namespace Wardbook.Accounts.Record;

/// <summary>What an entry of the record of change tells. The numbers are in databases and under seals: they stay.</summary>
public enum Happened
{
    Added = 1,
    Changed = 2,
    Removed = 3,

    /// <summary>Something sensitive was read.</summary>
    Read = 4,

    /// <summary>Something was taken out as a file.</summary>
    Exported = 5,

    /// <summary>Somebody asked for what they may not have.</summary>
    Refused = 6,
    SignedIn = 7,

    /// <summary>Somebody tried to sign in and could not.</summary>
    SignInFailed = 8,
    SignedOut = 9,

    /// <summary>Files were loaded: one entry for all their rows.</summary>
    Imported = 10,

    /// <summary>How Wardbook works was changed.</summary>
    Configured = 11,

    /// <summary>Personal values were erased.</summary>
    Erased = 12,

    /// <summary>The clock stood earlier than it had before.</summary>
    ClockSetBack = 13,
}

/// <summary>How it is said.</summary>
public static class HappenedWords
{
    /// <returns>Such as <c>signed in</c>.</returns>
    public static string InWords(this Happened happened) => happened switch
    {
        Happened.Added => "added",
        Happened.Changed => "changed",
        Happened.Removed => "removed",
        Happened.Read => "read",
        Happened.Exported => "exported",
        Happened.Refused => "refused",
        Happened.SignedIn => "signed in",
        Happened.SignInFailed => "failed to sign in",
        Happened.SignedOut => "signed out",
        Happened.Imported => "imported",
        Happened.Configured => "set up",
        Happened.Erased => "erased",
        Happened.ClockSetBack => "clock set back",
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "has no words"),
    };
}
