using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Wardbook.House;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Measurements_and_traces_reach_the_collector_that_was_set()
    {
        var received = new ConcurrentDictionary<string, string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, TestContext.Current.CancellationToken);
            received[request.Path] = Encoding.Latin1.GetString(body.ToArray());
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);
        IServiceProvider services = null!;
        await using var site = await TestSite.Start(
            variables: [("WARDBOOK_OTLP", collector.Urls.First()), ("WARDBOOK_NAME", "wardbook-north")],
            alter: app => services = app.Services);

        await site.Get("/style-guide?q=SW1A+1AA");

        // A request is measured after its answer has left, so the reader of the answer may be ahead of the measurement.
        var given = TimeSpan.FromSeconds(30);
        for (var since = Stopwatch.StartNew(); since.Elapsed < given && !HasBoth(received); await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            services.GetRequiredService<TracerProvider>().ForceFlush();
            services.GetRequiredService<MeterProvider>().ForceFlush();
        }

        Assert.Contains("wardbook-north", received["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("wardbook-north", received["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", received["/v1/metrics"], StringComparison.Ordinal);
        Assert.DoesNotContain("SW1A", received["/v1/traces"], StringComparison.Ordinal);
    }

    private static bool HasBoth(ConcurrentDictionary<string, string> received) =>
        received.ContainsKey("/v1/traces") && received.TryGetValue("/v1/metrics", out var metrics) && metrics.Contains("http.server.request.duration", StringComparison.Ordinal);
}
