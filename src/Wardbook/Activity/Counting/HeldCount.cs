using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record;
using Wardbook.Shared.Kinds;
using Wardbook.Store;

namespace Wardbook.Activity.Counting;

/// <summary>What is counted of something that was held. The numbers are in the database.</summary>
public enum CountedPart
{
    /// <summary>One, however many came.</summary>
    One = 1,

    /// <summary>Everybody who came; nothing while nobody counted them.</summary>
    People = 2,
}

/// <summary>As which kind of activity a kind of engagement counts by itself once it was held, from a day to a day. The force's list.</summary>
[Recorded("counting of what was held")]
public sealed class HeldCount
{
    public required Guid Id { get; init; }

    /// <summary>A <see cref="ListedKind"/> of the list <see cref="KindLists.Engagement"/>.</summary>
    public required Guid Engagement { get; init; }

    /// <summary>The code of an <see cref="ActivityKind"/>.</summary>
    public required string Kind { get; init; }

    public required CountedPart Part { get; init; }

    /// <summary>The first day on which something was held that counts so.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day; null while no end is known. Before the first for what was taken back on the day it was made.</summary>
    public DateOnly? To { get; set; }

    /// <summary>What every new database has, until a force changes it.</summary>
    public static IReadOnlyList<HeldCount> First { get; } =
    [
        .. new[] { "public-meeting", "themed", "coffee", "advisory-group", "intermediary", "online" }.SelectMany(slug => new[] { (slug, "meetings", CountedPart.One), (slug, "attendance", CountedPart.People) })
            .Concat([("street-briefing", "street-briefings", CountedPart.One), ("have-a-say", "have-a-say", CountedPart.One), ("mapping", "have-a-say", CountedPart.One), ("surgery", "surgeries", CountedPart.One),
                ("school-visit", "school-visits", CountedPart.One), ("kin-interview", "kin-interviews", CountedPart.One)])
            .Select((row, number) => new HeldCount
            {
                Id = new(31, (short)(number + 1), 0, 0x80, 0, 0x57, 0x41, 0x52, 0x44, 0, 1),
                Engagement = KindLists.First.Single(kind => kind.List == KindLists.Engagement && kind.Slug == row.Item1).Id,
                Kind = row.Item2,
                Part = row.Item3,
                From = ActivityCatalogue.Ever,
            }),
    ];

    /// <summary>The codes of the kinds that count something by themselves on a day.</summary>
    public static async Task<IReadOnlyCollection<string>> KindsOn(WardbookDb db, DateOnly day, CancellationToken cancel) =>
        await db.HeldCounts.Where(row => row.From <= day && (row.To == null || row.To >= day)).Select(row => row.Kind).Distinct().ToListAsync(cancel);

    public static void Describe(ModelBuilder model) => model.Entity<HeldCount>(count =>
    {
        count.Property(row => row.Id).ValueGeneratedNever();
        count.Property(row => row.Kind).HasMaxLength(ActivityKind.LongestCode);
        count.HasOne<ListedKind>().WithMany().HasForeignKey(row => row.Engagement).OnDelete(DeleteBehavior.Restrict);
        count.HasOne<ActivityKind>().WithMany().HasForeignKey(row => row.Kind).OnDelete(DeleteBehavior.Restrict);
        count.HasData(First);
    });
}
