using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Accounts.Record.Reading;

/// <summary>Which entries are looked for. What is null does not matter.</summary>
/// <param name="By">The account of who did it.</param>
/// <param name="About">The account of the person whom it concerns.</param>
/// <param name="Kind">Of which kind of record.</param>
/// <param name="Key">Of which record.</param>
/// <param name="First">The first day, in the force's time.</param>
/// <param name="Last">The last day.</param>
public sealed record RecordSearch(Guid? By = null, Guid? About = null, string? Kind = null, string? Key = null, Happened? Happened = null, DateOnly? First = null, DateOnly? Last = null)
{
    private const int AtOnce = 1_000;

    /// <summary>Only these; null for whatever happened.</summary>
    public IReadOnlyList<Happened>? Among { get; init; }

    public Task<int> Count(WardbookDb db, CancellationToken cancel) => Matching(db).CountAsync(cancel);

    /// <summary>The latest first, by the number of the seal; what is not sealed yet stands before all.</summary>
    public async Task<IReadOnlyList<ReadEntry>> List(WardbookDb db, int skip, int take, CancellationToken cancel) =>
        await ReadEntry.Of(db, await InOrder(Matching(db)).Skip(skip).Take(take).ToListAsync(cancel), cancel);

    /// <summary>All of them in the order of <see cref="List"/>, however many: a thousand are held at a time.</summary>
    public async IAsyncEnumerable<ReadEntry> All(WardbookDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        // What is written meanwhile would push rows from one page to the next.
        var begun = db.Clock.GetUtcNow().UtcDateTime.AddMinutes(1);
        foreach (var entry in await ReadEntry.Of(db, await InOrder(Matching(db).Where(entry => entry.Number == null && entry.At < begun)).ToListAsync(cancel), cancel))
        {
            yield return entry;
        }

        long before = long.MaxValue;
        while (true)
        {
            var next = await Matching(db).Where(entry => entry.Number < before).OrderByDescending(entry => entry.Number).Take(AtOnce).ToListAsync(cancel);
            if (next.Count == 0)
            {
                yield break;
            }

            before = next[^1].Number!.Value;
            foreach (var entry in await ReadEntry.Of(db, next, cancel))
            {
                yield return entry;
            }
        }
    }

    private static IQueryable<RecordEntry> InOrder(IQueryable<RecordEntry> entries) =>
        entries.OrderByDescending(entry => entry.Number == null).ThenByDescending(entry => entry.Number).ThenByDescending(entry => entry.At).ThenByDescending(entry => entry.Id);

    private IQueryable<RecordEntry> Matching(WardbookDb db)
    {
        var entries = db.RecordEntries.AsNoTracking();
        if (By is { } by)
        {
            entries = entries.Where(entry => entry.Account == by);
        }

        if (About is { } about)
        {
            entries = entries.Where(entry => entry.About == about);
        }

        if (Kind is { } kind)
        {
            entries = entries.Where(entry => entry.Kind == kind);
        }

        if (Key is { } key)
        {
            entries = entries.Where(entry => entry.Key == key);
        }

        if (Happened is { } happened)
        {
            entries = entries.Where(entry => entry.Happened == happened);
        }

        if (Among is { } among)
        {
            entries = entries.Where(entry => among.Contains(entry.Happened));
        }

        if (First is { } first)
        {
            var since = ForceDay.Begins(first);
            entries = entries.Where(entry => entry.At >= since);
        }

        if (Last is { } last)
        {
            var until = ForceDay.Begins(last.AddDays(1));
            entries = entries.Where(entry => entry.At < until);
        }

        return entries;
    }
}
