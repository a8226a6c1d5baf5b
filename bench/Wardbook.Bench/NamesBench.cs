using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Wardbook.Accounts;
using Wardbook.Store;

namespace Wardbook.Bench;

/// <summary>How long the answer to a wrong password takes: for a name that nobody has, for one that somebody has, for an account without a password, and for a closed one.</summary>
/// <remarks>Whoever measures must not learn who has an account. Each try comes from a network of its own and no name is tried often, so nobody is held up.</remarks>
public static partial class NamesBench
{
    private const int Accounts = 40, Rounds = 120;

    /// <summary>The quickest tenths of two kinds may differ by this part.</summary>
    private const double Most = 0.05;

    public static async Task<bool> Run()
    {
        await using var database = Database.At(Workplace.Fresh("names.db"), TestKeys.Usual);
        await database.MakeReady();
        await Fill(database);
        var address = new Uri($"http://127.0.0.1:{PostgresServer.FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "wardbook.dll"), "serve", "--urls", address.ToString(), "--database", database.File!])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["WARDBOOK_PROXIES"] = "127.0.0.1";
        start.Environment["WARDBOOK_SIGN_INS_PER_MINUTE"] = "1000000";
        using var site = Process.Start(start)!;
        site.ErrorDataReceived += (_, _) => { };
        site.OutputDataReceived += (_, _) => { };
        site.BeginErrorReadLine();
        site.BeginOutputReadLine();
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
            var (cookie, token) = await Form(http);
            (string Kind, Func<int, string> Name)[] kinds =
            [
                ("a wrong password", number => $"with{number % Accounts}@example.org"),
                ("a name that nobody has", number => $"nobody{number}@example.org"),
                ("an account without a password", number => $"without{number % Accounts}@example.org"),
                ("a closed account", number => $"closed{number % Accounts}@example.org"),
            ];
            var waits = kinds.Select(_ => new List<double>()).ToList();
            for (var number = -10; number < Rounds; number++)
            {
                foreach (var (index, (_, name)) in kinds.Index())
                {
                    var from = (number + 10) * kinds.Length + index;
                    var took = await Try(http, cookie, token, $"10.{from / 65_536}.{from / 256 % 256}.{from % 256}", name(number + 10));
                    if (number >= 0)
                    {
                        waits[index].Add(took);
                    }
                }
            }

            // Other work on the machine only adds to a wait, so the quickest tenth says most: whoever attacks would look there too.
            var quick = waits.Select(each => Measure.Percentile(each, 0.1)).ToList();
            Measure.Print(["", "quickest tenth, ms", "median, ms", "of a wrong password's"], [.. kinds.Index().Select(one => new[] { one.Item.Kind, $"{quick[one.Index]:F1}", $"{Measure.Median(waits[one.Index]):F1}", $"{quick[one.Index] / quick[0]:F3}" })]);
            return kinds.Index().Skip(1).Select(one => Measure.Goal($"{one.Item.Kind}: {quick[one.Index] / quick[0]:F3} of the time of a wrong password, at most {Most:P0} off", Math.Abs((quick[one.Index] / quick[0]) - 1) <= Most)).ToList().TrueForAll(met => met);
        }
        finally
        {
            site.Kill(entireProcessTree: true);
            await site.WaitForExitAsync();
        }
    }

    private static async Task Fill(Database database)
    {
        var hasher = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
        await using var db = database.Open();
        var now = database.Clock.GetUtcNow().UtcDateTime;
        foreach (var kind in new[] { "with", "without", "closed" })
        {
            for (var number = 0; number < Accounts; number++)
            {
                var email = $"{kind}{number}@example.org";
                var account = new Account { Id = Guid.CreateVersion7(), Name = email, Email = email, EmailKey = Account.KeyOf(email, database.Keys), SecurityStamp = "x", Made = now, Closed = kind == "closed" ? now : null };
                account.PasswordHash = kind == "without" ? null : hasher.HashPassword(account, $"three unlike words: {number}");
                db.Accounts.Add(account);
            }
        }

        await db.SaveChangesAsync();
    }

    /// <returns>Milliseconds.</returns>
    private static async Task<double> Try(HttpClient http, string cookie, string token, string from, string email)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([new("Email", email), new("Password", "wrong wrong wrong"), new("__RequestVerificationToken", token)]),
            Headers = { { "Cookie", cookie }, { "X-Forwarded-For", from } },
        };
        var since = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var took = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        return answer.StatusCode == HttpStatusCode.OK && text.Contains("The mail address or the password is not right", StringComparison.Ordinal) ? took
            : throw new InvalidOperationException($"{email}: {(int)answer.StatusCode} instead of a refusal in words.");
    }

    private static async Task<(string Cookie, string Token)> Form(HttpClient http)
    {
        for (var tried = 0; ; tried++)
        {
            try
            {
                using var answer = await http.GetAsync("/sign-in");
                return (string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(one => one.Split(';')[0])), Token().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value);
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
