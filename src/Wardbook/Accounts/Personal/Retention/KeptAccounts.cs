using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn.Factors;
using Wardbook.Accounts.SignIn.Single;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Accounts.Personal.Retention;

/// <summary>Accounts: who somebody is and how to reach them.</summary>
internal static class KeptAccounts
{
    private const int AtOnce = 200;

    public static PersonalKind Kind { get; } = new(
        "accounts",
        "Accounts: name, mail address, how somebody signs in, and the roles they held",
        "the account was closed",
        "The name, the address and the means to sign in are taken out. The empty account stays, so that roles, counts and the record of changes still add up.",
        new(730, "Questions about what was done in office are asked of whoever did it, by name, and may come up to two years later.", "Public task (UK GDPR, article 6(1)(e))"))
    {
        Rows = [typeof(Account), typeof(Passkey), typeof(OutsideName)],
        LetGo = async (db, before, _, cancel) =>
        {
            var old = await db.Accounts.Where(account => account.Closed < before && account.Name != "").Take(AtOnce).ToListAsync(cancel);
            foreach (var account in old)
            {
                await Empty(db, account, cancel);
            }

            return old.Count;
        },
        Find = async (db, person, cancel) =>
        {
            var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == person.Account, cancel);
            var passkeys = await db.Passkeys.AsNoTracking().Where(passkey => passkey.Account == person.Account).OrderBy(passkey => passkey.Made).ToListAsync(cancel);
            var roles = await db.HeldRoles.AsNoTracking().Where(held => held.Account == person.Account).OrderBy(held => held.From).ToListAsync(cancel);
            var outside = await db.OutsideNames.AsNoTracking().Where(name => name.Account == person.Account).OrderBy(name => name.Issuer).ToListAsync(cancel);
            var places = roles.Count == 0 ? PlaceTree.Empty : await PlaceTree.Load(db, cancel);
            return account is null || account.Name.Length == 0 ? [] :
            [
                new(account.Id.ToString(), [new("Name", account.Name), new("Mail address", account.Email), new("Made", InWords(account.Made)), .. Closed(account)]),
                .. passkeys.Select(passkey => new PersonalItem(passkey.Id.ToString(), [new("Passkey", passkey.Name), new("Made", InWords(passkey.Made))])),
                .. outside.Select(name => new PersonalItem(name.Id.ToString(), [new("Single sign-on", name.Issuer), new("Known there as", name.Subject)])),
                .. roles.Select(held => new PersonalItem(held.Id.ToString(),
                [
                    new("Role", held.Role.InWords()),
                    new("For", held.Place is { } place ? places.NameOf(place) : "everything"),
                    new("First day", held.From.InWords()),
                    new("Last day", held.To?.InWords() ?? "no end known"),
                    .. held.Ended is { } ended ? [new("Ended at once", InWords(ended))] : Array.Empty<KeyValuePair<string, string>>(),
                ])),
            ];
        },
        Erase = async (db, person, _, cancel) =>
        {
            if (await db.Accounts.SingleOrDefaultAsync(account => account.Id == person.Account && account.Name != "", cancel) is not { } account)
            {
                return 0;
            }

            await Empty(db, account, cancel);
            return 1;
        },
    };

    /// <summary>As a clock on the force's wall showed it.</summary>
    internal static string InWords(DateTime moment) => moment.InForceTime().ToString("d MMMM yyyy, HH:mm", CultureInfo.GetCultureInfo("en-GB"));

    private static IEnumerable<KeyValuePair<string, string>> Closed(Account account) => account.Closed is { } closed ? [new("Closed", InWords(closed))] : [];

    private static async Task Empty(WardbookDb db, Account account, CancellationToken cancel)
    {
        db.Passkeys.RemoveRange(await db.Passkeys.Where(passkey => passkey.Account == account.Id).ToListAsync(cancel));
        db.OutsideNames.RemoveRange(await db.OutsideNames.Where(name => name.Account == account.Id).ToListAsync(cancel));
        (account.Name, account.Email, account.PasswordHash, account.CodeSecret) = ("", "", null, null);
        account.EmailKey = $"erased {account.Id:N}";
        account.SecurityStamp = Guid.NewGuid().ToString("n");
    }
}
