using System.IO.Compression;
using Npgsql;
using NpgsqlTypes;
using Sylvan.Data.Csv;
using Wardbook.Places;

namespace Wardbook.Bench;

/// <summary>Gives points to wards, one core, against PostGIS with its index; and asks that every point gets the same ward.</summary>
public static class PointsBench
{
    private const double Wanted = 150;
    private const int Rounds = 3;

    public static async Task<bool> Run()
    {
        var wards = BenchWards.List();
        var (east, north) = Points(wards);
        Console.WriteLine($"{wards.Count} wards with {wards.Sum(ward => ward.Shape.NumPoints):N0} corners, {east.Length:N0} points{(IsReal ? "" : ", made up")}");

        await using var server = await PostgresServer.Start();
        await using var postgis = await server.Open();
        await Load(postgis, wards, east, north);

        PlaceFinder finder = null!;
        var building = Measure.Median(Enumerable.Range(0, 3).Select(_ => Measure.Seconds(() => finder = BenchWards.Finder(wards))));
        var found = new int[east.Length];
        var ours = new List<double>();
        var theirs = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            theirs.Add(await Join(postgis));

            // One pass is over in a blink, so the median of many.
            ours.Add(Measure.Median(Enumerable.Range(0, 15).Select(_ => Measure.Seconds(() =>
            {
                for (var point = 0; point < found.Length; point++)
                {
                    found[point] = finder.Find(east[point], north[point]);
                }
            }))));
        }

        // Points are what comes in, so an index of theirs has to be made first.
        var indexing = await Measure.Seconds(() => PostgresServer.Run(postgis, "CREATE INDEX ON points USING gist (point); ANALYZE points;"));
        var indexed = Measure.Median([await Join(postgis), await Join(postgis), await Join(postgis)]);

        var different = await Differences(postgis, wards, found);
        var ratio = Measure.Median(theirs) / Measure.Median(ours);
        Measure.Print(["", "seconds", "million points/s"],
        [
            ["PostGIS, GiST index on the wards, no parallel workers", $"{Measure.Median(theirs):F3}", $"{found.Length / Measure.Median(theirs) / 1e6:F3}"],
            [$"PostGIS, after indexing the points as well ({indexing:F1} s)", $"{indexed:F3}", $"{found.Length / indexed / 1e6:F3}"],
            ["Wardbook, one thread", $"{Measure.Median(ours):F4}", $"{found.Length / Measure.Median(ours) / 1e6:F1}"],
            ["Wardbook, making the finder (once)", $"{building:F3}", ""],
        ]);
        return Measure.Goal($"{ratio:F0} times PostGIS, at least {Wanted}", ratio >= Wanted)
            & Measure.Goal($"{different:N0} points with another ward, none allowed", different == 0);
    }

    private static Task<double> Join(NpgsqlConnection postgis) =>
        Measure.Seconds(() => PostgresServer.Scalar(postgis, "SELECT sum(w.number) FROM points p JOIN wards w ON ST_Intersects(w.shape, p.point)"));

    private static bool IsReal => Workplace.RealFile(RealPoints) is not null;

    private const string RealPoints = "crimes/london-all-forces-crimes-2022-01_2022-09-simplified.zip";

    private static (int[] East, int[] North) Points(IReadOnlyList<BenchWard> wards)
    {
        var (east, north) = (new List<int>(), new List<int>());
        if (Workplace.RealFile(RealPoints) is not { } file)
        {
            var crimes = new MadeUpCrimes(wards);
            var dice = new Random(7);
            for (var point = 0; point < 630_876; point++)
            {
                var at = crimes.Points[dice.Next(crimes.Points.Count)];
                east.Add(at.LongitudeE7);
                north.Add(at.LatitudeE7);
            }

            return ([.. east], [.. north]);
        }

        using var archive = ZipFile.OpenRead(file);
        foreach (var entry in archive.Entries)
        {
            using var rows = CsvDataReader.Create(new StreamReader(entry.Open()));
            while (rows.Read())
            {
                if (rows.GetFieldSpan(3) is { Length: > 0 } longitude && rows.GetFieldSpan(4) is { Length: > 0 } latitude
                    && Crimes.Files.Degrees.TryParse(longitude, 180, out var x) && Crimes.Files.Degrees.TryParse(latitude, 90, out var y))
                {
                    east.Add(x);
                    north.Add(y);
                }
            }
        }

        return ([.. east], [.. north]);
    }

    private static async Task Load(NpgsqlConnection postgis, IReadOnlyList<BenchWard> wards, int[] east, int[] north)
    {
        await PostgresServer.Run(postgis, """
            CREATE EXTENSION postgis;
            CREATE TABLE wards (number int PRIMARY KEY, code text NOT NULL, shape geometry(Geometry, 4326) NOT NULL);
            CREATE TABLE points (id int PRIMARY KEY, point geometry(Point, 4326) NOT NULL);
            CREATE TABLE raw (id int, x float8, y float8);
            SET max_parallel_workers_per_gather = 0;
            """);
        await LoadWards(postgis, wards);
        await using (var copy = await postgis.BeginBinaryImportAsync("COPY raw FROM STDIN (FORMAT BINARY)"))
        {
            for (var point = 0; point < east.Length; point++)
            {
                copy.StartRow();
                copy.Write(point);
                copy.Write(east[point] / 1e7);
                copy.Write(north[point] / 1e7);
            }

            await copy.CompleteAsync();
        }

        await PostgresServer.Run(postgis, """
            INSERT INTO points SELECT id, ST_SetSRID(ST_MakePoint(x, y), 4326) FROM raw;
            CREATE INDEX ON wards USING gist (shape);
            ANALYZE wards;
            ANALYZE points;
            """);
    }

    internal static async Task LoadWards(NpgsqlConnection postgis, IReadOnlyList<BenchWard> wards)
    {
        for (var ward = 0; ward < wards.Count; ward++)
        {
            await using var insert = new NpgsqlCommand("INSERT INTO wards VALUES ($1, $2, ST_SetSRID(ST_GeomFromWKB($3), 4326))", postgis);
            insert.Parameters.Add(new() { Value = ward });
            insert.Parameters.Add(new() { Value = wards[ward].Code.Text });
            insert.Parameters.Add(new() { Value = Shapes.ToBytes(wards[ward].Shape), NpgsqlDbType = NpgsqlDbType.Bytea });
            await insert.ExecuteNonQueryAsync();
        }
    }

    /// <summary>How many points PostGIS gives to another ward: of several that touch, the lowest code; of none, nowhere.</summary>
    private static async Task<int> Differences(NpgsqlConnection postgis, IReadOnlyList<BenchWard> wards, int[] found)
    {
        var given = Enumerable.Repeat(PlaceFinder.Nowhere, found.Length).ToArray();
        await using var all = new NpgsqlCommand("SELECT p.id, w.number FROM points p JOIN wards w ON ST_Intersects(w.shape, p.point)", postgis);
        await using var rows = await all.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            ref var ward = ref given[rows.GetInt32(0)];
            var other = rows.GetInt32(1);
            ward = ward < 0 || wards[other].Code < wards[ward].Code ? other : ward;
        }

        return Enumerable.Range(0, found.Length).Count(point => given[point] != found[point]);
    }
}
