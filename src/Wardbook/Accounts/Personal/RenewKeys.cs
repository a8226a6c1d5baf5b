using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging.Abstractions;
using Wardbook.Accounts.Record;
using Wardbook.Store;

namespace Wardbook.Accounts.Personal;

/// <summary>What came of it.</summary>
/// <param name="Values">Encrypted values that an earlier key had encrypted.</param>
/// <param name="LookUps">Columns by which something is found that an earlier key had made.</param>
public sealed record Renewed(long Values, long LookUps);

/// <summary>
/// Brings every encrypted value and every look-up under the key in use, so that nothing but the record of changes needs an earlier one. In small
/// transactions: killed and run again it goes on where it stopped, and the site may run meanwhile.
/// </summary>
public sealed class RenewKeys(Database database, int atOnce = 500)
{
    private string Current => database.Keys.Names[0];

    /// <summary>What stands before every value that needs no work.</summary>
    private string Mark => $"{Keys.Form}.{Current}.";

    public async Task<Renewed> Run(CancellationToken cancel)
    {
        long values = 0, lookUps = 0;
        await using (var db = database.Open())
        {
            foreach (var entity in db.Model.GetEntityTypes())
            {
                values += await Columns(entity, cancel);
            }
        }

        values += await InBatches(RecordedValues, cancel);
        lookUps += await Paged(Accounts, cancel);
        lookUps += await Paged(Tries, cancel);
        await Finish(new(values, lookUps), cancel);
        return new(values, lookUps);
    }

    /// <summary>The encrypted columns of one table, by plain SQL: a value that is encrypted anew says what it said, so no entry tells of it.</summary>
    private async Task<long> Columns(IEntityType entity, CancellationToken cancel)
    {
        var columns = entity.GetProperties().Where(IsEncrypted).Select(property => (Name: property.GetColumnName(), Purpose: $"{entity.ClrType.Name}.{property.Name}")).ToList();
        if (columns.Count == 0)
        {
            return 0;
        }

        var (table, key) = (entity.GetTableName(), entity.FindPrimaryKey()!.Properties.Single().GetColumnName());
        var old = string.Join(" OR ", columns.Select(column => $"\"{column.Name}\" NOT LIKE '{Mark}%'"));
        var select = $"SELECT \"{key}\", {string.Join(", ", columns.Select(column => $"\"{column.Name}\""))} FROM \"{table}\" WHERE {old} LIMIT {atOnce}";
        return await InBatches(async _ =>
        {
            await using var connection = await database.Connect(cancel);
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            var renewed = 0;
            foreach (var (id, texts) in await Read(connection, transaction, select, columns.Count, cancel))
            {
                foreach (var (column, text) in columns.Zip(texts).Where(one => one.Second is { } text && !text.StartsWith(Mark, StringComparison.Ordinal)))
                {
                    // Whoever changed it meanwhile wrote it with the key in use.
                    await using var update = connection.CreateCommand();
                    (update.Transaction, update.CommandText) = (transaction, $"UPDATE \"{table}\" SET \"{column.Name}\" = @new WHERE \"{key}\" = @id AND \"{column.Name}\" = @old");
                    Add(update, "new", database.Keys.Renew(column.Purpose, text!));
                    Add(update, "old", text!);
                    Add(update, "id", id);
                    await update.ExecuteNonQueryAsync(cancel);
                    renewed++;
                }
            }

            await transaction.CommitAsync(cancel);
            return renewed;
        }, cancel);
    }

    private static bool IsEncrypted(IProperty property) =>
        property.PropertyInfo?.GetCustomAttribute<EncryptedAttribute>() is not null || property.PropertyInfo == typeof(GuardKey).GetProperty(nameof(GuardKey.Xml));

    private async Task<int> RecordedValues(CancellationToken cancel)
    {
        var mark = Mark;
        await using var db = database.Open();
        var some = await db.RecordedValues.Where(value => (value.From != null && !value.From.StartsWith(mark)) || (value.To != null && !value.To.StartsWith(mark))).Take(atOnce).ToListAsync(cancel);
        some.ForEach(value => value.Renew(db.Keys));
        await db.SaveChangesAsync(cancel);
        return some.Count;
    }

    private async Task<(int Seen, int Renewed, Guid Last)> Accounts(Guid after, CancellationToken cancel)
    {
        await using var db = database.Open();
        var some = await db.Accounts.Where(account => account.Id.CompareTo(after) > 0).OrderBy(account => account.Id).Take(atOnce).ToListAsync(cancel);
        var stale = some.Where(account => account.Email.Length > 0 && account.EmailKey != Account.KeyOf(account.Email, db.Keys)).ToList();
        stale.ForEach(account => account.EmailKey = Account.KeyOf(account.Email, db.Keys));
        await db.SaveChangesAsync(cancel);
        return (some.Count, stale.Count, some.Count == 0 ? after : some[^1].Id);
    }

    /// <summary>Of a name that nobody has, what was typed is not kept: such a try is counted by its network from now on.</summary>
    private async Task<(int Seen, int Renewed, Guid Last)> Tries(Guid after, CancellationToken cancel)
    {
        await using var db = database.Open();
        var some = await db.SignInTries.Where(row => row.Id.CompareTo(after) > 0).OrderBy(row => row.Id).Take(atOnce).ToListAsync(cancel);
        var stale = some.Where(row => row.FromKey != SignIn.Tries.KeyOf(row.From, db.Keys)).ToList();
        var whose = stale.Select(row => row.Account).Distinct().ToList();
        var names = await db.Accounts.Where(account => whose.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.EmailKey, cancel);
        foreach (var row in stale)
        {
            db.Entry(row).Property(one => one.FromKey).CurrentValue = SignIn.Tries.KeyOf(row.From, db.Keys);
            db.Entry(row).Property(one => one.NameKey).CurrentValue = row.Account is { } account ? names.GetValueOrDefault(account, "") : "";
        }

        await db.SaveChangesAsync(cancel);
        return (some.Count, stale.Count, some.Count == 0 ? after : some[^1].Id);
    }

    /// <summary>Tells of it, seals under the key in use, and lets the database be opened without the others.</summary>
    private async Task Finish(Renewed renewed, CancellationToken cancel)
    {
        await using (var db = database.Open(database.Author))
        {
            ChangeRecord.Note(db, new(Happened.Configured, "keys", Words: $"{renewed.Values} values and {renewed.LookUps} look-ups were brought under the key {Current}"));
            var used = await db.Settings.SingleAsync(setting => setting.Name == Setting.Keys, cancel);
            used.Value = Current;
            await db.SaveChangesAsync(cancel);
        }

        await new Sealer(database, database.Clock, NullLogger<Sealer>.Instance).Seal(cancel);
    }

    private static async Task<long> InBatches(Func<CancellationToken, Task<int>> batch, CancellationToken cancel)
    {
        long all = 0;
        while (await batch(cancel) is > 0 and var some)
        {
            all += some;
            cancel.ThrowIfCancellationRequested();
        }

        return all;
    }

    private async Task<long> Paged(Func<Guid, CancellationToken, Task<(int Seen, int Renewed, Guid Last)>> batch, CancellationToken cancel)
    {
        long all = 0;
        var (seen, last) = (1, Guid.Empty);
        while (seen > 0)
        {
            (seen, var some, last) = await batch(last, cancel);
            all += some;
        }

        return all;
    }

    private static async Task<List<(object Id, string?[] Texts)>> Read(DbConnection connection, DbTransaction transaction, string select, int columns, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, select);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        List<(object, string?[])> found = [];
        while (await rows.ReadAsync(cancel))
        {
            found.Add((rows.GetValue(0), [.. Enumerable.Range(1, columns).Select(column => rows.IsDBNull(column) ? null : rows.GetString(column))]));
        }

        return found;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
