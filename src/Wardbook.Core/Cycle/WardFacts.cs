namespace Wardbook.Cycle;

/// <summary>What is recorded of a ward, as far as its cycle asks.</summary>
/// <param name="TopIssues">Open issues that somebody raised lately, those that matter most first; equal ones share a place.</param>
/// <param name="Channels">Through how many channels people raised them.</param>
/// <param name="LastGrouped">When something was last put into an issue; null when nothing was.</param>
/// <param name="Priorities">Open ones, and those that were closed lately.</param>
public sealed record WardFacts(
    IReadOnlyList<SubjectFact> Subjects, IReadOnlyList<CommunityFact> Communities, IReadOnlyList<IssueFact> TopIssues, int Channels, DateOnly? LastGrouped, IReadOnlyList<PriorityFact> Priorities)
{
    public static WardFacts None { get; } = new([], [], [], 0, null, []);
}

/// <param name="Reviewed">Null when nobody ever did.</param>
public sealed record SubjectFact(string Slug, string Name, DateOnly? Reviewed);

/// <param name="Reached">When the ward last reached it; null when it never did.</param>
public sealed record CommunityFact(Guid Id, string Name, bool IsReachable, DateOnly? Reached);

/// <param name="Place">From 1.</param>
/// <param name="Evidence">The day of its latest evidence pack; null when there is none.</param>
public sealed record IssueFact(Guid Id, string Title, int Place, DateOnly? Evidence);

/// <param name="LastDone">When something was last done about it; null when nothing was.</param>
/// <param name="LastJudged">The day of its latest review; null when there was none.</param>
/// <param name="WasTold">Residents were told what the latest review found; meaningless without one.</param>
public sealed record PriorityFact(Guid Id, string Title, DateOnly Adopted, DateOnly JudgeBy, DateOnly? Closed, bool IsOwned, DateOnly? LastDone, DateOnly? LastJudged, bool WasTold)
{
    public bool IsOpen => Closed is null;
}
