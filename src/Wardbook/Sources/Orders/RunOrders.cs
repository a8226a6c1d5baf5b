using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record.Reading;
using Wardbook.Shared;
using Wardbook.Shared.Background;
using Wardbook.Store;

namespace Wardbook.Sources.Orders;

/// <summary>Runs ordered imports one after the other, as the command would, and keeps their rows true: also when it is stopped or killed.</summary>
public sealed class RunOrders(Database database, Settings settings, Uploads uploads, TimeProvider clock, ILogger<RunOrders> log)
{
    /// <summary>A runner that has said nothing for so long is dead.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    /// <summary>For so long the file of an order that did not end well is kept, so that it can be run again.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private readonly Guid me = Guid.NewGuid();

    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RunOrders>();
        builder.Services.AddSingleton<Uploads>();
        builder.Services.AddSingleton(new RecordNaming("import order", "import", async (db, _, keys, cancel) => await db.ImportOrders.AsNoTracking().Where(order => keys.Contains(order.Id))
            .ToDictionaryAsync(order => order.Id, order => new NamedRecord(order.File.Length > 0 ? order.File : order.Kind, Urls.ImportOrder(order.Id)), cancel)));
        builder.Services.AddRound(new("imports", "Runs the imports that were asked for.", TimeSpan.FromSeconds(2), (services, cancel) => services.GetRequiredService<RunOrders>().RunNext(cancel)));
        builder.Services.AddRound(new("imports-left", "Takes away files of imports that were not run for a week.", TimeSpan.FromMinutes(10), async (services, cancel) =>
            $"Took away {await services.GetRequiredService<RunOrders>().TidyUp(cancel)} files.")
        { IsNightly = true });
    }

    /// <summary>Says of orders whose program is gone that they were interrupted, then runs the next that waits and whose file is here.</summary>
    /// <returns>What was done; null when nothing waited.</returns>
    public async Task<string?> RunNext(CancellationToken cancel)
    {
        if (await Claim(cancel) is not { } order)
        {
            return null;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var over = new CancellationTokenSource();
        var progress = new OrderProgress();
        var beating = KeepAlive(order, progress, stop, over.Token);
        (OrderState State, string Words) end = (OrderState.Interrupted, "The program was stopped while it ran. Nothing of it is shown.");
        try
        {
            end = await Run(order, progress, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            end = cancel.IsCancellationRequested ? end : (OrderState.Stopped, "It was stopped. Nothing of it is shown.");
        }
        finally
        {
            await over.CancelAsync();
            await beating;
            await End(order, progress, end.State, end.Words);
        }

        return $"Ran the import of {order.File}: {end.State.InWords()}.";
    }

    /// <summary>Takes away drafts and files of orders that ended badly a week ago.</summary>
    /// <returns>How many.</returns>
    public async Task<int> TidyUp(CancellationToken cancel)
    {
        await using var db = database.Open();
        var before = (clock.GetUtcNow() - Kept).UtcDateTime;
        var old = await db.ImportOrders.Where(order => order.Asked < before && order.File != "" && order.State != OrderState.Waiting && order.State != OrderState.Running).ToListAsync(cancel);
        var forgotten = old.Where(uploads.IsHere).Where(order => order.OnServer is null).ToList();
        foreach (var order in forgotten)
        {
            uploads.Forget(order.Id);
        }

        db.ImportOrders.RemoveRange(old.Where(order => order.State == OrderState.Draft));
        await db.SaveChangesAsync(cancel);
        return forgotten.Count;
    }

    private async Task<ImportOrder?> Claim(CancellationToken cancel)
    {
        await using var db = database.Open();
        if (!await db.ImportOrders.AnyAsync(order => order.State == OrderState.Waiting || (order.State == OrderState.Running && order.Runner != me), cancel))
        {
            return null;
        }

        await using var alone = await OneAtATime.TryEnter(database, "import-orders", cancel);
        if (alone is null)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var open = await db.ImportOrders.Where(order => order.State == OrderState.Waiting || order.State == OrderState.Running).OrderBy(order => order.Id).ToListAsync(cancel);

        // A SQLite file has one program that serves it: whoever ran it before us is gone.
        foreach (var dead in open.Where(order => order.State == OrderState.Running && order.Runner != me && (!database.IsPostgres || order.Alive < now - Silence)))
        {
            (dead.State, dead.Ended, dead.Outcome) = (OrderState.Interrupted, now, "The program ended while it ran. Nothing of it is shown.");
        }

        var next = open.Exists(order => order.State == OrderState.Running) ? null : open.Find(order => order.State == OrderState.Waiting && uploads.IsHere(order));
        if (next is not null)
        {
            (next.State, next.Runner, next.Alive, next.Step, next.Share) = (OrderState.Running, me, now, "Beginning", null);
        }

        await db.SaveChangesAsync(cancel);
        return next;
    }

    private async Task<(OrderState State, string Words)> Run(ImportOrder order, OrderProgress progress, CancellationToken cancel)
    {
        using var said = new StringWriter();
        var terminal = new Terminal(TextWriter.Null, Terminal.Console(said), clock) { Serves = (database, settings) };
        using var here = terminal.Enter();
        using var shown = progress.Enter();
        try
        {
            var options = JsonSerializer.Deserialize<Dictionary<string, string>>(order.Options)!;
            var parsed = Cli.Root().Parse(ImportKind.Find(order.Kind)!.Typed(uploads.PathOf(order), options), new() { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0)
            {
                return (OrderState.Refused, string.Join(' ', parsed.Errors.Select(error => error.Message)));
            }

            var code = await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, Output = TextWriter.Null, Error = TextWriter.Null }, cancel);
            cancel.ThrowIfCancellationRequested();
            return (code == 0 ? OrderState.Done : OrderState.Refused, await Summary(progress.Import, cancel));
        }
        catch (Refusal refusal)
        {
            // Where on the server a sent file lies helps nobody who reads the page.
            return (OrderState.Refused, order.OnServer is null ? refusal.Message.Replace(uploads.PathOf(order), order.File, StringComparison.Ordinal) : refusal.Message);
        }
#pragma warning disable CA1031 // Whatever went wrong, the page says that it did, and the log says what.
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.LogError(e, "The ordered import {Order} failed.", order.Id);
            return (OrderState.Refused, Trouble.InWords(e, database) ?? "A fault in the program stopped it. Nothing of it is shown; the log says more.");
        }
    }

    private async Task<string> Summary(Guid? import, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await db.Imports.Where(row => row.Id == import).Select(row => row.Summary).SingleOrDefaultAsync(cancel) ?? "";
    }

    /// <summary>Writes down every second how far it is, and stops it when somebody asked for that.</summary>
    private async Task KeepAlive(ImportOrder order, OrderProgress progress, CancellationTokenSource stop, CancellationToken over)
    {
        using var beat = new PeriodicTimer(Beat);
        try
        {
            while (await beat.WaitForNextTickAsync(over))
            {
                try
                {
                    await using var db = database.Open();
                    var row = await db.ImportOrders.SingleAsync(row => row.Id == order.Id, over);
                    (row.Step, row.Share) = progress.Now;
                    (row.Alive, row.Import) = (clock.GetUtcNow().UtcDateTime, progress.Import);
                    await db.SaveChangesAsync(over);
                    if (row.StopAsked)
                    {
                        await stop.CancelAsync();
                    }
                }
                catch (Exception e) when (Trouble.InWords(e, database) is not null)
                {
                    log.LogWarning(e, "How far the ordered import {Order} is could not be written down.", order.Id);
                }
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // It is over.
        }
    }

    private async Task End(ImportOrder order, OrderProgress progress, OrderState state, string words)
    {
        try
        {
            if (state is OrderState.Stopped or OrderState.Interrupted)
            {
                await Sweep.AtStart(database, CancellationToken.None);
            }

            await using var db = database.Open();
            var row = await db.ImportOrders.SingleAsync(row => row.Id == order.Id, CancellationToken.None);
            (row.State, row.Ended, row.Outcome, row.Import, row.StopAsked, row.Step, row.Share) = (state, clock.GetUtcNow().UtcDateTime, words, progress.Import, false, "", null);
            await db.SaveChangesAsync(CancellationToken.None);
            if (state == OrderState.Done && row.OnServer is null)
            {
                uploads.Forget(order.Id);
            }
        }
        catch (Exception e) when (Trouble.InWords(e, database) is not null)
        {
            log.LogError(e, "What came of the ordered import {Order} could not be written down. The next start will say that it was interrupted.", order.Id);
        }
    }
}
