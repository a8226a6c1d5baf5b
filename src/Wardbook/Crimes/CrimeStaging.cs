using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Wardbook.Periods;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Crimes;

/// <summary>A month ready to be written: packed, compared with the edition shown, and counted.</summary>
public sealed record ReadyMonth(CrimeMonth Month, CrimeBlock Block, IReadOnlyList<SetCounts> Counts);

/// <summary>Writes months under an import, one small transaction each, where no page reads them yet.</summary>
public sealed class CrimeStaging(Database database, ImportRun run, string series, Dictionary<(string Force, Month Month), CrimeMonth> shown, int lastId)
{
    private readonly Dictionary<(string Force, Month Month), string> met = [];
    private readonly Lock one = new();
    private int lastId = lastId;

    /// <summary>Months that are there already, just so.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Months staged, in the order in which they were.</summary>
    public List<CrimeMonth> Staged { get; } = [];

    public static async Task<CrimeStaging> Begin(Database database, ImportRun run, string series, CancellationToken cancel)
    {
        await using var db = database.Open();
        var months = await db.CrimeMonths.AsNoTracking().Where(month => month.Series == series).ToListAsync(cancel);
        return new(database, run, series,
            months.Where(month => month.Shown).ToDictionary(month => (month.Force, month.Month)),
            await db.CrimeMonths.MaxAsync(month => (int?)month.Id, cancel) ?? 0);
    }

    /// <summary>Packs a month, compares it with the edition that is shown and counts it. May be called from several threads.</summary>
    /// <returns>Null when it is there already, just so.</returns>
    /// <exception cref="Refusal">Another file of this import holds the same month.</exception>
    public async Task<ReadyMonth?> Prepare(CrimeMonthBuilder builder, string file, CrimeCounter counter, CancellationToken cancel)
    {
        var key = (builder.Force, builder.Month);
        lock (one)
        {
            if (!met.TryAdd(key, file))
            {
                throw new Refusal($"{met[key]} and {file} both hold {builder.Force} for {builder.Month}. "
                    + "Import one edition at a time, the earlier first; if they are parts of one month, join them into one file.");
            }
        }

        var (places, rows, ids) = (builder.Places(), builder.Rows(), builder.Ids());
        CrimeChanges? changes = null;
        if (shown.TryGetValue(key, out var before))
        {
            changes = CrimeChanges.Between(await ReadEdition(before, cancel), new(places, rows, CrimeIds.Unpack(ids, rows.Count)));
            if (changes.None)
            {
                lock (one)
                {
                    Unchanged++;
                    return null;
                }
            }
        }

        var month = new CrimeMonth
        {
            Id = Interlocked.Increment(ref lastId),
            Series = series,
            Force = builder.Force,
            Month = builder.Month,
            Revision = await LastRevision(key, cancel) + 1,
            Import = run.Id,
            Rows = rows.Count,
            WithoutPoint = builder.WithoutPoint,
            RepeatedIds = builder.RepeatedIds,
            IdenticalRows = builder.IdenticalRows,
            Added = changes?.Added,
            Gone = changes?.Gone,
            Moved = changes?.Moved,
            OutcomeChanged = changes?.OutcomeChanged,
        };
        return new(
            month,
            new() { MonthId = month.Id, Places = await CrimeColumns.Write(places), Rows = await CrimeColumns.Write(rows), Ids = ids },
            counter.Count(places, rows.Place, rows.Category));
    }

    /// <summary>Writes one month. One caller at a time.</summary>
    public async Task Write(DbConnection connection, ReadyMonth ready, CancellationToken cancel)
    {
        await using (var db = database.Open())
        {
            db.CrimeMonths.Add(ready.Month);
            db.CrimeBlocks.Add(ready.Block);
            db.CrimeAssignments.AddRange(ready.Counts.Select(counts => new CrimeAssignment
            {
                MonthId = ready.Month.Id,
                SetId = counts.SetId,
                ByPoint = counts.ByPoint,
                ByLsoa = counts.ByLsoa,
                ByWard = counts.ByWard,
                Outside = counts.Outside,
                Unplaced = counts.Unplaced,
                NearBorder = counts.NearBorder,
            }));
            await db.SaveChangesAsync(cancel);
        }

        await WriteCounts(connection, ready.Month.Id, ready.Month.Month, ready.Counts, cancel);
        Staged.Add(ready.Month);
    }

    public static async Task WriteCounts(DbConnection connection, int monthId, Month month, IReadOnlyList<SetCounts> counts, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using (var insert = await BulkInsert.Into(connection, transaction, "CrimeCounts", "PlaceId", "Month", "MonthId", "Category", "Count"))
        {
            foreach (var (place, category, count) in counts.SelectMany(set => set.Counts))
            {
                insert.Add(place, month.Stamp, monthId, category, count);
            }

            await insert.Complete(cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>Turns on what was staged and off what it replaces. Belongs in the import's last transaction.</summary>
    public async Task TurnOn(WardbookDb db, CancellationToken cancel)
    {
        foreach (var month in Staged)
        {
            await db.CrimeMonths
                .Where(other => other.Series == month.Series && other.Force == month.Force && other.Month == month.Month && other.Shown)
                .ExecuteUpdateAsync(set => set.SetProperty(other => other.Shown, false), cancel);
        }

        await db.CrimeMonths.Where(month => month.Import == run.Id).ExecuteUpdateAsync(set => set.SetProperty(month => month.Shown, true), cancel);
    }

    private async Task<CrimeChanges.Edition> ReadEdition(CrimeMonth month, CancellationToken cancel)
    {
        await using var db = database.Open();
        var block = await db.CrimeBlocks.AsNoTracking().SingleAsync(block => block.MonthId == month.Id, cancel);
        return new(await CrimeColumns.ReadPlaces(block.Places), await CrimeColumns.ReadRows(block.Rows), CrimeIds.Unpack(block.Ids, month.Rows));
    }

    private async Task<int> LastRevision((string Force, Month Month) key, CancellationToken cancel)
    {
        if (!shown.ContainsKey(key))
        {
            return 0;
        }

        await using var db = database.Open();
        return await db.CrimeMonths
            .Where(month => month.Series == series && month.Force == key.Force && month.Month == key.Month)
            .MaxAsync(month => month.Revision, cancel);
    }
}
