using System.ComponentModel;
using System.Diagnostics;
using Npgsql;

namespace Wardbook.Store;

/// <summary>PostgreSQL's own programs for copying a whole database. They are better at it than anybody, and every administrator knows what they make.</summary>
public static class PostgresPrograms
{
    public static async Task Dump(Database database, string file, CancellationToken cancel)
    {
        await Run(database, "pg_dump", ["--format=custom", $"--file={file}"], cancel);
        await Run(database, "pg_restore", ["--list", file], cancel);
    }

    /// <exception cref="Refusal">The file is not a dump, or the database holds something and may not be replaced.</exception>
    public static async Task Restore(Database database, string file, bool replace, CancellationToken cancel)
    {
        await Run(database, "pg_restore", ["--list", file], cancel);
        if (await database.IsWardbook(cancel) && !replace)
        {
            throw new Refusal($"There is a database {database.Name}. To put the backup in its place, add --replace; what it holds is then gone, so make a backup of it first.");
        }

        // One transaction: either everything of the backup is there afterwards, or everything that was there before.
        await Run(database, "pg_restore", ["--clean", "--if-exists", "--no-owner", "--single-transaction", $"--dbname={database.Server!.Database}", file], cancel);
    }

    private static async Task Run(Database database, string program, string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        var parts = database.Server!;

        // Where to go stands in the environment, not on the command line, which every user of the machine can read.
        start.Environment["PGHOST"] = parts.Host;
        start.Environment["PGPORT"] = parts.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGDATABASE"] = parts.Database;
        start.Environment["PGUSER"] = parts.Username;
        start.Environment["PGPASSWORD"] = parts.Password;
        start.Environment["PGSSLMODE"] = parts.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var said = await process.StandardError.ReadToEndAsync(cancel);
            await output;
            await process.WaitForExitAsync(cancel);
            if (process.ExitCode != 0)
            {
                throw new Refusal($"{program} failed: {said.Trim()}");
            }
        }
        catch (Win32Exception)
        {
            throw new Refusal($"{program} is not installed here. Install PostgreSQL's client programs (Debian: postgresql-client), or run {program} where they are.");
        }
    }
}
