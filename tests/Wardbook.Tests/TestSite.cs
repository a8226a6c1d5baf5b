using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Wardbook.Store;

namespace Wardbook;

/// <summary>The real site and the real command line on a fresh database. Each feature adds its <c>Given…</c> in a part of its own.</summary>
public sealed partial class TestSite : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly bool inBrowser;
    private readonly Lock one = new();
    private Task<WebApplication>? started;
    private HttpClient? pages;

    private TestSite(TestDatabase database, DateOnly today, bool inBrowser)
    {
        (this.database, this.inBrowser) = (database, inBrowser);
        Clock = new(new DateTimeOffset(today.ToDateTime(new(10, 0)), TimeSpan.Zero));
    }

    /// <summary>Stands still at ten in the morning until a test moves it.</summary>
    public FakeTimeProvider Clock { get; }

    public Database Database => database.Database;

    /// <summary>A folder of the test's own, gone afterwards.</summary>
    public string Folder => database.Folder;

    /// <summary>Asks without following anywhere and without cookies: for files, feeds, headers.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <param name="today">The clock's day. Otherwise 15 June 2026.</param>
    /// <param name="inBrowser">Listens on a port of this machine, for a browser. Otherwise in memory.</param>
    public static async Task<TestSite> Start(DateOnly? today = null, bool inBrowser = false)
    {
        var site = new TestSite(await TestDatabase.Make(), today ?? new(2026, 6, 15), inBrowser);
        await site.With(site.database.IsWhatWasAskedFor);
        return site;
    }

    /// <summary>What a reader gets: redirects followed, cookies kept. The document knows its status and its address.</summary>
    public async Task<IDocument> Get(string url) => await Document(await (await Pages()).GetAsync(url, Cancel));

    /// <summary>The text of an address that is not a page, such as a CSV. Fails unless the answer is 200.</summary>
    public async Task<string> GetText(string url) => await (await Pages()).GetStringAsync(url, Cancel);

    /// <summary>Sends a form as a reader would, with the token of the page it stands on.</summary>
    public async Task<IDocument> Post(string url, params (string Name, string Text)[] fields)
    {
        var token = (await Get(url)).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")?.Value;
        var all = fields.Append(("__RequestVerificationToken", token ?? "")).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var form = new FormUrlEncodedContent(all);
        return await Document(await (await Pages()).PostAsync(url, form, Cancel));
    }

    /// <summary>Runs a command as typed, on this database: <c>Run("import", "crimes", path)</c>.</summary>
    public async Task<Ran> Run(params string[] typed)
    {
        using var output = new StringWriter();
        using var messages = new StringWriter();
        var exitCode = await Cli.Run([.. typed, "--database", database.Connection], output, messages, Clock, Cancel);
        return new(exitCode, output.ToString(), messages.ToString());
    }

    public async Task With(Func<WardbookDb, Task> work)
    {
        await using var db = Database.Open();
        await work(db);
    }

    public async Task<T> With<T>(Func<WardbookDb, Task<T>> work)
    {
        await using var db = Database.Open();
        return await work(db);
    }

    /// <summary>Where a browser finds the site.</summary>
    public async Task<Uri> Address() => new((await App()).Urls.First());

    /// <summary>A file of the test's own with this text.</summary>
    public string File(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        if (started is not null)
        {
            await (await started).DisposeAsync();
        }

        await database.DisposeAsync();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The site, started when it is first asked for: a test of commands alone does not wait for it.</summary>
    private Task<WebApplication> App()
    {
        lock (one)
        {
            return started ??= StartSite();
        }
    }

    private async Task<WebApplication> StartSite()
    {
        var app = Site.Build(Database, Clock, builder =>
        {
            builder.Logging.ClearProviders();
            _ = inBrowser ? builder.WebHost.UseUrls("http://127.0.0.1:0") : builder.WebHost.UseTestServer();
        });
        await app.StartAsync(Cancel);
        var (plain, reader) = (Handler(app), Handler(app));
        var at = inBrowser ? new Uri(app.Urls.First()) : new("http://localhost");
        Http = new(plain) { BaseAddress = at };
        pages = new(new RedirectHandler { InnerHandler = new CookieContainerHandler { InnerHandler = reader } }) { BaseAddress = at };
        return app;
    }

    private async Task<HttpClient> Pages()
    {
        await App();
        return pages!;
    }

    private HttpMessageHandler Handler(WebApplication app) =>
        inBrowser ? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } : app.GetTestServer().CreateHandler();

    private static async Task<IDocument> Document(HttpResponseMessage answer) => await BrowsingContext.New(Configuration.Default).OpenAsync(
        async page => page.Content(await answer.Content.ReadAsStringAsync(Cancel)).Address(answer.RequestMessage!.RequestUri!.ToString()).Status(answer.StatusCode),
        Cancel);
}

/// <summary>What came of a command.</summary>
/// <param name="Output">Data, as a script would read it.</param>
/// <param name="Messages">What a person is told.</param>
public sealed record Ran(int ExitCode, string Output, string Messages);
