using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Wardbook.Accounts.Personal;

namespace Wardbook.Store;

/// <summary>A file that only who has the keys can read, and that nobody can change or cut unseen. For backups.</summary>
/// <remarks>
/// One line of text (what it is, the key's name, a salt), then pieces of 1 MiB, each encrypted and guarded by AES-GCM under a key derived for this
/// file alone. A piece's nonce is its number and whether it is the last, so pieces cannot be moved, left out or cut off the end.
/// </remarks>
public static class EncryptedFile
{
    private const string Beginning = "wardbook encrypted file 1 ";
    private const int Piece = 1 << 20, SaltBytes = 16, TagBytes = 16, LongestLine = 200;

    /// <summary>Whether it says that it is one.</summary>
    public static bool Is(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> first = stackalloc byte[Beginning.Length];
        return file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual(Encoding.ASCII.GetBytes(Beginning));
    }

    /// <summary>Encrypts, and reads back what it wrote.</summary>
    /// <param name="to">Made anew.</param>
    public static async Task Write(Keys keys, string from, string to, CancellationToken cancel)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var (name, key) = keys.OfFile(salt);
        var line = Encoding.ASCII.GetBytes($"{Beginning}{name} {Convert.ToBase64String(salt)}\n");
        await using (var plain = File.OpenRead(from))
        await using (var file = File.Create(to))
        {
            await file.WriteAsync(line, cancel);
            using var aes = new AesGcm(key, TagBytes);
            var (read, packed) = (new byte[Piece], new byte[Piece + TagBytes]);
            var left = plain.Length;
            for (var number = 0L; number == 0 || left > 0; number++)
            {
                var count = await plain.ReadAtLeastAsync(read, (int)Math.Min(Piece, left), throwOnEndOfStream: true, cancel);
                left -= count;
                aes.Encrypt(Nonce(number, isLast: left == 0), read.AsSpan(0, count), packed.AsSpan(0, count), packed.AsSpan(count, TagBytes), line);
                await file.WriteAsync(packed.AsMemory(0, count + TagBytes), cancel);
            }

            file.Flush(flushToDisk: true);
        }

        await Read(keys, to, Stream.Null, cancel);
    }

    /// <exception cref="Refusal">It was encrypted with a key that is not here, was changed, or was cut off.</exception>
    public static async Task Read(Keys keys, string path, Stream to, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        var line = new byte[LongestLine];
        var length = await file.ReadAtLeastAsync(line, line.Length, throwOnEndOfStream: false, cancel);
        var end = line.AsSpan(0, length).IndexOf((byte)'\n') + 1;
        var words = Encoding.ASCII.GetString(line, 0, Math.Max(0, end - 1)).Split(' ');
        var salt = new byte[SaltBytes];
        if (end == 0 || words.Length != 6 || !Convert.TryFromBase64String(words[5], salt, out _))
        {
            throw new Refusal($"{path} is damaged: its first line is not that of an encrypted file.");
        }

        var key = keys.OfFile(words[4], salt)
            ?? throw new Refusal($"{path} was encrypted with the key {words[4]}, which is not among the keys given ({string.Join(", ", keys.Names)}).");
        file.Position = end;
        using var aes = new AesGcm(key, TagBytes);
        var (packed, plain) = (new byte[Piece + TagBytes], new byte[Piece]);
        var left = file.Length - end;
        for (var number = 0L; number == 0 || left > 0; number++)
        {
            var whole = await file.ReadAtLeastAsync(packed, (int)Math.Min(packed.Length, left), throwOnEndOfStream: true, cancel);
            left -= whole;
            if (whole < TagBytes)
            {
                throw Damaged(path);
            }

            var count = whole - TagBytes;
            try
            {
                aes.Decrypt(Nonce(number, isLast: left == 0), packed.AsSpan(0, count), packed.AsSpan(count, TagBytes), plain.AsSpan(0, count), line.AsSpan(0, end));
            }
            catch (CryptographicException)
            {
                throw Damaged(path);
            }

            await to.WriteAsync(plain.AsMemory(0, count), cancel);
        }
    }

    private static Refusal Damaged(string path) => new($"{path} is damaged: it was changed or cut off since it was made.");

    private static byte[] Nonce(long number, bool isLast)
    {
        var nonce = new byte[12];
        nonce[0] = isLast ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(4), number);
        return nonce;
    }
}
