using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Wardbook.Store;

/// <summary>Adds many rows of one kind, as saving them would write them, encrypted values too. Nothing is written in the record of change.</summary>
public static class BulkRows
{
    /// <remarks>The database is open; what is added belongs to its transaction.</remarks>
    public static async Task Add<T>(WardbookDb db, IReadOnlyCollection<T> rows, CancellationToken cancel) where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T).Name} is not kept.", nameof(rows));
        var columns = entity.GetProperties().Select(property => (Name: property.GetColumnName(), Value: property.GetGetter(), Turn: property.GetTypeMapping().Converter?.ConvertToProvider)).ToArray();
        var values = new object?[columns.Length];
        await using var insert = await BulkInsert.Into(db.Database.GetDbConnection(), db.Database.CurrentTransaction?.GetDbTransaction(), entity.GetTableName()!, [.. columns.Select(column => column.Name)]);
        foreach (var row in rows)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                var (_, value, turn) = columns[column];
                values[column] = value.GetClrValue(row) is { } plain ? turn is null ? plain : turn(plain) : null;
            }

            insert.Add(values);
        }

        await insert.Complete(cancel);
    }
}
