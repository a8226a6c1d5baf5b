using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Wardbook.Accounts.Personal;

namespace Wardbook.Accounts.Record;

/// <summary>Marks and seals of entries: HMAC-SHA256 with a key that is not in the database.</summary>
internal static class Seals
{
    /// <summary>What stands before the first entry.</summary>
    public const string Beginning = "";

    public static string Mark(Keys keys, RecordEntry entry) => Write(keys, Bytes(entry));

    public static string Seal(Keys keys, string before, long number, string mark) => Write(keys, Bytes(before, number, mark));

    public static Proof Prove(Keys keys, RecordEntry entry) => Prove(keys, entry.Mark, Bytes(entry));

    public static Proof Prove(Keys keys, RecordEntry entry, string before) => Prove(keys, entry.Seal ?? "", Bytes(before, entry.Number ?? 0, entry.Mark));

    /// <summary>The same for a text that stands by itself, such as the head of the chain.</summary>
    public static string Mark(Keys keys, string text) => Write(keys, Encoding.UTF8.GetBytes(text));

    public static Proof Prove(Keys keys, string text, string mark) => Prove(keys, mark, Encoding.UTF8.GetBytes(text));

    private static string Write(Keys keys, byte[] bytes) => $"{keys.Names[0]}.{Convert.ToBase64String(keys.Seal(bytes))}";

    private static Proof Prove(Keys keys, string mark, byte[] bytes)
    {
        if (mark.Split('.') is not [var name, var text])
        {
            return Proof.Wrong;
        }

        var expected = keys.SealWith(name, bytes);
        var found = new byte[32];
        return expected is null ? Proof.KeyMissing
            : Convert.TryFromBase64String(text, found, out var length) && CryptographicOperations.FixedTimeEquals(expected, found.AsSpan(0, length)) ? Proof.Right
            : Proof.Wrong;
    }

    private static byte[] Bytes(string before, long number, string mark)
    {
        using var stream = new MemoryStream();
        Append(stream, "seal 1");
        Append(stream, before);
        Append(stream, number);
        Append(stream, mark);
        return stream.ToArray();
    }

    /// <summary>Every field with its length before it, so that nothing can be moved from one into the next.</summary>
    private static byte[] Bytes(RecordEntry entry)
    {
        using var stream = new MemoryStream(512);
        Append(stream, "entry 1");
        Append(stream, entry.Id);
        Append(stream, new DateTimeOffset(entry.At, TimeSpan.Zero).ToUnixTimeMilliseconds());
        Append(stream, entry.Account);
        Append(stream, entry.Name);
        Append(stream, entry.Session);
        Append(stream, entry.Page);
        Append(stream, (long)entry.Happened);
        Append(stream, entry.Kind);
        Append(stream, entry.Key);
        Append(stream, entry.About);
        Append(stream, entry.Words);
        Append(stream, entry.Changes);
        return stream.ToArray();
    }

    private static void Append(MemoryStream stream, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        stream.Write(bytes);
    }

    private static void Append(MemoryStream stream, string? text)
    {
        Append(stream, text is null ? -1 : Encoding.UTF8.GetByteCount(text));
        stream.Write(Encoding.UTF8.GetBytes(text ?? ""));
    }

    private static void Append(MemoryStream stream, Guid? id) => Append(stream, id?.ToString("N"));
}

/// <summary>What came of proving a mark or a seal.</summary>
internal enum Proof
{
    Right,
    Wrong,
    KeyMissing,
}
