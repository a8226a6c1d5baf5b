using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Blocks;
using Wardbook.Crimes.Imports;
using Wardbook.Crimes.Files;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Crimes.Counting;

/// <summary>What a check found.</summary>
/// <param name="Differences">One line each, naming the month and the boundary set.</param>
/// <param name="Mended">How many of them were mended.</param>
public sealed record CrimeCheck(int Months, long Rows, int Tables, int Sets, IReadOnlyList<string> Differences, int Mended)
{
    /// <summary>Counts every month that is shown again from its records and compares. The caller holds the import lock.</summary>
    /// <param name="mend">Whether counts that differ are replaced, a month and set at a time.</param>
    public static async Task<CrimeCheck> Run(Database database, bool mend, CancellationToken cancel)
    {
        await using var db = database.Open();
        var differences = new List<string>();
        var broken = new HashSet<int>();
        var counted = await CrimeCounts.Counted(db, cancel);
        var withRecords = (await db.CrimeSeries.Where(series => series.HasRecords).Select(series => series.Id).ToListAsync(cancel)).ToHashSet();
        var months = counted.Where(month => withRecords.Contains(month.Series)).ToList();
        foreach (var month in months)
        {
            if (await Broken(db, month, cancel) is { } words)
            {
                broken.Add(month.Id);
                differences.Add($"{Name(month)}: {words}");
            }
        }

        var categories = await CrimeCounts.CategoriesOfTables(db, cancel);
        var readable = counted.Where(month => !broken.Contains(month.Id)).ToList();
        var (sets, mended) = (await PlaceSet.ListShownIds(db, cancel), 0);
        foreach (var id in sets)
        {
            var set = await PlaceSet.Load(db, id, cancel);
            var counter = await CrimeCounts.Counter(db, [set], cancel);
            var kept = await Kept(db, id, cancel);
            foreach (var month in readable)
            {
                var now = (await CrimeCounts.Count(db, month, counter, categories, cancel))[0];
                var there = kept.GetValueOrDefault(month.Id) ?? [];
                var assignment = await db.CrimeAssignments.AsNoTracking().SingleOrDefaultAsync(row => row.MonthId == month.Id && row.SetId == id, cancel);
                if (Same(there, now) && assignment is not null && Same(assignment, now.Assignment(month.Id)))
                {
                    continue;
                }

                var cellsNow = now.Counts.ToDictionary(count => (count.PlaceId, count.Category), count => count.Count);
                var cells = cellsNow.Keys.Union(there.Keys).Count(cell => cellsNow.GetValueOrDefault(cell) != there.GetValueOrDefault(cell));
                differences.Add($"{Name(month)}: {cells} counts differ from the records on the {set.Kind}s of {set.From:yyyy-MM-dd}{(set.Force.Length > 0 ? $" ({set.Force})" : "")}");
                if (mend)
                {
                    await Replace(database, month, now, cancel);
                    mended++;
                }
            }
        }

        var tables = await CheckTables(db, differences, cancel);
        if (mended > 0)
        {
            await DataVersion.Bump(db, cancel);
        }

        return new(months.Count, months.Sum(month => (long)month.Rows), tables, sets.Count, differences, mended);
    }

    private static string Name(CrimeMonth month) => $"{CrimeSummary.Whose(month.Series, month.Force)} {month.Month}";

    /// <returns>In words what is wrong with a month's columns; null when they can be read and agree with what the month says of itself.</returns>
    private static async Task<string?> Broken(WardbookDb db, CrimeMonth month, CancellationToken cancel)
    {
        if (await db.CrimeBlocks.AsNoTracking().SingleOrDefaultAsync(block => block.MonthId == month.Id, cancel) is not { } block)
        {
            return "its records are missing";
        }

        try
        {
            if (SideTables.Has(month.Series))
            {
                return (await TextColumns.Read(block.Rows)).Rows == month.Rows && CrimeIds.Unpack(block.Ids, month.Rows).Length == month.Rows
                    ? null
                    : $"it does not hold the {month.Rows} rows it says";
            }

            var (places, rows) = (await CrimeColumns.ReadPlaces(block.Places), await CrimeColumns.ReadRows(block.Rows));
            return rows.Count != month.Rows || CrimeIds.Unpack(block.Ids, month.Rows).Length != month.Rows ? $"it does not hold the {month.Rows} rows it says"
                : rows.Place.Any(place => place < 0 || place >= places.Count) ? "a row points at a place that is not there"
                : rows.Place.Count(place => !places.HasPoint(place)) is var without && without != month.WithoutPoint && month.WithoutPoint > 0 ? $"{without} rows have no location where it says {month.WithoutPoint}"
                : null;
        }
        catch (Exception unreadable) when (unreadable is not OperationCanceledException and not DbException)
        {
            return $"its records cannot be read ({unreadable.Message.TrimEnd('.')})";
        }
    }

    private static async Task<Dictionary<int, Dictionary<(int PlaceId, short Category), int>>> Kept(WardbookDb db, int set, CancellationToken cancel)
    {
        var kept = new Dictionary<int, Dictionary<(int, short), int>>();
        var counts = db.CrimeCounts.AsNoTracking()
            .Join(db.Places.Where(place => place.SetId == set), count => count.PlaceId, place => place.Id, (count, _) => count)
            .Where(count => db.CrimeMonths.Any(month => month.Id == count.MonthId && month.Shown));
        await foreach (var count in counts.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!kept.TryGetValue(count.MonthId, out var cells))
            {
                kept.Add(count.MonthId, cells = []);
            }

            cells.Add((count.PlaceId, count.Category), count.Count);
        }

        return kept;
    }

    private static bool Same(Dictionary<(int PlaceId, short Category), int> kept, SetCounts counted) =>
        kept.Count == counted.Counts.Count && counted.Counts.All(count => kept.TryGetValue((count.PlaceId, count.Category), out var there) && there == count.Count);

    private static bool Same(CrimeAssignment one, CrimeAssignment other) =>
        (one.ByPoint, one.ByLsoa, one.ByWard, one.Outside, one.Unplaced, one.NearBorder) == (other.ByPoint, other.ByLsoa, other.ByWard, other.Outside, other.Unplaced, other.NearBorder);

    private static async Task Replace(Database database, CrimeMonth month, SetCounts counted, CancellationToken cancel)
    {
        await using var connection = await database.Connect(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        foreach (var sql in new[]
        {
            "DELETE FROM \"CrimeCounts\" WHERE \"PlaceId\" IN (SELECT \"Id\" FROM \"Places\" WHERE \"SetId\" = @set) AND \"Month\" = @stamp AND \"MonthId\" = @month",
            "DELETE FROM \"CrimeAssignments\" WHERE \"SetId\" = @set AND \"MonthId\" = @month",
        })
        {
            await using var delete = connection.CreateCommand();
            (delete.Transaction, delete.CommandText) = (transaction, sql);
            Add(delete, "set", counted.SetId);
            Add(delete, "month", month.Id);
            if (sql.Contains("@stamp", StringComparison.Ordinal))
            {
                Add(delete, "stamp", month.Month.Stamp);
            }

            await delete.ExecuteNonQueryAsync(cancel);
        }

        await StagedCounts.Insert(connection, transaction, month.Id, month.Month, [counted], cancel);
        await using (var insert = await BulkInsert.Into(connection, transaction, "CrimeAssignments", "MonthId", "SetId", "ByPoint", "ByLsoa", "ByWard", "Outside", "Unplaced", "NearBorder"))
        {
            insert.Add(month.Id, counted.SetId, counted.ByPoint, counted.ByLsoa, counted.ByWard, counted.Outside, counted.Unplaced, counted.NearBorder);
            await insert.Complete(cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    private static void Add(DbCommand command, string name, int value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    /// <summary>Outcomes and stops can be read; of every month of figures there are as many as it says.</summary>
    private static async Task<int> CheckTables(WardbookDb db, List<string> differences, CancellationToken cancel)
    {
        var months = await db.CrimeMonths.AsNoTracking()
            .Where(month => month.Shown && !db.CrimeSeries.Any(series => series.Id == month.Series && series.HasRecords))
            .OrderBy(month => month.Id)
            .ToListAsync(cancel);
        foreach (var month in months)
        {
            if (SideTables.Has(month.Series))
            {
                if (await Broken(db, month, cancel) is { } words)
                {
                    differences.Add($"{Name(month)}: {words}");
                }
            }
            else if (await db.PublishedCounts.CountAsync(count => count.MonthId == month.Id, cancel) is var figures && figures != month.Rows)
            {
                differences.Add($"{Name(month)}: {figures} figures are kept where it says {month.Rows}");
            }
        }

        return months.Count;
    }
}
