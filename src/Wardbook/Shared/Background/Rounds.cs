using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Shared.Background;

/// <summary>Does a round when it is woken: alone, noted, and without ever bringing the site down.</summary>
public sealed class Rounds(IEnumerable<Round> all, Database database, IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime site, ILogger<Rounds> log)
{
    private static readonly TimeSpan NightBegins = new(2, 30, 0);

    public IReadOnlyList<Round> All { get; } = [.. all.OrderBy(round => round.Name, StringComparer.Ordinal)];

    /// <summary>Looks whether it is due, and does it.</summary>
    public async Task Wake(string name, CancellationToken cancel)
    {
        var round = All.Single(round => round.Name == name);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, site.ApplicationStopping);
        try
        {
            if (!round.IsNightly)
            {
                await Do(round, null, stop.Token);
            }
            else if (Night() is var night && await IsDue(round, night, stop.Token))
            {
                await using var alone = await OneAtATime.TryEnter(database, $"round-{round.Name}", stop.Token);
                if (alone is not null && await IsDue(round, night, stop.Token))
                {
                    await Do(round, night, stop.Token);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The site is being stopped. What is left is still due.
        }
        catch (Exception e) when (Trouble.InWords(e, database) is { } words)
        {
            log.LogWarning("The round {Round} could not look for what is due: {Trouble}", round.Name, words);
        }
    }

    private async Task Do(Round round, DateOnly? night, CancellationToken cancel)
    {
        var since = Stopwatch.GetTimestamp();
        string? did = null;
        var trouble = "";
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            did = await round.Work(scope.ServiceProvider, cancel);
        }
#pragma warning disable CA1031 // A round that fails, for whatever reason, is noted and woken again. The site goes on.
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            trouble = e is Refusal ? e.Message : Trouble.InWords(e, database) ?? "A fault in the program; the log has it.";
            log.LogError(e, "The round {Round} failed.", round.Name);
        }

        if (did is not null || trouble.Length > 0 || night is not null)
        {
            await Note(round, night, did ?? "", trouble, Stopwatch.GetElapsedTime(since), cancel);
        }
    }

    private async Task Note(Round round, DateOnly? night, string did, string trouble, TimeSpan took, CancellationToken cancel)
    {
        try
        {
            await using var db = database.Open();
            var note = await db.RoundNotes.SingleOrDefaultAsync(row => row.Name == round.Name, cancel);
            if (note is null)
            {
                db.RoundNotes.Add(note = new() { Name = round.Name });
            }

            (note.Ended, note.Milliseconds, note.Did, note.Trouble) = (clock.GetUtcNow().UtcDateTime, (int)took.TotalMilliseconds, did, trouble);
            // A night that failed is tried again at the next waking.
            note.Night = trouble.Length == 0 ? night : note.Night;
            await db.SaveChangesAsync(cancel);
        }
        catch (Exception e) when (e is DbException or DbUpdateException)
        {
            log.LogWarning(e, "What came of the round {Round} could not be noted.", round.Name);
        }
    }

    /// <summary>The night we are in or have just had: it begins at half past two.</summary>
    private DateOnly Night() => DateOnly.FromDateTime(clock.GetUtcNow().InForceTime() - NightBegins);

    private async Task<bool> IsDue(Round round, DateOnly night, CancellationToken cancel)
    {
        await using var db = database.Open();
        return !await db.RoundNotes.AnyAsync(note => note.Name == round.Name && note.Night == night, cancel);
    }
}
