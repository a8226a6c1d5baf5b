using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Accounts.Record;

/// <summary>What came of proving the record of change.</summary>
/// <param name="Sealed">How many entries were proved, from the first to the last or to the first broken link.</param>
/// <param name="Waiting">How many are not sealed yet.</param>
/// <param name="Values">How many personal values were proved beside them.</param>
/// <param name="Erased">How many were erased, each with an entry that tells of it.</param>
/// <param name="Broken">The first broken link and what else is wrong, in words; none when everything is proved.</param>
/// <param name="Head">Where the chain ends.</param>
public sealed record RecordCheck(long Sealed, int Waiting, long Values, long Erased, IReadOnlyList<string> Broken, RecordHead Head)
{
    private const int AtOnce = 1_000;

    /// <summary>Proves the chain from its beginning, the entries that wait, and the personal values beside them.</summary>
    /// <param name="known">A head that was logged or put aside earlier: what was sealed by then must still be there.</param>
    public static async Task<RecordCheck> Run(Database database, RecordHead? known, CancellationToken cancel)
    {
        await using var db = database.Open();
        List<string> broken = [];
        var (head, wrong) = await Chain(db, known, cancel);
        if (wrong is null)
        {
            var noted = await RecordHead.Noted(db, cancel);
            wrong = head.Number < noted.Number ? Cut(head, noted, "the leader had sealed")
                : known is not null && head.Number < known.Number ? Cut(head, known, "the head that was given names")
                : head.Number > noted.Number ? "The note of how far the record was sealed is gone or was changed: it may have been cut and begun again."
                : null;
        }

        if (wrong is not null)
        {
            broken.Add(wrong);
        }

        var waiting = await db.RecordEntries.AsNoTracking().Where(entry => entry.Number == null).ToListAsync(cancel);
        broken.AddRange(waiting.Where(entry => Seals.Prove(db.Keys, entry) != Proof.Right)
            .Select(entry => $"{Named(entry)} is not sealed, and was not written by Wardbook or was changed since."));
        var (values, erased) = await Beside(db, broken, cancel);
        return new(head.Number, waiting.Count, values, erased, broken, head);
    }

    private static async Task<(RecordHead Head, string? Broken)> Chain(WardbookDb db, RecordHead? known, CancellationToken cancel)
    {
        var head = RecordHead.None;
        while (true)
        {
            var next = await db.RecordEntries.AsNoTracking().Where(entry => entry.Number > head.Number).OrderBy(entry => entry.Number).Take(AtOnce).ToListAsync(cancel);
            foreach (var entry in next)
            {
                if (Wrong(db, head, entry) is { } wrong)
                {
                    return (head, wrong);
                }

                head = new(entry.Number!.Value, entry.Seal!);
                if (known?.Number == head.Number && known.Seal != head.Seal)
                {
                    return (head, $"{Named(entry)} has another seal than the head that was given: the record was made anew.");
                }
            }

            if (next.Count == 0)
            {
                return (head, null);
            }
        }
    }

    private static string? Wrong(WardbookDb db, RecordHead head, RecordEntry entry)
    {
        if (entry.Number != head.Number + 1)
        {
            return $"Entry {head.Number + 1} is missing: after {head.Number} comes {Named(entry)}. It was removed.";
        }

        return (Seals.Prove(db.Keys, entry), Seals.Prove(db.Keys, entry, head.Seal)) switch
        {
            (Proof.KeyMissing, _) or (_, Proof.KeyMissing) => $"{Named(entry)} was sealed with the key {entry.Seal?.Split('.')[0]}, which is not among the keys given. With it, check again.",
            (Proof.Wrong, _) => $"{Named(entry)} is not as it was written: it was changed, or somebody else put it there.",
            (_, Proof.Wrong) => $"{Named(entry)} does not follow entry {head.Number}: something was removed, inserted or moved between them, or its seal was changed.",
            _ => null,
        };
    }

    private static async Task<(long Values, long Erased)> Beside(WardbookDb db, List<string> broken, CancellationToken cancel)
    {
        long values = 0, erased = 0;
        var erasures = (await db.RecordEntries.Where(entry => entry.Happened == Happened.Erased).Select(entry => entry.Id).ToListAsync(cancel)).ToHashSet();
        var last = Guid.Empty;
        while (true)
        {
            var entries = await db.RecordEntries.AsNoTracking().Where(entry => entry.Changes.Contains("\"hash\"") && entry.Id.CompareTo(last) > 0)
                .OrderBy(entry => entry.Id).Take(AtOnce).ToListAsync(cancel);
            if (entries.Count == 0)
            {
                return (values, erased);
            }

            last = entries[^1].Id;
            var ids = entries.Select(entry => entry.Id).ToList();
            var beside = (await db.RecordedValues.AsNoTracking().Where(value => ids.Contains(value.Entry)).ToListAsync(cancel)).ToDictionary(value => (value.Entry, value.Field));
            foreach (var entry in entries)
            {
                foreach (var (number, field) in entry.ListChanges().Index().Where(field => field.Item.IsPersonal))
                {
                    var value = beside.GetValueOrDefault((entry.Id, number));
                    if (value?.Erasure is { } erasure && erasures.Contains(erasure))
                    {
                        erased++;
                    }
                    else if (value?.Read(db.Keys, field) is null)
                    {
                        broken.Add($"{Named(entry)}: the personal value of {field.Name} was {(value?.Salt is null ? "removed, and no entry tells of its erasure" : "changed, or cannot be read with the keys given")}.");
                    }
                    else
                    {
                        values++;
                    }
                }
            }
        }
    }

    private static string Cut(RecordHead head, RecordHead longer, string who) =>
        $"The record ends at entry {head.Number}, and {who} {longer.Number}: the last {longer.Number - head.Number} {(longer.Number - head.Number == 1 ? "entry was" : "entries were")} removed.";

    private static string Named(RecordEntry entry) => string.Create(CultureInfo.InvariantCulture,
        $"{(entry.Number is { } number ? $"Entry {number}" : "An entry")} ({entry.At:yyyy-MM-dd HH:mm:ss} UTC, {entry.Kind} {entry.Happened.InWords()}, id {entry.Id})");
}
