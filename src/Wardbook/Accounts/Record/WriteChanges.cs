using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Wardbook.Store;

namespace Wardbook.Accounts.Record;

/// <summary>Writes what is changed into the record of change, in the same transaction.</summary>
public sealed class WriteChanges : SaveChangesInterceptor
{
    public static WriteChanges One { get; } = new();

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Write((WardbookDb)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Write((WardbookDb)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Forget((WardbookDb)eventData.Context!);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Forget((WardbookDb)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Write(WardbookDb db)
    {
        // What a save wrote that failed is written anew by the next one.
        Forget(db);
        List<RecordEntry>? entries = null;
        foreach (var row in db.ChangeTracker.Entries())
        {
            if (row.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
            {
                continue;
            }

            if (row.Entity is RecordEntry written && (row.State == EntityState.Added ? written.Mark.Length == 0 : !db.IsSealing))
            {
                throw new InvalidOperationException("The record of change is written through ChangeRecord, and never changed.");
            }

            if (RecordedKind.Of(row.Metadata.ClrType) is not { } kind)
            {
                continue;
            }

            var happened = row.State switch { EntityState.Added => Happened.Added, EntityState.Deleted => Happened.Removed, _ => Happened.Changed };
            var id = Guid.CreateVersion7(db.Clock.GetUtcNow());
            var about = kind.About(row.Entity);
            var (fields, values) = kind.Changes(row, happened, id, about);
            if (fields.Count == 0 && happened == Happened.Changed)
            {
                continue;
            }

            (entries ??= []).Add(ChangeRecord.Entry(db, id, new(happened, kind.Kind, RecordedKind.Key(row), about), fields));
            db.BeingRecorded.AddRange(values);
        }

        if (entries is not null)
        {
            db.BeingRecorded.AddRange(entries);
            db.AddRange(db.BeingRecorded);
        }
    }

    private static void Forget(WardbookDb db)
    {
        foreach (var written in db.BeingRecorded)
        {
            db.Entry(written).State = EntityState.Detached;
        }

        db.BeingRecorded.Clear();
    }
}
