using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn;

namespace Wardbook.Accounts.Personal.Retention;

/// <summary>The sign-in history: who tried to sign in, from where, and what came of it.</summary>
internal static class KeptSignIns
{
    public static PersonalKind Kind { get; } = new(
        "sign-ins",
        "The sign-in history: when somebody tried to sign in, from which network address and device, and what came of it",
        "the try was made",
        "The try is deleted.",
        new(180, "Guessing of passwords often shows only months later, and must then be seen from its beginning.", "Legitimate interests: security (UK GDPR, article 6(1)(f), recital 49)"))
    {
        Rows = [typeof(SignInTry)],
        LetGo = (db, before, _, cancel) => db.SignInTries.Where(attempt => attempt.At < before).ExecuteDeleteAsync(cancel),
        Find = async (db, person, cancel) =>
        [
            .. (await db.SignInTries.AsNoTracking().Where(attempt => attempt.Account == person.Account).OrderBy(attempt => attempt.At).ToListAsync(cancel))
                .Select(attempt => new PersonalItem(attempt.Id.ToString(),
                [
                    new("When", KeptAccounts.InWords(attempt.At)),
                    new("What", attempt.Result.InWords()),
                    new("From", attempt.From),
                    new("Device", attempt.Device),
                ])),
        ],
        Erase = (db, person, _, cancel) => db.SignInTries.Where(attempt => attempt.Account == person.Account).ExecuteDeleteAsync(cancel),
    };
}
