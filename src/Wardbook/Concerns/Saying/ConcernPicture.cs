using Wardbook.Accounts.Personal;

namespace Wardbook.Concerns.Saying;

/// <summary>A photograph that came with a concern, drawn anew: nothing in it tells where it was taken. Only the team sees it.</summary>
public sealed class ConcernPicture
{
    /// <summary>Of one concern at most so many.</summary>
    public const int Most = 3;

    /// <summary>The longer side in dots: enough to read a street sign.</summary>
    public const int Longest = 1_600;

    public required Guid Id { get; init; }

    public required Guid Concern { get; init; }

    /// <summary>It may show faces and plates. It goes with the words of the concern.</summary>
    [Encrypted]
    public required byte[] Jpeg { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime Added { get; init; }
}
