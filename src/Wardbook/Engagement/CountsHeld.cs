using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Engagement;

/// <summary>Who counts what was held among everything that teams do. The site gives it: people are met whether anybody counts it or not.</summary>
/// <param name="Count">Brings what is counted of an activity into line with what stands in it, in the transaction of the caller: by which account, when.</param>
/// <param name="Find">What is counted of an activity now, in words, each with where it can be read.</param>
public sealed record CountsHeld(
    Func<WardbookDb, EngagementActivity, Guid?, DateTime, CancellationToken, Task> Count,
    Func<WardbookDb, EngagementActivity, CancellationToken, Task<IReadOnlyList<Link>>> Find);
