using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Wardbook.Store;

namespace Wardbook.Bench;

/// <summary>A kept page, with all its headers and with telemetry sent, against nginx that has the same bytes in a file. The server has one core, the load the other.</summary>
public static partial class ServeBench
{
    private const double Wanted = 0.4;
    private const double MostTimesSlower = 3;
    private const int Rounds = 3;

    public static async Task<bool> Run()
    {
        var wards = BenchWards.List();
        var database = Database.At(Workplace.Fresh("serve.db"), TestKeys.Usual);
        await BenchWards.Install(database, wards);
        await BenchWards.ImportCrimes(database, MadeUpFiles.Folder(new(wards), 36));

        await using var collector = await Collector.Start();
        var ours = $"http://127.0.0.1:{PostgresServer.FreePort()}";
        using var site = Pinned("dotnet", [Path.Combine(AppContext.BaseDirectory, "wardbook.dll"), "serve", "--urls", ours, "--database", database.File!],
            ("WARDBOOK_OTLP", collector.Address), ("ASPNETCORE_ENVIRONMENT", "Production"));
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(ours) };
            await Answers(http);
            var page = await Exists(http, $"/wards/{wards[0].Code}") ? $"/wards/{wards[0].Code}" : "/style-guide";
            Console.WriteLine($"the page: {page}");
            var met = true;
            var rows = new List<string[]>();
            foreach (var encoding in new[] { "br", "identity" })
            {
                met &= await Compare(http, ours, page, encoding, rows);
            }

            Measure.Print(["", "bytes", "requests/s", "99%, ms", "ratio", "99% ratio"], rows);
            return met & Measure.Goal($"{collector.Received:N0} bytes of measurements and traces received", collector.Received > 0);
        }
        finally
        {
            site.Kill(entireProcessTree: true);
        }
    }

    private static async Task<bool> Compare(HttpClient http, string ours, string page, string encoding, List<string[]> rows)
    {
        using var asking = new HttpRequestMessage(HttpMethod.Get, page) { Headers = { { "Accept-Encoding", encoding } } };
        using var answer = await http.SendAsync(asking);
        var body = await answer.Content.ReadAsByteArrayAsync();
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Content-Length" or "Date" or "Server" or "ETag" or "Transfer-Encoding" or "Content-Type"))
            .Select(header => $"add_header {header.Key} \"{string.Join(", ", header.Value).Replace("\"", "\\\"", StringComparison.Ordinal)}\";");
        var theirs = $"http://127.0.0.1:{PostgresServer.FreePort()}";
        using var nginx = await Nginx(theirs, body, answer.Content.Headers.ContentType!.ToString(), headers);
        try
        {
            using var other = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new(theirs) };
            await Answers(other);
            var same = (await other.GetByteArrayAsync("/page")).AsSpan().SequenceEqual(body);
            await Load(ours + page, encoding, 5);
            await Load(theirs + "/page", encoding, 1);
            var (our, their) = (new List<(double PerSecond, double P99)>(), new List<(double PerSecond, double P99)>());
            for (var round = 0; round < Rounds; round++)
            {
                their.Add(await Load(theirs + "/page", encoding, 5));
                our.Add(await Load(ours + page, encoding, 5));
            }

            var ratio = Measure.Median(our.Select(run => run.PerSecond)) / Measure.Median(their.Select(run => run.PerSecond));
            var slower = Measure.Median(our.Select(run => run.P99)) / Measure.Median(their.Select(run => run.P99));
            foreach (var (name, runs, last) in new[] { ($"nginx, {encoding}", their, new[] { "", "" }), ($"Wardbook, {encoding}", our, [$"{ratio:F2}", $"{slower:F1}"]) })
            {
                rows.Add([name, $"{body.Length:N0}", $"{Measure.Median(runs.Select(run => run.PerSecond)):N0}", $"{Measure.Median(runs.Select(run => run.P99)):F2}", .. last]);
            }

            return Measure.Goal($"{encoding}: {ratio:F2} of nginx's requests a second, at least {Wanted}", ratio >= Wanted)
                & Measure.Goal($"{encoding}: the slowest hundredth takes {slower:F1} times nginx's, at most {MostTimesSlower}", slower <= MostTimesSlower)
                & Measure.Goal($"{encoding}: the same {body.Length:N0} bytes", same);
        }
        finally
        {
            nginx.Kill(entireProcessTree: true);
            await nginx.WaitForExitAsync();
        }
    }

    private static async Task<Process> Nginx(string address, byte[] body, string type, IEnumerable<string> headers)
    {
        var folder = Workplace.Fresh("nginx");
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, "page"), body);
        var configuration = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(configuration, $$"""
            daemon off;
            user root;
            worker_processes 1;
            pid {{folder}}/pid;
            error_log {{folder}}/errors;
            events { worker_connections 1024; }
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                open_file_cache max=10;
                keepalive_requests 100000000;
                client_body_temp_path {{folder}}/a; proxy_temp_path {{folder}}/b; fastcgi_temp_path {{folder}}/c; uwsgi_temp_path {{folder}}/d; scgi_temp_path {{folder}}/e;
                types { }
                default_type "{{type}}";
                server {
                    listen {{new Uri(address).Authority}};
                    root {{folder}};
                    {{string.Join("\n        ", headers)}}
                }
            }
            """);
        return Pinned("nginx", ["-c", configuration, "-e", Path.Combine(folder, "errors")]);
    }

    private static Process Pinned(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("taskset", ["-c", "0", program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task<(double PerSecond, double P99)> Load(string address, string encoding, int seconds)
    {
        var start = new ProcessStartInfo("taskset", ["-c", "1", "wrk", "-t1", "-c32", $"-d{seconds}s", "--latency", "-H", $"Accept-Encoding: {encoding}", address]) { RedirectStandardOutput = true };
        using var wrk = Process.Start(start)!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (said.Contains("Non-2xx", StringComparison.Ordinal) || !PerSecond().IsMatch(said))
        {
            throw new InvalidOperationException(said);
        }

        var slowest = Slowest().Match(said);
        var unit = slowest.Groups[2].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 };
        return (double.Parse(PerSecond().Match(said).Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(slowest.Groups[1].Value, CultureInfo.InvariantCulture) * unit);
    }

    private static async Task Answers(HttpClient http)
    {
        for (var tried = 0; ; tried++)
        {
            try
            {
                using var _ = await http.GetAsync("/");
                return;
            }
            catch (HttpRequestException) when (tried < 300)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task<bool> Exists(HttpClient http, string address)
    {
        using var answer = await http.GetAsync(address);
        return answer.IsSuccessStatusCode;
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Slowest();

    /// <summary>Takes measurements and traces, as a collector does, and counts their bytes.</summary>
    private sealed class Collector(WebApplication app) : IAsyncDisposable
    {
        private long received;

        public long Received => Interlocked.Read(ref received);

        public string Address => app.Urls.First();

        public static async Task<Collector> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var collector = new Collector(app);
            app.MapPost("/{**all}", async (HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body);
                Interlocked.Add(ref collector.received, body.Length);
            });
            await app.StartAsync();
            return collector;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
