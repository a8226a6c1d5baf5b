using Microsoft.EntityFrameworkCore;
using Wardbook.Concerns.Answers;
using Wardbook.Concerns.Issues;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Concerns.Handling;

/// <summary>How much of what people said waits in a ward, in numbers: no words are read.</summary>
/// <param name="Open">Without an answer.</param>
/// <param name="Late">Of these, those whose answer was due.</param>
/// <param name="Oldest">When the longest overdue answer was due, UTC; null when none is late.</param>
/// <param name="Soon">Of these, those due within the hours with which the sergeant is told.</param>
/// <param name="New">Of these, those nobody has taken up.</param>
/// <param name="Held">In the heap of what came in numbers.</param>
/// <param name="Loose">Of the last twelve months, in no issue.</param>
public sealed record ConcernsWaiting(int Open, int Late, DateTime? Oldest, int Soon, int New, int Held, int Loose)
{
    public static ConcernsWaiting None { get; } = new(0, 0, null, 0, 0, 0, 0);

    /// <summary>Of one ward, or of every ward in which something waits. Three queries.</summary>
    public static async Task<IReadOnlyDictionary<PlaceCode, ConcernsWaiting>> ByWard(WardbookDb db, CancellationToken cancel, PlaceCode? ward = null)
    {
        var (now, today) = (db.Clock.GetUtcNow().UtcDateTime, db.Clock.Today());
        var soon = now.AddHours((await AnswerPromise.Find(db, today, cancel)).SergeantHours);
        var (since, here) = (WardIssues.Since(today), db.Concerns.AsNoTracking().Where(concern => concern.PlaceKind == "ward" && (ward == null || concern.PlaceCode == ward)));
        var open = (await here.Where(concern => !concern.IsHeld && (concern.State == ConcernState.New || concern.State == ConcernState.TakenUp))
            .GroupBy(concern => concern.PlaceCode)
            .Select(group => new
            {
                group.Key,
                Open = group.Count(),
                Late = group.Count(concern => concern.PausedSince == null && concern.Due < now),
                Oldest = group.Min(concern => concern.PausedSince == null && concern.Due < now ? concern.Due : null),
                Soon = group.Count(concern => concern.PausedSince == null && concern.Due >= now && concern.Due <= soon),
                New = group.Count(concern => concern.State == ConcernState.New),
            })
            .ToListAsync(cancel)).ToDictionary(row => row.Key);
        var held = await here.Where(concern => concern.IsHeld).GroupBy(concern => concern.PlaceCode).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        var loose = await here.Where(concern => concern.SaidAt >= since && !concern.IsHeld && concern.State != ConcernState.NotForUs && !db.Groupings.Any(grouping => grouping.Concern == concern.Id && grouping.Until == null))
            .GroupBy(concern => concern.PlaceCode).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        return open.Keys.Union(held.Keys).Union(loose.Keys).ToDictionary(code => code, code => open.TryGetValue(code, out var row)
            ? new ConcernsWaiting(row.Open, row.Late, row.Oldest, row.Soon, row.New, held.GetValueOrDefault(code), loose.GetValueOrDefault(code))
            : None with { Held = held.GetValueOrDefault(code), Loose = loose.GetValueOrDefault(code) });
    }
}
