using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Wardbook.Store;

/// <summary>The tables in a SQLite file.</summary>
public sealed class SqliteWardbookDb(DbContextOptions<SqliteWardbookDb> options) : WardbookDb(options);

/// <summary>What every connection to a SQLite file is told when it opens.</summary>
public sealed class SqliteManners : DbConnectionInterceptor
{
    /// <summary>
    /// Wait five seconds for another writer before giving up (the provider's own retry waits 150 ms); what a person typed is on the disk before
    /// they are told so; keep pages in memory, because the busy ones are read again at once.
    /// </summary>
    public const string Pragmas = "PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tell(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(connection);
        return Task.CompletedTask;
    }

    internal static void Tell(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}

#pragma warning disable EF1001 // The generator's constructor asks for EF's own type; there is no public one.

/// <summary>Keeps the tables marked <see cref="WardbookDb.WithoutRowId"/> in the order of their key: half the size and one step to a row.</summary>
public sealed class SqliteTables(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        if (operation.Comment != WardbookDb.WithoutRowId)
        {
            base.Generate(operation, model, builder, terminate);
            return;
        }

        base.Generate(operation, model, builder, terminate: false);
        builder.Append(" WITHOUT ROWID");
        if (terminate)
        {
            builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
            EndStatement(builder);
        }
    }
}
