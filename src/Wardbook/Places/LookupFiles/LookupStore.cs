using Microsoft.EntityFrameworkCore;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Places.LookupFiles;

/// <summary>Stages many small rows under an import, and says which import's rows are in use.</summary>
internal static class LookupStore
{
    /// <summary>A transaction this long holds other writers up for a tenth of a second at most.</summary>
    private const int RowsAtOnce = 20_000;

    public static async Task Stage<T>(
        Database database, IReadOnlyList<T> rows, string table, string[] columns, Func<T, object?[]> values, ImportProgress progress, CancellationToken cancel)
    {
        await using var connection = await database.Connect(cancel);
        foreach (var some in rows.Chunk(RowsAtOnce))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            await using (var insert = await BulkInsert.Into(connection, transaction, table, columns))
            {
                foreach (var row in some)
                {
                    insert.Add(values(row));
                }

                await insert.Complete(cancel);
            }

            await transaction.CommitAsync(cancel);
            progress.Advance(some.Length);
        }
    }

    /// <summary>From now on the rows of this import count.</summary>
    /// <returns>The import whose rows counted until now, or null.</returns>
    public static async Task<Guid?> Use(WardbookDb db, string lookup, Guid import, CancellationToken cancel)
    {
        var use = await db.LookupsInUse.SingleOrDefaultAsync(row => row.Lookup == lookup, cancel);
        var before = use?.Import;
        if (use is null)
        {
            db.LookupsInUse.Add(new() { Lookup = lookup, Import = import });
        }
        else
        {
            use.Import = import;
        }

        await db.SaveChangesAsync(cancel);
        return before;
    }

    /// <summary>Clears away the rows that no longer count. What a killed process leaves of them is in nobody's way.</summary>
    public static async Task Forget(Database database, Guid? before, CancellationToken cancel)
    {
        if (before is { } import)
        {
            await using var db = database.Open();
            await Sweep.Lookups(db, import, cancel);
        }
    }
}
