using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record;
using Wardbook.Store;

namespace Wardbook.Cycle;

/// <summary>What the force asks of its teams' cycle, from a day on. Another row from another day follows it; what was asked before stays.</summary>
/// <remarks>The first is that of the programme's papers, in whole weeks and months.</remarks>
[Recorded("cycle rules")]
public sealed class CycleThresholds
{
    /// <summary>The bounds of every number here.</summary>
    public const int Least = 1, Most = 60;

    public required Guid Id { get; init; }

    /// <summary>The first day on which they hold.</summary>
    public required DateOnly From { get; init; }

    public required int ProfileMonths { get; init; }

    public required int ReachedMonths { get; init; }

    public required int OrderWeeks { get; init; }

    public required int Channels { get; init; }

    public required int TopIssues { get; init; }

    public required int EvidenceMonths { get; init; }

    public required int FewestPriorities { get; init; }

    public required int MostPriorities { get; init; }

    public required int ActWeeks { get; init; }

    public required int ReviewMonths { get; init; }

    public static CycleThresholds First { get; } = Of(new(30, 2, 0, 0x80, 0, 0x57, 0x41, 0x52, 0x44, 0, 1), new(1900, 1, 1), CycleRules.First);

    public CycleRules Rules => new()
    {
        ProfileMonths = ProfileMonths,
        ReachedMonths = ReachedMonths,
        OrderWeeks = OrderWeeks,
        Channels = Channels,
        TopIssues = TopIssues,
        EvidenceMonths = EvidenceMonths,
        FewestPriorities = FewestPriorities,
        MostPriorities = MostPriorities,
        ActWeeks = ActWeeks,
        ReviewMonths = ReviewMonths,
    };

    public static CycleThresholds Of(Guid id, DateOnly from, CycleRules rules) => new()
    {
        Id = id,
        From = from,
        ProfileMonths = rules.ProfileMonths,
        ReachedMonths = rules.ReachedMonths,
        OrderWeeks = rules.OrderWeeks,
        Channels = rules.Channels,
        TopIssues = rules.TopIssues,
        EvidenceMonths = rules.EvidenceMonths,
        FewestPriorities = rules.FewestPriorities,
        MostPriorities = rules.MostPriorities,
        ActWeeks = rules.ActWeeks,
        ReviewMonths = rules.ReviewMonths,
    };

    /// <summary>Those that hold on a day: of those that began, the last.</summary>
    public static async Task<CycleRules> On(WardbookDb db, DateOnly day, CancellationToken cancel) =>
        (await db.CycleThresholds.AsNoTracking().Where(row => row.From <= day).OrderByDescending(row => row.From).ThenByDescending(row => row.Id).FirstAsync(cancel)).Rules;
}
