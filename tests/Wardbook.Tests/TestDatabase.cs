using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wardbook.Store;

namespace Wardbook;

/// <summary>A fresh, empty database with every table, copied from one that each run of the tests makes once.</summary>
/// <remarks><c>WARDBOOK_TEST_POSTGRES</c> alone chooses: an administrator's connection string for PostgreSQL, unset for SQLite.</remarks>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string? Postgres = Environment.GetEnvironmentVariable("WARDBOOK_TEST_POSTGRES") is { Length: > 0 } set ? set : null;
    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);
    private readonly string? name;

    private TestDatabase(string connection, string folder, string? name)
    {
        (Connection, Folder, this.name) = (connection, folder, name);
        Database = Database.At(connection, TestKeys.Usual);
    }

    public static bool IsPostgres => Postgres is not null;

    /// <summary>As a person would give it to <c>--database</c>.</summary>
    public string Connection { get; }

    public string Folder { get; }

    public Database Database { get; }

    public static async Task<TestDatabase> Make()
    {
        var template = await Template.Value;
        var folder = Directory.CreateTempSubdirectory("wardbook-test-").FullName;
        if (Postgres is null)
        {
            var file = Path.Combine(folder, "test.db");
            File.Copy(template, file);
            return new(file, folder, null);
        }

        var name = $"wardbook_test_{Guid.NewGuid():n}";
        await Tell($"CREATE DATABASE {name} TEMPLATE {template}");
        return new(At(name), folder, name);
    }

    /// <summary>The first thing every test proves: a green run on the other database would be worth nothing.</summary>
    public async Task IsWhatWasAskedFor(WardbookDb db)
    {
        Assert.Equal(Postgres is null, db is SqliteWardbookDb);
        var version = await db.Database.SqlQueryRaw<string>(IsPostgres ? "SELECT version() AS \"Value\"" : "SELECT 'SQLite ' || sqlite_version() AS \"Value\"").SingleAsync();
        Assert.StartsWith(IsPostgres ? "PostgreSQL" : "SQLite", version, StringComparison.Ordinal);
    }

    /// <summary>Takes it away from whoever is using it.</summary>
    public async Task Lose()
    {
        if (name is not null)
        {
            await Tell($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
        else
        {
            await Database.DisposeAsync();
            File.Delete(Connection);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await Lose();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<string> MakeTemplate()
    {
        if (Postgres is null)
        {
            var file = Path.Combine(Directory.CreateTempSubdirectory("wardbook-template-").FullName, "template.db");
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
            await using (var made = Database.At(file, TestKeys.Usual))
            {
                await made.Migrate();
            }

            await using var whole = new SqliteConnection($"Data Source={file};Pooling=False");
            await whole.OpenAsync();
            await using var command = whole.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
            return file;
        }

        var name = $"wardbook_template_{Guid.NewGuid():n}";
        await Tell($"CREATE DATABASE {name}");
        await using (var made = Database.At(At(name), TestKeys.Usual))
        {
            await made.Migrate();
        }

        return name;
    }

    private static string At(string name) => new NpgsqlConnectionStringBuilder(Postgres) { Database = name, MaxPoolSize = 10 }.ConnectionString;

    private static async Task Tell(string sql)
    {
        await using var admin = new NpgsqlConnection(Postgres);
        await admin.OpenAsync();
        await using var command = new NpgsqlCommand(sql, admin);
        await command.ExecuteNonQueryAsync();
    }
}
