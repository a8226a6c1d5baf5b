using Microsoft.EntityFrameworkCore;
using Wardbook.Concerns.Answers;
using Wardbook.Concerns.Categories;
using Wardbook.Concerns.Saying;
using Wardbook.Concerns.Unsafe;
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
            concern.Ignore(row => row.IsOpen);
            concern.Ignore(row => row.Clock);
            concern.Ignore(row => row.PublicPoint);
            concern.Property(row => row.PublicWords).HasMaxLength(Concern.LongestPublic);
            concern.Property(row => row.PublicPlace).HasMaxLength(Concern.LongestReason);
            concern.HasIndex(row => new { row.PlaceCode, row.DueMonth });
            concern.HasIndex(row => new { row.State, row.Due });
            concern.HasIndex(row => row.MergedInto);
            concern.HasIndex(row => row.SameAs);
            concern.HasIndex(row => row.Answered);
            // Two who act at the same moment: the second is told.
            concern.Property(row => row.Version).IsConcurrencyToken();
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
            reach.HasOne<Concern>().WithOne().HasForeignKey<ConcernReach>(row => row.Concern).OnDelete(DeleteBehavior.Restrict);
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
        model.Entity<ConcernPicture>(picture =>
        {
            picture.Property(row => row.Id).ValueGeneratedNever();
            picture.HasOne<Concern>().WithMany().HasForeignKey(row => row.Concern).OnDelete(DeleteBehavior.Cascade);
        });
        UnsafePin.Describe(model);
        model.Entity<ConcernStep>(step =>
        {
            step.Property(row => row.Id).ValueGeneratedNever();
            step.Ignore(row => row.Was);
            step.Ignore(row => row.CanBeUndone);
            step.HasOne<Concern>().WithMany().HasForeignKey(row => row.Concern).OnDelete(DeleteBehavior.Cascade);
            step.HasIndex(row => new { row.Concern, row.At });
        });
        model.Entity<AnswerPromise>(promise =>
        {
            promise.Property(row => row.Id).ValueGeneratedNever();
            promise.HasIndex(row => row.From);
            promise.HasData(AnswerPromise.First);
        });
    }
}
