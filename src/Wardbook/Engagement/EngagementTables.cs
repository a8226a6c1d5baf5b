using Microsoft.EntityFrameworkCore;
using Wardbook.Engagement.Activities;
using Wardbook.Engagement.Communities;
using Wardbook.Engagement.Network;
using Wardbook.Engagement.Profile;
using Wardbook.Shared.Kinds;
using Wardbook.Teams;

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
            activity.Property(row => row.Partners).HasMaxLength(EngagementActivity.LongestWords);
            activity.HasOne<Posting>().WithMany().HasForeignKey(row => row.RunBy).OnDelete(DeleteBehavior.Restrict);
            activity.HasOne<ActivitySeries>().WithMany().HasForeignKey(row => row.Series).OnDelete(DeleteBehavior.Restrict);
            activity.Property(row => row.WhyCancelled).HasMaxLength(EngagementActivity.LongestWords);
            activity.Property(row => row.Version).IsConcurrencyToken();
            activity.Property(row => row.IsCounted).HasDefaultValue(false);
            activity.HasOne<ListedKind>().WithMany().HasForeignKey(row => row.Kind).OnDelete(DeleteBehavior.Restrict);
            activity.HasIndex(row => new { row.PlaceKind, row.PlaceCode, row.Day });
            // The same occurrence of a series is made once, however often somebody asks.
            activity.HasIndex(row => new { row.Series, row.SeriesDay }).IsUnique();
        });
        DescribeParts(model);
        DescribeCommunities(model);
        DescribeNetwork(model);
    }

    private static void DescribeParts(ModelBuilder model)
    {
        model.Entity<ActivitySeries>(series =>
        {
            series.Property(row => row.Id).ValueGeneratedNever();
            series.Property(row => row.Rule).HasMaxLength(ActivitySeries.LongestRule);
        });
        model.Entity<ActivityCommunity>(reached =>
        {
            reached.Property(row => row.Id).ValueGeneratedNever();
            reached.HasOne<EngagementActivity>().WithMany().HasForeignKey(row => row.Activity).OnDelete(DeleteBehavior.Restrict);
            reached.HasOne<Community>().WithMany().HasForeignKey(row => row.Community).OnDelete(DeleteBehavior.Restrict);
            reached.HasIndex(row => new { row.Activity, row.Community }).IsUnique();
        });
        model.Entity<WalkFinding>(finding =>
        {
            finding.Property(row => row.Id).ValueGeneratedNever();
            finding.Property(row => row.What).HasMaxLength(WalkFinding.LongestWhat);
            finding.Property(row => row.Where).HasMaxLength(WalkFinding.LongestWhere);
            finding.HasOne<EngagementActivity>().WithMany().HasForeignKey(row => row.Activity).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<WalkPhotograph>(photograph =>
        {
            photograph.Property(row => row.Id).ValueGeneratedNever();
            photograph.HasOne<WalkFinding>().WithOne().HasForeignKey<WalkPhotograph>(row => row.Id).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void DescribeCommunities(ModelBuilder model)
    {
        model.Entity<Community>(community =>
        {
            community.Property(row => row.Id).ValueGeneratedNever();
            community.Property(row => row.Name).HasMaxLength(Community.LongestName);
            community.Property(row => row.Who).HasMaxLength(Community.LongestWords);
            community.Property(row => row.HowKnown).HasMaxLength(Community.LongestWords);
            community.Property(row => row.HowToReach).HasMaxLength(Community.LongestWords);
            community.Property(row => row.Difficulty).HasMaxLength(Community.LongestWords);
            community.Property(row => row.Version).IsConcurrencyToken();
            community.HasOne<ListedKind>().WithMany().HasForeignKey(row => row.Kind).OnDelete(DeleteBehavior.Restrict);
            community.HasOne<Community>().WithMany().HasForeignKey(row => row.JoinedWith).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CommunityWard>(ward =>
        {
            ward.Property(row => row.Id).ValueGeneratedNever();
            ward.Ignore(row => row.Place);
            ward.Property(row => row.PlaceKind).HasMaxLength(40);
            ward.HasOne<Community>().WithMany().HasForeignKey(row => row.Community).OnDelete(DeleteBehavior.Restrict);
            ward.HasIndex(row => new { row.Community, row.PlaceKind, row.PlaceCode }).IsUnique();
            ward.HasIndex(row => new { row.PlaceKind, row.PlaceCode });
        });
        model.Entity<Intermediary>(intermediary =>
        {
            intermediary.Property(row => row.Id).ValueGeneratedNever();
            intermediary.Property(row => row.Version).IsConcurrencyToken();
            intermediary.HasOne<Community>().WithMany().HasForeignKey(row => row.Community).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ProfileSection>(section =>
        {
            section.Property(row => row.Id).ValueGeneratedNever();
            section.Ignore(row => row.Place);
            section.Property(row => row.PlaceKind).HasMaxLength(40);
            section.Property(row => row.Words).HasMaxLength(ProfileSection.LongestWords);
            section.Property(row => row.Version).IsConcurrencyToken();
            section.HasOne<ListedKind>().WithMany().HasForeignKey(row => row.Subject).OnDelete(DeleteBehavior.Restrict);
            section.HasIndex(row => new { row.PlaceKind, row.PlaceCode, row.Subject }).IsUnique();
        });
    }

    private static void DescribeNetwork(ModelBuilder model)
    {
        model.Entity<KeyIndividual>(person =>
        {
            person.Property(row => row.Id).ValueGeneratedNever();
            person.Ignore(row => row.Place).Ignore(row => row.IsErased);
            person.Property(row => row.PlaceKind).HasMaxLength(40);
            person.Property(row => row.Version).IsConcurrencyToken();
            person.HasIndex(row => new { row.PlaceKind, row.PlaceCode });
        });
        model.Entity<KeyIndividualCover>(cover =>
        {
            cover.Property(row => row.Id).ValueGeneratedNever();
            cover.HasOne<KeyIndividual>().WithMany().HasForeignKey(row => row.Individual).OnDelete(DeleteBehavior.Restrict);
            cover.HasOne<MicroBeat>().WithMany().HasForeignKey(row => row.Beat).OnDelete(DeleteBehavior.Restrict);
            cover.HasOne<Community>().WithMany().HasForeignKey(row => row.Community).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<KeyInterview>(interview =>
        {
            interview.Property(row => row.Id).ValueGeneratedNever();
            interview.HasOne<KeyIndividual>().WithMany().HasForeignKey(row => row.Individual).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
