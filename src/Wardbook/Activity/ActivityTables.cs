using Microsoft.EntityFrameworkCore;
using Wardbook.Activity.Counting;
using Wardbook.Engagement;
using Wardbook.Priorities;
using Wardbook.Priorities.Plans;
using Wardbook.Store;
using Wardbook.Teams;

namespace Wardbook.Activity;

/// <summary>How what was done is kept.</summary>
public static class ActivityTables
{
    private const int LongestPlaceKind = 40;

    public static void Describe(ModelBuilder model)
    {
        model.Entity<ActivityKind>(kind =>
        {
            kind.HasKey(row => row.Code);
            kind.Property(row => row.Code).HasMaxLength(ActivityKind.LongestCode);
            kind.HasData(ActivityCatalogue.First.Select(row => row.Kind));
        });
        model.Entity<ActivityKindName>(name =>
        {
            name.Property(row => row.Id).ValueGeneratedNever();
            name.Property(row => row.Kind).HasMaxLength(ActivityKind.LongestCode);
            name.Property(row => row.Name).HasMaxLength(ActivityKind.LongestName);
            name.Property(row => row.One).HasMaxLength(ActivityKind.LongestUnit);
            name.Property(row => row.Many).HasMaxLength(ActivityKind.LongestUnit);
            name.HasOne<ActivityKind>().WithMany().HasForeignKey(row => row.Kind).OnDelete(DeleteBehavior.Restrict);
            name.HasData(ActivityCatalogue.First.Select(row => row.Name));
        });
        HeldCount.Describe(model);
        model.Entity<ActivityRecord>(record =>
        {
            record.Property(row => row.Id).ValueGeneratedNever();
            record.Ignore(row => row.Place).Ignore(row => row.Amount);
            record.Property(row => row.PlaceKind).HasMaxLength(LongestPlaceKind);
            record.Property(row => row.Kind).HasMaxLength(ActivityKind.LongestCode);
            record.Property(row => row.Where).HasMaxLength(ActivityRecord.LongestWhere);
            record.Property(row => row.Reference).HasMaxLength(ActivityRecord.LongestReference);
            record.Property(row => row.Why).HasMaxLength(ActivityRecord.LongestWhy);
            record.HasOne<ActivityKind>().WithMany().HasForeignKey(row => row.Kind).OnDelete(DeleteBehavior.Restrict);
            record.HasOne<Priority>().WithMany().HasForeignKey(row => row.Priority).OnDelete(DeleteBehavior.Restrict);
            record.HasOne<PlannedAction>().WithMany().HasForeignKey(row => row.Action).OnDelete(DeleteBehavior.Restrict);
            record.HasOne<Team>().WithMany().HasForeignKey(row => row.Team).OnDelete(DeleteBehavior.Restrict);
            record.HasOne<Officer>().WithMany().HasForeignKey(row => row.Officer).OnDelete(DeleteBehavior.Restrict);
            record.HasOne<ActivityRecord>().WithMany().HasForeignKey(row => row.Corrects).OnDelete(DeleteBehavior.Restrict);

            record.HasOne<EngagementActivity>().WithMany().HasForeignKey(row => row.Held).OnDelete(DeleteBehavior.Restrict);

            // Few records are of something held. Each kind of it is counted once: what comes later points at what was there.
            record.HasIndex(row => row.Held).HasFilter("\"Held\" IS NOT NULL");
            record.HasIndex(row => new { row.Held, row.Kind }).IsUnique().HasFilter("\"Held\" IS NOT NULL AND \"Corrects\" IS NULL").HasDatabaseName("IX_ActivityRecords_Held_Once");

            // Of two who put right the same record at the same moment, one is told of the other.
            record.HasIndex(row => row.Corrects).IsUnique();
            record.HasIndex(row => new { row.PlaceCode, row.Day, row.Made, row.Id });
            record.HasIndex(row => new { row.MadeBy, row.Day });
            record.HasIndex(row => new { row.Priority, row.Day });
        });

        // Pages read the totals of one place side by side, so the key is the order on disk; the wards of a force beside each other by one kind.
        model.Entity<ActivityTotal>(total =>
        {
            total.HasKey(row => new { row.Step, row.PlaceKind, row.PlaceCode, row.From, row.Kind, row.Team });
            total.Property(row => row.PlaceKind).HasMaxLength(LongestPlaceKind);
            total.Property(row => row.Kind).HasMaxLength(ActivityKind.LongestCode);
            total.ToTable(table => table.HasComment(WardbookDb.WithoutRowId));
            total.HasIndex(row => new { row.Step, row.Kind, row.From });
        });
        model.Entity<ActivityBundle>(bundle =>
        {
            bundle.HasKey(row => new { row.PlaceKind, row.PlaceCode });
            bundle.Property(row => row.PlaceKind).HasMaxLength(LongestPlaceKind);
            bundle.Property(row => row.Bundle).HasMaxLength(ActivityBundle.LongestName);
            bundle.ToTable(table => table.HasComment(WardbookDb.WithoutRowId));
        });
        model.Entity<BundledTotal>(total =>
        {
            total.HasKey(row => new { row.Step, row.Bundle, row.From, row.Kind });
            total.Property(row => row.Bundle).HasMaxLength(ActivityBundle.LongestName);
            total.Property(row => row.Kind).HasMaxLength(ActivityKind.LongestCode);
            total.ToTable(table => table.HasComment(WardbookDb.WithoutRowId));
        });
    }
}
