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

    /// <summary>The bundle of each ward; one that has none yet gets it, with all that was recorded there before.</summary>
    /// <remarks>Belongs before the totals of the ward are added to: of two who come first together, one waits here for the other.</remarks>
    internal static async Task<IReadOnlyDictionary<PlaceKey, string>> Of(WardbookDb db, IReadOnlyCollection<PlaceKey> wards, CancellationToken cancel)
    {
        var codes = wards.Select(ward => ward.Code).ToList();
        var found = (await db.ActivityBundles.AsNoTracking().Where(row => codes.Contains(row.PlaceCode)).ToListAsync(cancel)).ToDictionary(row => new PlaceKey(row.PlaceKind, row.PlaceCode), row => row.Bundle);
        foreach (var ward in wards.Where(ward => !found.ContainsKey(ward)).OrderBy(ward => ward.Code))
        {
            found[ward] = await Begin(db, ward, cancel);
        }

        return found;
    }

    /// <summary>Begins the bundles of all wards that have totals and none yet: after totals were written in bulk.</summary>
    public static async Task Begin(WardbookDb db, CancellationToken cancel)
    {
        var wards = await db.ActivityTotals.Where(total => total.Step == Step.Month).Select(total => new { total.PlaceKind, total.PlaceCode }).Distinct().ToListAsync(cancel);
        await Of(db, wards.ConvertAll(ward => new PlaceKey(ward.PlaceKind, ward.PlaceCode)), cancel);
    }

    /// <summary>Adds to the bundles what is added to their wards.</summary>
    internal static Task Add(WardbookDb db, IReadOnlyDictionary<PlaceKey, string> bundles, IEnumerable<TotalRow> rows, CancellationToken cancel) =>
        AddTo(db, rows.Select(row => (bundles[new(row.PlaceKind, PlaceCode.Parse(row.PlaceCode))], row)), cancel);

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

    private static async Task<string> Begin(WardbookDb db, PlaceKey ward, CancellationToken cancel)
    {
        var bundle = await BoroughOf(db, ward, cancel) is { } borough ? borough.ToString() : "";
        var isFirst = await db.Database.ExecuteSqlAsync($"""INSERT INTO "ActivityBundles" ("PlaceKind", "PlaceCode", "Bundle") VALUES ({ward.Kind}, {ward.Code.Text}, {bundle}) ON CONFLICT DO NOTHING""", cancel) == 1;
        if (!isFirst)
        {
            return await db.ActivityBundles.Where(row => row.PlaceKind == ward.Kind && row.PlaceCode == ward.Code).Select(row => row.Bundle).SingleAsync(cancel);
        }

        if (bundle.Length > 0)
        {
            await db.Database.ExecuteSqlRawAsync("""
                INSERT INTO "BundledTotals" ("Step", "Bundle", "From", "Kind", "Halves", "Records")
                SELECT "Step", {0}, "From", "Kind", CAST(sum("Halves") AS bigint), CAST(sum("Records") AS integer) FROM "ActivityTotals"
                WHERE "Step" IN (1, 2, 3) AND "PlaceKind" = {1} AND "PlaceCode" = {2} GROUP BY "Step", "From", "Kind" ORDER BY 1, 3, 4
                """ + Adds, [bundle, ward.Kind, ward.Code.Text], cancel);
        }

        return bundle;
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
