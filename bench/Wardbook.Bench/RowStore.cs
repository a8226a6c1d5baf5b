using System.Data.Common;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Bench;

/// <summary>A row for each crime, the map points in a table of their own, found by point and month.</summary>
internal sealed class RowStore(DbConnection connection, MadeUpCrimes crimes) : CrimeStore(connection, crimes)
{
    public override string Name => "row for each crime";

    public override async Task Make()
    {
        var bytes = IsPostgres ? "bytea" : "BLOB";
        await Tell($"""
            CREATE TABLE "places" ("id" INTEGER PRIMARY KEY, "longitude" INTEGER NOT NULL, "latitude" INTEGER NOT NULL, "location" TEXT NOT NULL, "lsoa" TEXT NOT NULL, "ward" INTEGER NOT NULL);
            CREATE TABLE "crimes" ("month" INTEGER NOT NULL, "place" INTEGER NOT NULL, "category" INTEGER NOT NULL, "outcome" INTEGER NOT NULL, "crime_id" {bytes});
            CREATE INDEX "places_ward" ON "places" ("ward");
            CREATE INDEX "places_longitude" ON "places" ("longitude");
            CREATE INDEX "crimes_place" ON "crimes" ("place", "month");
            CREATE INDEX "crimes_month" ON "crimes" ("month");
            """);
        await using var transaction = await Connection.BeginTransactionAsync();
        await using (var insert = await BulkInsert.Into(Connection, transaction, "places", "id", "longitude", "latitude", "location", "lsoa", "ward"))
        {
            for (var place = 0; place < Crimes.Points.Count; place++)
            {
                var point = Crimes.Points[place];
                insert.Add(place, point.LongitudeE7, point.LatitudeE7, point.Street, point.Lsoa, point.Ward);
            }

            await insert.Complete(default);
        }

        await transaction.CommitAsync();
    }

    public override Task Drop() => Tell("DROP TABLE \"crimes\"; DROP TABLE \"places\";");

    public override async Task Add(int month, (MadeUpRow[] Rows, byte[] Ids) made)
    {
        await using var transaction = await Connection.BeginTransactionAsync();
        await Insert(transaction, month, made);
        await transaction.CommitAsync();
    }

    public override async Task<long> Streets(int ward, int first, int last)
    {
        var streets = new List<(string, long)>();
        await foreach (var row in Ask($"""
            SELECT p."location", count(*) FROM "places" p JOIN "crimes" c ON c."place" = p."id" AND c."month" BETWEEN {first} AND {last} WHERE p."ward" = {ward} GROUP BY p."location"
            """))
        {
            streets.Add((row.GetString(0), row.GetInt64(1)));
        }

        return Mixed(streets);
    }

    public override async Task<long> Area(Point low, Point high, int first, int last)
    {
        var categories = new List<(string, long)>();
        await foreach (var row in Ask($"""
            SELECT c."category", count(*) FROM "places" p JOIN "crimes" c ON c."place" = p."id" AND c."month" BETWEEN {first} AND {last}
            WHERE p."longitude" BETWEEN {low.LongitudeE7} AND {high.LongitudeE7} AND p."latitude" BETWEEN {low.LatitudeE7} AND {high.LatitudeE7} GROUP BY c."category"
            """))
        {
            categories.Add((MadeUpCrimes.Categories[row.GetInt32(0)], row.GetInt64(1)));
        }

        return Mixed(categories);
    }

    public override async Task Replace(int month, int by, (MadeUpRow[] Rows, byte[] Ids) made)
    {
        var before = new Dictionary<Int128, int>();
        await foreach (var row in Ask($"SELECT \"crime_id\", \"outcome\" FROM \"crimes\" WHERE \"month\" = {month} AND \"crime_id\" IS NOT NULL"))
        {
            before[BitConverter.ToInt128((byte[])row.GetValue(0))] = row.GetInt32(1);
        }

        await Add(by, made);
        foreach (var row in made.Rows)
        {
            if (row.Id >= 0)
            {
                before.Remove(BitConverter.ToInt128(made.Ids, row.Id));
            }
        }
    }

    public override Task Sweep(int first, int last) => Tell($"DELETE FROM \"crimes\" WHERE \"month\" BETWEEN {first} AND {last}");

    private async Task Insert(DbTransaction transaction, int month, (MadeUpRow[] Rows, byte[] Ids) made)
    {
        await using var insert = await BulkInsert.Into(Connection, transaction, "crimes", "month", "place", "category", "outcome", "crime_id");
        foreach (var row in made.Rows)
        {
            insert.Add(month, row.Point, (int)row.Category, (int)row.Outcome, row.Id < 0 ? null : made.Ids.AsSpan(row.Id, 32).ToArray());
        }

        await insert.Complete(default);
    }
}
