using MailKit.Net.Smtp;
using MimeKit;

namespace Wardbook.Shared.Mail;

/// <summary>Takes letters to where they go. Made for one round.</summary>
public abstract class Carrier : IAsyncDisposable
{
    /// <summary>Returns when it has been taken over. Anything else that can be mended is a <see cref="CarrierTrouble"/>.</summary>
    public abstract Task Carry(Guid letter, MimeMessage message, CancellationToken cancel);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Why a letter could not be handed over, in words.</summary>
/// <param name="isHopeless">This letter will never be taken: the address is refused for good.</param>
/// <param name="isForAll">No other letter will be taken now either: the server is away, or will not have us.</param>
public sealed class CarrierTrouble(string words, bool isHopeless = false, bool isForAll = false) : Exception(words)
{
    public bool IsHopeless { get; } = isHopeless;

    public bool IsForAll { get; } = isForAll;
}

/// <summary>Writes each letter to a file, for a site without a mail server. One letter has one name, so writing it again changes nothing.</summary>
public sealed class FolderCarrier(string folder) : Carrier
{
    public override async Task Carry(Guid letter, MimeMessage message, CancellationToken cancel)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var whole = Path.Combine(folder, $"{letter:N}.eml");
            var unfinished = whole + ".part";

            // Nobody but whoever runs the program: letters hold links that open things.
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using (var file = new FileStream(unfinished, options))
            {
                await message.WriteToAsync(file, cancel);
            }

            File.Move(unfinished, whole, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CarrierTrouble($"The folder for letters cannot be written: {e.Message}", isForAll: true);
        }
    }
}

/// <summary>Hands letters to a mail server, all of a round over one connection.</summary>
public sealed class SmtpCarrier(MailServer server) : Carrier
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private SmtpClient? client;

    public override async Task Carry(Guid letter, MimeMessage message, CancellationToken cancel)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        soon.CancelAfter(Patience);
        try
        {
            var connected = await Connected(soon.Token);
            await connected.SendAsync(message, soon.Token);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && SmtpTrouble.InWords(e, server) is { } trouble)
        {
            if (client is { IsConnected: false } || trouble.IsForAll)
            {
                HangUp();
            }

            throw trouble;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        try
        {
            if (client is { IsConnected: true } open)
            {
                using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
                await open.DisconnectAsync(quit: true, soon.Token);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or MailKit.CommandException or MailKit.ProtocolException)
        {
            // Everything was taken over already; a server that does not say goodbye changes nothing.
        }
        finally
        {
            HangUp();
            await base.DisposeAsync();
        }
    }

    private async Task<SmtpClient> Connected(CancellationToken cancel)
    {
        if (client is { IsConnected: true } there)
        {
            return there;
        }

        HangUp();
        client = new SmtpClient
        {
            Timeout = (int)Patience.TotalMilliseconds,
            // Asking an authority whether it has taken a certificate back is a call to the outside that most such machines may not make.
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = (_, certificate, _, errors) => server.Trusts(certificate, errors),
        };
        await client.ConnectAsync(server.Host, server.Port, server.Security, cancel);
        if (server.User is { } user)
        {
            await client.AuthenticateAsync(user, server.Password!, cancel);
        }

        return client;
    }

    private void HangUp()
    {
        client?.Dispose();
        client = null;
    }
}
