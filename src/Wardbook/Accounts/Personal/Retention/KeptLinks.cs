using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.SignIn.Links;
using Wardbook.Store;

namespace Wardbook.Accounts.Personal.Retention;

/// <summary>Invitations and links to sign in again.</summary>
internal static class KeptLinks
{
    private const int AtOnce = 200;

    public static PersonalKind Kind { get; } = new(
        "links",
        "Invitations and links to set a new password: for whom, and when they were made and used",
        "the link ran out",
        "The link is deleted. That it was made and used stays in the record of changes, without a name.",
        new(90, "Whoever says that an invitation never worked can be told whether and when it was used.", "Public task (UK GDPR, article 6(1)(e))"))
    {
        Rows = [typeof(Link)],
        LetGo = async (db, before, _, cancel) => Remove(db, await db.Links.Where(link => link.Expires < before).Take(AtOnce).ToListAsync(cancel)),
        Find = async (db, person, cancel) =>
        [
            .. (await For(db, person, cancel)).Select(link => new PersonalItem(link.Id.ToString(),
            [
                new("For", $"{link.Name} {link.Email}".Trim() is { Length: > 0 } whom ? whom : person.Name),
                new("Made", KeptAccounts.InWords(link.Made)),
                new("Used", link.Used is { } used ? KeptAccounts.InWords(used) : "not used"),
            ])),
        ],
        Erase = async (db, person, _, cancel) => Remove(db, await For(db, person, cancel)),
    };

    /// <summary>Made for the account, or sent to its address, which stands encrypted: each is read, and there are a few months' at most.</summary>
    private static async Task<List<Link>> For(WardbookDb db, Person person, CancellationToken cancel) =>
    [
        .. (await db.Links.Where(link => link.Account == person.Account || link.Email != null).OrderBy(link => link.Made).ToListAsync(cancel))
            .Where(link => link.Account == person.Account || (person.Email.Length > 0 && string.Equals(link.Email?.Trim(), person.Email.Trim(), StringComparison.OrdinalIgnoreCase))),
    ];

    private static int Remove(WardbookDb db, List<Link> links)
    {
        db.Links.RemoveRange(links);
        return links.Count;
    }
}
