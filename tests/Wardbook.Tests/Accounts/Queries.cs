using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Wardbook.Store;

namespace Wardbook.Accounts;

/// <summary>Everything that is asked of one database while this listens, by whomever.</summary>
internal sealed class Queries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string connection;
    private readonly IDisposable listening;
    private readonly ConcurrentQueue<IDisposable> more = [];

    public Queries(Database database)
    {
        using var db = database.Open();
        connection = db.Database.GetConnectionString()!;
        listening = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public ConcurrentQueue<string> Texts { get; } = [];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            more.Enqueue(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData { Context: { } context } executed
            && context.Database.GetConnectionString() == connection)
        {
            Texts.Enqueue(executed.Command.CommandText);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        listening.Dispose();
        foreach (var one in more)
        {
            one.Dispose();
        }
    }
}
