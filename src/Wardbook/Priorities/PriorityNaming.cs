using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record.Reading;

namespace Wardbook.Priorities;

/// <summary>What the record of change calls priorities and what came of them.</summary>
public static class PriorityNaming
{
    public static IReadOnlyList<RecordNaming> All { get; } =
    [
        new("priority", "priority", async (db, _, keys, cancel) => await db.Priorities.AsNoTracking().Where(priority => keys.Contains(priority.Id)).ToDictionaryAsync(priority => priority.Id, priority => Named(priority, ""), cancel)),
        new("review", "review", async (db, _, keys, cancel) => await db.Reviews.AsNoTracking().Where(review => keys.Contains(review.Id))
            .Join(db.Priorities, review => review.Priority, priority => priority.Id, (review, priority) => new { review.Id, Priority = priority }).ToDictionaryAsync(row => row.Id, row => Named(row.Priority, "What a meeting found of "), cancel)),
        new("update", "update", async (db, _, keys, cancel) => await db.Updates.AsNoTracking().Where(update => keys.Contains(update.Id))
            .Join(db.Priorities, update => update.Priority, priority => priority.Id, (update, priority) => new { update.Id, Priority = priority }).ToDictionaryAsync(row => row.Id, row => Named(row.Priority, "What residents were told of "), cancel)),
    ];

    private static NamedRecord Named(Priority priority, string before) => new(before + priority.Title, Urls.WorkPriority(priority.PlaceCode, priority.Id));
}
