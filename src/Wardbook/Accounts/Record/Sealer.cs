using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wardbook.Shared.Background;
using Wardbook.Store;

namespace Wardbook.Accounts.Record;

/// <summary>
/// Gives entries that are committed and not sealed their number and their seal, which covers the seal before it: a chain in which nothing can be
/// changed, removed, inserted or moved without the key. One leader at a time does it, whoever holds the database's lock; writers never wait for it.
/// </summary>
public sealed class Sealer(Database database, TimeProvider clock, ILogger<Sealer> log)
{
    private const int AtOnce = 500;

    /// <summary>Twice within the ten seconds that are promised.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(4);

    /// <summary>Clocks of two instances may differ by so much without anybody having set one.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan BetweenLogs = TimeSpan.FromMinutes(1);

    /// <summary>What this process sealed or saw last: a database that knows of less has been cut.</summary>
    private RecordHead last = RecordHead.None;

    private RecordHead? logged;
    private long? loggedAt;

    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Sealer>();
        builder.Services.AddRound(new("seal", "Seals what was written into the record of change.", Every, async (services, cancel) =>
        {
            await services.GetRequiredService<Sealer>().Seal(cancel);
            return null;
        }));
    }

    /// <summary>Seals what is not sealed yet.</summary>
    /// <returns>The head of the chain; null when another process is the leader now.</returns>
    public async Task<RecordHead?> Seal(CancellationToken cancel)
    {
        await using var db = database.Open(Author.Job("sealing"));
        if (last != RecordHead.None && !await db.RecordEntries.AnyAsync(entry => entry.Number == null, cancel))
        {
            LogHead();
            return last;
        }

        await using var alone = await OneAtATime.TryEnter(database, "seal", cancel);
        if (alone is null)
        {
            return null;
        }

        db.IsSealing = true;
        var chain = await RecordHead.InChain(db, cancel);
        var noted = await RecordHead.Noted(db, cancel);
        var head = new[] { chain, noted, last }.MaxBy(head => head.Number)!;
        if (head.Number > chain.Number)
        {
            // The chain goes on where it had come to, so that the gap stays for 'wardbook check' to find.
            log.LogCritical("The record of change ends at entry {Found} and had come to {Head}: entries were removed.", chain.Number, head.Number);
        }

        await NoticeClock(db, chain, cancel);
        while (await SealSome(db, head, cancel) is { } further)
        {
            head = further;
        }

        last = head;
        LogHead();
        return head;
    }

    /// <summary>At most once a minute, so that the log can be read.</summary>
    private void LogHead()
    {
        if (last.Number > 0 && last != logged && (loggedAt is not { } at || clock.GetElapsedTime(at) >= BetweenLogs))
        {
            log.LogInformation("The record of change is sealed up to {Head}", last);
            (logged, loggedAt) = (last, clock.GetTimestamp());
        }
    }

    private async Task<RecordHead?> SealSome(WardbookDb db, RecordHead head, CancellationToken cancel)
    {
        var waiting = await db.RecordEntries.Where(entry => entry.Number == null).OrderBy(entry => entry.At).ThenBy(entry => entry.Id).Take(AtOnce).ToListAsync(cancel);
        var sealedAt = ChangeRecord.ToTheMillisecond(clock.GetUtcNow());
        var seal = head.Seal;
        var number = head.Number;
        foreach (var entry in waiting)
        {
            if (Seals.Prove(db.Keys, entry) != Proof.Right)
            {
                log.LogCritical("Entry {Entry} of the record of change was not written by Wardbook, or was changed before it was sealed. It is not sealed.", entry.Id);
                continue;
            }

            entry.Number = ++number;
            entry.Seal = seal = Seals.Seal(db.Keys, seal, number, entry.Mark);
            entry.Sealed = sealedAt;
        }

        if (number == head.Number)
        {
            return null;
        }

        var further = new RecordHead(number, seal);
        await further.Note(db, cancel);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return further;
    }

    /// <summary>What was sealed was sealed in this order. A clock that now stands earlier than at the last seal was set back, and the record says so.</summary>
    private async Task NoticeClock(WardbookDb db, RecordHead chain, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = await db.RecordEntries.Where(entry => entry.Number == chain.Number).Select(entry => entry.Sealed).SingleOrDefaultAsync(cancel);
        var ahead = await db.RecordEntries.Where(entry => entry.Number == null).Select(entry => (DateTime?)entry.At).MaxAsync(cancel);
        var latest = before > ahead || ahead is null ? before : ahead;
        if (latest is { } stood && now < stood - Tolerance)
        {
            var words = string.Create(CultureInfo.InvariantCulture, $"The clock stands at {now:yyyy-MM-dd HH:mm:ss} UTC and had stood at {stood:yyyy-MM-dd HH:mm:ss} UTC before: it was set back. The order of this record is the order of its numbers.");
            log.LogWarning("{Words}", words);
            ChangeRecord.Note(db, new(Happened.ClockSetBack, "clock", Words: words));
            await db.SaveChangesAsync(cancel);
        }
    }
}

/// <summary>How far the chain has come: the number of the last entry and its seal. Kept elsewhere, it proves that nothing was cut off since.</summary>
public sealed record RecordHead(long Number, string Seal)
{
    public static RecordHead None { get; } = new(0, Seals.Beginning);

    /// <summary>As it stands in the log, and as <c>wardbook check --head</c> takes it: <c>1234:5f1c2a9b.k3...</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Seal}");

    /// <returns>Null when it is not one.</returns>
    public static RecordHead? TryParse(string text) =>
        text.Split(':', 2) is [var number, var seal] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? new(read, seal) : null;

    /// <summary>The last entry there is.</summary>
    public static async Task<RecordHead> InChain(WardbookDb db, CancellationToken cancel) =>
        await db.RecordEntries.Where(entry => entry.Number != null).OrderByDescending(entry => entry.Number)
            .Select(entry => new RecordHead(entry.Number!.Value, entry.Seal!)).FirstOrDefaultAsync(cancel) ?? None;

    /// <summary>The last entry there was, as the leader noted it under a seal of its own.</summary>
    /// <returns><see cref="None"/> when nothing was noted, or what is noted is not ours.</returns>
    public static async Task<RecordHead> Noted(WardbookDb db, CancellationToken cancel)
    {
        var text = await db.Settings.Where(setting => setting.Name == Setting.RecordHead).Select(setting => setting.Value).SingleOrDefaultAsync(cancel);
        return text?.Split(' ') is [var head, var mark] && Seals.Prove(db.Keys, head, mark) == Proof.Right ? TryParse(head) ?? None : None;
    }

    /// <summary>Saved with the seals it tells of.</summary>
    internal async Task Note(WardbookDb db, CancellationToken cancel)
    {
        var text = $"{this} {Seals.Mark(db.Keys, ToString())}";
        if (await db.Settings.SingleOrDefaultAsync(setting => setting.Name == Setting.RecordHead, cancel) is { } noted)
        {
            noted.Value = text;
        }
        else
        {
            db.Settings.Add(new() { Name = Setting.RecordHead, Value = text });
        }
    }
}
