using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Accounts.Record;

/// <summary>Personal values that the record of change keeps of certain records: of people who have no account, so that nothing else leads to them.</summary>
public static class RecordedOf
{
    /// <summary>Takes out what the record holds of these records. The entries stay, and the chain of seals still holds.</summary>
    /// <param name="records">The ids of the records, whatever their kind.</param>
    /// <param name="erasure">The entry that tells of it.</param>
    public static async Task Erase(WardbookDb db, IEnumerable<Guid> records, Guid erasure, CancellationToken cancel)
    {
        var keys = records.Select(record => record.ToString()).ToList();
        foreach (var value in await db.RecordedValues
            .Where(value => value.Erasure == null && db.RecordEntries.Any(entry => entry.Id == value.Entry && keys.Contains(entry.Key))).ToListAsync(cancel))
        {
            value.Erase(erasure);
        }
    }
}
