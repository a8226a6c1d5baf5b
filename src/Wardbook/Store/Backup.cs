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
        var command = new Command("backup", """
            Copy the whole database into one file, while the site goes on.

            The copy is read back and checked before it gets its name, so a file of that name is a whole backup. A PostgreSQL
            database is copied by PostgreSQL's own pg_dump, which must be installed.

            Examples:
              wardbook backup london-2026-06-15.db --database london.db
              wardbook backup london.dump --replace --database "Host=db.example.org;Database=wardbook;Username=wardbook"
            """) { file, replace };
        command.SetAction(async (parsed, cancel) =>
        {
            var terminal = Terminal.Here;
            await using var database = Terminal.Named(parsed);
            var made = await Make(database, Path.GetFullPath(parsed.GetRequiredValue(file)), parsed.GetValue(replace), cancel);
            terminal.Messages.WriteLine($"{database.Name} is copied to {made}: {new FileInfo(made).Length:N0} bytes, read back and whole.");
            return 0;
        });
        return command;
    }

    /// <returns>The file made.</returns>
    /// <exception cref="Refusal">There is nothing to copy, the file is there already, or the copy is not whole.</exception>
    public static async Task<string> Make(Database database, string file, bool replace, CancellationToken cancel)
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
            if (database.IsPostgres)
            {
                await PostgresPrograms.Dump(database, part, cancel);
            }
            else
            {
                await CopySqlite(database, part, cancel);
            }

            File.Move(part, file, overwrite: true);
            return file;
        }
        finally
        {
            File.Delete(part);
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
