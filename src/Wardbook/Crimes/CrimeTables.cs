using Microsoft.EntityFrameworkCore;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Crimes;

/// <summary>How recorded crime and published figures are kept.</summary>
public static class CrimeTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<CrimeSeries>().HasKey(row => row.Id);
        model.Entity<CrimeCategory>(category =>
        {
            category.Property(row => row.Id).ValueGeneratedNever();
            category.HasIndex(row => row.Slug).IsUnique();
        });
        model.Entity<CrimeMonth>(month =>
        {
            month.Property(row => row.Id).ValueGeneratedNever();
            month.HasOne<Import>().WithMany().HasForeignKey(row => row.Import);
            month.HasIndex(row => new { row.Series, row.Force, row.Month, row.Revision }).IsUnique();
        });
        model.Entity<CrimeBlock>(block =>
        {
            block.HasKey(row => row.MonthId);
            block.Property(row => row.MonthId).ValueGeneratedNever();
            block.HasOne<CrimeMonth>().WithOne().HasForeignKey<CrimeBlock>(row => row.MonthId);
            block.Property(row => row.Places).HasColumnOrder(1);
            block.Property(row => row.Rows).HasColumnOrder(2);
            block.Property(row => row.Ids).HasColumnOrder(3);
        });

        // Pages read a place's months side by side, so the key is the order on disk.
        model.Entity<CrimeCount>().HasKey(row => new { row.PlaceId, row.Month, row.MonthId, row.Category });
        model.Entity<CrimeCount>().ToTable(table => table.HasComment(WardbookDb.WithoutRowId));
        model.Entity<CrimeAssignment>().HasKey(row => new { row.MonthId, row.SetId });

        model.Entity<PublishedOffence>().Property(row => row.Id).ValueGeneratedNever();
        model.Entity<PublishedOffence>().HasIndex(row => new { row.Series, row.Major, row.Minor }).IsUnique();
        // A month is written, compared and replaced as one thing; an area's figures are one short seek in each month.
        model.Entity<PublishedCount>().HasKey(row => new { row.MonthId, row.Area, row.Under, row.Offence });
        model.Entity<PublishedCount>().ToTable(table => table.HasComment(WardbookDb.WithoutRowId));
        model.Entity<PublishedArea>().HasKey(row => new { row.Series, row.Area, row.Under });
    }
}
