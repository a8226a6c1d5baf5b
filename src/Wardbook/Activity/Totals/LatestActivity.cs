using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Store;

namespace Wardbook.Activity.Totals;

/// <summary>When something was last done for a priority, by records that count.</summary>
public static class LatestActivity
{
    /// <summary>For each open priority of the wards the day of its latest activity; null when nothing was ever recorded for it.</summary>
    public static async Task<IReadOnlyDictionary<Guid, DateOnly?>> Find(WardbookDb db, IReadOnlyCollection<PlaceKey> wards, CancellationToken cancel)
    {
        var codes = wards.Select(ward => ward.Code).ToList();
        return await db.Priorities.Where(priority => priority.PlaceKind == "ward" && codes.Contains(priority.PlaceCode) && priority.Closed == null)
            .Select(priority => new
            {
                priority.Id,
                Day = db.ActivityRecords.Where(record => record.Priority == priority.Id && !record.IsTakenBack && !db.ActivityRecords.Any(other => other.Corrects == record.Id)).Max(record => (DateOnly?)record.Day),
            })
            .ToDictionaryAsync(row => row.Id, row => row.Day, cancel);
    }
}
