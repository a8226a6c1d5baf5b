using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Wardbook.Accounts.Record;

/// <summary>How the record of change is kept.</summary>
public static class RecordTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<RecordEntry>(entry =>
        {
            entry.Property(row => row.Id).ValueGeneratedNever();
            entry.Property(row => row.At).HasConversion<Moment>();
            entry.Property(row => row.Sealed).HasConversion<Moment>();
            entry.Property(row => row.Name).HasMaxLength(RecordEntry.LongestName);
            entry.Property(row => row.Page).HasMaxLength(RecordEntry.LongestPage);
            entry.Property(row => row.Kind).HasMaxLength(RecordEntry.LongestKind);
            entry.Property(row => row.Key).HasMaxLength(RecordEntry.LongestKey);
            // Two leaders could never both give a number: the second one's transaction fails.
            entry.HasIndex(row => row.Number).IsUnique();
            entry.HasIndex(row => new { row.Kind, row.Key });
            entry.HasIndex(row => row.Account);
            entry.HasIndex(row => row.About);
            entry.HasIndex(row => row.At);
        });
        model.Entity<RecordedValue>(value =>
        {
            value.HasKey(row => new { row.Entry, row.Field });
            value.HasOne<RecordEntry>().WithMany().HasForeignKey(row => row.Entry).OnDelete(DeleteBehavior.Restrict);
            value.HasIndex(row => row.About);
        });
    }

    /// <summary>Milliseconds since 1970, so that a moment is the same number in every database and sorts in each.</summary>
    private sealed class Moment() : ValueConverter<DateTime, long>(
        moment => new DateTimeOffset(moment, TimeSpan.Zero).ToUnixTimeMilliseconds(),
        stored => DateTimeOffset.FromUnixTimeMilliseconds(stored).UtcDateTime);
}
