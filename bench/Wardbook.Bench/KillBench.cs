using Wardbook.Store;

namespace Wardbook.Bench;

/// <summary>The plug pulled two hundred times: 120 imports, 50 migrations, 30 first starts; and 20 renewals of keys. The same trials as the short ones of the tests.</summary>
internal static class KillBench
{
    public static async Task<bool> Run()
    {
        var folder = Directory.CreateTempSubdirectory("wardbook-kills-").FullName;
        var seed = Environment.TickCount;
        Console.WriteLine($"seed {seed}");
        try
        {
            await Say("imports", 120, trials => trials.Imports(Path.Combine(folder, "imports.db"), 120));
            await Say("migrations", 50, trials => trials.Migrations(50));
            await Say("first starts", 30, trials => trials.FirstStarts(30));
            Console.WriteLine($"20 renewals of keys killed, {await new KillRenewals(folder, Path.Combine(folder, "keys.db")).Run(people: 10_000, kills: 20)} of them at work: everything readable each time");
            return true;
        }
        catch (InvalidOperationException e)
        {
            Console.WriteLine(e.Message);
            return false;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        async Task Say(string what, int kills, Func<KillTrials, Task<int>> trial) =>
            Console.WriteLine($"{kills} {what} killed, {await trial(new(folder, seed))} of them at work: nothing lost, nothing doubled, nothing left");
    }
}
