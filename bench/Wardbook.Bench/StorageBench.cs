using System.Data.Common;
using Wardbook.Crimes.Blocks;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Bench;

/// <summary>What the choice between a row for each crime and one block of columns for each force's month costs and brings (docs/decisions).</summary>
/// <remarks>The counts beside the records are the same in both and left out. Making the rows up is not timed, packing and storing them is.</remarks>
public static class StorageBench
{
    private const int Months = 240;
    private const int Shown = 12;
    private const int Staged = 12;

    public static async Task<bool> Run()
    {
        var wards = BenchWards.List();
        var crimes = new MadeUpCrimes(wards);
        var finder = BenchWards.Finder(wards);
        await using var server = await PostgresServer.Start();
        var rows = new List<string[]>();
        var answers = new List<Answers>();
        foreach (var isPostgres in new[] { false, true })
        {
            foreach (var asRows in new[] { true, false })
            {
                var database = Database.At(isPostgres ? server.Connection : Workplace.Fresh("storage.db"), TestKeys.Usual);
                await using var connection = await database.Connect();
                if (!isPostgres)
                {
                    await using var logged = connection.CreateCommand();
                    logged.CommandText = "PRAGMA journal_mode=WAL";
                    await logged.ExecuteNonQueryAsync();
                }

                await using var store = asRows ? (CrimeStore)new RowStore(connection, crimes) : new BlockStore(connection, crimes, finder);
                var (figures, answer) = await Measured(store, crimes, wards, isPostgres ? server : null, database);
                rows.Add([isPostgres ? "PostgreSQL" : "SQLite", store.Name, .. figures]);
                answers.Add(answer);
                Console.WriteLine(string.Join("  ", rows[^1]));
                await store.Drop();
            }
        }

        Measure.Print(["", "", "load, s", "size, MB", "streets first, ms", "then, ms", "drawn area, ms", "revision, ms", "sweep, ms"], rows);
        return Measure.Goal("the same streets and the same area from all four", answers.TrueForAll(answer => answer.Equals(answers[0])))
            & Measure.Goal("blocks load faster and take less room than rows", double.Parse(rows[1][2], null) < double.Parse(rows[0][2], null) && double.Parse(rows[1][3], null) < double.Parse(rows[0][3], null));
    }

    private static async Task<(string[] Figures, Answers Answers)> Measured(CrimeStore store, MadeUpCrimes crimes, IReadOnlyList<BenchWard> wards, PostgresServer? server, Database database)
    {
        var before = server is null ? 0 : await server.Size();
        await store.Make();
        var load = 0.0;
        var number = 0;
        foreach (var month in MadeUpFiles.List(Months))
        {
            var made = crimes.Month(month);
            number++;
            load += await Measure.Seconds(() => store.Add(number, made));
        }

        load += await Measure.Seconds(store.Settle);
        var size = (server is null ? new FileInfo(database.File!).Length : await server.Size() - before) / 1e6;

        var (streets, areas, first) = (new List<double>(), new List<double>(), 0.0);
        var (street, area) = (0L, 0L);
        for (var round = 0; round < 7; round++)
        {
            var ward = 40 + (round * 83);
            streets.Add(await Measure.Seconds(async () => street = (street * 31) + await store.Streets(ward, Months - Shown + 1, Months)));

            first = round == 0 ? streets[0] : first;

            // About the size of a borough: 8 kilometres square.
            var middle = crimes.Points[ward * MadeUpCrimes.PointsPerWard];
            areas.Add(await Measure.Seconds(async () => area = (area * 31) + await store.Area(
                new(middle.LongitudeE7 - 577_000, middle.LatitudeE7 - 360_000), new(middle.LongitudeE7 + 577_000, middle.LatitudeE7 + 360_000), Months - Shown + 1, Months)));
        }

        var later = crimes.Month(MadeUpFiles.List(Months).Last());
        var revision = await Measure.Seconds(() => store.Replace(Months, Months + 1, later));
        for (var staged = 0; staged < Staged; staged++)
        {
            await store.Add(Months + 2 + staged, later);
        }

        var sweep = await Measure.Seconds(() => store.Sweep(Months + 2, Months + 1 + Staged));
        return ([$"{load:F1}", $"{size:F0}", $"{first * 1000:F0}", $"{Measure.Median(streets) * 1000:F1}", $"{Measure.Median(areas) * 1000:F1}", $"{revision * 1000:F0}", $"{sweep * 1000:F0}"], new(street, area));
    }

    private sealed record Answers(long Streets, long Area);
}

/// <summary>One way of keeping records.</summary>
internal abstract class CrimeStore(DbConnection connection, MadeUpCrimes crimes) : IAsyncDisposable
{
    public abstract string Name { get; }

    protected DbConnection Connection => connection;

    protected MadeUpCrimes Crimes => crimes;

    protected bool IsPostgres => connection is Npgsql.NpgsqlConnection;

    public abstract Task Make();

    public abstract Task Drop();

    /// <summary>Stores a month whole, and durably.</summary>
    public abstract Task Add(int month, (MadeUpRow[] Rows, byte[] Ids) made);

    /// <returns>A number made of every street of the ward and its count.</returns>
    public abstract Task<long> Streets(int ward, int first, int last);

    /// <returns>A number made of the counts of every category between two corners.</returns>
    public abstract Task<long> Area(Point low, Point high, int first, int last);

    /// <summary>Stores another edition of a month, compares it with the one there and shows it instead.</summary>
    public abstract Task Replace(int month, int by, (MadeUpRow[] Rows, byte[] Ids) made);

    /// <summary>Clears away the months that a killed import left.</summary>
    public abstract Task Sweep(int first, int last);

    public Task Settle() => IsPostgres ? Tell("VACUUM ANALYZE") : Tell("PRAGMA wal_checkpoint(TRUNCATE); ANALYZE;");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected async Task Tell(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    protected async IAsyncEnumerable<DbDataReader> Ask(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            yield return rows;
        }
    }

    protected static long Mixed(IEnumerable<(string Name, long Count)> counts) =>
        counts.OrderBy(count => count.Name, StringComparer.Ordinal).Aggregate(17L, (sum, count) => (((sum * 31) + count.Name.Length) * 31) + count.Count);
}

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

/// <summary>One immutable block of packed columns for each month, as Wardbook keeps them. A month that was asked for stays unpacked in memory, as the site's do: it can never change.</summary>
internal sealed class BlockStore(DbConnection connection, MadeUpCrimes crimes, PlaceFinder finder) : CrimeStore(connection, crimes)
{
    private readonly Dictionary<int, Unpacked> unpacked = [];

    public override string Name => "block for each month";

    public override Task Make()
    {
        var bytes = IsPostgres ? "bytea" : "BLOB";
        return Tell($"CREATE TABLE \"blocks\" (\"month\" INTEGER PRIMARY KEY, \"places\" {bytes} NOT NULL, \"rows\" {bytes} NOT NULL, \"ids\" {bytes})");
    }

    public override Task Drop() => Tell("DROP TABLE \"blocks\"");

    public override async Task Add(int month, (MadeUpRow[] Rows, byte[] Ids) made)
    {
        var (places, rows) = Columns(made.Rows);
        await using var transaction = await Connection.BeginTransactionAsync();
        await using (var insert = await BulkInsert.Into(Connection, transaction, "blocks", "month", "places", "rows", "ids"))
        {
            insert.Add(month, await CrimeColumns.Write(places), await CrimeColumns.Write(rows), Pack(made));
            await insert.Complete(default);
        }

        await transaction.CommitAsync();
    }

    public override async Task<long> Streets(int ward, int first, int last)
    {
        var streets = new Dictionary<string, long>();
        await foreach (var month in Months(first, last))
        {
            foreach (var place in month.Place)
            {
                if (month.Ward[place] == ward)
                {
                    streets[month.Places.Location[place]] = streets.GetValueOrDefault(month.Places.Location[place]) + 1;
                }
            }
        }

        return Mixed(streets.Select(street => (street.Key, street.Value)));
    }

    public override async Task<long> Area(Point low, Point high, int first, int last)
    {
        var counts = new long[MadeUpCrimes.Categories.Count];
        await foreach (var month in Months(first, last))
        {
            var (longitude, latitude) = (month.Places.LongitudeE7, month.Places.LatitudeE7);
            var inside = new bool[longitude.Length];
            for (var place = 0; place < inside.Length; place++)
            {
                inside[place] = longitude[place] >= low.LongitudeE7 && longitude[place] <= high.LongitudeE7 && latitude[place] >= low.LatitudeE7 && latitude[place] <= high.LatitudeE7;
            }

            for (var crime = 0; crime < month.Place.Length; crime++)
            {
                counts[month.Category[crime]] += inside[month.Place[crime]] ? 1 : 0;
            }
        }

        return Mixed(counts.Select((count, category) => (MadeUpCrimes.Categories[category], count)).Where(count => count.count > 0));
    }

    public override async Task Replace(int month, int by, (MadeUpRow[] Rows, byte[] Ids) made)
    {
        await foreach (var row in Ask($"SELECT \"places\", \"rows\", \"ids\" FROM \"blocks\" WHERE \"month\" = {month}"))
        {
            var rows = await CrimeColumns.ReadRows((byte[])row.GetValue(1));
            var before = CrimeIds.Unpack((byte[])row.GetValue(2), rows.Count).ToHashSet(StringComparer.Ordinal);
            foreach (var crime in made.Rows)
            {
                before.Remove(crime.Id < 0 ? "" : Convert.ToHexStringLower(made.Ids.AsSpan(crime.Id, 32)));
            }
        }

        await Add(by, made);
    }

    public override Task Sweep(int first, int last) => Tell($"DELETE FROM \"blocks\" WHERE \"month\" BETWEEN {first} AND {last}");

    private static byte[]? Pack((MadeUpRow[] Rows, byte[] Ids) made)
    {
        var ids = new CrimeIds();
        Span<char> hex = stackalloc char[64];
        foreach (var row in made.Rows)
        {
            if (row.Id >= 0)
            {
                Convert.TryToHexStringLower(made.Ids.AsSpan(row.Id, 32), hex, out _);
            }

            ids.Add(row.Id < 0 ? [] : hex);
        }

        return ids.Pack();
    }

    private (CrimePlaces Places, CrimeRows Rows) Columns(MadeUpRow[] rows)
    {
        var number = new Dictionary<int, int>();
        var place = Array.ConvertAll(rows, row => number.TryGetValue(row.Point, out var known) ? known : number[row.Point] = number.Count);
        var used = number.Keys.ToArray();
        var points = Array.ConvertAll(used, point => point < 0 ? new MapPoint(CrimePlaces.NoPoint, CrimePlaces.NoPoint, "No Location", "", "", -1) : Crimes.Points[point]);
        var nothing = new int[rows.Length];
        return (
            new(Array.ConvertAll(points, point => point.LongitudeE7), Array.ConvertAll(points, point => point.LatitudeE7), Array.ConvertAll(points, point => point.Street),
                Array.ConvertAll(points, point => point.Lsoa), Array.ConvertAll(points, point => point.LsoaName), Array.ConvertAll(points, _ => "")),
            new(place, Array.ConvertAll(rows, row => (int)row.Category), Array.ConvertAll(rows, row => (int)row.Outcome), nothing, nothing, nothing, [.. MadeUpCrimes.Outcomes]));
    }

    private async IAsyncEnumerable<Unpacked> Months(int first, int last)
    {
        if (!unpacked.ContainsKey(first))
        {
            await foreach (var row in Ask($"SELECT \"month\", \"places\", \"rows\" FROM \"blocks\" WHERE \"month\" BETWEEN {first} AND {last}"))
            {
                var places = await CrimeColumns.ReadPlaces((byte[])row.GetValue(1));
                var (place, category) = await CrimeColumns.ReadPlaceAndCategory((byte[])row.GetValue(2));
                var ward = new int[places.Count];
                for (var at = 0; at < ward.Length; at++)
                {
                    ward[at] = places.HasPoint(at) ? finder.Find(places.LongitudeE7[at], places.LatitudeE7[at]) : PlaceFinder.Nowhere;
                }

                unpacked[row.GetInt32(0)] = new(places, ward, place, category);
            }
        }

        for (var month = first; month <= last; month++)
        {
            yield return unpacked[month];
        }
    }

    private sealed record Unpacked(CrimePlaces Places, int[] Ward, int[] Place, int[] Category);
}
