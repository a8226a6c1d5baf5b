using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Wardbook;

/// <summary>Keeps what the site logs, written by the site's own formatter, instead of showing it.</summary>
public sealed class TestLog
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    public void Replace(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ILoggerProvider>(services => new Provider(lines, services.GetServices<ConsoleFormatter>().Single(formatter => formatter.Name == "PlainLines")));
    }

    private sealed class Provider(ConcurrentQueue<string> lines, ConsoleFormatter formatter) : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider? scopes;

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

        public void Dispose()
        {
        }

        private sealed class Logger(Provider provider, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => provider.scopes?.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                using var line = new StringWriter();
                provider.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), line);
            }
        }

        private void Write<TState>(LogEntry<TState> entry, StringWriter line)
        {
            formatter.Write(entry, scopes, line);
            lines.Enqueue(line.ToString());
        }
    }
}
