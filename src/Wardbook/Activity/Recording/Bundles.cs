using System.Text;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Activity.Recording;

/// <summary>Keeps the totals of bundles of wards beside those of the wards, in the same transaction.</summary>
public static class Bundles
{
    private const int MostAround = 6;

    private const string Adds = """
         ON CONFLICT ("Step", "Bundle", "From", "Kind")
        DO UPDATE SET "Halves" = "BundledTotals"."Halves" + excluded."Halves", "Records" = "BundledTotals"."Records" + excluded."Records"
        """;

    /// <summary>Begins the bundles of all wards that have totals and none yet: after totals were written in bulk.</summary>
    public static async Task Begin(WardbookDb db, CancellationToken cancel)
    {
        var wards = await db.ActivityTotals.Where(total => total.Step == Step.Month && !db.ActivityBundles.Any(row => row.PlaceKind == total.PlaceKind && row.PlaceCode == total.PlaceCode))
            .Select(total => new { total.PlaceKind, total.PlaceCode }).Distinct().ToListAsync(cancel);
        foreach (var ward in wards.OrderBy(ward => ward.PlaceCode))
        {
            await Begin(db, new(ward.PlaceKind, ward.PlaceCode), cancel);
        }
    }

    /// <summary>Adds to the bundles what was just added to the totals of their wards. A ward that has no bundle yet gets it, with all that was recorded there before.</summary>
    /// <param name="rows">In the order of <see cref="TotalRow.Sum"/>.</param>
    internal static async Task Add(WardbookDb db, IReadOnlyList<TotalRow> rows, CancellationToken cancel)
    {
        foreach (var ward in rows.GroupBy(row => new PlaceKey(row.PlaceKind, PlaceCode.Parse(row.PlaceCode))).OrderBy(ward => ward.Key.Code))
        {
            // Nearly always the bundle is there, and one statement does.
            var sums = ward.GroupBy(row => (row.Step, row.From, row.Kind)).Count();
            if (await AddOf(db, ward, cancel) == sums || await db.ActivityBundles.AnyAsync(row => row.PlaceKind == ward.Key.Kind && row.PlaceCode == ward.Key.Code && row.Bundle == "", cancel))
            {
                continue;
            }

            // Of two who come first together one begins it, with what both of them could see; the other waited, and adds its own.
            if (!await Begin(db, ward.Key, cancel))
            {
                await AddOf(db, ward, cancel);
            }
        }
    }

    /// <summary>Adds the rows of one ward to the bundle that it has.</summary>
    /// <returns>How many totals of the bundle were added to: none when the ward has no bundle.</returns>
    private static async Task<int> AddOf(WardbookDb db, IEnumerable<TotalRow> rows, CancellationToken cancel)
    {
        var added = 0;
        foreach (var part in rows.Chunk(TotalRow.AtOnce))
        {
            var sql = new StringBuilder("""
                INSERT INTO "BundledTotals" ("Step", "Bundle", "From", "Kind", "Halves", "Records")
                SELECT column1, "Bundle", column4, column5, CAST(sum(column7) AS bigint), CAST(sum(column8) AS integer)
                FROM (VALUES 
                """);
            List<object> values = [];
            foreach (var row in part)
            {
                row.AppendTo(sql, values);
            }

            sql.Append("""
                ) AS one JOIN "ActivityBundles" ON "PlaceKind" = column2 AND "PlaceCode" = column3
                WHERE "Bundle" <> '' GROUP BY column1, "Bundle", column4, column5 ORDER BY 1, 2, 3, 4

                """).Append(Adds);
            added += await db.Database.ExecuteSqlRawAsync(sql.ToString(), values, cancel);
        }

        return added;
    }

    /// <summary>Adds each row to its bundle.</summary>
    internal static async Task AddTo(WardbookDb db, IEnumerable<(string Bundle, TotalRow Row)> rows, CancellationToken cancel)
    {
        var sums = rows.Where(one => one.Bundle.Length > 0)
            .GroupBy(one => (one.Row.Step, one.Bundle, one.Row.From, one.Row.Kind), one => one.Row)
            .Select(sum => (sum.Key, Halves: sum.Sum(row => row.Halves), Records: sum.Sum(row => row.Records)))
            .Where(sum => sum.Halves != 0 || sum.Records != 0)
            .OrderBy(sum => sum.Key.Step).ThenBy(sum => sum.Key.Bundle, StringComparer.Ordinal).ThenBy(sum => sum.Key.From).ThenBy(sum => sum.Key.Kind, StringComparer.Ordinal);
        foreach (var part in sums.Chunk(TotalRow.AtOnce))
        {
            var sql = new StringBuilder("""INSERT INTO "BundledTotals" ("Step", "Bundle", "From", "Kind", "Halves", "Records") VALUES """);
            List<object> values = [];
            foreach (var (key, halves, records) in part)
            {
                TotalRow.Append(sql, values, [(int)key.Step, key.Bundle, key.From, key.Kind, halves, records]);
            }

            await db.Database.ExecuteSqlRawAsync(sql.Append(Adds).ToString(), values, cancel);
        }
    }

    /// <returns>False when another began it meanwhile.</returns>
    private static async Task<bool> Begin(WardbookDb db, PlaceKey ward, CancellationToken cancel)
    {
        var bundle = await BoroughOf(db, ward, cancel) is { } borough ? borough.ToString() : "";
        if (await db.Database.ExecuteSqlAsync($"""INSERT INTO "ActivityBundles" ("PlaceKind", "PlaceCode", "Bundle") VALUES ({ward.Kind}, {ward.Code.Text}, {bundle}) ON CONFLICT DO NOTHING""", cancel) == 0)
        {
            return false;
        }

        if (bundle.Length > 0)
        {
            await db.Database.ExecuteSqlRawAsync("""
                INSERT INTO "BundledTotals" ("Step", "Bundle", "From", "Kind", "Halves", "Records")
                SELECT "Step", {0}, "From", "Kind", CAST(sum("Halves") AS bigint), CAST(sum("Records") AS integer) FROM "ActivityTotals"
                WHERE "Step" IN (1, 2, 3) AND "PlaceKind" = {1} AND "PlaceCode" = {2} GROUP BY "Step", "From", "Kind" ORDER BY 1, 3, 4
                """ + Adds, [bundle, ward.Kind, ward.Code.Text], cancel);
        }

        return true;
    }

    /// <summary>As the latest boundaries have it; null for a ward that is in none.</summary>
    private static async Task<PlaceKey?> BoroughOf(WardbookDb db, PlaceKey ward, CancellationToken cancel)
    {
        var at = await db.Places.Where(place => place.Kind == ward.Kind && place.Code == ward.Code).OrderByDescending(place => place.Id).Select(place => place.ParentId).FirstOrDefaultAsync(cancel);
        for (var number = 0; at is { } id && number < MostAround; number++)
        {
            var place = await db.Places.Where(place => place.Id == id).Select(place => new { place.Kind, place.Code, place.ParentId }).SingleAsync(cancel);
            if (place.Kind == "borough")
            {
                return new(place.Kind, place.Code);
            }

            at = place.ParentId;
        }

        return null;
    }
}
