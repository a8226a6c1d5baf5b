using System.Security.Cryptography;
using System.Text;

namespace Wardbook.Accounts.Personal;

/// <summary>
/// The keys of an installation. From each, others are derived: for columns, for look-ups, for the seals of the record of change. The first
/// encrypts and seals; all of them decrypt, find and prove, so a key is replaced by putting a new one before it.
/// </summary>
/// <remarks>They are never in the database, nor beside it: whoever gets hold of a copy of the data cannot read personal values or forge the record.</remarks>
public sealed class Keys
{
    private const int NonceBytes = 12, TagBytes = 16;
    /// <summary>What every encrypted value begins with: how it was made.</summary>
    internal const string Form = "k1";

    private readonly Lock one = new();
    private readonly KeyFile? file;
    private IReadOnlyList<Key>? ring;

    private Keys(string source, KeyFile? file, IReadOnlyList<Key>? ring) => (Source, this.file, this.ring) = (source, file, ring);

    /// <summary>The file of whoever runs Wardbook; made on the first start.</summary>
    public static Keys OfThisUser { get; } = In(KeyFile.Usual);

    /// <summary>Tells one set of keys from another without giving any away.</summary>
    public string Source { get; }

    /// <summary>The file they are in; null when they were given as text.</summary>
    public string? File => file?.Path;

    /// <summary>The names of the keys, the one in use first.</summary>
    /// <exception cref="Refusal">The file of keys is not there, or is not one.</exception>
    public IReadOnlyList<string> Names => [.. Ring.Select(key => key.Name)];

    private IReadOnlyList<Key> Ring
    {
        get
        {
            lock (one)
            {
                return ring ??= file!.Read();
            }
        }
    }

    /// <param name="text">What stands in WARDBOOK_KEYS: keys, or files of keys, with commas between.</param>
    /// <exception cref="Refusal">It is neither. The message never repeats a key.</exception>
    public static Keys Given(string text)
    {
        var parts = text.Split([',', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        List<Key> keys = [];
        foreach (var part in parts)
        {
            keys.AddRange(Key.TryParse(part) is { } key ? [key] : new KeyFile(Path.GetFullPath(part)).Read());
        }

        return keys.Count == 0 ? throw new Refusal("The setting WARDBOOK_KEYS names no key.")
            : new(string.Join(',', keys.Select(key => key.Name)), parts is [var only] && Key.TryParse(only) is null ? new(Path.GetFullPath(only)) : null, keys);
    }

    /// <summary>The keys in one file, which <see cref="MakeReady"/> makes.</summary>
    public static Keys In(string path) => new(path, new(path), null);

    /// <summary>Makes the file of keys if there is none.</summary>
    /// <exception cref="Refusal">It cannot be made.</exception>
    public void MakeReady()
    {
        if (ring is null && !System.IO.File.Exists(file!.Path))
        {
            file.Make();
        }
    }

    /// <summary>Encrypts and guards against change.</summary>
    /// <param name="purpose">What the value is, such as the column it stands in: it cannot be read as anything else.</param>
    public string Encrypt(string purpose, ReadOnlySpan<byte> plain)
    {
        var key = Ring[0];
        var sealedBytes = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.Derive("columns"), TagBytes);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceBytes, plain.Length), sealedBytes.AsSpan(NonceBytes + plain.Length), Encoding.UTF8.GetBytes(purpose));
        return $"{Form}.{key.Name}.{Convert.ToBase64String(sealedBytes)}";
    }

    /// <exception cref="KeyException">It was encrypted with a key that is not here, for another purpose, or was changed.</exception>
    public byte[] Decrypt(string purpose, string text)
    {
        var parts = text.Split('.');
        if (parts is not [Form, var name, var body])
        {
            throw new KeyException($"A value of {purpose} is not encrypted as Wardbook does it.");
        }

        var key = Ring.FirstOrDefault(key => key.Name == name)
            ?? throw new KeyException($"A value of {purpose} was encrypted with the key {name}, which is not among the keys given ({string.Join(", ", Names)}).");
        try
        {
            var bytes = Convert.FromBase64String(body);
            var plain = new byte[bytes.Length - NonceBytes - TagBytes];
            using var aes = new AesGcm(key.Derive("columns"), TagBytes);
            aes.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes, plain.Length), bytes.AsSpan(NonceBytes + plain.Length), plain, Encoding.UTF8.GetBytes(purpose));
            return plain;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or OverflowException)
        {
            throw new KeyException($"A value of {purpose} was changed since it was encrypted.", e);
        }
    }

    /// <summary>The same value, encrypted with the key in use.</summary>
    /// <exception cref="KeyException">As for <see cref="Decrypt"/>.</exception>
    public string Renew(string purpose, string text) => Encrypt(purpose, Decrypt(purpose, text));

    /// <summary>What stands in the column by which an encrypted value is found. The same for the same text; nobody without the key can make it.</summary>
    /// <param name="what">Such as <c>e-mail</c>: the same text as another thing gives another hash.</param>
    /// <param name="text">In one normal form.</param>
    public string LookUp(string what, string text) => Hash(Ring[0], what, text);

    /// <summary>What may stand there: made with the key in use now, or with one that was in use before.</summary>
    public IReadOnlyList<string> LookUps(string what, string text) => [.. Ring.Select(key => Hash(key, what, text))];

    /// <summary>A seal over these bytes that only the holder of the key can make.</summary>
    public byte[] Seal(ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(Ring[0].Derive("record"), bytes);

    /// <returns>Null when there is no key of that name.</returns>
    public byte[]? SealWith(string name, ReadOnlySpan<byte> bytes) =>
        Ring.FirstOrDefault(key => key.Name == name) is { } key ? HMACSHA256.HashData(key.Derive("record"), bytes) : null;

    /// <summary>A key for one file, and the name of the key it is derived from.</summary>
    /// <param name="salt">Random; stands in the file.</param>
    public (string Name, byte[] Key) OfFile(ReadOnlySpan<byte> salt) => (Ring[0].Name, Ring[0].DeriveForFile(salt));

    /// <returns>Null when there is no key of that name.</returns>
    public byte[]? OfFile(string name, ReadOnlySpan<byte> salt) => Ring.FirstOrDefault(key => key.Name == name)?.DeriveForFile(salt);

    private static string Hash(Key key, string what, string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(key.Derive("look-up"), Encoding.UTF8.GetBytes($"{what}\0{text}")));
}

/// <summary>A value cannot be decrypted. The message says why and holds nothing secret.</summary>
public sealed class KeyException(string message, Exception? inner = null) : Exception(message, inner);
