using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook;

/// <summary>The real site and the real command line on a fresh database. Each feature adds its <c>Given…</c> in a part of its own.</summary>
public sealed partial class TestSite : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly bool inBrowser;
    private readonly (string Name, string Text)[] variables;
    private readonly Action<WebApplication>? alter;
    private readonly bool withBackground;
    private readonly TestLog log = new();
    private readonly Lazy<Task<WebApplication>> started;
    private readonly CookieContainer cookies = new();
    private readonly HttpClient pages;
    private readonly List<WebApplication> instances = [];

    private TestSite(TestDatabase database, DateOnly today, bool inBrowser, (string, string)[] variables, Action<WebApplication>? alter, bool withBackground)
    {
        (this.database, this.inBrowser, this.variables, this.alter, this.withBackground) = (database, inBrowser, variables, alter, withBackground);
        Clock = new(new DateTimeOffset(today.ToDateTime(new(10, 0)), TimeSpan.Zero));
        Database.Clock = Clock;

        // The site starts when it is first asked for something: a test of commands alone does not wait for it.
        started = new(StartSite);
        Http = new(new FrontDoor(this)) { BaseAddress = new("http://localhost") };
        pages = new(new RedirectHandler { InnerHandler = new CookieContainerHandler(cookies) { InnerHandler = new FrontDoor(this) } }) { BaseAddress = new("http://localhost") };
    }

    /// <summary>Stands still at ten in the morning until a test moves it.</summary>
    public FakeTimeProvider Clock { get; private init; }

    public Database Database => database.Database;

    /// <summary>As a person would give it to <c>--database</c>.</summary>
    public string Connection => database.Connection;

    /// <summary>A folder of the test's own, gone afterwards.</summary>
    public string Folder => database.Folder;

    /// <summary>Asks without following anywhere and without cookies: for files, feeds, headers.</summary>
    public HttpClient Http { get; }

    /// <summary>What the site has logged, as it would stand on a terminal.</summary>
    public IReadOnlyCollection<string> Logged => log.Lines;

    /// <param name="today">The clock's day. Otherwise 15 June 2026.</param>
    /// <param name="inBrowser">Listens on a port of this machine, for a browser. Otherwise in memory.</param>
    /// <param name="variables">Settings other than the usual, such as <c>("WARDBOOK_HSTS_DAYS", "30")</c>.</param>
    /// <param name="alter">Adds an address that the test needs and the site has not.</param>
    /// <param name="withBackground">Does what is due by itself, as far as a test moves the clock. Otherwise a test wakes what it wants.</param>
    public static async Task<TestSite> Start(
        DateOnly? today = null, bool inBrowser = false, (string Name, string Text)[]? variables = null, Action<WebApplication>? alter = null, bool withBackground = false)
    {
        var site = new TestSite(await TestDatabase.Make(), today ?? new(2026, 6, 15), inBrowser, variables ?? [], alter, withBackground);
        await site.With(site.database.IsWhatWasAskedFor);
        return site;
    }

    /// <summary>What a reader gets: redirects followed, cookies kept. The document knows its status and its address.</summary>
    public async Task<IDocument> Get(string url) => await Document(await pages.GetAsync(url, Cancel));

    /// <summary>The text of an address that is not a page, such as a CSV. Fails unless the answer is 200.</summary>
    public async Task<string> GetText(string url) => await pages.GetStringAsync(url, Cancel);

    /// <summary>Sends a form as a reader would, with the token of the page it stands on.</summary>
    public async Task<IDocument> Post(string url, params (string Name, string Text)[] fields)
    {
        var token = (await Get(url)).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")?.Value;
        var all = fields.Append(("__RequestVerificationToken", token ?? "")).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var form = new FormUrlEncodedContent(all);
        return await Document(await pages.PostAsync(url, form, Cancel));
    }

    /// <summary>Runs a command as typed, on this database: <c>Run("import", "crimes", path)</c>.</summary>
    public async Task<Ran> Run(params string[] typed)
    {
        using var output = new StringWriter();
        using var messages = new StringWriter();
        var exitCode = await Cli.Run([.. typed, "--database", database.Connection], output, messages, Clock, Cancel, Variable);
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

    /// <summary>One of the things the running site is made of.</summary>
    public async Task<T> Service<T>() where T : notnull => (await started.Value).Services.GetRequiredService<T>();

    /// <summary>Where a browser finds the site.</summary>
    public async Task<Uri> Address() => new((await started.Value).Urls.First());

    /// <returns>Null when the site listens at a port.</returns>
    internal async Task<TestServer?> InMemory()
    {
        var app = await started.Value;
        return inBrowser ? null : app.GetTestServer();
    }

    /// <summary>A file of the test's own with this text.</summary>
    public string File(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Takes the database away while the site runs.</summary>
    public Task LoseDatabase() => database.Lose();

    public async ValueTask DisposeAsync()
    {
        if (started.IsValueCreated)
        {
            instances.Add(await started.Value);
        }

        foreach (var instance in instances)
        {
            await instance.StopAsync(CancellationToken.None);
            await instance.DisposeAsync();
        }

        await database.DisposeAsync();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string? Variable(string name) => variables.FirstOrDefault(variable => variable.Name == name).Text ?? name switch
    {
        "WARDBOOK_MAIL_FOLDER" => Path.Combine(Folder, "letters"),
        "WARDBOOK_UPLOADS" => Path.Combine(Folder, "uploads"),
        TestKeys.Variable => TestKeys.Text,
        _ => null,
    };

    private async Task<WebApplication> StartSite()
    {
        var app = Site.Build(
            Database,
            Clock,
            builder =>
            {
                log.Replace(builder);
                _ = inBrowser ? builder.WebHost.UseUrls("http://127.0.0.1:0") : builder.WebHost.UseTestServer();
            },
            Settings.Read(Variable),
            await Database.IsDemonstration(Cancel),
            withBackground);
        alter?.Invoke(app);
        await app.StartAsync(Cancel);
        return app;
    }

    private static async Task<IDocument> Document(HttpResponseMessage answer) => await BrowsingContext.New(Configuration.Default).OpenAsync(
        async page => page.Content(await answer.Content.ReadAsStringAsync(Cancel)).Address(answer.RequestMessage!.RequestUri!.ToString()).Status(answer.StatusCode),
        Cancel);
}

/// <summary>Leads a request to the site, in memory or at its port, and starts it for the first one.</summary>
internal sealed class FrontDoor(TestSite site) : HttpMessageHandler
{
    private readonly SocketsHttpHandler byPort = new() { AllowAutoRedirect = false, UseCookies = false };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (await site.InMemory() is { } server)
        {
            using var inMemory = new HttpMessageInvoker(server.CreateHandler(), disposeHandler: false);
            return await inMemory.SendAsync(request, cancel);
        }

        var asWritten = request.RequestUri!;
        request.RequestUri = new(await site.Address(), asWritten.PathAndQuery);
        using var asked = new HttpMessageInvoker(byPort, disposeHandler: false);
        var answer = await asked.SendAsync(request, cancel);

        // Cookies are kept under the address that was asked for.
        request.RequestUri = asWritten;
        return answer;
    }

    protected override void Dispose(bool disposing)
    {
        byPort.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>What came of a command.</summary>
/// <param name="Output">Data, as a script would read it.</param>
/// <param name="Messages">What a person is told.</param>
public sealed record Ran(int ExitCode, string Output, string Messages);
