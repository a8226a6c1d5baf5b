using Microsoft.EntityFrameworkCore;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Places;

/// <summary>How places, their people and their look-ups are kept.</summary>
public static class PlacesTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<Force>().HasKey(force => force.Id);
        model.Entity<BoundarySet>(set =>
        {
            set.Property(row => row.Id).ValueGeneratedNever();
            set.HasOne<Import>().WithMany().HasForeignKey(row => row.Import);
        });
        model.Entity<Place>(place =>
        {
            place.Property(row => row.Id).ValueGeneratedNever();
            place.HasOne<BoundarySet>().WithMany().HasForeignKey(row => row.SetId);
            place.HasIndex(row => new { row.SetId, row.Kind, row.Code }).IsUnique();
            place.HasIndex(row => row.Code);
            place.HasIndex(row => row.ParentId);
            place.Ignore(row => row.Centre);
        });
        model.Entity<PlaceNeighbour>().HasKey(row => new { row.PlaceId, row.NeighbourId });
        model.Entity<PlaceSuccessor>().HasKey(row => new { row.PlaceId, row.LaterId });
        model.Entity<Population>().HasKey(row => new { row.Code, row.Year, row.Import });
        model.Entity<ProfileItem>().Property(row => row.Id).ValueGeneratedNever();
        model.Entity<ProfileItem>().HasIndex(row => row.Import);
        model.Entity<ProfileFigure>().HasKey(row => new { row.Code, row.ItemId });
        model.Entity<ProfileFigure>().ToTable(table => table.HasComment(WardbookDb.WithoutRowId));
        model.Entity<LookupEntry>().HasKey(row => new { row.Import, row.Lookup, row.From, row.To });
        model.Entity<LookupEntry>().ToTable(table => table.HasComment(WardbookDb.WithoutRowId));
        model.Entity<LookupInUse>().HasKey(row => row.Lookup);
        model.Entity<Postcode>().HasKey(row => new { row.Import, row.Code });
        model.Entity<Postcode>().ToTable(table => table.HasComment(WardbookDb.WithoutRowId));
    }
}
