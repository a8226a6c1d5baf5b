using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Accounts.SignIn.Factors;

/// <summary>One-time codes of six digits, new every half-minute, that an app makes of a secret it was given once.</summary>
/// <remarks>Source: RFC 6238 with SHA-1 and 30 seconds, which is what the apps know.</remarks>
public static class Codes
{
    private const int Seconds = 30, SecretBytes = 20;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret in base 32, 32 letters.</summary>
    public static string NewSecret()
    {
        var bits = RandomNumberGenerator.GetBytes(SecretBytes);
        return string.Concat(Enumerable.Range(0, SecretBytes * 8 / 5).Select(letter => Letters[Enumerable.Range(letter * 5, 5).Aggregate(0, (five, bit) => (five << 1) | ((bits[bit / 8] >> (7 - (bit % 8))) & 1))]));
    }

    /// <summary>The secret in groups of four, as a person types it.</summary>
    public static string InGroups(string secret) => string.Join(' ', secret.Chunk(4).Select(four => new string(four)));

    /// <summary>The code that an app shows at this moment.</summary>
    public static string At(string secret, DateTimeOffset moment) => Of(Bytes(secret), StepAt(moment));

    /// <summary>What an app reads off the picture.</summary>
    public static string Address(string secret, string who) =>
        $"otpauth://totp/{Uri.EscapeDataString($"Wardbook:{who}")}?secret={secret}&issuer=Wardbook";

    /// <summary>Which half-minute a code belongs to: this one, the one before or the one after, and later than the last that was taken.</summary>
    /// <returns>Null when it is none of them.</returns>
    public static long? StepOf(string secret, string code, DateTimeOffset now, long after)
    {
        var typed = Encoding.ASCII.GetBytes(new string([.. code.Where(char.IsAsciiDigit)]));
        var bytes = Bytes(secret);
        long? found = null;
        foreach (var step in Enumerable.Range(-1, 3).Select(near => StepAt(now) + near))
        {
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.ASCII.GetBytes(Of(bytes, step))) && step > after)
            {
                found = step;
            }
        }

        return found;
    }

    private static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / Seconds;

    private static string Of(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The apps know SHA-1 alone; as a keyed hash it has no known weakness.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string secret)
    {
        var bytes = new byte[secret.Length * 5 / 8];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var five = Letters.IndexOf(secret[bit / 5], StringComparison.Ordinal);
            bytes[bit / 8] |= (byte)(((five >> (4 - (bit % 5))) & 1) << (7 - (bit % 8)));
        }

        return bytes;
    }
}

/// <summary>Takes the codes of an app, each once.</summary>
public sealed class CodeProvider(WardbookDb db, TimeProvider clock) : IUserTwoFactorTokenProvider<Account>
{
    Task<bool> IUserTwoFactorTokenProvider<Account>.CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => Task.FromResult(user.CodeSecret is not null);

    /// <summary>The app makes them, not we.</summary>
    Task<string> IUserTwoFactorTokenProvider<Account>.GenerateAsync(string purpose, UserManager<Account> manager, Account user) => Task.FromResult("");

    async Task<bool> IUserTwoFactorTokenProvider<Account>.ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (user.CodeSecret is not { } secret || Codes.StepOf(secret, token, clock.GetUtcNow(), user.LastCodeStep) is not { } step)
        {
            return false;
        }

        user.LastCodeStep = step;
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same code came twice at once, and the other was first.
            return false;
        }
    }
}
