using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Wardbook.Concerns.Saying;

/// <summary>
/// What a form carries from its first step to its last. From it come the id of the concern, so that a form sent twice is one concern, and the token of
/// its private address, so that whoever sent it twice is led to the same page both times.
/// </summary>
/// <param name="Text">As it stands in the form: sealed, so that nobody but this site can make one.</param>
/// <param name="Token">The secret of the private address.</param>
public sealed record SayKey(string Text, string Token)
{
    private const int TokenBytes = 32, IdBytes = 16;

    /// <summary>The id of the concern. It tells nothing of the token.</summary>
    public Guid Id => new(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes("concern " + Token)).AsSpan(0, IdBytes));

    public static SayKey New(IDataProtectionProvider guard)
    {
        var secret = RandomNumberGenerator.GetBytes(TokenBytes);
        return new(WebEncoders.Base64UrlEncode(Guard(guard).Protect(secret)), WebEncoders.Base64UrlEncode(secret));
    }

    /// <returns>Null when this site did not make it.</returns>
    public static SayKey? Read(IDataProtectionProvider guard, string? text)
    {
        try
        {
            return text is null ? null : new(text, WebEncoders.Base64UrlEncode(Guard(guard).Unprotect(WebEncoders.Base64UrlDecode(text))));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>A secret for one more address of the same page, such as the one in a letter.</summary>
    public static string NewToken() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));

    public static byte[] HashOf(string token) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));

    private static IDataProtector Guard(IDataProtectionProvider guard) => guard.CreateProtector("Wardbook.Concerns.Say");
}
