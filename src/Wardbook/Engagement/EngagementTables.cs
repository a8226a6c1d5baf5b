using Microsoft.EntityFrameworkCore;
using Wardbook.Shared.Kinds;

namespace Wardbook.Engagement;

/// <summary>How activities, communities and the network are kept.</summary>
public static class EngagementTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<EngagementActivity>(activity =>
        {
            activity.Property(row => row.Id).ValueGeneratedNever();
            activity.Ignore(row => row.Place).Ignore(row => row.State).Ignore(row => row.At);
            activity.Property(row => row.PlaceKind).HasMaxLength(40);
            activity.Property(row => row.Title).HasMaxLength(EngagementActivity.LongestTitle);
            activity.Property(row => row.Where).HasMaxLength(EngagementActivity.LongestWhere);
            activity.Property(row => row.Before).HasMaxLength(EngagementActivity.LongestWords);
            activity.Property(row => row.After).HasMaxLength(EngagementActivity.LongestWords);
            activity.Property(row => row.Notes).HasMaxLength(EngagementActivity.LongestWords);
            activity.Property(row => row.WhyCancelled).HasMaxLength(EngagementActivity.LongestWords);
            activity.Property(row => row.Version).IsConcurrencyToken();
            activity.HasOne<ListedKind>().WithMany().HasForeignKey(row => row.Kind).OnDelete(DeleteBehavior.Restrict);
            activity.HasIndex(row => new { row.PlaceKind, row.PlaceCode, row.Day });
            // The same occurrence of a series is made once, however often somebody asks.
            activity.HasIndex(row => new { row.Series, row.SeriesDay }).IsUnique();
        });
    }
}
