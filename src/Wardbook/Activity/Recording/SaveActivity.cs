using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Activity.Recording;

/// <summary>What came of recording.</summary>
public enum Saved
{
    /// <summary>It stands; also when the same form was sent before.</summary>
    Recorded,

    /// <summary>Somebody put right or took back the same record first.</summary>
    CorrectedMeanwhile,
}

/// <summary>Writes records and adds them to the totals, in one transaction: the caller's, or one of its own.</summary>
public static class SaveActivity
{
    /// <param name="records">A record that corrects another takes that one out of the totals. Ids that are there already are passed over: the form was sent twice.</param>
    /// <exception cref="DbUpdateException">Only within a transaction of the caller: the same was written at the same moment, and the whole is to be done anew.</exception>
    public static async Task<Saved> Save(WardbookDb db, IReadOnlyCollection<ActivityRecord> records, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return await Write(db, records, cancel);
        }

        try
        {
            return await WriteAlone(db, records, cancel);
        }
        catch (DbUpdateException)
        {
            // The same form, or another correction of the same record, at the same moment.
            db.ChangeTracker.Clear();
            return await WriteAlone(db, records, cancel);
        }
    }

    private static async Task<Saved> WriteAlone(WardbookDb db, IReadOnlyCollection<ActivityRecord> records, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var saved = await Write(db, records, cancel);
        if (saved is Saved.Recorded)
        {
            await transaction.CommitAsync(cancel);
        }

        return saved;
    }

    private static async Task<Saved> Write(WardbookDb db, IReadOnlyCollection<ActivityRecord> records, CancellationToken cancel)
    {
        var ids = records.Select(record => record.Id).ToList();
        var there = await db.ActivityRecords.Where(record => ids.Contains(record.Id)).Select(record => record.Id).ToListAsync(cancel);
        var fresh = records.Where(record => !there.Contains(record.Id)).ToList();
        var corrected = fresh.Where(record => record.Corrects is not null).Select(record => record.Corrects!.Value).ToList();
        if (corrected.Count > 0 && await db.ActivityRecords.AnyAsync(record => record.Corrects != null && corrected.Contains(record.Corrects.Value), cancel))
        {
            return Saved.CorrectedMeanwhile;
        }

        var before = corrected.Count == 0 ? [] : await db.ActivityRecords.AsNoTracking().Where(record => corrected.Contains(record.Id)).ToListAsync(cancel);
        db.ActivityRecords.AddRange(fresh);
        await db.SaveChangesAsync(cancel);

        // Last, so that those who write to the same totals wait for each other as shortly as can be.
        var rows = TotalRow.Sum(before.Where(record => !record.IsTakenBack).SelectMany(record => TotalRow.Of(record, -1)).Concat(fresh.Where(record => !record.IsTakenBack).SelectMany(record => TotalRow.Of(record, 1))));
        await TotalRow.Add(db, rows, cancel);
        await Bundles.Add(db, rows, cancel);
        return Saved.Recorded;
    }
}
