using System.CommandLine;
using Microsoft.Data.Sqlite;
using Spectre.Console;
using Wardbook.Shared;

namespace Wardbook.Store;

/// <summary><c>wardbook backup FILE</c>: everything as it is at this moment, in one file that was read back and proved whole. The site goes on meanwhile.</summary>
public static class Backup
{
    public static Command Command()
    {
        var file = new Argument<string>("file") { Description = "The file to make." };
        var replace = new Option<bool>("--replace") { Description = "Replace the file if it is there." };
        var encrypt = new Option<bool>("--encrypt") { Description = "Encrypt the file with the keys of this installation, without which nobody can restore it. WARDBOOK_ENCRYPT_BACKUPS=yes does so always." };
        var command = new Command("backup", """
            Copy the whole database into one file, while the site goes on.

            The copy is read back and checked before it gets its name, so a file of that name is a whole backup. A PostgreSQL
            database is copied by PostgreSQL's own pg_dump, which must be installed.

            Examples:
              wardbook backup london-2026-06-15.db --database london.db
              wardbook backup london.dump --replace --database "Host=db.example.org;Database=wardbook;Username=wardbook"
            """) { file, replace, encrypt };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            await using var database = Terminal.Named(parsed);
            var isEncrypted = parsed.GetValue(encrypt) || terminal.Settings.EncryptBackups;
            var made = await Make(database, Path.GetFullPath(parsed.GetRequiredValue(file)), parsed.GetValue(replace), isEncrypted, cancel);
            terminal.Messages.WriteLine($"{database.Name} is copied to {made}: {new FileInfo(made).Length:N0} bytes, read back and whole{(isEncrypted ? $", encrypted with the key {database.Keys.Names[0]}. Keep that key in another place" : "")}.");
            return 0;
        });
        return command;
    }

    /// <returns>The file made.</returns>
    /// <exception cref="Refusal">There is nothing to copy, the file is there already, or the copy is not whole.</exception>
    public static async Task<string> Make(Database database, string file, bool replace, bool encrypt, CancellationToken cancel)
    {
        if (!await database.IsUpToDate(cancel))
        {
            throw new Refusal($"{database.Name} is not there, or was made by an earlier Wardbook. Run 'wardbook migrate' first.");
        }

        if (file == database.File)
        {
            throw new Refusal($"{file} is the database itself. Name another file for the copy.");
        }

        if (File.Exists(file) && !replace)
        {
            throw new Refusal($"There is a file {file} already. Name another, or add --replace.");
        }

        var part = $"{file}.part";
        File.Delete(part);
        try
        {
            if (encrypt)
            {
                await CopyEncrypted(database, part, cancel);
            }
            else
            {
                await Copy(database, part, cancel);
            }

            File.Move(part, file, overwrite: true);
            return file;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static Task Copy(Database database, string to, CancellationToken cancel) =>
        database.IsPostgres ? PostgresPrograms.Dump(database, to, cancel) : CopySqlite(database, to, cancel);

    /// <summary>What is not encrypted yet stands in a folder that nobody else may open, and never where the backup goes.</summary>
    private static async Task CopyEncrypted(Database database, string to, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("wardbook-backup-");
        try
        {
            var plain = Path.Combine(folder.FullName, "plain");
            await Copy(database, plain, cancel);
            await EncryptedFile.Write(database.Keys, plain, to, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CopySqlite(Database database, string to, CancellationToken cancel)
    {
        await using (var connection = await database.Connect(cancel))
        {
            await using var copy = connection.CreateCommand();
            copy.CommandText = "VACUUM INTO $to";
            copy.CommandTimeout = 0;
            copy.Parameters.Add(new SqliteParameter("$to", to));
            await copy.ExecuteNonQueryAsync(cancel);
        }

        await SqliteFile.MustBeWhole(to, cancel);
        SqliteFile.ToDisk(to);
    }
}
