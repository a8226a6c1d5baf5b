using Microsoft.EntityFrameworkCore.Design;

namespace Wardbook.Store;

/// <summary>Lets <c>dotnet ef migrations add</c> make a context without starting the program. Nothing is opened.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteWardbookDb>
{
    public SqliteWardbookDb CreateDbContext(string[] args) => (SqliteWardbookDb)Database.At("design-time.db").Open();
}

/// <inheritdoc cref="SqliteDesignTime"/>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresWardbookDb>
{
    public PostgresWardbookDb CreateDbContext(string[] args) => (PostgresWardbookDb)Database.At("Host=localhost;Database=design-time").Open();
}
