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

    /// <summary>Those that are there, once one of them had another form; null until then.</summary>
    private List<string>? texts;
    private int count;

    public int Count => has.Count;

    /// <summary>Whether a record has an ID.</summary>
    internal bool Has(int record) => has[record];

    /// <param name="number">Which of those that are there, from 0.</param>
    internal CrimeId this[int number]
    {
        get
        {
            if (texts is not null)
            {
                return new(0, 0, 0, 0, texts[number]);
            }

            var parts = MemoryMarshal.Cast<byte, ulong>(ids.AsSpan(number * Bytes, Bytes));
            return new(parts[0], parts[1], parts[2], parts[3], null);
        }
    }

    /// <summary>All of the ID counts: not every publisher's is a hash.</summary>
    /// <inheritdoc cref="this[int]" path="/param"/>
    internal uint HashOf(int number)
    {
        if (texts is not null)
        {
            return unchecked((uint)string.GetHashCode(texts[number], StringComparison.Ordinal));
        }

        var parts = MemoryMarshal.Cast<byte, ulong>(ids.AsSpan(number * Bytes, Bytes));
        return unchecked((uint)((parts[0] + BitOperations.RotateLeft(parts[1], 17) + BitOperations.RotateLeft(parts[2], 31) + BitOperations.RotateLeft(parts[3], 47)) * 0x9E3779B97F4A7C15 >> 32));
    }

    /// <summary>Adds the ID of the next record; blank for none.</summary>
    public void Add(ReadOnlySpan<char> id)
    {
        id = id.Trim();
        if (texts is null && id.Length is not (0 or 2 * Bytes))
        {
            BecomeText();
        }

        if (texts is not null)
        {
            AddText(id);
            return;
        }

        has.Add(id.Length > 0);
        if (id.Length == 0)
        {
            return;
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
            AddText(id);
            return;
        }

        count++;
    }

    /// <summary>Forgets them all and keeps the room.</summary>
    public void Clear()
    {
        has.Clear();
        (texts, count) = (null, 0);
    }

    /// <returns>Null when no record has an ID.</returns>
    public byte[]? Pack()
    {
        if (texts is not null)
        {
            var next = 0;
            return [Text, .. Encoding.UTF8.GetBytes(string.Join('\n', has.Select(isThere => isThere ? texts[next++] : "")))];
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

    private void AddText(ReadOnlySpan<char> id)
    {
        has.Add(id.Length > 0);
        if (id.Length > 0)
        {
            texts!.Add(id.ToString());
        }
    }

    private static bool HasUpperCase(ReadOnlySpan<char> id) => id.IndexOfAnyInRange('A', 'F') >= 0;

    private void BecomeText() => texts = [.. Enumerable.Range(0, count).Select(number => Convert.ToHexStringLower(ids.AsSpan(number * Bytes, Bytes)))];
}

/// <summary>One ID, to be compared: 32 bytes, or its text when it has another form.</summary>
internal readonly record struct CrimeId(ulong First, ulong Second, ulong Third, ulong Fourth, string? Text);
