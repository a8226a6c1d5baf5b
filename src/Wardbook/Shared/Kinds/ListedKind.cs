using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record;

namespace Wardbook.Shared.Kinds;

/// <summary>One entry of a list that the force owns: a kind of team, of post, of community, of engagement. Named, ordered and dated.</summary>
/// <remarks>What came with Wardbook has a fixed id. An entry is never deleted: what was recorded under it keeps its name; it ends instead.</remarks>
[Recorded("kind")]
public sealed class ListedKind
{
    public const int LongestName = 100, LongestSlug = 40;

    public required Guid Id { get; init; }

    /// <summary>Which list it stands in: one of <see cref="KindLists"/>.</summary>
    public required string List { get; init; }

    /// <summary>Short and fixed: files and addresses rely on it.</summary>
    public required string Slug { get; init; }

    /// <summary>As the force says it: <c>Police community support officer</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Where it stands among the others: the least first.</summary>
    public required int Order { get; set; }

    /// <summary>The first day it can be chosen.</summary>
    public required DateOnly From { get; set; }

    /// <summary>The last day; null while no end is known.</summary>
    public DateOnly? To { get; set; }

    /// <summary>What more the program does for it, such as <c>walk</c> for an environmental visual audit; null for nothing.</summary>
    public string? Use { get; init; }

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    public static void Describe(ModelBuilder model) => model.Entity<ListedKind>(kind =>
    {
        kind.Property(row => row.Id).ValueGeneratedNever();
        kind.Property(row => row.List).HasMaxLength(LongestSlug);
        kind.Property(row => row.Slug).HasMaxLength(LongestSlug);
        kind.Property(row => row.Name).HasMaxLength(LongestName);
        kind.HasIndex(row => new { row.List, row.Slug }).IsUnique();
        kind.HasData(KindLists.First);
    });
}
