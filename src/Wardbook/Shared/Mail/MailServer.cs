using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit.Security;

namespace Wardbook.Shared.Mail;

/// <summary>The mail server that letters are handed to, and how it is spoken to.</summary>
/// <param name="User">Null for a server that asks nobody who they are.</param>
/// <param name="Security">Encrypted from the first byte, after asking for it, or not at all.</param>
public sealed record MailServer(string Host, int Port, string? User, string? Password, SecureSocketOptions Security)
{
    public const string Expected = "smtp://user:password@host:587 (encrypted by STARTTLS), smtps://user:password@host:465 (encrypted from the first byte), or smtp://host:25?tls=none for a server that needs no password";

    private const int SubmissionPort = 587, EncryptedPort = 465;

    /// <summary>Certificates that are trusted besides the machine's; none otherwise.</summary>
    public X509Certificate2Collection Authorities { get; init; } = [];

    /// <summary>What a person is told. Never the password.</summary>
    public string Name => $"{(User is null ? "" : $"{User} at ")}{Host}, port {Port}, {(Security == SecureSocketOptions.None ? "not encrypted" : "encrypted")}";

    /// <returns>Null when the text is no such address.</returns>
    public static MailServer? Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("smtp" or "smtps") || address.Host.Length == 0 || address.AbsolutePath is not ("" or "/"))
        {
            return null;
        }

        SecureSocketOptions? security = (address.Scheme, address.Query) switch
        {
            ("smtps", "") => SecureSocketOptions.SslOnConnect,
            ("smtp", "" or "?tls=starttls") => SecureSocketOptions.StartTls,
            ("smtp", "?tls=none") => SecureSocketOptions.None,
            _ => null,
        };
        var user = address.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        var hasUser = user is [{ Length: > 0 }, ..];

        // A password in the clear is for a server on this machine only.
        return security is not { } how || (hasUser && user.Length < 2) || (hasUser && how == SecureSocketOptions.None && !IsThisMachine(address.Host))
            ? null
            : new(
                address.Host.Trim('[', ']'),
                address.Port > 0 ? address.Port : how == SecureSocketOptions.SslOnConnect ? EncryptedPort : SubmissionPort,
                hasUser ? user[0] : null,
                hasUser ? user[1] : null,
                how);
    }

    /// <returns>Null when the file holds no certificate or cannot be read.</returns>
    public static X509Certificate2Collection? AuthoritiesIn(string file)
    {
        try
        {
            X509Certificate2Collection found = [];
            found.ImportFromPemFile(file);
            return found.Count > 0 ? found : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>As the machine trusts, or issued by one of <see cref="Authorities"/>, and for this host.</summary>
    internal bool Trusts(X509Certificate? certificate, System.Net.Security.SslPolicyErrors errors)
    {
        if (errors == System.Net.Security.SslPolicyErrors.None)
        {
            return true;
        }

        if (errors != System.Net.Security.SslPolicyErrors.RemoteCertificateChainErrors || Authorities.Count == 0 || certificate is not X509Certificate2 shown)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(Authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(shown);
    }

    private static bool IsThisMachine(string host) => host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
