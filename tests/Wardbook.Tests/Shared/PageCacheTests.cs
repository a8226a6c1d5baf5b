using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Wardbook.Store;

namespace Wardbook.Shared;

/// <summary>The cache in front of pages that count how often they are made.</summary>
public sealed class PageCacheTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new(2026, 6, 15, 10, 0, 0, TimeSpan.Zero));
    private TestDatabase database = null!;
    private WebApplication app = null!;
    private HttpClient reader = null!;
    private int made;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Make();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddRouting();
        builder.Services.AddSingleton(database.Database);
        builder.Services.AddSingleton<TimeProvider>(clock);
        PageCache.Add(builder);
        app = builder.Build();
        app.Use((context, next) =>
        {
            context.Response.Headers["X-Guard"] = "on";
            return next();
        });
        PageCache.Use(app);
        app.UseExceptionHandler(failed => failed.Run(context => context.Response.WriteAsync("It went wrong.")));
        app.UseRouting();
        app.MapGet("/page", (HttpContext context) => Results.Text(Body(context.Request.QueryString.Value), "text/html; charset=utf-8"));
        app.MapPost("/page", () => Results.Text(Body("")));
        app.MapGet("/json", () => Results.Json(new { made = ++made }));
        app.MapGet("/form", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-cache, no-store";
            return Results.Text(Body(""));
        });
        app.MapGet("/cookie", (HttpContext context) =>
        {
            context.Response.Cookies.Append("who", "somebody");
            return Results.Text(Body(""));
        });
        app.MapGet("/missing", () => Results.Text(Body(""), statusCode: 404));
        app.MapGet("/long", () => Results.Text(Body(new string('x', PageCache.LongestAnswer))));
        app.MapGet("/broken", async context =>
        {
            await context.Response.WriteAsync("half a page");
            throw new InvalidOperationException("broken on purpose");
        });
        await app.StartAsync(Cancel);
        reader = app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_page_is_made_once_and_given_to_everybody()
    {
        var first = await reader.GetStringAsync("/page", Cancel);

        Assert.Equal(first, await reader.GetStringAsync("/page", Cancel));
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task A_change_of_the_data_is_seen_within_a_second()
    {
        await reader.GetStringAsync("/page", Cancel);
        await Change();

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Contains("made 2", await reader.GetStringAsync("/page", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_read_once_a_second_however_many_ask()
    {
        await reader.GetStringAsync("/page", Cancel);
        await Change();

        clock.Advance(TimeSpan.FromMilliseconds(900));

        Assert.Contains("made 1", await reader.GetStringAsync("/page", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_says_the_day_so_none_is_kept_longer_than_its_hour()
    {
        await reader.GetStringAsync("/page", Cancel);

        clock.Advance(TimeSpan.FromHours(1));

        Assert.Contains("made 2", await reader.GetStringAsync("/page", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_the_page_already_gets_304_and_no_body()
    {
        var tag = (await reader.GetAsync("/page", Cancel)).Headers.ETag!;
        using var again = new HttpRequestMessage(HttpMethod.Get, "/page") { Headers = { IfNoneMatch = { tag } } };

        var answer = await reader.SendAsync(again, Cancel);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(tag, answer.Headers.ETag);
        Assert.Equal("on", Assert.Single(answer.Headers.GetValues("X-Guard")));
    }

    [Fact]
    public async Task The_tag_is_another_when_the_page_is()
    {
        var first = (await reader.GetAsync("/page", Cancel)).Headers.ETag;
        await Change();
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.NotEqual(first, (await reader.GetAsync("/page", Cancel)).Headers.ETag);
    }

    [Fact]
    public async Task HEAD_says_what_GET_would_without_the_body()
    {
        var whole = await reader.GetAsync("/page", Cancel);
        using var head = new HttpRequestMessage(HttpMethod.Head, "/page");

        var answer = await reader.SendAsync(head, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(whole.Headers.ETag, answer.Headers.ETag);
        Assert.Equal(whole.Content.Headers.ContentLength, answer.Content.Headers.ContentLength);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(1, made);
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br;q=0", "gzip")]
    [InlineData("identity", null)]
    public async Task The_body_is_packed_as_the_reader_takes_it(string accepted, string? expected)
    {
        using var asking = new HttpRequestMessage(HttpMethod.Get, "/page");
        asking.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);

        var answer = await reader.SendAsync(asking, Cancel);

        Assert.Equal(expected, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", Assert.Single(answer.Headers.Vary));
        Assert.StartsWith("<p>made 1", await Unpack(answer), StringComparison.Ordinal);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Encodings_of_one_page_have_tags_of_their_own()
    {
        using var packed = new HttpRequestMessage(HttpMethod.Get, "/page") { Headers = { AcceptEncoding = { new("br") } } };

        Assert.NotEqual((await reader.SendAsync(packed, Cancel)).Headers.ETag, (await reader.GetAsync("/page", Cancel)).Headers.ETag);
    }

    [Fact]
    public async Task The_same_questions_in_another_order_are_the_same_page()
    {
        await reader.GetStringAsync("/page?first=2013-01&area=E05000026&area=E05000027", Cancel);
        await reader.GetStringAsync("/page?area=E05000026&area=E05000027&first=2013-01", Cancel);
        Assert.Equal(1, made);

        await reader.GetStringAsync("/page?area=E05000027&area=E05000026&first=2013-01", Cancel);
        Assert.Equal(2, made);
    }

    [Theory]
    [InlineData("/form")]
    [InlineData("/cookie")]
    [InlineData("/missing")]
    [InlineData("/long")]
    public async Task Forms_cookies_errors_and_very_long_answers_are_not_kept(string address)
    {
        var first = await (await reader.GetAsync(address, Cancel)).Content.ReadAsStringAsync(Cancel);
        var second = await (await reader.GetAsync(address, Cancel)).Content.ReadAsStringAsync(Cancel);

        Assert.StartsWith("<p>made 1", first, StringComparison.Ordinal);
        Assert.StartsWith("<p>made 2", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_in_goes_through()
    {
        await reader.PostAsync("/page", null, Cancel);
        await reader.PostAsync("/page", null, Cancel);

        Assert.Equal(2, made);
    }

    [Theory]
    [InlineData("Authorization", "Bearer abc")]
    [InlineData("Cookie", "session=abc")]
    public async Task Nobody_who_may_be_signed_in_is_given_a_kept_page(string header, string value)
    {
        await reader.GetStringAsync("/page", Cancel);
        using var signedIn = new HttpRequestMessage(HttpMethod.Get, "/page");
        signedIn.Headers.Add(header, value);

        var answer = await reader.SendAsync(signedIn, Cancel);

        Assert.StartsWith("<p>made 2", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("made 1", await reader.GetStringAsync("/page", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_files_are_kept_like_pages()
    {
        await reader.GetStringAsync("/json", Cancel);

        Assert.Equal("""{"made":1}""", await reader.GetStringAsync("/json", Cancel));
    }

    [Fact]
    public async Task A_page_that_fails_half_way_is_replaced_by_the_one_that_says_so()
    {
        var answer = await reader.GetAsync("/broken", Cancel);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("It went wrong.", await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Body(string? text) => $"<p>made {++made} {text}</p>";

    private async Task Change()
    {
        await using var db = database.Database.Open();
        await DataVersion.Bump(db, Cancel);
    }

    private static async Task<string> Unpack(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStreamAsync(Cancel);
        using var text = new StreamReader(answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        });
        return await text.ReadToEndAsync(Cancel);
    }
}
