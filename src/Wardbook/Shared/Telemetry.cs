using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Wardbook.Shared;

/// <summary>Measurements and traces, sent to a collector when one is named, and otherwise to be read on the spot by <c>dotnet-counters</c>.</summary>
public static class Telemetry
{
    /// <summary>Under this name features measure what is theirs.</summary>
    public const string Name = "Wardbook";

    public static Meter Meter { get; } = new(Name);

    public static ActivitySource Source { get; } = new(Name);

    public static void Add(WebApplicationBuilder builder, Settings settings)
    {
        if (settings.Otlp is not { } collector)
        {
            return;
        }

        void To(OtlpExporterOptions options, string what)
        {
            options.Protocol = OtlpExportProtocol.HttpProtobuf;
            options.Endpoint = new(collector, $"v1/{what}");
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(settings.Name, serviceVersion: typeof(Telemetry).Assembly.GetName().Version!.ToString(3)))
            .WithMetrics(metrics => metrics
                .AddMeter(Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql")
                .AddRuntimeInstrumentation()
                .AddOtlpExporter((exporter, reader) =>
                {
                    To(exporter, "metrics");
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = 15_000;
                }))
            .WithTracing(traces => traces
                .AddSource(Name, "Npgsql")
                .AddAspNetCoreInstrumentation(requests =>
                {
                    requests.Filter = context => !context.Request.Path.StartsWithSegments("/health");
                    requests.EnrichWithHttpRequest = (activity, request) => activity.SetTag("wardbook.reference", request.HttpContext.TraceIdentifier);
                })
                .AddOtlpExporter(exporter => To(exporter, "traces")));
    }
}
