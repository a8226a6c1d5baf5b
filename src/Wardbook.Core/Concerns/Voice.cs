namespace Wardbook.Concerns;

/// <summary>One thing said about an issue, as the order of issues counts it.</summary>
/// <param name="Person">The same for all that one person said; null when nobody knows whether the person said more.</param>
/// <param name="IsVerified">Somebody stands behind it: a proved address, or words said to an officer.</param>
/// <param name="Channel">Through which it came.</param>
/// <param name="Communities">For which communities it was said; mostly none is known.</param>
/// <param name="Day">When it was said.</param>
public sealed record Voice(string? Person, bool IsVerified, Guid Channel, IReadOnlyList<Guid> Communities, DateOnly Day);

/// <summary>Concerns that are about the same thing.</summary>
/// <param name="Harm">How harmful the force holds such things to be; 1 for the usual.</param>
public sealed record RaisedIssue(Guid Id, double Harm, IReadOnlyList<Voice> Voices);

/// <summary>What puts an issue above another, and how much each counts. The force's own; equal unless it says otherwise.</summary>
/// <param name="UnverifiedAtMost">All voices nobody stands behind count together as at most so many people.</param>
public sealed record RankingRules(int UnverifiedAtMost, double People, double Channels, double Communities, double Lasting, double Harm)
{
    public static RankingRules Equal { get; } = new(UnverifiedAtMost: 3, 1, 1, 1, 1, 1);

    /// <summary>In the order of <see cref="IssueCount.Measures"/>.</summary>
    internal double[] Weights => [People, Channels, Communities, Lasting, Harm];
}

/// <summary>What an issue is ranked by.</summary>
/// <param name="Verified">People somebody stands behind, each once.</param>
/// <param name="Unverified">Voices nobody stands behind, before they are capped.</param>
/// <param name="People">The verified, and the others as far as they count.</param>
/// <param name="Channels">Independent ones: each used by another person than the others.</param>
/// <param name="Communities">Different ones for which it was said.</param>
/// <param name="Days">From the first person to the latest other one.</param>
public readonly record struct IssueCount(int Verified, int Unverified, int People, int Channels, int Communities, int Days, double Harm)
{
    internal double[] Measures => [People, Channels, Communities, Days, Harm];
}
