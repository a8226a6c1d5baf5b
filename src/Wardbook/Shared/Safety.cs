using System.Globalization;
using System.IO.Compression;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Wardbook.Accounts.SignIn;

namespace Wardbook.Shared;

/// <summary>What guards the site, whatever page is asked for: what browsers are told, how much one address may ask, how big a request may be.</summary>
public static class Safety
{
    public static void Add(WebApplicationBuilder builder, Settings settings)
    {
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = settings.LargestRequest * 1_024L;
        });
        builder.Services.AddResponseCompression(packed => packed.EnableForHttps = true);
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        builder.Services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        builder.Services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(settings.HstsDays));
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in settings.Proxies)
            {
                forwarded.KnownIPNetworks.Add(network);
            }
        });
    }

    /// <summary>Turns away whoever asks more in a minute than one address may.</summary>
    public static void Limit(WebApplication app, Settings settings)
    {
        var forms = PartitionedRateLimiter.Create<HttpContext, string>(context => IsLimited(context) ? Window("forms", context, settings.SearchesPerMinute) : Free);
        var signIns = PartitionedRateLimiter.Create<HttpContext, string>(context => IsSignIn(context) ? Window("sign-in", context, settings.SignInsPerMinute) : Free);

        // Each looks ten times a second at what has run out until it is told to stop, which the framework's own middleware never does: it would keep the site in memory.
        app.Lifetime.ApplicationStopped.Register(forms.Dispose);
        app.Lifetime.ApplicationStopped.Register(signIns.Dispose);
        app.Use(async (context, next) =>
        {
            using var form = forms.AttemptAcquire(context);
            using var signIn = signIns.AttemptAcquire(context);
            if (form.IsAcquired && signIn.IsAcquired)
            {
                await next(context);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "60";
        });
    }

    public static void Use(WebApplication app, Settings settings)
    {
        if (settings.Proxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        if (settings.HstsDays > 0)
        {
            app.UseHsts();
        }

        app.UseSecurityHeaders(Headers(settings));
    }

    private static RateLimitPartition<string> Free => RateLimitPartition.GetNoLimiter("free");

    private static RateLimitPartition<string> Window(string what, HttpContext context, int most) =>
        RateLimitPartition.GetFixedWindowLimiter($"{what} from {Tries.From(context)}", _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1) });

    /// <summary>Whatever tries to get in: passwords, codes, passkeys, links.</summary>
    private static bool IsSignIn(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Features.Get<IStatusCodeReExecuteFeature>() is null
        && (context.Request.Path.StartsWithSegments(Urls.SignIn) || context.Request.Path.StartsWithSegments(Urls.Recover) || context.Request.Path.StartsWithSegments("/join"));

    /// <summary>Forms, and searches: everything a page answers to words that somebody typed. Not the page that says what went wrong with one.</summary>
    private static bool IsLimited(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is null
        && ((!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)) || context.Request.Query.ContainsKey("q"));

    private static HeaderPolicyCollection Headers(Settings settings) => new HeaderPolicyCollection()
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
        .AddPermissionsPolicy(permissions =>
        {
            permissions.AddGeolocation().Self();
            permissions.AddCamera().None();
            permissions.AddMicrophone().None();
            permissions.AddPayment().None();
            permissions.AddUsb().None();
        })
        .AddContentSecurityPolicy(allowed =>
        {
            // Nothing, and then what the pages need. No inline style or script, so that typed text can never become either.
            allowed.AddDefaultSrc().None();
            allowed.AddScriptSrc().Self();
            allowed.AddStyleSrc().Self();
            allowed.AddFontSrc().Self();
            allowed.AddConnectSrc().Self();
            allowed.AddFormAction().Self();
            allowed.AddManifestSrc().Self();
            allowed.AddBaseUri().None();
            allowed.AddFrameAncestors().None();
            var images = allowed.AddImgSrc().Self();
            if (settings.Tiles is { } tiles)
            {
                images.From(PicturesFrom(tiles));
            }
        });

    /// <summary>The servers of map pictures, with one star for <c>{s}</c>, which stands for several.</summary>
    private static string PicturesFrom(MapTiles tiles)
    {
        var address = new Uri(tiles.Address.Replace("{s}", "any", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal));
        var host = tiles.Address.Contains("//{s}.", StringComparison.Ordinal) ? "*" + address.Host["any".Length..] : address.Host;
        return string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{host}:{address.Port}");
    }
}
