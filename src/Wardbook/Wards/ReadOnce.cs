using System.Collections.Concurrent;
using Wardbook.Store;

namespace Wardbook.Wards;

/// <summary>What the pages of many places share (months, boundary sets, categories, totals of a borough's wards), read once for each version of the data. One for a request.</summary>
/// <param name="kept">One for the site.</param>
public sealed class ReadOnce(WardbookDb db, ReadOnce.Kept kept)
{
    private ConcurrentDictionary<object, object?>? known;

    /// <param name="name">What is read and everything that it depends on but the data, so that what is found under the name is what would be read. Nothing that is given back may be changed.</param>
    public async Task<T> Get<T>(object name, Func<Task<T>> read, CancellationToken cancel)
    {
        known ??= kept.Of(await DataVersion.Find(db, cancel));
        if (!known.TryGetValue(name, out var there))
        {
            known[name] = there = await read();
        }

        return (T)there!;
    }

    /// <summary>What requests leave for each other, until the data changes.</summary>
    public sealed class Kept
    {
        /// <summary>Some 15 kB each at most. Beyond, everything is let go: somebody asks for months that nobody else does.</summary>
        private const int Most = 2_000;

        private readonly Lock one = new();
        private ConcurrentDictionary<object, object?> known = [];
        private long version = -1;

        internal ConcurrentDictionary<object, object?> Of(long now)
        {
            lock (one)
            {
                if (now != version || known.Count > Most)
                {
                    (known, version) = ([], now);
                }

                return known;
            }
        }
    }
}
