using Microsoft.EntityFrameworkCore;
using Wardbook.Concerns.Categories;

namespace Wardbook.Concerns.Issues;

/// <summary>How issues, and what belongs to them, are kept.</summary>
public static class IssueTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<Issue>(issue =>
        {
            issue.Property(row => row.Id).ValueGeneratedNever();
            issue.Property(row => row.PlaceKind).HasMaxLength(40);
            issue.Property(row => row.Category).HasMaxLength(40);
            issue.Property(row => row.Title).HasMaxLength(Issue.LongestTitle);
            issue.Property(row => row.WhyClosed).HasMaxLength(Issue.LongestReason);
            issue.Property(row => row.Version).IsConcurrencyToken();
            issue.Ignore(row => row.Place).Ignore(row => row.IsOpen);
            issue.HasOne<ConcernCategory>().WithMany().HasForeignKey(row => row.Category).OnDelete(DeleteBehavior.Restrict);
            issue.HasOne<Issue>().WithMany().HasForeignKey(row => row.MergedInto).OnDelete(DeleteBehavior.Restrict);
            issue.HasIndex(row => new { row.PlaceCode, row.Closed });
        });
        model.Entity<Grouping>(grouping =>
        {
            grouping.Property(row => row.Id).ValueGeneratedNever();
            grouping.HasOne<Concern>().WithMany().HasForeignKey(row => row.Concern).OnDelete(DeleteBehavior.Restrict);
            grouping.HasOne<Issue>().WithMany().HasForeignKey(row => row.Issue).OnDelete(DeleteBehavior.Restrict);
            // A concern belongs to one issue at a time, whoever groups it at the same moment.
            grouping.HasIndex(row => row.Concern).IsUnique().HasFilter("\"Until\" IS NULL").HasDatabaseName("IX_Groupings_Concern_Now");
            grouping.HasIndex(row => row.Issue);
        });
    }
}
