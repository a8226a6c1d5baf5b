using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wardbook.Store;

namespace Wardbook.Bench;

/// <summary>36 street files, 3.0 million rows, to rows and counts that are stored and durable: <c>wardbook import crimes</c> in process against PostgreSQL's <c>\copy</c>, a PostGIS join and counts.</summary>
public static class ImportBench
{
    private const int Months = 36;
    private const double Wanted = 5;
    private const int Rounds = 3;

    public static async Task<bool> Run()
    {
        var wards = BenchWards.List();
        var folder = MadeUpFiles.Folder(new(wards), Months);
        var files = Directory.GetFiles(folder, "*.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        Console.WriteLine($"{files.Count} files, {files.Sum(file => new FileInfo(file).Length) / 1e6:N0} MB");

        await using var server = await PostgresServer.Start();
        await using var postgis = await server.Open();
        await PostgresServer.Run(postgis, "CREATE EXTENSION postgis; CREATE TABLE wards (number int, code text, shape geometry(Geometry, 4326));");
        await PointsBench.LoadWards(postgis, wards);
        await PostgresServer.Run(postgis, "CREATE INDEX ON wards USING gist (shape); ANALYZE wards;");

        var (ours, stored, notStored) = (new List<double>(), new List<double>(), new List<double>());
        Dictionary<(string, int, string), long> theirs = [];
        Dictionary<(string, int, string), long> counts = [];
        for (var round = 0; round < Rounds; round++)
        {
            stored.Add(await Measure.Seconds(async () => theirs = await PostGis(server, postgis, files, "")));
            notStored.Add(await Measure.Seconds(() => PostGis(server, postgis, files, "UNLOGGED")));
            (var seconds, counts) = await Wardbook(wards, folder);
            ours.Add(seconds);
            Console.WriteLine($"round {round + 1}: PostgreSQL {stored[^1]:F2} s, unlogged {notStored[^1]:F2} s, Wardbook {ours[^1]:F2} s");
        }

        var different = counts.Count(count => theirs.GetValueOrDefault(count.Key) != count.Value) + theirs.Keys.Count(key => !counts.ContainsKey(key));
        var rows = Months * MadeUpCrimes.RowsPerMonth;
        Measure.Print(["", "seconds", "million rows/s"],
        [
            .. new[] { ("PostgreSQL, durable", stored), ("PostgreSQL, rows not logged", notStored), ("Wardbook (SQLite), durable", ours) }
                .Select(side => new[] { side.Item1, $"{Measure.Median(side.Item2):F2}", $"{rows / Measure.Median(side.Item2) / 1e6:F2}" }),
        ]);
        var ratio = Measure.Median(stored) / Measure.Median(ours);
        return Measure.Goal($"{ratio:F1} times PostgreSQL with rows as durable as ours ({Measure.Median(notStored) / Measure.Median(ours):F1} times when it does not log them), at least {Wanted}", ratio >= Wanted)
            & Measure.Goal($"{counts.Count:N0} counts by ward, month and category, {different} of them different", different == 0);
    }

    /// <summary>Imports into a new file, the wards being there.</summary>
    private static async Task<(double Seconds, Dictionary<(string Ward, int Month, string Category), long> Counts)> Wardbook(IReadOnlyList<BenchWard> wards, string folder)
    {
        var database = Database.At(Workplace.Fresh("import.db"), TestKeys.Usual);
        await BenchWards.Install(database, wards);
        var seconds = await Measure.Seconds(() => BenchWards.ImportCrimes(database, folder));
        await using var db = database.Open();
        var counts = await db.CrimeCounts
            .Join(db.Places.Where(place => place.Kind == "ward"), count => count.PlaceId, place => place.Id, (count, place) => new { count, place.Code })
            .Join(db.CrimeCategories, row => row.count.Category, category => category.Id, (row, category) => new { row.Code, row.count.Month, category.Name, row.count.Count })
            .ToDictionaryAsync(row => (row.Code.Text, row.Month.Stamp, row.Name), row => (long)row.Count);
        return (seconds, counts);
    }

    private static async Task<Dictionary<(string Ward, int Month, string Category), long>> PostGis(PostgresServer server, NpgsqlConnection postgis, List<string> files, string unlogged)
    {
        await PostgresServer.Run(postgis, $"""
            DROP TABLE IF EXISTS crimes, places, counts;
            CREATE {unlogged} TABLE crimes (crime_id text, month text, reported_by text, falls_within text, longitude float8, latitude float8, location text,
                lsoa_code text, lsoa_name text, crime_type text, outcome text, context text);
            """);
        await server.Script(string.Join('\n', files.Select(file => $"\\copy crimes FROM '{file}' (FORMAT CSV, HEADER)")));

        await PostgresServer.Run(postgis, $"""
            CREATE {unlogged} TABLE places AS
            SELECT p.longitude, p.latitude, w.code
            FROM (SELECT DISTINCT longitude, latitude FROM crimes WHERE longitude IS NOT NULL) p
            JOIN wards w ON ST_Intersects(w.shape, ST_SetSRID(ST_MakePoint(p.longitude, p.latitude), 4326));
            ANALYZE places;
            CREATE {unlogged} TABLE counts AS
            SELECT p.code, c.month, c.crime_type, count(*) AS count FROM crimes c JOIN places p USING (longitude, latitude) GROUP BY 1, 2, 3;
            """);
        var counts = new Dictionary<(string, int, string), long>();
        await using var all = new NpgsqlCommand("SELECT code, month, crime_type, count FROM counts", postgis);
        await using var rows = await all.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            counts[(rows.GetString(0), int.Parse(rows.GetString(1).Replace("-", "", StringComparison.Ordinal), null), rows.GetString(2))] = rows.GetInt64(3);
        }

        return counts;
    }
}
