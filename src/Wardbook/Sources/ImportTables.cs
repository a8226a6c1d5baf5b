using Microsoft.EntityFrameworkCore;
using Wardbook.Sources.Orders;

namespace Wardbook.Sources;

/// <summary>How imports, what was wrong with them and what was asked for are kept.</summary>
public static class ImportTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<Import>().Property(import => import.Id).ValueGeneratedNever();
        model.Entity<ImportOrder>().Property(order => order.Id).ValueGeneratedNever();
        model.Entity<ImportOrder>().HasIndex(order => order.State);
        model.Entity<ImportFault>().HasKey(fault => new { fault.Import, fault.Number });
        model.Entity<ImportFault>().HasOne<Import>().WithMany().HasForeignKey(fault => fault.Import);
    }
}
