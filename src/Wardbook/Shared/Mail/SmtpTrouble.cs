using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Wardbook.Shared.Mail;

/// <summary>Says in words what a mail server, or the way to it, did not do.</summary>
internal static class SmtpTrouble
{
    private const int RefusedForGood = 500;

    /// <returns>Null when it is no trouble with the server, but a fault of ours.</returns>
    public static CarrierTrouble? InWords(Exception exception, MailServer server) => exception switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refused =>
            new($"The mail server will not take letters for this address ({Said(refused)}).", isHopeless: IsForGood(refused)),
        SmtpCommandException { ErrorCode: SmtpErrorCode.MessageNotAccepted } refused =>
            new($"The mail server will not take this letter ({Said(refused)}).", isHopeless: IsForGood(refused)),
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } refused =>
            new($"The mail server will not take letters from us ({Said(refused)}). Is WARDBOOK_MAIL_FROM right?", isForAll: true),
        SmtpCommandException refused => new($"The mail server refuses ({Said(refused)}).", isForAll: true),
        AuthenticationException => new("The mail server does not accept the name and password in WARDBOOK_SMTP.", isForAll: true),
        SslHandshakeException => new($"{server.Host} cannot be spoken to in secret: its certificate is not one this machine trusts, or it does not encrypt. WARDBOOK_MAIL_AUTHORITIES names further certificates to trust.", isForAll: true),
        ServiceNotConnectedException or ServiceNotAuthenticatedException or ProtocolException or SocketException or IOException =>
            new($"The mail server {server.Host} does not answer, or broke off ({exception.Message.TrimEnd('.')}).", isForAll: true),
        OperationCanceledException or TimeoutException => new($"The mail server {server.Host} took too long.", isForAll: true),
        NotSupportedException => new($"The mail server {server.Host} cannot do what is asked of it ({exception.Message.TrimEnd('.')}).", isForAll: true),
        _ => null,
    };

    private static bool IsForGood(SmtpCommandException refused) => (int)refused.StatusCode >= RefusedForGood;

    /// <summary>The code alone: what servers say beside it often holds the address.</summary>
    private static string Said(SmtpCommandException refused) => string.Create(CultureInfo.InvariantCulture, $"it answers {(int)refused.StatusCode}");
}
