using Microsoft.EntityFrameworkCore;

namespace Wardbook.Store;

/// <summary>The tables in a PostgreSQL database.</summary>
public sealed class PostgresWardbookDb(DbContextOptions<PostgresWardbookDb> options) : WardbookDb(options);
