using System.Security.Cryptography;
using System.Text;
using Wardbook.Accounts.Personal;

namespace Wardbook.Accounts.Record;

/// <summary>What a personal field was changed from and to, beside the entry that tells of the change. It can be erased, and the record stays proved.</summary>
public sealed class RecordedValue
{
    private const int SaltBytes = 16;

    public required Guid Entry { get; init; }

    /// <summary>Which of the entry's fields, from 0.</summary>
    public required int Field { get; init; }

    /// <summary>The account of the person whom it concerns.</summary>
    public Guid? About { get; init; }

    /// <summary>Encrypted and bound to this row; null when there was nothing, or when it is erased.</summary>
    [Personal]
    public string? From { get; set; }

    /// <inheritdoc cref="From"/>
    [Personal]
    public string? To { get; set; }

    /// <summary>Goes with the values: without it the hash tells nothing.</summary>
    public byte[]? Salt { get; set; }

    /// <summary>The entry that tells of the erasure; null while the values are here.</summary>
    public Guid? Erasure { get; set; }

    private string Purpose => $"record {Entry:N} {Field}";

    /// <returns>The row, and what the sealed entry holds of it.</returns>
    public static (RecordedValue Row, string Hash) Of(Keys keys, Guid entry, int field, Guid? about, string? from, string? to)
    {
        var row = new RecordedValue { Entry = entry, Field = field, About = about, Salt = RandomNumberGenerator.GetBytes(SaltBytes) };
        (row.From, row.To) = (row.Encrypt(keys, from), row.Encrypt(keys, to));
        return (row, HashOf(row.Salt, from, to));
    }

    /// <summary>Reads the values, and proves that they are those the sealed entry tells of.</summary>
    /// <returns>Null when they are erased, were changed, or cannot be decrypted with these keys.</returns>
    public (string? From, string? To)? Read(Keys keys, ChangedField field)
    {
        try
        {
            var (from, to) = (Decrypt(keys, From), Decrypt(keys, To));
            return Salt is not null && HashOf(Salt, from, to) == field.Hash ? (from, to) : null;
        }
        catch (KeyException)
        {
            return null;
        }
    }

    /// <param name="erasure">The entry that tells of it.</param>
    public void Erase(Guid erasure) => (From, To, Salt, Erasure) = (null, null, null, erasure);

    /// <summary>Encrypts it with the key in use. The sealed hash is over what it says, and stays.</summary>
    internal void Renew(Keys keys) => (From, To) = (From is null ? null : keys.Renew(Purpose, From), To is null ? null : keys.Renew(Purpose, To));

    private string? Encrypt(Keys keys, string? text) => text is null ? null : keys.Encrypt(Purpose, Encoding.UTF8.GetBytes(text));

    private string? Decrypt(Keys keys, string? text) => text is null ? null : Encoding.UTF8.GetString(keys.Decrypt(Purpose, text));

    private static string HashOf(byte[] salt, string? from, string? to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        foreach (var text in new[] { from, to })
        {
            var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(text is null ? -1 : bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToBase64String(hash.GetHashAndReset());
    }
}
