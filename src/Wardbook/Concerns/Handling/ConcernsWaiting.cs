using Microsoft.EntityFrameworkCore;
using Wardbook.Concerns.Answers;
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
public sealed record ConcernsWaiting(int Open, int Late, DateTime? Oldest, int Soon, int New)
{
    public static ConcernsWaiting None { get; } = new(0, 0, null, 0, 0);

    /// <summary>Of these wards, or of every ward in which something waits. Two queries.</summary>
    public static async Task<IReadOnlyDictionary<PlaceCode, ConcernsWaiting>> ByWard(WardbookDb db, CancellationToken cancel, IReadOnlyList<PlaceCode>? wards = null)
    {
        var now = db.Clock.GetUtcNow().UtcDateTime;
        var soon = now.AddHours((await AnswerPromise.Find(db, db.Clock.Today(), cancel)).SergeantHours);
        var open = db.Concerns.AsNoTracking().Where(concern => concern.PlaceKind == "ward" && !concern.IsHeld && (concern.State == ConcernState.New || concern.State == ConcernState.TakenUp));
        if (wards is not null)
        {
            open = open.Where(concern => wards.Contains(concern.PlaceCode));
        }

        var rows = await open.GroupBy(concern => concern.PlaceCode)
            .Select(group => new
            {
                group.Key,
                Open = group.Count(),
                Late = group.Count(concern => concern.PausedSince == null && concern.Due < now),
                Oldest = group.Min(concern => concern.PausedSince == null && concern.Due < now ? concern.Due : null),
                Soon = group.Count(concern => concern.PausedSince == null && concern.Due >= now && concern.Due <= soon),
                New = group.Count(concern => concern.State == ConcernState.New),
            })
            .ToListAsync(cancel);
        return rows.ToDictionary(row => row.Key, row => new ConcernsWaiting(row.Open, row.Late, row.Oldest, row.Soon, row.New));
    }
}
