using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Wardbook.Accounts.Personal;
using Wardbook.Accounts.Record;

namespace Wardbook.Store;

/// <summary>Where the records are: a SQLite file, or a PostgreSQL database. Knows how to open it, make it and bring it up to date.</summary>
public sealed class Database : IAsyncDisposable
{
    private const int NotADatabase = 26;

    private readonly DbContextOptions<SqliteWardbookDb>? sqlite;
    private readonly DbContextOptions<PostgresWardbookDb>? postgres;
    private readonly NpgsqlDataSource? source;

    private Database(string connection, bool isPostgres, Keys keys)
    {
        Keys = keys;
        if (isPostgres)
        {
            var parts = Server = new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "wardbook" };
            source = new NpgsqlDataSourceBuilder(parts.ConnectionString).Build();
            postgres = new DbContextOptionsBuilder<PostgresWardbookDb>().UseNpgsql(source).AddInterceptors(WriteChanges.One, NoBulkChanges.One).ReplaceService<IModelCacheKeyFactory, ModelByKeys>().Options;
            Name = $"{parts.Database} on {parts.Host}";
        }
        else
        {
            File = Path.GetFullPath(connection);
            sqlite = new DbContextOptionsBuilder<SqliteWardbookDb>()
                .UseSqlite(SqliteConnectionString)
                .AddInterceptors(new SqliteManners(), WriteChanges.One, NoBulkChanges.One)
                .ReplaceService<IMigrationsSqlGenerator, SqliteTables>()
                .ReplaceService<IModelCacheKeyFactory, ModelByKeys>()
                .Options;
            Name = File;
        }

        IsPostgres = isPostgres;
    }

    public bool IsPostgres { get; }

    /// <summary>What encrypts its personal values and seals its record of change.</summary>
    public Keys Keys { get; }

    /// <summary>Who makes changes in it when nobody else says so.</summary>
    public Author Author { get; set; } = Author.Wardbook;

    /// <summary>Says when a change was made.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>The SQLite file, whole path; null on PostgreSQL.</summary>
    public string? File { get; }

    /// <summary>Where the PostgreSQL server is and how to get in, password and all; null for a SQLite file.</summary>
    internal NpgsqlConnectionStringBuilder? Server { get; }

    /// <summary>Connections to the PostgreSQL server, for libraries that open their own; null for a SQLite file.</summary>
    internal NpgsqlDataSource? Source => source;

    /// <summary>What a person is told: the file, or the database and its host. Never a password.</summary>
    public string Name { get; }

    private string SqliteConnectionString => new SqliteConnectionStringBuilder { DataSource = File, ForeignKeys = true, Pooling = true }.ConnectionString;

    /// <param name="connection">A file, or a PostgreSQL connection string (<c>Host=...</c> or <c>postgres://...</c>).</param>
    /// <param name="keys">Otherwise those of whoever runs Wardbook.</param>
    /// <exception cref="Refusal">The text is neither.</exception>
    public static Database At(string connection, Keys? keys = null)
    {
        keys ??= Keys.OfThisUser;
        if (connection.StartsWith("postgres://", StringComparison.Ordinal) || connection.StartsWith("postgresql://", StringComparison.Ordinal))
        {
            return new(OfAddress(connection), isPostgres: true, keys);
        }

        var looksLikePostgres = connection.Contains("host=", StringComparison.OrdinalIgnoreCase)
            || connection.Contains("server=", StringComparison.OrdinalIgnoreCase);
        try
        {
            return new(connection, looksLikePostgres, keys);
        }
        catch (ArgumentException e) when (looksLikePostgres)
        {
            throw new Refusal($"The database setting is not a PostgreSQL connection string: {e.Message}");
        }
    }

    /// <summary>A new context. The caller disposes of it.</summary>
    /// <param name="author">Asked when something is saved, because who asks for a page may become known while it is made. Otherwise <see cref="Author"/>.</param>
    public WardbookDb Open(Func<Author>? author = null)
    {
        author ??= () => Author;
        return IsPostgres
            ? new PostgresWardbookDb(postgres!) { Keys = Keys, Clock = Clock, Author = author }
            : new SqliteWardbookDb(sqlite!) { Keys = Keys, Clock = Clock, Author = author };
    }

    /// <inheritdoc cref="Open(Func{Author}?)"/>
    public WardbookDb Open(Author author) => Open(() => author);

    /// <summary>An open connection with the manners of this database, for bulk loads and hand-written queries. The caller disposes of it.</summary>
    public async Task<DbConnection> Connect(CancellationToken cancel = default)
    {
        if (IsPostgres)
        {
            return await source!.OpenConnectionAsync(cancel);
        }

        var connection = new SqliteConnection(SqliteConnectionString);
        await connection.OpenAsync(cancel);
        SqliteManners.Tell(connection);
        return connection;
    }

    /// <summary>Makes the tables where there are none, brings a SQLite file up to date, and sees that the keys fit.</summary>
    /// <exception cref="Refusal">
    /// A PostgreSQL database is behind: bringing it up to date is a decision (<c>wardbook migrate</c>). Or it holds values that these keys cannot read.
    /// </exception>
    public async Task MakeReady(CancellationToken cancel = default)
    {
        if (IsPostgres)
        {
            if (await IsWardbook(cancel) && (await Pending(cancel)).Count > 0)
            {
                throw new Refusal($"The database {Name} was made by an earlier Wardbook. Run 'wardbook migrate' first.");
            }
        }

        await Migrate(cancel);
        await KeysInUse.Check(this, cancel);
    }

    /// <summary>Applies what is pending. Two at once wait for each other; one killed half-way does not stop the next.</summary>
    /// <returns>The migrations applied, oldest first; none when there was nothing to do.</returns>
    public async Task<IReadOnlyList<string>> Migrate(CancellationToken cancel = default)
    {
        if (File is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        }

        if (await IsUpToDate(cancel))
        {
            return [];
        }

        await using var db = Open();
        await using var alone = await OneAtATime.Enter(this, "migrate", cancel);
        if (!IsPostgres)
        {
            await PrepareSqlite(db, cancel);
        }

        var pending = await Pending(cancel);
        if (pending.Count > 0)
        {
            await db.Database.MigrateAsync(cancel);
        }

        return pending;
    }

    /// <summary>Lets go of the connections kept for later. Needed only by who opens many databases, or deletes one.</summary>
    public async ValueTask DisposeAsync()
    {
        if (source is not null)
        {
            await source.DisposeAsync();
        }
        else
        {
            using var connection = new SqliteConnection(SqliteConnectionString);
            SqliteConnection.ClearPool(connection);
        }
    }

    /// <summary>Whether it is there and has every table as this Wardbook knows them.</summary>
    public async Task<bool> IsUpToDate(CancellationToken cancel = default) => IsThere && (await Pending(cancel)).Count == 0;

    /// <returns>The migrations not applied yet, oldest first.</returns>
    /// <exception cref="Refusal">It is not a database, or was made by a later Wardbook.</exception>
    public async Task<IReadOnlyList<string>> Pending(CancellationToken cancel = default)
    {
        var applied = await Applied(cancel);
        return applied.Except(Known).Any()
            ? throw new Refusal($"The database {Name} was made by a later Wardbook than this one. Use that one; nothing was changed.")
            : [.. Known.Except(applied)];
    }

    /// <summary>Whether it holds tables that some Wardbook made.</summary>
    public async Task<bool> IsWardbook(CancellationToken cancel = default) => (await Applied(cancel)).Count > 0;

    /// <summary>Whether everything in it is made up. Asked once, when the site starts.</summary>
    public async Task<bool> IsDemonstration(CancellationToken cancel = default) => await DemonstrationMade(cancel) is not null;

    /// <summary>The day on which the demonstration in it was made; null when it is none.</summary>
    public async Task<DateOnly?> DemonstrationMade(CancellationToken cancel = default) =>
        IsThere && await Ask($"SELECT \"Value\" FROM \"Settings\" WHERE \"Name\" = '{Setting.Demonstration}'", cancel) is [var day, ..] ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>The migrations this Wardbook knows for this kind of database, oldest first.</summary>
    private IReadOnlyList<string> Known =>
    [
        .. typeof(Database).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == (IsPostgres ? typeof(PostgresWardbookDb) : typeof(SqliteWardbookDb)))
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Asked of the table itself: the library that keeps it takes half of a start to wake up.</summary>
    private async Task<IReadOnlyList<string>> Applied(CancellationToken cancel)
    {
        const string History = "__EFMigrationsHistory";
        var find = IsPostgres
            ? $"SELECT table_name FROM information_schema.tables WHERE table_name = '{History}'"
            : $"SELECT name FROM sqlite_schema WHERE name = '{History}'";
        return IsThere && (await Ask(find, cancel)).Count > 0 ? await Ask($"SELECT \"MigrationId\" FROM \"{History}\"", cancel) : [];
    }

    private async Task<List<string>> Ask(string sql, CancellationToken cancel)
    {
        try
        {
            await using var connection = await Connect(cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync(cancel);
            List<string> texts = [];
            while (await reader.ReadAsync(cancel))
            {
                texts.Add(reader.GetString(0));
            }

            return texts;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == NotADatabase)
        {
            throw new Refusal($"{Name} is not a Wardbook database, nor any other SQLite file. Nothing was changed.");
        }
    }

    /// <summary>False only for a SQLite file that nobody has made yet.</summary>
    private bool IsThere => File is null || System.IO.File.Exists(File);

    /// <summary>
    /// Write-ahead logging is a property of the file. EF's own migration lock is a row that a killed process leaves behind, on which the next
    /// start would wait for ever; we hold the operating system's lock, so such a row is stale.
    /// </summary>
    private static async Task PrepareSqlite(WardbookDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancel);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\";", cancel);
    }

    private static string OfAddress(string address)
    {
        var uri = new Uri(address);
        var user = uri.UserInfo.Split(':', 2);
        return new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
        }.ConnectionString;
    }
}
