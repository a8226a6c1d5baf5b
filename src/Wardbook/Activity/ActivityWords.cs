namespace Wardbook.Activity;

/// <summary>How what was done is said.</summary>
public static class ActivityWords
{
    /// <summary>What each of the four is for.</summary>
    public static string InWords(this ActivityGroup group) => group switch
    {
        ActivityGroup.Enforcement => "Enforcement",
        ActivityGroup.Prevention => "Prevention",
        ActivityGroup.Intelligence => "Intelligence",
        ActivityGroup.Communication => "Communication",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "has no words"),
    };

    public static string InWords(this Standing standing) => standing switch
    {
        Standing.Counts => "counts",
        Standing.PutRight => "put right by a later record",
        Standing.TakenBack => "taken back",
        Standing.TakesBack => "takes back another record",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "has no words"),
    };
}

/// <summary>Whether a record counts.</summary>
public enum Standing
{
    Counts,

    /// <summary>A later record says it right.</summary>
    PutRight,

    /// <summary>A later record says that it never was.</summary>
    TakenBack,

    /// <summary>It says of another that it never was, and counts for nothing itself.</summary>
    TakesBack,
}
