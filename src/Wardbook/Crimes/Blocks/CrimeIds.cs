using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Wardbook.Crimes.Blocks;

/// <summary>The IDs of a month's records, packed. police.uk's are 64 hexadecimal digits, which nothing can compress; half of one is saved by keeping bytes.</summary>
/// <remarks>
/// First byte 1: a bit for each record that has an ID (lowest bit first), then 32 bytes for each of those. First byte 2: the IDs are of another
/// form, as UTF-8 lines. Immutable once written.
/// </remarks>
public sealed class CrimeIds
{
    private const byte Hexadecimal = 1;
    private const byte Text = 2;
    public const int Bytes = 32;

    private byte[] ids = new byte[1024 * Bytes];
    private readonly List<bool> has = [];
    private List<string>? texts;
    private int count;

    /// <summary>Of each ID kept as bytes, the record it came with.</summary>
    private readonly List<int> records = [];

    /// <summary>Which ID stands where in a hash table, counted from 1; 0 for a free slot. At most half of them are taken.</summary>
    private int[] slots = new int[1 << 11];

    /// <summary>Of a record without an ID, or with one that is not hexadecimal.</summary>
    public const int None = -1;

    /// <summary>How many of them are there, blank ones left out.</summary>
    public int Present => texts?.Count(text => text.Length > 0) ?? count;

    public int Count => has.Count;

    /// <summary>Adds the ID of the next record.</summary>
    /// <returns>The first record that had the same, which is its own when nobody had; <see cref="None"/> when it has none or one of another form.</returns>
    public int Add(ReadOnlySpan<char> id)
    {
        id = id.Trim();
        if (texts is null && id.Length is not (0 or 2 * Bytes))
        {
            BecomeText();
        }

        if (texts is not null)
        {
            texts.Add(id.ToString());
            has.Add(id.Length > 0);
            return None;
        }

        has.Add(id.Length > 0);
        if (id.Length == 0)
        {
            return None;
        }

        if ((count + 1) * Bytes > ids.Length)
        {
            Array.Resize(ref ids, ids.Length * 2);
        }

        var room = ids.AsSpan(count * Bytes, Bytes);
        if (Convert.FromHexString(id, room, out _, out _) is not System.Buffers.OperationStatus.Done || HasUpperCase(id))
        {
            has.RemoveAt(has.Count - 1);
            BecomeText();
            return Add(id);
        }

        records.Add(has.Count - 1);
        count++;
        return First(room);
    }

    /// <summary>Forgets them all and keeps the room.</summary>
    public void Clear()
    {
        has.Clear();
        records.Clear();
        Array.Clear(slots);
        (texts, count) = (null, 0);
    }

    /// <returns>Null when no record has an ID.</returns>
    public byte[]? Pack()
    {
        if (texts is not null)
        {
            return [Text, .. Encoding.UTF8.GetBytes(string.Join('\n', texts))];
        }

        if (count == 0)
        {
            return null;
        }

        var bits = (has.Count + 7) / 8;
        var packed = new byte[1 + bits + (count * Bytes)];
        packed[0] = Hexadecimal;
        for (var row = 0; row < has.Count; row++)
        {
            if (has[row])
            {
                packed[1 + (row / 8)] |= (byte)(1 << (row % 8));
            }
        }

        ids.AsSpan(0, count * Bytes).CopyTo(packed.AsSpan(1 + bits));
        return packed;
    }

    /// <summary>The IDs as published, empty where there is none.</summary>
    /// <param name="packed">What <see cref="Pack"/> made; null when no record has one.</param>
    /// <param name="rows">How many records there are.</param>
    public static string[] Unpack(byte[]? packed, int rows)
    {
        if (packed is null)
        {
            return [.. Enumerable.Repeat("", rows)];
        }

        if (packed[0] == Text)
        {
            return Encoding.UTF8.GetString(packed.AsSpan(1)).Split('\n');
        }

        var bits = (rows + 7) / 8;
        var next = 1 + bits;
        var unpacked = new string[rows];
        for (var row = 0; row < rows; row++)
        {
            if ((packed[1 + (row / 8)] & (1 << (row % 8))) == 0)
            {
                unpacked[row] = "";
                continue;
            }

            unpacked[row] = Convert.ToHexStringLower(packed.AsSpan(next, Bytes));
            next += Bytes;
        }

        return unpacked;
    }

    /// <summary>The first record with the ID just added, which is the last of them.</summary>
    private int First(ReadOnlySpan<byte> id)
    {
        if (count * 2 > slots.Length)
        {
            slots = new int[slots.Length * 4];
            for (var earlier = 0; earlier < count - 1; earlier++)
            {
                var at = Slot(ids.AsSpan(earlier * Bytes, Bytes));
                while (slots[at] != 0)
                {
                    at = (at + 1) & (slots.Length - 1);
                }

                slots[at] = earlier + 1;
            }
        }

        for (var at = Slot(id); ; at = (at + 1) & (slots.Length - 1))
        {
            if (slots[at] == 0)
            {
                slots[at] = count;
                return records[count - 1];
            }

            var known = slots[at] - 1;
            if (ids.AsSpan(known * Bytes, Bytes).SequenceEqual(id))
            {
                return records[known];
            }
        }
    }

    /// <summary>All of the ID counts: not every publisher's is a hash.</summary>
    private int Slot(ReadOnlySpan<byte> id)
    {
        var parts = MemoryMarshal.Cast<byte, ulong>(id);
        var mixed = unchecked((parts[0] + BitOperations.RotateLeft(parts[1], 17) + BitOperations.RotateLeft(parts[2], 31) + BitOperations.RotateLeft(parts[3], 47)) * 0x9E3779B97F4A7C15);
        return (int)(mixed >> 33) & (slots.Length - 1);
    }

    private static bool HasUpperCase(ReadOnlySpan<char> id) => id.IndexOfAnyInRange('A', 'F') >= 0;

    private void BecomeText()
    {
        texts = new(has.Count);
        var next = 0;
        foreach (var present in has)
        {
            texts.Add(present ? Convert.ToHexStringLower(ids.AsSpan(Bytes * next++, Bytes)) : "");
        }
    }
}
