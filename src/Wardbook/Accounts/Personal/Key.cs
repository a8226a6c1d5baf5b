using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Wardbook.Accounts.Personal;

/// <summary>32 random bytes from which other keys are derived (HKDF with SHA-256, RFC 5869), one for each use.</summary>
internal sealed class Key
{
    private const int Bytes = 32;
    private readonly byte[] root;
    private readonly ConcurrentDictionary<string, byte[]> derived = new();

    private Key(byte[] root)
    {
        this.root = root;
        Name = Convert.ToHexStringLower(Derive("name").AsSpan(0, 4));
    }

    /// <summary>Eight letters and digits that stand beside everything made with it. They give nothing of it away.</summary>
    public string Name { get; }

    /// <summary>A new one, as text.</summary>
    public static string Make() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    /// <returns>Null when it is not 32 bytes in base 64.</returns>
    public static Key? TryParse(string text)
    {
        var bytes = new byte[Bytes];
        return text.Length == 44 && Convert.TryFromBase64String(text, bytes, out var written) && written == Bytes ? new(bytes) : null;
    }

    /// <summary>For one file, told from others by its salt.</summary>
    public byte[] DeriveForFile(ReadOnlySpan<byte> salt)
    {
        var key = new byte[Bytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, root, key, salt, "wardbook file"u8);
        return key;
    }

    public byte[] Derive(string use) => derived.GetOrAdd(use, _ => HKDF.DeriveKey(HashAlgorithmName.SHA256, root, Bytes, info: Encoding.UTF8.GetBytes("wardbook " + use)));
}
