using Microsoft.EntityFrameworkCore;
using Wardbook.Shared.Kinds;

namespace Wardbook.Teams;

/// <summary>How teams, posts and those who hold them are kept.</summary>
public static class TeamTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<Team>(team =>
        {
            team.Property(row => row.Id).ValueGeneratedNever();
            team.Ignore(row => row.Place).Ignore(row => row.Days);
            team.Property(row => row.Name).HasMaxLength(Team.LongestName);
            team.Property(row => row.PlaceKind).HasMaxLength(40);
            team.Property(row => row.Email).HasMaxLength(Team.LongestLine);
            team.Property(row => row.Telephone).HasMaxLength(Team.LongestLine);
            team.Property(row => row.Hours).HasMaxLength(Team.LongestLine);
            team.Property(row => row.Remit).HasMaxLength(Team.LongestWords);
            team.Property(row => row.Version).IsConcurrencyToken();
            team.HasOne<ListedKind>().WithMany().HasForeignKey(row => row.Kind).OnDelete(DeleteBehavior.Restrict);
            team.HasIndex(row => new { row.PlaceKind, row.PlaceCode });
        });
        model.Entity<Establishment>(posts =>
        {
            posts.Property(row => row.Id).ValueGeneratedNever();
            posts.Property(row => row.Why).HasMaxLength(Establishment.LongestWhy);
            posts.HasOne<Team>().WithMany().HasForeignKey(row => row.Team).OnDelete(DeleteBehavior.Restrict);
            posts.HasOne<ListedKind>().WithMany().HasForeignKey(row => row.PostKind).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Officer>(officer =>
        {
            officer.Property(row => row.Id).ValueGeneratedNever();
            officer.Property(row => row.Name).HasMaxLength(Officer.LongestName);
            officer.Property(row => row.Number).HasMaxLength(Officer.LongestNumber);
            officer.Property(row => row.PublicName).HasMaxLength(Officer.LongestName);
            officer.Property(row => row.Version).IsConcurrencyToken();
            officer.Ignore(row => row.IsErased);
            officer.HasIndex(row => row.Account);
        });
        model.Entity<OfficerPhotograph>(photograph =>
        {
            photograph.Property(row => row.Id).ValueGeneratedNever();
            photograph.HasOne<Officer>().WithOne().HasForeignKey<OfficerPhotograph>(row => row.Id).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Posting>(posting =>
        {
            posting.Property(row => row.Id).ValueGeneratedNever();
            posting.Ignore(row => row.Days);
            posting.Property(row => row.Version).IsConcurrencyToken();
            posting.HasOne<Officer>().WithMany().HasForeignKey(row => row.Officer).OnDelete(DeleteBehavior.Restrict);
            posting.HasOne<Team>().WithMany().HasForeignKey(row => row.Team).OnDelete(DeleteBehavior.Restrict);
            posting.HasOne<ListedKind>().WithMany().HasForeignKey(row => row.PostKind).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<MicroBeat>(beat =>
        {
            beat.Property(row => row.Id).ValueGeneratedNever();
            beat.Ignore(row => row.Days);
            beat.Property(row => row.Name).HasMaxLength(MicroBeat.LongestName);
            beat.Property(row => row.Streets).HasMaxLength(MicroBeat.LongestStreets);
            beat.Property(row => row.Version).IsConcurrencyToken();
            beat.HasOne<Team>().WithMany().HasForeignKey(row => row.Team).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<BeatOfficer>(holder =>
        {
            holder.Property(row => row.Id).ValueGeneratedNever();
            holder.Ignore(row => row.Days);
            holder.HasOne<MicroBeat>().WithMany().HasForeignKey(row => row.Beat).OnDelete(DeleteBehavior.Restrict);
            holder.HasOne<Posting>().WithMany().HasForeignKey(row => row.Posting).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
