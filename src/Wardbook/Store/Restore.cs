using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Wardbook.Shared;

namespace Wardbook.Store;

/// <summary><c>wardbook restore FILE</c>: puts a backup in the place of the database. The one that was there is kept beside it.</summary>
public static class Restore
{
    public static Command Command()
    {
        var file = new Argument<string>("file") { Description = "A file that 'wardbook backup' made." };
        var replace = new Option<bool>("--replace") { Description = "Take the place of a database that is there. It is kept beside, with the time in its name." };
        var command = new Command("restore", """
            Put a backup in the place of the database.

            The backup is checked first; a damaged one changes nothing. A database that is there is only replaced with
            --replace, and is kept beside. Stop the site before. An encrypted backup needs the keys it was made with. An earlier Wardbook's backup is brought up to date.

            Examples:
              wardbook restore london-2026-06-15.db --database london.db
              wardbook restore london-2026-06-15.db --replace --database london.db
            """) { file, replace };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            await using var database = Terminal.Named(parsed);
            var backup = Path.GetFullPath(parsed.GetRequiredValue(file));
            var aside = await From(database, backup, parsed.GetValue(replace), terminal.Clock, cancel);
            terminal.Messages.WriteLine($"{database.Name} is as it was in {backup}.");
            if (aside is not null)
            {
                terminal.Messages.WriteLine($"What was there before is kept in {aside}.");
            }

            return 0;
        });
        return command;
    }

    /// <returns>Where the database that was there is kept; null when there was none.</returns>
    /// <exception cref="Refusal">The backup is not whole or not ours, or there is a database and it may not be replaced now.</exception>
    public static async Task<string?> From(Database database, string backup, bool replace, TimeProvider clock, CancellationToken cancel)
    {
        if (!File.Exists(backup))
        {
            throw new Refusal($"There is no file {backup}.");
        }

        if (EncryptedFile.Is(backup))
        {
            var folder = Directory.CreateTempSubdirectory("wardbook-restore-");
            try
            {
                var plain = Path.Combine(folder.FullName, Path.GetFileName(backup));
                await using (var to = File.Create(plain))
                {
                    await EncryptedFile.Read(database.Keys, backup, to, cancel);
                }

                return await From(database, plain, replace, clock, cancel);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        if (database.File is not { } place)
        {
            await PostgresPrograms.Restore(database, backup, replace, cancel);
            await database.Migrate(cancel);
            return null;
        }

        if (backup == place)
        {
            throw new Refusal($"{backup} is the database itself.");
        }

        if (File.Exists(place) && !replace)
        {
            throw new Refusal($"There is a database {place}. To put the backup in its place, add --replace; the present one is kept beside it.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        await using var importing = await OneAtATime.TryEnter(database, "import", cancel) ?? throw new Refusal("An import is running. Wait for it to end.");
        var part = $"{place}.restoring";
        try
        {
            await Prepare(database, backup, part, cancel);
            return await Swap(database, part, place, clock, cancel);
        }
        finally
        {
            foreach (var left in new[] { part, part + "-wal", part + "-shm", part + ".migrate.lock" })
            {
                File.Delete(left);
            }
        }
    }

    /// <summary>Makes a copy of the backup that is whole, up to date and ours, beside where it is wanted.</summary>
    private static async Task Prepare(Database database, string backup, string part, CancellationToken cancel)
    {
        await SqliteFile.MustBeWhole(backup, cancel);
        File.Copy(backup, part, overwrite: true);
        await using (var copy = Database.At(part, database.Keys))
        {
            if (!await copy.IsWardbook(cancel))
            {
                throw new Refusal($"{backup} is a SQLite file, but not a Wardbook database. Nothing was changed.");
            }

            await copy.Migrate(cancel);
        }

        if (!await SqliteFile.KeepAs(part, "wal", cancel))
        {
            throw new Refusal($"{backup} could not be copied.");
        }

        SqliteFile.ToDisk(part);
    }

    /// <summary>At every moment there is a whole database at <paramref name="place"/>: the old one is copied aside before the new one takes its name.</summary>
    private static async Task<string?> Swap(Database database, string part, string place, TimeProvider clock, CancellationToken cancel)
    {
        string? aside = null;
        if (File.Exists(place))
        {
            await database.DisposeAsync();
            if (!await SqliteFile.KeepAs(place, "delete", cancel))
            {
                throw new Refusal($"{place} is in use. Stop the site and whatever else has it open, then try again; nothing was changed.");
            }

            aside = $"{place}.before-{clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
            File.Copy(place, aside);
            SqliteFile.ToDisk(aside);
        }

        File.Move(part, place, overwrite: true);
        return aside;
    }
}
