using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Personal;
using Wardbook.Places;

namespace Wardbook.Concerns.Unsafe;

/// <summary>Somebody feels unsafe here at this time of day. No words, nobody's name, and never where exactly: only the public point, or the ward.</summary>
public sealed class UnsafePin
{
    /// <summary>Made by the form, so that one sent twice is one.</summary>
    public required Guid Id { get; init; }

    public required string PlaceKind { get; init; }

    public required PlaceCode PlaceCode { get; init; }

    /// <summary>The public point, in ten-millionths of a degree; null for the ward.</summary>
    public int? LatitudeE7 { get; init; }

    /// <inheritdoc cref="LatitudeE7"/>
    public int? LongitudeE7 { get; init; }

    /// <summary>What that point is called; empty for the ward.</summary>
    public required string Street { get; init; }

    public required TimeOfDay Time { get; init; }

    /// <summary>Where the force is. No hour: that would tell who was where.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The network it came from, as a hash, so that nobody counts twice; taken out after some weeks.</summary>
    [Personal]
    public string? FromKey { get; set; }

    public static void Describe(ModelBuilder model) => model.Entity<UnsafePin>(pin =>
    {
        pin.Property(row => row.Id).ValueGeneratedNever();
        pin.Property(row => row.PlaceKind).HasMaxLength(40);
        pin.Property(row => row.Street).HasMaxLength(Concern.LongestReason);
        pin.HasIndex(row => new { row.PlaceCode, row.Day });
        pin.HasIndex(row => new { row.FromKey, row.Day });
    });
}
