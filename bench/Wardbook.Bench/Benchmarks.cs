namespace Wardbook.Bench;

/// <summary>The list of benchmarks. Each makes its inputs, starts and stops the servers it compares with, and checks that both sides agree.</summary>
public static class Benchmarks
{
    private static readonly Dictionary<string, (string What, Func<Task<bool>> Run)> All = new(StringComparer.Ordinal)
    {
        ["points"] = ("points to wards, against PostGIS", PointsBench.Run),
        ["import"] = ("36 files, 3 million rows, to stored rows and counts, against PostgreSQL with PostGIS", ImportBench.Run),
        ["archive"] = ("a zip of 20 million rows, against unpacking it alone", ArchiveBench.Run),
        ["storage"] = ("a row for each crime against a block of columns for each month, 20 million rows", StorageBench.Run),
        ["pages"] = ("the busiest pages with 25 million crimes, made from the database", PagesBench.Run),
        ["record"] = ("a form with and without authorisation and the record of change, on SQLite and PostgreSQL", RecordBench.Run),
        ["activity"] = ("7 million records of activity: pages that add them up while 50 people record, and what recording takes", ActivityBench.Run),
        ["cycle"] = ("the seven stages of 625 wards reckoned from nothing, and the desks, over 250,000 concerns", CycleBench.Run),
        ["signins"] = ("10,000 passwords tried a minute, from one address and from many, and what a page takes meanwhile", SignInsBench.Run),
        ["names"] = ("the answer to a wrong password, whether anybody has the name or not", NamesBench.Run),
        ["kills"] = ("kill -9 two hundred times, during imports, migrations, first starts and renewals of keys", KillBench.Run),
        ["serve"] = ("kept pages, against nginx with the same bytes", ServeBench.Run),
    };

    /// <returns>0 when the goal is met, 1 when it is missed, 2 when there is no such benchmark.</returns>
    public static async Task<int> Run(string[] args)
    {
        if (args.Length != 1 || !All.TryGetValue(args[0], out var chosen))
        {
            Console.Error.WriteLine("Name one benchmark:");
            foreach (var (name, (what, _)) in All)
            {
                Console.Error.WriteLine($"  {name,-8} {what}");
            }

            return 2;
        }

        Console.WriteLine($"{args[0]}: {chosen.What}");
        return await chosen.Run() ? 0 : 1;
    }
}
