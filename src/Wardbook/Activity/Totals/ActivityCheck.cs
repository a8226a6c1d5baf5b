using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Wardbook.Activity.Recording;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Activity.Totals;

/// <summary>Proves the totals of activity against the records they add up, ward by ward, while others record.</summary>
public static class ActivityCheck
{
    private const int Tries = 5;

    /// <param name="mend">Whether totals that differ are put right.</param>
    public static async Task<Checked> Run(Database database, bool mend, CancellationToken cancel)
    {
        List<(string Kind, PlaceCode Code)> places;
        List<string> bundles;
        long records;
        await using (var db = database.Open())
        {
            places = [.. (await db.ActivityRecords.Select(record => new { record.PlaceKind, record.PlaceCode }).Distinct().ToListAsync(cancel))
                .Union(await db.ActivityTotals.Select(total => new { total.PlaceKind, total.PlaceCode }).Distinct().ToListAsync(cancel))
                .Select(place => (place.PlaceKind, place.PlaceCode)).OrderBy(place => place.PlaceCode)];
            bundles = await db.ActivityBundles.Select(row => row.Bundle).Union(db.BundledTotals.Select(row => row.Bundle)).Where(bundle => bundle != "").OrderBy(bundle => bundle).ToListAsync(cancel);
            records = await db.ActivityRecords.LongCountAsync(cancel);
        }

        List<string> differences = [];
        var (totals, mended) = (0L, 0);
        foreach (var (kind, code) in places)
        {
            var (kept, wrong) = await Check(database, db => Compare(db, kind, code, cancel), mend ? (db, rows) => TotalRow.Add(db, rows, cancel) : null, cancel);
            totals += kept;
            if (wrong.Count > 0)
            {
                differences.Add($"{kind} {code}: {Numbers.InFigures(wrong.Count)} totals of activity differ from the records, first {wrong[0].InWords()}");
                mended += mend ? 1 : 0;
            }
        }

        // After the wards, of whose totals they are made.
        foreach (var bundle in bundles)
        {
            var (_, wrong) = await Check(database, db => BundleCheck.Compare(db, bundle, cancel), mend ? (db, rows) => BundleCheck.Mend(db, bundle, rows, cancel) : null, cancel);
            if (wrong.Count > 0)
            {
                differences.Add($"{bundle}: {Numbers.InFigures(wrong.Count)} totals of activity differ from those of its wards, first {wrong[0].InWords()}");
                mended += mend ? 1 : 0;
            }
        }

        return new($"{Numbers.InFigures(totals)} totals of {Numbers.InFigures(records)} records of activity", differences, mended);
    }

    private static async Task<(int Kept, IReadOnlyList<TotalRow> Wrong)> Check(
        Database database, Func<WardbookDb, Task<(int Kept, List<TotalRow> Wrong)>> compare, Func<WardbookDb, IReadOnlyList<TotalRow>, Task>? mend, CancellationToken cancel)
    {
        for (var number = 1; ; number++)
        {
            try
            {
                await using var db = database.Open();

                // One moment for both, or a record that comes between would look like a difference.
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
                var (kept, wrong) = await compare(db);
                if (mend is not null && wrong.Count > 0)
                {
                    await mend(db, wrong);
                }

                await transaction.CommitAsync(cancel);
                return (kept, wrong);
            }
            catch (DbException e) when (e.IsTransient && number < Tries)
            {
                // Somebody recorded in this ward while it was being mended: looked at anew.
            }
        }
    }

    /// <returns>How many totals are kept, and for each that is wrong what has to be added to it.</returns>
    private static async Task<(int Kept, List<TotalRow> Wrong)> Compare(WardbookDb db, string kind, PlaceCode code, CancellationToken cancel)
    {
        var days = await db.ActivityRecords
            .Where(record => record.PlaceKind == kind && record.PlaceCode == code && !record.IsTakenBack && !db.ActivityRecords.Any(other => other.Corrects == record.Id))
            .GroupBy(record => new { record.Day, record.Kind, record.Team })
            .Select(day => new { day.Key.Day, day.Key.Kind, day.Key.Team, Halves = day.Sum(record => (long)record.Halves), Records = day.Count() })
            .ToListAsync(cancel);

        // The key begins with the step: without it the check of each ward would read the totals of all.
        var kept = await db.ActivityTotals.AsNoTracking().Where(total => Steps.Kept.Contains(total.Step) && total.PlaceKind == kind && total.PlaceCode == code).ToListAsync(cancel);
        var wrong = Steps.Kept
            .SelectMany(step => days.Select(day => new TotalRow(step, kind, code.Text, step.First(day.Day), day.Kind, day.Team ?? Guid.Empty, day.Halves, day.Records)))
            .Concat(kept.Select(total => new TotalRow(total.Step, kind, code.Text, total.From, total.Kind, total.Team, -total.Halves, -total.Records)));
        return (kept.Count, TotalRow.Sum(wrong));
    }
}
