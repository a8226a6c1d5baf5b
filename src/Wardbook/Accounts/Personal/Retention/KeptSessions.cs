using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn;

namespace Wardbook.Accounts.Personal.Retention;

/// <summary>Sessions: when somebody was signed in, and on what.</summary>
internal static class KeptSessions
{
    public static PersonalKind Kind { get; } = new(
        "sessions",
        "Sessions: when somebody was signed in, by what means and on which device",
        "the session was last used",
        "The session is deleted.",
        new(90, "Whoever looks into a break-in needs to see who was signed in during the months before.", "Legitimate interests: security (UK GDPR, article 6(1)(f), recital 49)"))
    {
        Rows = [typeof(Session)],
        LetGo = (db, before, _, cancel) => db.Sessions.Where(session => session.LastSeen < before).ExecuteDeleteAsync(cancel),
        Find = async (db, person, cancel) =>
        [
            .. (await db.Sessions.AsNoTracking().Where(session => session.Account == person.Account).OrderBy(session => session.Started).ToListAsync(cancel))
                .Select(session => new PersonalItem(session.Id.ToString(),
                [
                    new("Device", session.Device),
                    new("Started", KeptAccounts.InWords(session.Started)),
                    new("Last seen", KeptAccounts.InWords(session.LastSeen)),
                    new("Ended", session.Ended is { } ended ? KeptAccounts.InWords(ended) : "not yet"),
                ])),
        ],
        Erase = (db, person, _, cancel) => db.Sessions.Where(session => session.Account == person.Account).ExecuteDeleteAsync(cancel),
    };
}
