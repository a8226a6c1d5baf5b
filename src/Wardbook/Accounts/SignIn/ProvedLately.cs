using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Accounts.SignIn;

/// <summary>What is dangerous is done only shortly after somebody has shown, by the strongest means they have, who they are.</summary>
public static class ProvedLately
{
    /// <summary>Longer ago than this, it is asked again.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    /// <param name="session">Of whoever asks.</param>
    /// <param name="now">UTC.</param>
    /// <param name="within"><see cref="Lately"/> when not given.</param>
    public static async Task<bool> Is(WardbookDb db, Session session, DateTime now, CancellationToken cancel, TimeSpan? within = null) =>
        now - session.Proved <= (within ?? Lately)
        && (session.Means.IsTwoFactors() || !(await db.Accounts.AnyAsync(account => account.Id == session.Account && account.CodeSecret != null, cancel)
            || await db.Passkeys.AnyAsync(passkey => passkey.Account == session.Account, cancel)));
}
