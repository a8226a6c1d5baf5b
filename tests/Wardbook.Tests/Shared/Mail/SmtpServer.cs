using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Wardbook.Shared.Mail;

/// <summary>A real SMTP server (aiosmtpd, Debian's python3-aiosmtpd) in a process of its own, for as long as a test lasts.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly Process process;

    private SmtpServer(Process process, int port, string certificate) => (this.process, Port, Certificate) = (process, port, certificate);

    public int Port { get; }

    /// <summary>The file that a client must trust.</summary>
    public string Certificate { get; }

    /// <param name="options">As the script takes them.</param>
    public static async Task<SmtpServer> Start(string folder, params string[] options)
    {
        var (certificate, key) = MakeCertificate(folder);
        var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] all = [Path.Combine(RealData.Root, "tests", "Wardbook.Tests", "Shared", "Mail", "smtp_server.py"), "--certificate", certificate, "--key", key, .. options];
        foreach (var option in all)
        {
            start.ArgumentList.Add(option);
        }

        var process = Process.Start(start)!;
        var first = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return first is null
            ? throw new InvalidOperationException($"The SMTP server did not start. Is python3-aiosmtpd installed? {await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}")
            : new(process, int.Parse(first, CultureInfo.InvariantCulture), certificate);
    }

    /// <summary>The next letter it took; waits for it.</summary>
    public async Task<Taken> Next()
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        soon.CancelAfter(TimeSpan.FromSeconds(20));
        var line = await process.StandardOutput.ReadLineAsync(soon.Token);
        return JsonSerializer.Deserialize<Taken>(line!, JsonSerializerOptions.Web)!;
    }

    /// <summary>Stops it.</summary>
    /// <returns>The letters it took that nobody asked for.</returns>
    public async Task<IReadOnlyList<Taken>> Rest()
    {
        process.Kill();
        var rest = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        return [.. rest.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Taken>(line, JsonSerializerOptions.Web)!)];
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static (string Certificate, string Key) MakeCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var (certificateFile, keyFile) = (Path.Combine(folder, "mail.crt"), Path.Combine(folder, "mail.key"));
        File.WriteAllText(certificateFile, made.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        return (certificateFile, keyFile);
    }

    /// <summary>A letter as the server saw it.</summary>
    public sealed record Taken(string From, IReadOnlyList<string> To, string Text, bool Encrypted, bool Known);
}
