using System.Text;
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

/// <summary>Writes records and adds them to the totals, in one transaction.</summary>
public static class SaveActivity
{
    /// <param name="records">A record that corrects another takes that one out of the totals. Ids that are there already are passed over: the form was sent twice.</param>
    public static async Task<Saved> Save(WardbookDb db, IReadOnlyCollection<ActivityRecord> records, CancellationToken cancel)
    {
        try
        {
            return await Write(db, records, cancel);
        }
        catch (DbUpdateException)
        {
            // The same form, or another correction of the same record, at the same moment.
            db.ChangeTracker.Clear();
            return await Write(db, records, cancel);
        }
    }

    private static async Task<Saved> Write(WardbookDb db, IReadOnlyCollection<ActivityRecord> records, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
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
        await Add(db, [.. before.Where(record => !record.IsTakenBack).Select(record => (record, -1)), .. fresh.Where(record => !record.IsTakenBack).Select(record => (record, 1))], cancel);
        await transaction.CommitAsync(cancel);
        return Saved.Recorded;
    }

    /// <summary>Adds to the totals, whatever others add to the same ones at that moment.</summary>
    /// <remarks>
    /// Always in the order of the key, so that no two writers wait for each other; and last, so that they wait as shortly as can be.
    /// </remarks>
    private static async Task Add(WardbookDb db, IReadOnlyList<(ActivityRecord Record, int Times)> records, CancellationToken cancel)
    {
        var rows = Steps.Kept
            .SelectMany(step => records.Select(one => (Key: KeyOf(step, one.Record), one.Record.Halves, one.Times)))
            .GroupBy(one => one.Key)
            .Select(same => (same.Key, Halves: same.Sum(one => (long)one.Halves * one.Times), Records: same.Sum(one => one.Times)))
            .Where(row => row.Halves != 0 || row.Records != 0)
            .OrderBy(row => row.Key.Step).ThenBy(row => row.Key.PlaceKind, StringComparer.Ordinal).ThenBy(row => row.Key.PlaceCode, StringComparer.Ordinal)
            .ThenBy(row => row.Key.From).ThenBy(row => row.Key.Kind, StringComparer.Ordinal).ThenBy(row => row.Key.Team)
            .ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var sql = new StringBuilder("""INSERT INTO "ActivityTotals" ("Step", "PlaceKind", "PlaceCode", "From", "Kind", "Team", "Halves", "Records") VALUES """);
        List<object> values = [];
        foreach (var ((step, kind, code, from, what, team), halves, count) in rows)
        {
            object[] row = [(int)step, kind, code, from, what, team, halves, count];
            sql.Append(values.Count == 0 ? "(" : ", (").AppendJoin(", ", Enumerable.Range(values.Count, row.Length).Select(number => $"{{{number}}}")).Append(')');
            values.AddRange(row);
        }

        sql.Append("""
             ON CONFLICT ("Step", "PlaceKind", "PlaceCode", "From", "Kind", "Team")
            DO UPDATE SET "Halves" = "ActivityTotals"."Halves" + excluded."Halves", "Records" = "ActivityTotals"."Records" + excluded."Records"
            """);
        await db.Database.ExecuteSqlRawAsync(sql.ToString(), values, cancel);
    }

    private static (Step Step, string PlaceKind, string PlaceCode, DateOnly From, string Kind, Guid Team) KeyOf(Step step, ActivityRecord record) =>
        (step, record.PlaceKind, record.PlaceCode.Text, step.First(record.Day), record.Kind, record.Team ?? Guid.Empty);
}
