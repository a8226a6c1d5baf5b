using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Wardbook.Store;

namespace Wardbook.Bench;

/// <summary>Passwords tried 10,000 times a minute, from one address and from a new one each time, and what somebody meanwhile waits for a page.</summary>
public static partial class SignInsBench
{
    private const int AMinute = 10_000;
    private const double Most = 100;
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(15);

    public static async Task<bool> Run()
    {
        var wards = BenchWards.List();
        var database = Database.At(Workplace.Fresh("signins.db"), TestKeys.Usual);
        await BenchWards.Install(database, wards);
        await BenchWards.ImportCrimes(database, MadeUpFiles.Folder(new(wards), 3));
        var address = new Uri($"http://127.0.0.1:{PostgresServer.FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "wardbook.dll"), "serve", "--urls", address.ToString(), "--database", database.File!])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["WARDBOOK_PROXIES"] = "127.0.0.1";
        using var site = Process.Start(start)!;
        site.ErrorDataReceived += (_, _) => { };
        site.OutputDataReceived += (_, _) => { };
        site.BeginErrorReadLine();
        site.BeginOutputReadLine();
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
            var form = await Form(http);
            string[] pages = [.. wards.Select(ward => $"/wards/{ward.Code}")];
            await Read(http, pages, TimeSpan.FromSeconds(5));
            var rows = new List<string[]>();
            var met = true;
            foreach (var (name, from) in new (string, Func<int, string>)[] { ("nobody", _ => ""), ("one address", _ => "203.0.113.7"), ("a new address each time", number => $"10.{number / 65_536}.{number / 256 % 256}.{number % 256}") })
            {
                var sending = name == "nobody" ? Task.FromResult(new Dictionary<HttpStatusCode, int>()) : Flood(http, form, from);
                var waits = await Read(http, pages, Lasts);
                var answers = await sending;
                var (median, slow, all, refused) = (Measure.Median(waits), Measure.Percentile(waits, 0.95), answers.Values.Sum(), answers.GetValueOrDefault(HttpStatusCode.TooManyRequests));
                rows.Add([name, $"{all * 60 / Lasts.TotalSeconds:N0}", $"{refused:N0} of {all:N0}", $"{waits.Count:N0}", $"{median:F1}", $"{slow:F1}"]);
                met &= name == "nobody" || Measure.Goal($"{name}: a page takes {median:F1} ms at the median, at most {Most}; {refused:N0} of {all:N0} tries answered 429, the others looked at",
                    median <= Most && refused > all / 2 && answers.Keys.All(status => status is HttpStatusCode.OK or HttpStatusCode.TooManyRequests));
            }

            Measure.Print(["passwords tried from", "a minute", "answered 429", "pages", "median, ms", "95%, ms"], rows);
            return met;
        }
        finally
        {
            site.Kill(entireProcessTree: true);
            await site.WaitForExitAsync();
        }
    }

    /// <summary>Sends tries at their rate, whether the ones before are answered or not.</summary>
    private static async Task<Dictionary<HttpStatusCode, int>> Flood(HttpClient http, (string Cookie, string Token) form, Func<int, string> from)
    {
        var answers = new ConcurrentQueue<Task<HttpStatusCode>>();
        var since = Stopwatch.StartNew();
        for (var number = 0; since.Elapsed < Lasts; number++)
        {
            answers.Enqueue(Try(http, form, from(number), $"{number}@example.org"));
            var ahead = TimeSpan.FromMinutes((number + 1) / (double)AMinute) - since.Elapsed;
            if (ahead > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(ahead);
            }
        }

        return (await Task.WhenAll(answers)).CountBy(status => status).ToDictionary();
    }

    private static async Task<HttpStatusCode> Try(HttpClient http, (string Cookie, string Token) form, string from, string email)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([new("Email", email), new("Password", "wrong wrong wrong"), new("__RequestVerificationToken", form.Token)]),
            Headers = { { "Cookie", form.Cookie }, { "X-Forwarded-For", from } },
        };
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Reads one page after another, as somebody else.</summary>
    /// <returns>Milliseconds for each.</returns>
    private static async Task<List<double>> Read(HttpClient http, string[] pages, TimeSpan lasts)
    {
        var dice = new Random(1);
        List<double> waits = [];
        var since = Stopwatch.StartNew();
        while (since.Elapsed < lasts)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, pages[dice.Next(pages.Length)]) { Headers = { { "X-Forwarded-For", "198.51.100.4" } } };
            var begun = Stopwatch.GetTimestamp();
            using var answer = await http.SendAsync(request);
            await answer.Content.ReadAsByteArrayAsync();
            waits.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            answer.EnsureSuccessStatusCode();
            await Task.Delay(20);
        }

        return waits;
    }

    private static async Task<(string Cookie, string Token)> Form(HttpClient http)
    {
        for (var tried = 0; ; tried++)
        {
            try
            {
                using var answer = await http.GetAsync("/sign-in");
                var token = Token().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
                return (string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])), token);
            }
            catch (HttpRequestException) when (tried < 300)
            {
                await Task.Delay(100);
            }
        }
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
