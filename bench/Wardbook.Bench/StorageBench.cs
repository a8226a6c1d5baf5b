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
