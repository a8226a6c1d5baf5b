using Microsoft.EntityFrameworkCore;
using Wardbook.Concerns.Issues;

namespace Wardbook.Priorities;

/// <summary>How priorities, and what became of them, are kept.</summary>
public static class PriorityTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<Priority>(priority =>
        {
            priority.Property(row => row.Id).ValueGeneratedNever();
            priority.Property(row => row.PlaceKind).HasMaxLength(40);
            priority.Property(row => row.Title).HasMaxLength(Priority.LongestTitle);
            priority.Property(row => row.Reason).HasMaxLength(Priority.LongestReason);
            priority.Property(row => row.Meeting).HasMaxLength(Priority.LongestMeeting);
            priority.Property(row => row.MeasureOf).HasMaxLength(Priority.LongestMeasure);
            priority.Property(row => row.Version).IsConcurrencyToken();
            priority.Ignore(row => row.Place).Ignore(row => row.IsOpen);
            priority.HasIndex(row => new { row.PlaceCode, row.Closed });
        });
        model.Entity<PrioritySource>(source =>
        {
            source.HasKey(row => new { row.Priority, row.Issue });
            source.HasOne<Priority>().WithMany().HasForeignKey(row => row.Priority).OnDelete(DeleteBehavior.Restrict);
            source.HasOne<Issue>().WithMany().HasForeignKey(row => row.Issue).OnDelete(DeleteBehavior.Restrict);
            source.HasIndex(row => row.Issue);
        });
        model.Entity<Review>(review =>
        {
            review.Property(row => row.Id).ValueGeneratedNever();
            review.Property(row => row.Meeting).HasMaxLength(Priority.LongestMeeting);
            review.Property(row => row.Why).HasMaxLength(Review.LongestWhy);
            review.HasOne<Priority>().WithMany().HasForeignKey(row => row.Priority).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Update>(update =>
        {
            update.Property(row => row.Id).ValueGeneratedNever();
            update.Property(row => row.Words).HasMaxLength(Update.LongestWords);
            update.HasOne<Priority>().WithMany().HasForeignKey(row => row.Priority).OnDelete(DeleteBehavior.Restrict);
            update.HasOne<Review>().WithMany().HasForeignKey(row => row.Review).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
