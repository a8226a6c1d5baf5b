using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Places;

namespace Wardbook.Cycle;

/// <summary>Where a stage of a ward stood, from one moment to another: the history of its cycles. Reckoned from records by a round, so nobody edits it.</summary>
public sealed class KeptStage
{
    public required Guid Id { get; init; }

    public required string PlaceKind { get; init; }

    public required PlaceCode PlaceCode { get; init; }

    public required Stage Stage { get; init; }

    public required StageState State { get; init; }

    /// <summary>How many records are missing, when it was last reckoned.</summary>
    public required int Missing { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime From { get; init; }

    /// <summary>UTC; null while it stands so.</summary>
    public DateTime? Until { get; set; }

    public PlaceKey Place => new(PlaceKind, PlaceCode);
}

/// <summary>How the cycle is kept.</summary>
public static class CycleTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<CycleThresholds>(rules =>
        {
            rules.Property(row => row.Id).ValueGeneratedNever();
            rules.Ignore(row => row.Rules);
            rules.HasIndex(row => row.From);
            rules.HasData(CycleThresholds.First);
        });
        model.Entity<KeptStage>(stage =>
        {
            stage.Property(row => row.Id).ValueGeneratedNever();
            stage.Property(row => row.PlaceKind).HasMaxLength(40);
            stage.Ignore(row => row.Place);
            stage.HasIndex(row => new { row.PlaceCode, row.Stage, row.From });
            // A stage stands one way at a time, whatever reckons it at the same moment.
            stage.HasIndex(row => new { row.PlaceKind, row.PlaceCode, row.Stage }).IsUnique().HasFilter("\"Until\" IS NULL").HasDatabaseName("IX_KeptStages_Now");
        });
    }
}
