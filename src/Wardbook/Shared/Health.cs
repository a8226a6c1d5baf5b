using System.Data.Common;
using Wardbook.Accounts;
using Wardbook.Store;

namespace Wardbook.Shared;

/// <summary>What a watchman asks: is the program alive, and can it do its work?</summary>
public static class Health
{
    /// <summary>A database that takes longer than this to say anything is not there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void Map(WebApplication app)
    {
        app.MapGet(Urls.Live, () => "alive").Public();
        app.MapGet(Urls.Ready, Ready).Public();
    }

    private static async Task<IResult> Ready(Database database, CancellationToken cancel)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        soon.CancelAfter(Patience);
        try
        {
            return await database.IsUpToDate(soon.Token) ? Results.Text("ready") : Results.Text("The database is not up to date. Run 'wardbook migrate'.", statusCode: 503);
        }
        catch (Exception e) when (e is DbException or TimeoutException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return Results.Text("The database cannot be reached.", statusCode: 503);
        }
    }
}
