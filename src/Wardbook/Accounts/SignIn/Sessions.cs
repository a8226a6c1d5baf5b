using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Accounts.SignIn;

/// <summary>Ends sessions: at once on this instance, and on the others within a minute.</summary>
public sealed class Sessions(WardbookDb db, Askers askers, TimeProvider clock)
{
    /// <summary>Those of a person that are open, the one seen last first.</summary>
    public async Task<IReadOnlyList<Session>> List(Guid account, IEnumerable<Role> roles, CancellationToken cancel) =>
    [
        .. (await db.Sessions.AsNoTracking().Where(session => session.Account == account && session.Ended == null).ToListAsync(cancel))
            .Where(session => !SessionCookie.IsOver(session, roles, clock.GetUtcNow().UtcDateTime))
            .OrderByDescending(session => session.LastSeen),
    ];

    /// <summary>Ends one of a person's sessions; another person's id ends nothing.</summary>
    /// <returns>Whether there was such a session.</returns>
    public Task<bool> End(Guid account, Guid session, CancellationToken cancel) => End(account, db.Sessions.Where(row => row.Account == account && row.Id == session), cancel);

    /// <param name="but">The session that goes on.</param>
    public Task<bool> EndAll(Guid account, Guid? but, CancellationToken cancel) => End(account, db.Sessions.Where(row => row.Account == account && row.Id != but), cancel);

    private async Task<bool> End(Guid account, IQueryable<Session> which, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ended = await which.Where(row => row.Ended == null).ExecuteUpdateAsync(row => row.SetProperty(one => one.Ended, now), cancel);
        askers.Forget(account);
        return ended > 0;
    }
}
