using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Wardbook.Accounts;

namespace Wardbook.House;

/// <summary>What guards every page, whichever it is.</summary>
public sealed class SafetyTests
{
    [Theory]
    [InlineData("/style-guide")]
    [InlineData("/there-is-no-such-page")]
    [InlineData("/health/live")]
    public async Task Browsers_are_told_to_load_nothing_from_elsewhere_and_nothing_inline(string url)
    {
        await using var site = await TestSite.Start();

        using var answer = await site.Http.GetAsync(url, Cancel);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("geolocation=self", answer.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("strict-origin-when-cross-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Map_pictures_are_allowed_from_the_server_that_was_set_and_no_other()
    {
        await using var site = await TestSite.Start(variables: [("WARDBOOK_MAP_TILES", "https://{s}.tiles.example.org/{z}/{x}/{y}.png"), ("WARDBOOK_MAP_CREDIT", "Map makers")]);

        using var answer = await site.Http.GetAsync("/style-guide", Cancel);

        Assert.Contains("img-src 'self' https://*.tiles.example.org:443", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_searches_without_end_is_asked_to_wait()
    {
        await using var site = await TestSite.Start(variables: [("WARDBOOK_SEARCHES_PER_MINUTE", "3")]);
        var http = site.Http;

        var answers = new List<HttpStatusCode>();
        for (var number = 0; number < 4; number++)
        {
            answers.Add((await http.GetAsync($"/style-guide?q=SW1A+{number}AA", Cancel)).StatusCode);
        }

        var waiting = await site.Get("/style-guide?q=SW1A+4AA");
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers);
        Assert.Equal("Too many requests", waiting.QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/style-guide", Cancel)).StatusCode);
    }

    [Fact]
    public async Task What_breaks_is_told_in_plain_words_with_a_reference_and_nothing_of_the_inside()
    {
        await using var site = await TestSite.Start(alter: Broken);

        var page = await site.Get("/broken");

        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        Assert.Equal("Something went wrong here", page.QuerySelector("h1")!.TextContent);
        Assert.Matches("^[2-9A-Z]{4}-[2-9A-Z]{4}$", page.QuerySelector("#reference")!.TextContent);
        Assert.DoesNotContain("the inside", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reference_a_reader_is_given_stands_in_the_log()
    {
        await using var site = await TestSite.Start(alter: Broken);

        var reference = (await site.Get("/broken")).QuerySelector("#reference")!.TextContent;

        Assert.Contains(site.Logged, line => line.Contains($"[{reference}]", StringComparison.Ordinal) && line.Contains("the inside", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/nothing.json")]
    [InlineData("/nothing.csv")]
    [InlineData("/api/nothing")]
    public async Task A_program_is_told_in_problem_details(string url)
    {
        await using var site = await TestSite.Start();

        using var answer = await site.Http.GetAsync(url, Cancel);

        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(404, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("reference").GetString()!);
    }

    [Fact]
    public async Task Nobody_is_believed_about_who_they_are_unless_a_setting_says_so()
    {
        await using var site = await TestSite.Start(inBrowser: true, alter: app => app.MapGet("/who", (HttpContext context) => $"{context.Connection.RemoteIpAddress} {context.Request.Scheme}").Public());
        await using var behind = await TestSite.Start(inBrowser: true, variables: [("WARDBOOK_PROXIES", "127.0.0.0/8, ::1")],
            alter: app => app.MapGet("/who", (HttpContext context) => $"{context.Connection.RemoteIpAddress} {context.Request.Scheme}").Public());

        Assert.EndsWith(" http", await Who(site), StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113.9", await Who(site), StringComparison.Ordinal);
        Assert.EndsWith("203.0.113.9 https", await Who(behind), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_whose_database_is_gone_says_that_it_is_not_ready()
    {
        await using var site = await TestSite.Start();
        Assert.Equal("ready", await site.GetText(Urls.Ready));

        await site.LoseDatabase();
        using var answer = await site.Http.GetAsync(Urls.Ready, Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("alive", await site.GetText(Urls.Live));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static void Broken(WebApplication app) => app.MapGet("/broken", string () => throw new InvalidOperationException("the inside")).Public();

    private static async Task<string> Who(TestSite site)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/who");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await site.Http.SendAsync(request, Cancel);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }
}
