using System.Data.Common;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Accounts.Record;

/// <summary>Writes down who, signed in, asked for what they may not have. Whoever is not signed in is only asked to.</summary>
public static class Refusals
{
    /// <summary>Of one person in a minute; whoever asks more often has been written down often enough.</summary>
    public const int MostAMinute = 30;

    /// <summary>Belongs after routing and before it is asked who may.</summary>
    public static void Use(WebApplication app, Database database)
    {
        var limit = PartitionedRateLimiter.Create<Guid, Guid>(account => RateLimitPartition.GetFixedWindowLimiter(account, _ => new() { PermitLimit = MostAMinute, Window = TimeSpan.FromMinutes(1) }));
        app.Lifetime.ApplicationStopped.Register(limit.Dispose);
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response.StatusCode == StatusCodes.Status403Forbidden
                && context.Features.Get<IStatusCodeReExecuteFeature>() is null
                && Author.Of(context) is { Account: { } account } author
                && limit.AttemptAcquire(account).IsAcquired)
            {
                try
                {
                    await ChangeRecord.NoteNow(database, author, new(Happened.Refused, "page", Words: context.Request.Method), CancellationToken.None);
                }
                catch (Exception e) when (e is DbException or DbUpdateException)
                {
                    // They are refused all the same.
                    app.Logger.LogError(e, "A refusal could not be written into the record of change.");
                }
            }
        });
    }
}
