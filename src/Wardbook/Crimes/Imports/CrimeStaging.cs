using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Counting;
using Wardbook.Crimes.Files;
using Wardbook.Periods;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Crimes.Imports;

/// <summary>A month ready to be written: packed, compared with the edition shown, and counted.</summary>
public sealed record ReadyMonth(CrimeMonth Month, CrimeBlock? Block, IReadOnlyList<SetCounts> Counts, IReadOnlyCollection<PublishedCount> Figures);

/// <summary>Writes months under an import, one small transaction each, where no page reads them yet.</summary>
public sealed class CrimeStaging
{
    private readonly Database database;
    private readonly ImportRun run;
    private readonly bool newest;
    private readonly ILookup<(string Series, string Force, Month Month), CrimeMonth> kept;
    private readonly Dictionary<Guid, DateOnly?> published;
    private readonly Dictionary<(string Series, string Force, Month Month), string> met = [];
    private readonly Lock one = new();
    private readonly StagedCounts counts = new();
    private int lastId;

    private CrimeStaging(Database database, ImportRun run, bool newest, List<CrimeMonth> months, Dictionary<Guid, DateOnly?> published)
    {
        (this.database, this.run, this.newest, this.published) = (database, run, newest, published);
        kept = months.ToLookup(month => (month.Series, month.Force, month.Month));
        lastId = months.Count == 0 ? 0 : months.Max(month => month.Id);
    }

    /// <summary>Months that are there already, just so.</summary>
    public int Unchanged { get; private set; }

    /// <summary>The series met that are figures without records.</summary>
    public HashSet<string> OfFigures { get; } = [];

    /// <summary>Rows of records in the months that were not staged.</summary>
    public long RowsLeft { get; private set; }

    /// <summary>Months left alone because a later edition of them is shown, and the revision they equal, or null when only their date says so.</summary>
    public List<(CrimeMonth Shown, int? Revision)> Older { get; } = [];

    /// <summary>Months staged, in the order in which they were.</summary>
    public List<CrimeMonth> Staged { get; } = [];

    /// <param name="newest">Whether what is read replaces what is shown even when it is known to be an older edition.</param>
    public static async Task<CrimeStaging> Begin(ImportRun run, bool newest, CancellationToken cancel)
    {
        await using var db = run.Database.Open();
        return new(run.Database, run, newest,
            await db.CrimeMonths.AsNoTracking().ToListAsync(cancel),
            await db.Imports.Where(import => import.Published != null).ToDictionaryAsync(import => import.Id, import => import.Published, cancel));
    }

    /// <summary>Packs a month, compares it with the edition that is shown and counts it. May be called from several threads.</summary>
    /// <returns>Null when it is there already, just so, or is an older edition than the one shown.</returns>
    /// <exception cref="Refusal">Another file of this import holds the same month.</exception>
    public async Task<ReadyMonth?> Prepare(MonthRead read, string file, CrimeCounter counter, CancellationToken cancel)
    {
        var key = (read.Series, read.Force, read.Month);
        lock (one)
        {
            if (!met.TryAdd(key, file))
            {
                throw new Refusal($"{met[key]} and {file} both hold {read.Month} of {CrimeSummary.Whose(read.Series, read.Force)}. "
                    + "Import one edition at a time, the earlier first; if they are parts of one month, join them into one file.");
            }

            if (read is FiguresRead)
            {
                OfFigures.Add(read.Series);
            }
        }

        CrimeChanges? changes = null;
        if (kept[key].SingleOrDefault(month => month.Shown) is { } shown)
        {
            await using var db = database.Open();
            changes = await read.Since(shown, db, cancel);
            if (changes.None || await IsOlder(read, shown, db, cancel))
            {
                lock (one)
                {
                    Unchanged += changes.None ? 1 : 0;
                    RowsLeft += read.RowsOfFile;
                    return null;
                }
            }
        }

        var month = new CrimeMonth
        {
            Id = Interlocked.Increment(ref lastId),
            Series = read.Series,
            Force = read.Force,
            Month = read.Month,
            Revision = kept[key].Select(month => month.Revision).DefaultIfEmpty().Max() + 1,
            Import = run.Id,
            Rows = read.Rows,
            WithoutPoint = read.WithoutPoint,
            RepeatedIds = read.RepeatedIds,
            IdenticalRows = read.IdenticalRows,
            Added = changes?.Added,
            Gone = changes?.Gone,
            Moved = changes?.Moved,
            OutcomeChanged = changes?.OutcomeChanged,
            Changed = changes?.Changed,
        };
        return new(month, await read.Pack(month.Id), read.Count(counter), read.Figures(month.Id));
    }

    /// <summary>Writes one month. One caller at a time.</summary>
    public async Task Write(DbConnection connection, ReadyMonth ready, CancellationToken cancel)
    {
        await using (var db = database.Open())
        {
            db.CrimeMonths.Add(ready.Month);
            db.CrimeAssignments.AddRange(ready.Counts.Select(counts => counts.Assignment(ready.Month.Id)));
            await db.SaveChangesAsync(cancel);
        }

        await using (var transaction = await connection.BeginTransactionAsync(cancel))
        {
            if (ready.Block is { } block)
            {
                await using var insert = await BulkInsert.Into(connection, transaction, "CrimeBlocks", "MonthId", "Places", "Rows", "Ids");
                insert.Add(block.MonthId, block.Places, block.Rows, block.Ids);
                await insert.Complete(cancel);
            }

            await transaction.CommitAsync(cancel);
        }

        await counts.Add(connection, ready.Month.Id, ready.Month.Month, ready.Counts, cancel);

        if (ready.Figures.Count > 0)
        {
            await WriteFigures(connection, ready.Figures, cancel);
        }

        Staged.Add(ready.Month);
    }

    /// <summary>Writes what waits to be written with later months. Belongs after the last <see cref="Write"/>.</summary>
    public Task WriteRest(DbConnection connection, CancellationToken cancel) => counts.Write(connection, cancel);

    /// <summary>Turns on what was staged and off what it replaces. Belongs in the import's last transaction.</summary>
    /// <exception cref="InvalidOperationException"><see cref="WriteRest"/> was forgotten: months would be shown without their counts.</exception>
    public async Task TurnOn(WardbookDb db, CancellationToken cancel)
    {
        if (counts.IsWaiting)
        {
            throw new InvalidOperationException("Counts of staged months are not written yet.");
        }

        foreach (var month in Staged)
        {
            await db.CrimeMonths
                .Where(other => other.Series == month.Series && other.Force == month.Force && other.Month == month.Month && other.Shown)
                .ExecuteUpdateAsync(set => set.SetProperty(other => other.Shown, false), cancel);
        }

        await db.CrimeMonths.Where(month => month.Import == run.Id).ExecuteUpdateAsync(set => set.SetProperty(month => month.Shown, true), cancel);
    }

    private static async Task WriteFigures(DbConnection connection, IReadOnlyCollection<PublishedCount> figures, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using (var insert = await BulkInsert.Into(connection, transaction, "PublishedCounts", "MonthId", "Area", "Under", "Offence", "Count"))
        {
            foreach (var figure in figures)
            {
                insert.Add(figure.MonthId, figure.Area, figure.Under, figure.Offence, figure.Count);
            }

            await insert.Complete(cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>
    /// Files do not say which edition they are. One is known to be older when it equals a revision that was replaced, or when both were imported
    /// with their day of publication and this one's is earlier.
    /// </summary>
    private async Task<bool> IsOlder(MonthRead read, CrimeMonth shown, WardbookDb db, CancellationToken cancel)
    {
        if (newest)
        {
            return false;
        }

        if (run.Record.Published is { } now && published.GetValueOrDefault(shown.Import) is { } then)
        {
            // With both days known there is nothing to guess.
            if (now < then)
            {
                Note(shown, null);
            }

            return now < then;
        }

        foreach (var earlier in kept[(read.Series, read.Force, read.Month)].Where(month => !month.Shown && month.Rows == read.Rows))
        {
            if ((await read.Since(earlier, db, cancel)).None)
            {
                Note(shown, earlier.Revision);
                return true;
            }
        }

        return false;
    }

    private void Note(CrimeMonth shown, int? revision)
    {
        lock (one)
        {
            Older.Add((shown, revision));
        }
    }
}
