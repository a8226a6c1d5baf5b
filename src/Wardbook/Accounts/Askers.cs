using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn;
using Wardbook.Store;

namespace Wardbook.Accounts;

/// <summary>
/// Who is signed in and what they hold, read from the database at most once a minute for each person, however much they ask. So what was ended
/// anywhere is ended here within that minute, and what was ended on this instance at once.
/// </summary>
public sealed class Askers(Database database, TimeProvider clock)
{
    /// <summary>A role or a session that ended is ended everywhere when this much time has passed.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(60);

    /// <summary>Beyond so many people, those not seen within a minute are forgotten.</summary>
    private const int Many = 10_000;

    private readonly ConcurrentDictionary<Guid, Read> read = new();

    /// <returns>Null when there is no such account.</returns>
    /// <param name="session">One that the answer must know of, unless it does not exist: it may have begun on another instance a moment ago.</param>
    public async ValueTask<KnownAsker?> Find(Guid account, Guid session)
    {
        if (read.TryGetValue(account, out var last) && clock.GetElapsedTime(last.At) < Lasts && !last.Asker.IsFaulted)
        {
            var known = await last.Asker;
            if (known is null || known.Sessions.ContainsKey(session) || last.Missing.ContainsKey(session))
            {
                return known;
            }
        }

        Tidy();
        var next = new Read(clock.GetTimestamp(), new(() => Task.Run(() => FromDatabase(account))));
        if (last is null ? read.TryAdd(account, next) : read.TryUpdate(account, next, last))
        {
            last = next;
        }
        else if (!read.TryGetValue(account, out last))
        {
            last = next;
        }

        var found = await last.Asker;
        if (found?.Sessions.ContainsKey(session) == false)
        {
            last.Missing.TryAdd(session, 0);
        }

        return found;
    }

    /// <summary>The next question about this person is asked of the database.</summary>
    public void Forget(Guid account) => read.TryRemove(account, out _);

    private async Task<KnownAsker?> FromDatabase(Guid account)
    {
        await using var db = database.Open();
        var now = clock.GetUtcNow().UtcDateTime;
        var recently = now - SessionCookie.Overlap;
        return await db.Accounts.AsNoTracking().AsSingleQuery()
            .Where(row => row.Id == account)
            .Select(row => new KnownAsker(
                row.Id,
                row.Name,
                row.Closed != null,
                db.HeldRoles.Where(held => held.Account == row.Id && held.Ended == null).ToList(),
                db.Sessions.Where(session => session.Account == row.Id && (session.Ended == null || (session.ReplacedBy != null && session.Ended > recently))).ToList()))
            .SingleOrDefaultAsync();
    }

    private void Tidy()
    {
        if (read.Count > Many)
        {
            foreach (var (account, old) in read.Where(one => clock.GetElapsedTime(one.Value.At) >= Lasts))
            {
                read.TryRemove(KeyValuePair.Create(account, old));
            }
        }
    }

    /// <param name="At">By the clock that nobody can set back.</param>
    private sealed record Read(long At, Lazy<Task<KnownAsker?>> Reading)
    {
        /// <summary>Sessions that were asked for and do not exist: whoever asks again waits for the minute.</summary>
        public ConcurrentDictionary<Guid, byte> Missing { get; } = new();

        public Task<KnownAsker?> Asker => Reading.Value;
    }
}

/// <summary>What is known of one person for a minute.</summary>
/// <param name="Roles">Those not ended at once; which of them hold is a matter of the day.</param>
/// <param name="Live">Sessions that are open, and those that went on under a new identifier a moment ago.</param>
public sealed record KnownAsker(Guid Account, string Name, bool IsClosed, IReadOnlyList<HeldRole> Roles, IReadOnlyList<Session> Live)
{
    public IReadOnlyDictionary<Guid, Session> Sessions { get; } = Live.ToDictionary(session => session.Id);

    public IReadOnlyList<HeldRole> HoldsOn(DateOnly day) => [.. Roles.Where(held => held.HoldsOn(day))];
}
