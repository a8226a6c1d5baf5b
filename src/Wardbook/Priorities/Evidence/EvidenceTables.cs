using Microsoft.EntityFrameworkCore;
using Wardbook.Concerns.Issues;
using Wardbook.Priorities.Evidence.Timed;

namespace Wardbook.Priorities.Evidence;

/// <summary>How the evidence about issues is kept, as far as it is not read from other records.</summary>
public static class EvidenceTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<EvidenceNote>(note =>
        {
            note.Property(row => row.Id).ValueGeneratedNever();
            note.Property(row => row.Words).HasMaxLength(EvidenceNote.LongestWords);
            note.HasOne<Issue>().WithMany().HasForeignKey(row => row.Issue).OnDelete(DeleteBehavior.Restrict);
            note.HasIndex(row => new { row.Issue, row.Part, row.Number }).IsUnique();
        });
        model.Entity<TimedCounts>(counts =>
        {
            counts.Property(row => row.Id).ValueGeneratedNever();
            counts.Property(row => row.What).HasMaxLength(TimedCounts.LongestWhat);
            counts.Property(row => row.Source).HasMaxLength(TimedCounts.LongestSource);
            counts.Property(row => row.Counted).HasMaxLength(TimedCounts.LongestCells);
            counts.Ignore(row => row.Table);
            counts.HasOne<Issue>().WithMany().HasForeignKey(row => row.Issue).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ReadyPack>(pack =>
        {
            pack.Property(row => row.Id).ValueGeneratedNever();
            pack.Property(row => row.Places).HasMaxLength(ReadyPack.LongestPlaces);
            pack.Property(row => row.Facts).HasMaxLength(ReadyPack.LongestFacts);
            pack.HasOne<Issue>().WithMany().HasForeignKey(row => row.Issue).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
