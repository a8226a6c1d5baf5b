using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wardbook.Accounts;
using Wardbook.Accounts.SignIn;
using Wardbook.Activity;
using Wardbook.Activity.Recording;
using Wardbook.Activity.Totals;
using Wardbook.Priorities;
using Wardbook.Shared;
using Wardbook.Shared.Kinds;
using Wardbook.Store;
using Wardbook.Teams;

namespace Wardbook.Bench;

/// <summary>A force's year of 7 million records in PostgreSQL: pages that add it up while 50 people record, and what recording takes.</summary>
public static partial class ActivityBench
{
    private const int Records = 7_000_000, Writers = 50, OfficersEach = 6, PrioritiesEach = 3, Asked = 101, Warm = 30;
    private const double MostForPage = 100, MostForSlowPage = 300, MostForSave = 30, MostForSlowSave = 100;

    private static readonly double[] Parts = [0.5, 0.9, 0.99];

    /// <summary>How long each person waits between two records while pages are read: 25 records a second come from all.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static async Task<bool> Run()
    {
        await using var server = await PostgresServer.Start();
        await using var database = Database.At(server.Connection, TestKeys.Usual);
        var wards = BenchWards.List();
        await BenchWards.Install(database, wards);
        var officers = await Staff(database, wards);
        Console.WriteLine($"{Records:N0} records and their totals loaded in {await Measure.Seconds(() => Load(server, database, officers)):F0} s; {await server.Size() / 1048576.0:N0} MB");

        await using var site = Site.Build(database, TimeProvider.System, builder =>
        {
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        }, Settings.Read(name => name.EndsWith("_PER_MINUTE", StringComparison.Ordinal) ? "1000000" : null));
        await site.StartAsync();
        var address = new Uri(site.Urls.First());
        var writers = new List<Writer>();
        for (var number = 0; number < Writers; number++)
        {
            var officer = officers.First(one => one.Ward == number * 12 && one.Slot == 0);
            writers.Add(await Writer.Begin(site, address, wards[officer.Ward].Code.Text, await GivenAccount(database, officer.Account, Role.Constable, new("ward", wards[officer.Ward].Code))));
        }

        var analyst = await Writer.SignIn(site, await GivenAccount(database, Guid.CreateVersion7(), Role.Analyst, new("force", Places.PlaceCode.Parse("metropolitan"))));
        var rows = new List<string[]>();
        var (met, saves) = await Read(address, analyst, wards, writers, rows);
        rows.Add(Row("a record saved while pages are read, 25 a second from 50 people", saves));
        met &= Measure.Goal($"a record is saved in {Measure.Median(saves):F1} ms at the median, {Measure.Percentile(saves, 0.99):F1} at the 99th percentile; goals {MostForSave} and {MostForSlowSave}",
            Measure.Median(saves) <= MostForSave && Measure.Percentile(saves, 0.99) <= MostForSlowSave);

        // As fast as they can, all at once: nothing may be lost, whatever each waits.
        var rush = new ConcurrentBag<double>();
        var seconds = await Measure.Seconds(() => Task.WhenAll(writers.Select(async writer =>
        {
            for (var number = 0; number < 20; number++)
            {
                rush.Add(await writer.Record());
            }
        })));
        rows.Add(Row($"a record saved, 50 people without a pause ({Writers * 20 / seconds:N0} a second)", [.. rush]));
        Measure.Print(["", "median, ms", "90%, ms", "99%, ms"], rows);

        Checked? check = null;
        var checking = await Measure.Seconds(async () => check = await ActivityCheck.Run(database, false, default));
        return met & Measure.Goal($"{check!.What} proved in {checking:F0} s", check.Differences.Count == 0);
    }

    private static async Task<(bool Met, List<double> Saves)> Read(Uri address, string analyst, IReadOnlyList<BenchWard> wards, List<Writer> writers, List<string[]> rows)
    {
        using var stop = new CancellationTokenSource();
        var saves = new ConcurrentBag<double>();
        var recording = writers.Select((writer, number) => Task.Run(async () =>
        {
            await Task.Delay(Pause * number / Writers);
            while (!stop.IsCancellationRequested)
            {
                saves.Add(await writer.Record());
                await Task.Delay(Pause);
            }
        })).ToList();

        using var reader = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
        reader.DefaultRequestHeaders.Add("Cookie", analyst);
        string Ward(int number) => wards[(number * 29) % wards.Count].Code.Text;
        string Borough(int number) => wards[(number * 29) % wards.Count].BoroughCode.Text;
        var year = $"from={DateTime.UtcNow.AddYears(-1):yyyy-MM-dd}";
        var met = true;
        foreach (var (name, at) in new (string, Func<int, string>)[]
        {
            ("a ward's year, by month", number => $"/work/{Ward(number)}/activity/totals?{year}"),
            ("a ward's records", number => $"/work/{Ward(number)}/activity"),
            ("a borough's year, by month", number => $"/performance/{Borough(number)}/activity?{year}"),
            ("a borough's year, by week", number => $"/performance/{Borough(number)}/activity?by=Week&{year}"),
            ("the force's year, by month", _ => $"/performance/metropolitan/activity?{year}"),
            ("the force's year, by week", _ => $"/performance/metropolitan/activity?by=Week&{year}"),
            ("the force's last 28 days, by day", _ => $"/performance/metropolitan/activity?by=Day&from={DateTime.UtcNow.AddDays(-28):yyyy-MM-dd}"),
            ("the force's priorities", _ => $"/performance/metropolitan/priorities?{year}"),
            ("a ward's public page", number => $"/wards/{Ward(number)}"),
        })
        {
            var times = new List<double>();
            for (var number = 0; number < Asked + Warm; number++)
            {
                var time = await Measure.Seconds(async () =>
                {
                    using var answer = await reader.GetAsync(at(number));
                    answer.EnsureSuccessStatusCode();
                    await answer.Content.ReadAsByteArrayAsync();
                });
                if (number >= Warm)
                {
                    times.Add(time * 1000);
                }
            }

            rows.Add(Row(name, times));
            met &= Measure.Goal($"{name}: {Measure.Median(times):F1} ms at the median, {Measure.Percentile(times, 0.99):F1} at the 99th percentile; goals {MostForPage} and {MostForSlowPage}",
                Measure.Median(times) <= MostForPage && Measure.Percentile(times, 0.99) <= MostForSlowPage);
        }

        await stop.CancelAsync();
        await Task.WhenAll(recording);
        return (met, [.. saves]);
    }

    private static string[] Row(string name, List<double> times) => [name, .. Parts.Select(part => Measure.Percentile(times, part).ToString("F1", CultureInfo.InvariantCulture))];

    /// <summary>A team of six and three priorities in each ward.</summary>
    private static async Task<List<Staffed>> Staff(Database database, IReadOnlyList<BenchWard> wards)
    {
        await using var db = database.Open();
        var now = DateTime.UtcNow;
        var (kind, post) = (KindLists.First.First(one => one.List == KindLists.Teams).Id, KindLists.First.First(one => one.List == KindLists.Posts).Id);
        List<Staffed> staffed = [];
        foreach (var (number, ward) in wards.Index())
        {
            var team = new Team { Id = Guid.CreateVersion7(), Kind = kind, Name = $"{ward.Name} team", PlaceKind = "ward", PlaceCode = ward.Code, From = new(2020, 1, 1) };
            db.Teams.Add(team);
            for (var slot = 0; slot < OfficersEach; slot++)
            {
                var one = new Staffed(number, slot, ward.Code.Text, team.Id, Guid.CreateVersion7(), Guid.CreateVersion7());
                db.Officers.Add(new() { Id = one.Officer, Name = $"Officer {number} {slot}", Account = one.Account });
                db.Postings.Add(new() { Id = Guid.CreateVersion7(), Officer = one.Officer, Team = team.Id, PostKind = post, From = team.From, Made = now });
                staffed.Add(one);
            }

            db.Priorities.AddRange(Enumerable.Range(0, PrioritiesEach).Select(priority => new Priority
            {
                Id = Guid.CreateVersion7(),
                PlaceKind = "ward",
                PlaceCode = ward.Code,
                Title = $"Priority {priority}",
                Reason = "Made up",
                Adopted = new(2020, 1, 1),
                Meeting = "Made up",
                Measure = MeasureKind.Seen,
                JudgeBy = new(2030, 1, 1),
                Made = now,
            }));
            if (number % 50 == 0)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }

        await db.SaveChangesAsync();
        return staffed;
    }

    /// <summary>Made inside the server, in the order of days as they would have come; references are not looked up row by row, and the totals are added up once.</summary>
    private static async Task Load(PostgresServer server, Database database, List<Staffed> officers)
    {
        await using var connection = await server.Open();
        await PostgresServer.Run(connection, "CREATE TEMP TABLE staff (ward int, slot int, code text, team uuid, officer uuid, account uuid, PRIMARY KEY (ward, slot))");
        await using (var copy = await connection.BeginBinaryImportAsync("COPY staff FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var one in officers)
            {
                await copy.WriteRowAsync(default, one.Ward, one.Slot, one.Code, one.Team, one.Officer, one.Account);
            }

            await copy.CompleteAsync();
        }

        var wards = officers.Max(one => one.Ward) + 1;
        await PostgresServer.Run(connection, $"""
            SET session_replication_role = replica;
            CREATE TEMP TABLE kinds AS SELECT "Code" AS code, (row_number() OVER (ORDER BY "Rank") - 1)::int AS number FROM "ActivityKinds";
            CREATE TEMP TABLE aims AS SELECT "Id" AS id, "PlaceCode" AS code, (row_number() OVER (PARTITION BY "PlaceCode" ORDER BY "Id") - 1)::int AS number FROM "Priorities";
            ANALYZE staff; ANALYZE kinds; ANALYZE aims;
            INSERT INTO "ActivityRecords" ("Id", "PlaceKind", "PlaceCode", "Kind", "Halves", "Day", "Priority", "Team", "Officer", "MadeBy", "Made", "IsTakenBack", "Why")
            SELECT lpad(to_hex(n), 32, '0')::uuid, 'ward', staff.code, kinds.code, 2 * (1 + (n / 7) % 3), (now() - interval '1 year')::date + (n::bigint * 365 / {Records})::int, aims.id, staff.team, staff.officer, staff.account, now(), false, ''
            FROM generate_series(0, {Records - 1}) n
            JOIN staff ON staff.ward = n % {wards} AND staff.slot = (n / {wards}) % {OfficersEach}
            JOIN kinds ON kinds.number = (n / {wards}) % (SELECT count(*) FROM kinds)
            LEFT JOIN aims ON aims.code = staff.code AND aims.number = (n / {wards}) % 9
            ORDER BY n;
            """);
        foreach (var (step, first) in new[] { (1, "\"Day\""), (2, "date_trunc('week', \"Day\")::date"), (3, "date_trunc('month', \"Day\")::date") })
        {
            await PostgresServer.Run(connection, $"""
                INSERT INTO "ActivityTotals" ("Step", "PlaceKind", "PlaceCode", "From", "Kind", "Team", "Halves", "Records")
                SELECT {step}, "PlaceKind", "PlaceCode", {first}, "Kind", "Team", sum("Halves"), count(*) FROM "ActivityRecords" GROUP BY "PlaceKind", "PlaceCode", {first}, "Kind", "Team" ORDER BY 2, 3, 4, 5
                """);
        }

        await PostgresServer.Run(connection, "ANALYZE");
        await using (var db = database.Open())
        {
            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
            await Bundles.Begin(db, CancellationToken.None);
        }

        await PostgresServer.Run(connection, "VACUUM ANALYZE");

        // What was loaded is on the disk before the day begins, as it would be.
        await PostgresServer.Run(connection, "CHECKPOINT");
    }

    private static async Task<Guid> GivenAccount(Database database, Guid id, Role role, PlaceKey place)
    {
        await using var db = database.Open();
        var email = $"{id:n}@example.org";
        db.Accounts.Add(new() { Id = id, Name = "Bench", Email = email, EmailKey = Account.KeyOf(email, database.Keys), SecurityStamp = "bench", Made = DateTime.UtcNow });
        db.HeldRoles.Add(HeldRole.Give(id, role, place, new(2000, 1, 1), null, DateTime.UtcNow, by: null));
        await db.SaveChangesAsync();
        return id;
    }

    private sealed record Staffed(int Ward, int Slot, string Code, Guid Team, Guid Officer, Guid Account);

    /// <summary>Somebody who records: signed in, with the form open.</summary>
    private sealed partial class Writer(HttpClient http, string address, string token)
    {
        private static readonly string[] Kinds = ["patrol", "arrests", "asb-letters", "leaflets"];
        private int number;

        public static async Task<Writer> Begin(WebApplication site, Uri at, string ward, Guid account)
        {
            var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = at };
            var (address, cookie) = ($"/work/{ward}/activity/new", await SignIn(site, account));
            using var asking = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Cookie", cookie } } };
            using var form = await http.SendAsync(asking);
            var guard = string.Join("; ", form.Headers.GetValues("Set-Cookie").Select(one => one.Split(';')[0]));
            http.DefaultRequestHeaders.Add("Cookie", $"{cookie}; {guard}");
            return new(http, address, WebUtility.HtmlDecode(Token().Match(await form.Content.ReadAsStringAsync()).Groups[1].Value));
        }

        public static async Task<string> SignIn(WebApplication site, Guid account)
        {
            await using var scope = site.Services.CreateAsyncScope();
            var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Request = { Scheme = "http", Host = new("localhost") } };
            context.Items[typeof(Means)] = Means.PasswordAndCode;
            await context.SignInAsync(SessionCookie.Scheme, new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.ToString())], SessionCookie.Scheme)));
            return context.Response.Headers.SetCookie.ToString().Split(';')[0];
        }

        /// <summary>Sends the form and waits for its answer.</summary>
        /// <returns>Milliseconds.</returns>
        public async Task<double> Record() => 1000 * await Measure.Seconds(async () =>
        {
            using var form = new FormUrlEncodedContent(
            [
                new("Kind", Kinds[number++ % Kinds.Length]), new("Many", "2"), new("Day", DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                new("New", Guid.CreateVersion7().ToString()), new("__RequestVerificationToken", token),
            ]);
            using var answer = await http.PostAsync(address, form);
            if (answer.StatusCode != HttpStatusCode.Redirect)
            {
                throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            }
        });

        [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
        private static partial Regex Token();
    }
}
