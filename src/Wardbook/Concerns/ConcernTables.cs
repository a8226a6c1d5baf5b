using Microsoft.EntityFrameworkCore;
using Wardbook.Concerns.Categories;
using Wardbook.Concerns.Saying;
using Wardbook.Engagement;
using Wardbook.Shared.Kinds;

namespace Wardbook.Concerns;

/// <summary>How what was said, and what became of it, is kept.</summary>
public static class ConcernTables
{
    private const int LongestCode = 40;

    public static void Describe(ModelBuilder model)
    {
        model.Entity<ConcernCategory>(category =>
        {
            category.HasKey(row => row.Code);
            category.Property(row => row.Code).HasMaxLength(LongestCode);
            category.Property(row => row.Parent).HasMaxLength(LongestCode);
            category.Property(row => row.Name).HasMaxLength(ConcernCategory.LongestName);
            category.HasData(Catalogue.First);
        });
        model.Entity<Concern>(concern =>
        {
            concern.Property(row => row.Id).ValueGeneratedNever();
            concern.Property(row => row.PlaceKind).HasMaxLength(LongestCode);
            concern.Property(row => row.Category).HasMaxLength(LongestCode);
            concern.Ignore(row => row.Place);
            concern.Ignore(row => row.IsErased);
            concern.HasOne<ConcernCategory>().WithMany().HasForeignKey(row => row.Category).OnDelete(DeleteBehavior.Restrict);
            concern.HasOne<ListedKind>().WithMany().HasForeignKey(row => row.Channel).OnDelete(DeleteBehavior.Restrict);
            concern.HasOne<EngagementActivity>().WithMany().HasForeignKey(row => row.Activity).OnDelete(DeleteBehavior.Restrict);
            concern.HasIndex(row => new { row.PlaceCode, row.State, row.SaidAt });
            concern.HasIndex(row => new { row.PlaceCode, row.SaidAt });
            concern.HasIndex(row => row.SaidAt);
        });
        model.Entity<ConcernReach>(reach =>
        {
            reach.HasKey(row => row.Concern);
            reach.HasOne<Concern>().WithOne().HasForeignKey<ConcernReach>(row => row.Concern).OnDelete(DeleteBehavior.Cascade);
            reach.HasIndex(row => row.EmailKey);
            reach.HasIndex(row => row.Answered);
        });
        model.Entity<ConcernLink>(link =>
        {
            link.HasKey(row => row.TokenHash);
            link.HasOne<Concern>().WithMany().HasForeignKey(row => row.Concern).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ConcernSender>(sender =>
        {
            sender.HasKey(row => row.Concern);
            sender.HasOne<Concern>().WithOne().HasForeignKey<ConcernSender>(row => row.Concern).OnDelete(DeleteBehavior.Cascade);
            sender.HasIndex(row => new { row.FromKey, row.At });
            sender.HasIndex(row => new { row.WordsKey, row.At });
            sender.HasIndex(row => row.At);
        });
    }
}
