using System.Buffers;

namespace Wardbook.Crimes.Blocks;

/// <summary>Counts the records of a month that come more than once.</summary>
/// <remarks>
/// Nearly none do, and looking each up in a table of all of them costs more than reading it. So every record sets a bit, chosen by its hash, in a
/// map small enough to stay near the processor; only those whose bit was set by another are looked at closely, which every repeat is.
/// </remarks>
internal static class Repeats
{
    private const int BitsARecord = 16;

    /// <param name="row">Everything about a record but its ID.</param>
    /// <returns>How many have an ID that one before them had; how many are like one before them in everything, ID or none included.</returns>
    public static (int Ids, int Rows) Count<T>(CrimeIds ids, Func<int, T> row) where T : struct, IEquatable<T>
    {
        var bits = System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, ids.Count * BitsARecord));
        var words = (int)(bits / 64);
        var once = ArrayPool<ulong>.Shared.Rent(words);
        var twice = ArrayPool<ulong>.Shared.Rent(words);
        var chosen = ArrayPool<uint>.Shared.Rent(Math.Max(1, ids.Count));
        Array.Clear(once, 0, words);
        Array.Clear(twice, 0, words);
        for (int record = 0, number = 0; record < ids.Count; record++)
        {
            var hash = ids.Has(record) ? ids.HashOf(number++) : unchecked((uint)row(record).GetHashCode() * 0x9E3779B1);
            var bit = hash & (bits - 1);
            chosen[record] = bit;
            var mask = 1UL << (int)(bit % 64);
            if ((once[bit / 64] & mask) != 0)
            {
                twice[bit / 64] |= mask;
            }

            once[bit / 64] |= mask;
        }

        var (seenIds, seenRows) = (new HashSet<CrimeId>(), new HashSet<(CrimeId, T)>());
        var (repeatedIds, identicalRows) = (0, 0);
        for (int record = 0, number = 0; record < ids.Count; record++)
        {
            var has = ids.Has(record);
            if ((twice[chosen[record] / 64] & (1UL << (int)(chosen[record] % 64))) != 0)
            {
                var id = has ? ids[number] : default;
                repeatedIds += has && !seenIds.Add(id) ? 1 : 0;
                identicalRows += seenRows.Add((id, row(record))) ? 0 : 1;
            }

            number += has ? 1 : 0;
        }

        ArrayPool<ulong>.Shared.Return(once);
        ArrayPool<ulong>.Shared.Return(twice);
        ArrayPool<uint>.Shared.Return(chosen);
        return (repeatedIds, identicalRows);
    }
}
