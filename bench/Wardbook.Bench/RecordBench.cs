using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Wardbook.Accounts;
using Wardbook.Accounts.Personal;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Accounts.Record;
using Wardbook.Accounts.SignIn;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Bench;

/// <summary>The same form that changes the same row, sent to a site that asks who may and records who did, and to one that does neither.</summary>
/// <remarks>The two take turns, so that whatever else the machine does falls on both. What is committed is on the disk, on both databases.</remarks>
public static class RecordBench
{
    private const double MostMilliseconds = 1;
    private const int Warm = 500, Asked = 3_000;

    public static async Task<bool> Run()
    {
        var met = true;
        var rows = new List<string[]>();
        await using (var server = await PostgresServer.Start())
        {
            foreach (var connection in new[] { Workplace.Fresh("record.db"), server.Connection })
            {
                await using var database = Database.At(connection, Keys.Given(Convert.ToBase64String(new byte[32])));
                await database.MakeReady();
                var (without, with) = await Times(database, connection);
                var added = Measure.Median(with) - Measure.Median(without);
                var name = database.IsPostgres ? "PostgreSQL" : "SQLite";
                foreach (var (what, times) in new[] { ("without", without), ("with", with) })
                {
                    rows.Add([name, what, Milliseconds(Measure.Median(times)), Milliseconds(Measure.Percentile(times, 0.9)), Milliseconds(Measure.Percentile(times, 0.99))]);
                }

                met &= Measure.Goal($"{name}: authorisation and the record of change add {added * 1000:F2} ms to the median form, at most {MostMilliseconds}", added * 1000 <= MostMilliseconds);
                met &= await IsWhole(database);
            }
        }

        Measure.Print(["database", "authorisation and record", "median, ms", "90%, ms", "99%, ms"], rows);
        return met;
    }

    private static async Task<(List<double> Without, List<double> With)> Times(Database database, string connection)
    {
        await using var site = Site.Build(
            database,
            TimeProvider.System,
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.WebHost.UseUrls("http://127.0.0.1:0");
            },
            Settings.Read(name => name == "WARDBOOK_SEARCHES_PER_MINUTE" ? "1000000" : null));
        var (one, other) = (await GivenRule(database, "bench one"), await GivenRule(database, "bench other"));
        var plain = Plain(database, connection);
        site.MapPost("/bench/without", async (HttpContext context) =>
        {
            await using var db = plain();
            return await Change(db, one, context);
        }).Public();
        site.MapPost("/bench/with", async (HttpContext context, WardbookDb db) => await Change(db, other, context)).MayDo(Deed.KeepPersonalData);
        await site.StartAsync();

        using var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new(site.Urls.First()) };
        browser.DefaultRequestHeaders.Add("Cookie", await SignIn(site, database));
        var (without, with) = (new List<double>(), new List<double>());
        for (var number = 0; number < Warm + Asked; number++)
        {
            foreach (var (times, address) in new[] { (without, "/bench/without"), (with, "/bench/with") })
            {
                var time = await Measure.Seconds(() => Post(browser, address, number));
                if (number >= Warm)
                {
                    times.Add(time);
                }
            }
        }

        await site.Services.GetRequiredService<Sealer>().Seal(CancellationToken.None);
        return (without, with);
    }

    private static async Task Post(HttpClient browser, string address, int number)
    {
        using var form = new FormUrlEncodedContent([new("to", new DateOnly(2030, 1, 1).AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]);
        using var answer = await browser.PostAsync(address, form);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<IResult> Change(WardbookDb db, Guid id, HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var rule = await db.RetentionRules.SingleAsync(row => row.Id == id);
        rule.To = DateOnly.ParseExact(form["to"].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        await db.SaveChangesAsync();
        return Results.NoContent();
    }

    private static async Task<Guid> GivenRule(Database database, string kind)
    {
        var rule = new RetentionRule { Id = Guid.CreateVersion7(), Kind = kind, From = new(2026, 1, 1), Days = 30, Why = "To measure", Basis = "None" };
        await using var db = database.Open();
        db.RetentionRules.Add(rule);
        await db.SaveChangesAsync();
        return rule.Id;
    }

    /// <summary>The same database without anything that looks at what is saved.</summary>
    private static Func<WardbookDb> Plain(Database database, string connection)
    {
        if (database.IsPostgres)
        {
            var postgres = new DbContextOptionsBuilder<PostgresWardbookDb>().UseNpgsql(NpgsqlDataSource.Create(connection)).ReplaceService<IModelCacheKeyFactory, ModelByKeys>().Options;
            return () => new PostgresWardbookDb(postgres) { Keys = database.Keys, Author = () => Author.Wardbook, Clock = TimeProvider.System };
        }

        var sqlite = new DbContextOptionsBuilder<SqliteWardbookDb>().UseSqlite($"Data Source={database.File}").AddInterceptors(new SqliteManners())
            .ReplaceService<IModelCacheKeyFactory, ModelByKeys>().Options;
        return () => new SqliteWardbookDb(sqlite) { Keys = database.Keys, Author = () => Author.Wardbook, Clock = TimeProvider.System };
    }

    private static async Task<string> SignIn(WebApplication site, Database database)
    {
        var now = DateTime.UtcNow;
        var account = new Account { Id = Guid.CreateVersion7(), Name = "Bench", Email = "bench@example.org", EmailKey = Account.KeyOf("bench@example.org", database.Keys), SecurityStamp = "bench", Made = now };
        await using (var db = database.Open())
        {
            db.Accounts.Add(account);
            db.HeldRoles.Add(HeldRole.Give(account.Id, Role.Administrator, null, new(2000, 1, 1), null, now, by: null));
            await db.SaveChangesAsync();
        }

        await using var scope = site.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Request = { Scheme = "http", Host = new("localhost") } };
        context.Items[typeof(Means)] = Means.PasswordAndCode;
        await context.SignInAsync(SessionCookie.Scheme, new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.Id.ToString())], SessionCookie.Scheme)));
        return context.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    /// <summary>Every form that was sent with the record is in it, sealed.</summary>
    private static async Task<bool> IsWhole(Database database)
    {
        var check = await RecordCheck.Run(database, null, CancellationToken.None);
        return Measure.Goal($"the record holds {check.Sealed:N0} sealed entries and is whole", check.Broken.Count == 0 && check.Sealed >= Warm + Asked);
    }

    private static string Milliseconds(double seconds) => (seconds * 1000).ToString("F2", CultureInfo.InvariantCulture);
}
