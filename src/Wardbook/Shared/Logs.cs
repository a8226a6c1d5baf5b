using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Wardbook.Shared;

/// <summary>What is written down of what happened: lines for people or JSON for a collector, each with the reference of the request it belongs to.</summary>
public static class Logs
{
    /// <summary>Letters and digits that nobody mixes up when reading a reference over the telephone.</summary>
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static void Add(WebApplicationBuilder builder, Settings settings)
    {
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(settings.LogLevel);

        // At its finer levels the framework writes whole addresses and rows. Addresses can hold a postcode somebody lives at.
        builder.Logging.AddFilter("Microsoft", (LogLevel)Math.Max((int)settings.LogLevel, (int)LogLevel.Warning));
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        // How far the record of change was sealed is always logged: kept with the log, it proves that nothing was cut off the record.
        builder.Logging.AddFilter(typeof(Accounts.Record.Sealer).FullName, LogLevel.Information);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (settings.JsonLogs)
        {
            builder.Logging.AddJsonConsole(json => (json.IncludeScopes, json.UseUtcTimestamp, json.TimestampFormat) = (true, true, "O"));
        }
        else
        {
            builder.Logging.AddConsole(console => console.FormatterName = nameof(PlainLines)).AddConsoleFormatter<PlainLines, ConsoleFormatterOptions>();
        }
    }

    /// <summary>Gives every request a reference. Belongs after the page cache, whose answers neither fail nor log.</summary>
    public static void Use(WebApplication app) => app.Use(async (context, next) =>
    {
        context.TraceIdentifier = Reference();
        using (app.Logger.BeginScope(new KeyValuePair<string, object?>[] { new(nameof(Reference), context.TraceIdentifier) }))
        {
            await next(context);
        }
    });

    private static string Reference() => RandomNumberGenerator.GetString(Signs, 4) + "-" + RandomNumberGenerator.GetString(Signs, 4);

    /// <summary>Time (UTC), level, reference, what happened: one line, and the exception below it.</summary>
    private sealed class PlainLines(TimeProvider clock) : ConsoleFormatter(nameof(PlainLines))
    {
        public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter to)
        {
            to.Write(clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z' ", System.Globalization.CultureInfo.InvariantCulture));
            to.Write(entry.LogLevel.ToString().ToLowerInvariant());
            scopes?.ForEachScope(
                static (scope, to) =>
                {
                    if (scope is IEnumerable<KeyValuePair<string, object?>> values && values.FirstOrDefault(value => value.Key == nameof(Reference)).Value is { } reference)
                    {
                        to.Write($" [{reference}]");
                    }
                },
                to);
            to.Write(' ');
            to.WriteLine(entry.Formatter(entry.State, entry.Exception));
            if (entry.Exception is not null)
            {
                to.WriteLine(entry.Exception);
            }
        }
    }
}
