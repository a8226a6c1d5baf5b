using System.Data.Common;
using Wardbook.Periods;
using Wardbook.Store;

namespace Wardbook.Crimes.Counting;

/// <summary>The counts of months that nobody reads yet, written for several years at once and in the order of their table.</summary>
/// <remarks>
/// Every month has counts on a page of every place. Written month by month, each of those pages is written again for each; these rewritten pages were
/// half of what an import wrote.
/// </remarks>
public sealed class StagedCounts
{
    /// <summary>About four years of a large force, in 10 MB.</summary>
    private const int Most = 400_000;

    /// <summary>Of one transaction: what others write need not wait for more.</summary>
    private const int MostAtOnce = 20_000;

    private readonly List<CountRow> waiting = [];

    /// <summary>Whether some are not written yet.</summary>
    public bool IsWaiting => waiting.Count > 0;

    public async Task Add(DbConnection connection, int monthId, Month month, IEnumerable<SetCounts> counts, CancellationToken cancel)
    {
        waiting.AddRange(Rows(monthId, month, counts));
        if (waiting.Count >= Most)
        {
            await Write(connection, cancel);
        }
    }

    /// <summary>Writes all that wait. Belongs after the last month.</summary>
    public async Task Write(DbConnection connection, CancellationToken cancel)
    {
        waiting.Sort(static (one, other) => one.Place == other.Place ? one.Month.CompareTo(other.Month) : one.Place.CompareTo(other.Place));
        for (var from = 0; from < waiting.Count; from += MostAtOnce)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            await Insert(connection, transaction, waiting.Skip(from).Take(MostAtOnce), cancel);
            await transaction.CommitAsync(cancel);
        }

        waiting.Clear();
    }

    /// <summary>Writes the counts of one month at once, in a transaction that is the caller's.</summary>
    public static Task Insert(DbConnection connection, DbTransaction transaction, int monthId, Month month, IEnumerable<SetCounts> counts, CancellationToken cancel) =>
        Insert(connection, transaction, Rows(monthId, month, counts), cancel);

    private static IEnumerable<CountRow> Rows(int monthId, Month month, IEnumerable<SetCounts> counts) =>
        counts.SelectMany(set => set.Counts).Select(count => new CountRow(count.PlaceId, month.Stamp, monthId, count.Category, count.Count));

    private static async Task Insert(DbConnection connection, DbTransaction transaction, IEnumerable<CountRow> rows, CancellationToken cancel)
    {
        await using var insert = await BulkInsert.Into(connection, transaction, "CrimeCounts", "PlaceId", "Month", "MonthId", "Category", "Count");
        foreach (var row in rows)
        {
            insert.Add(row.Place, row.Month, row.MonthId, row.Category, row.Count);
        }

        await insert.Complete(cancel);
    }

    private readonly record struct CountRow(int Place, int Month, int MonthId, short Category, int Count);
}
