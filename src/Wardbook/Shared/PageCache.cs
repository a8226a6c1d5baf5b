using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Wardbook.Store;

namespace Wardbook.Shared;

/// <summary>
/// Keeps whole answers, compressed and ready to send, and gives them to readers who are not signed in, before anything is routed. An answer is kept
/// under its address, its encoding, the version of the data and that of the ward, so a change of either is seen within a second.
/// </summary>
/// <remarks>
/// Never kept: what is not a plain success, sets a cookie or says <c>no-store</c>, as every page with a form that posts does. Never given to a request
/// with <c>Authorization</c> or a cookie that may say who is asking. Why not the framework's output cache: docs/decisions.
/// </remarks>
public sealed class PageCache(RequestDelegate next, DataVersionWatch version, PlaceVersionWatch places, TimeProvider clock) : IDisposable
{
    /// <summary>All kept answers together take at most this many bytes; those not asked for longest go first.</summary>
    public const long MostBytes = 96 << 20;

    /// <summary>A longer answer is sent on as it is made, and not kept.</summary>
    public const int LongestAnswer = 2 << 20;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private long keptVersion;

    public static void Add(WebApplicationBuilder builder) => builder.Services.AddSingleton<DataVersionWatch>().AddSingleton<PlaceVersionWatch>();

    /// <summary>Belongs after what every answer carries (security headers, logs) and before what makes answers.</summary>
    public static void Use(WebApplication app) => app.UseMiddleware<PageCache>();

    public async Task InvokeAsync(HttpContext context)
    {
        if (!MayBeAnswered(context.Request))
        {
            await next(context);
            return;
        }

        var now = await version.Current();
        ForgetOlderThan(now);
        var request = context.Request;
        var encoding = PageEncoding.Best(request.Headers.AcceptEncoding);
        var key = new Key(now, await places.Of(request.Path), clock.GetUtcNow().Ticks / TimeSpan.TicksPerHour, request.Scheme, request.Host.Value ?? "",
            request.PathBase + request.Path, PageQuery.InOrder(request.QueryString.Value ?? ""), encoding);
        if (kept.TryGetValue(key, out KeptPage? page))
        {
            await Send(context, page!);
        }
        else if (HttpMethods.IsHead(request.Method))
        {
            await next(context);
        }
        else
        {
            await Make(context, key);
        }
    }

    public void Dispose() => kept.Dispose();

    private static bool MayBeAnswered(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && StringValues.IsNullOrEmpty(request.Headers.Authorization)
        && StringValues.IsNullOrEmpty(request.Headers.Range)
        && (StringValues.IsNullOrEmpty(request.Headers.Cookie) || request.Cookies.Keys.All(SaysNothingOfWhoAsks))
        && !request.Path.StartsWithSegments("/assets")
        && !request.Path.StartsWithSegments("/health");

    /// <summary>The guard of forms gives one to everybody who opens a page with a form.</summary>
    private static bool SaysNothingOfWhoAsks(string cookie) => cookie.StartsWith(".AspNetCore.Antiforgery.", StringComparison.Ordinal);

    private async Task Make(HttpContext context, Key key)
    {
        // What is behind us must give the page as it is: it is packed here, once.
        var accepted = context.Request.Headers.AcceptEncoding;
        context.Request.Headers.AcceptEncoding = StringValues.Empty;
        var response = context.Response;
        var to = response.Body;
        await using var body = new AnswerBody(to, LongestAnswer, () => MayBeKept(response));
        response.Body = body;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = to;
            context.Request.Headers.AcceptEncoding = accepted;
        }

        if (body.Whole is not { } whole)
        {
            return;
        }

        if (response.HasStarted || !MayBeKept(response))
        {
            if (!whole.IsEmpty)
            {
                await to.WriteAsync(whole, context.RequestAborted);
            }

            return;
        }

        var page = KeptPage.Of(response, whole.Span, key.Encoding);
        kept.Set(key, page, new MemoryCacheEntryOptions { Size = page.Body.Length + 1_024 });
        await Send(context, page);
    }

    private static bool MayBeKept(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK
        && StringValues.IsNullOrEmpty(response.Headers.SetCookie)
        && StringValues.IsNullOrEmpty(response.Headers.ContentEncoding)
        && (StringValues.IsNullOrEmpty(response.Headers.Vary) || string.Equals(response.Headers.Vary, HeaderNames.AcceptEncoding, StringComparison.OrdinalIgnoreCase))
        && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase)
        && !response.Headers.CacheControl.ToString().Contains("private", StringComparison.OrdinalIgnoreCase);

    private static Task Send(HttpContext context, KeptPage page)
    {
        var headers = context.Response.Headers;
        headers.ETag = page.Tag;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = page.CacheControl;
        if (HasTag(context.Request.Headers.IfNoneMatch, page.Tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.ContentLength = null;
            headers.ContentType = StringValues.Empty;
            return Task.CompletedTask;
        }

        headers.ContentType = page.ContentType;
        if (page.ContentEncoding is { } encoding)
        {
            headers.ContentEncoding = encoding;
        }

        foreach (var (name, value) in page.Others)
        {
            headers[name] = value;
        }

        headers.ContentLength = page.Body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(page.Body, 0, page.Body.Length);
    }

    private static bool HasTag(StringValues asked, string tag)
    {
        foreach (var line in asked)
        {
            if (line is not null && (line.Contains(tag, StringComparison.Ordinal) || line.Trim() == "*"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Answers of an earlier version are asked for no more.</summary>
    private void ForgetOlderThan(long now)
    {
        if (Interlocked.Exchange(ref keptVersion, now) != now)
        {
            kept.Clear();
        }
    }

    /// <param name="Hour">Pages say what day it is and when figures come next, so no answer lives longer than its hour.</param>
    private readonly record struct Key(long Version, Guid Place, long Hour, string Scheme, string Host, string Path, string Query, PageEncoding Encoding);

    /// <summary>A whole answer.</summary>
    private sealed record KeptPage(byte[] Body, string Tag, string? ContentType, string? ContentEncoding, string CacheControl, KeyValuePair<string, StringValues>[] Others)
    {
        private static readonly HashSet<string> Said = new(StringComparer.OrdinalIgnoreCase)
        {
            HeaderNames.ContentType, HeaderNames.ContentLength, HeaderNames.ContentEncoding, HeaderNames.ETag, HeaderNames.Vary, HeaderNames.CacheControl,
        };

        /// <summary>Makes one of an answer that was made and not sent yet, and leaves the answer ready to be sent from it.</summary>
        public static KeptPage Of(HttpResponse response, ReadOnlySpan<byte> body, PageEncoding encoding)
        {
            var (packed, name) = encoding.Pack(body, response.ContentType);
            // Of the body before it was packed: the same page has the same tag on every instance.
            var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}-{encoding.Letter}\"";
            var others = response.Headers.Where(header => !Said.Contains(header.Key)).ToArray();
            return new(packed, tag, response.ContentType, name,
                response.Headers.CacheControl is { Count: > 0 } said ? said.ToString() : "no-cache", others);
        }
    }
}
