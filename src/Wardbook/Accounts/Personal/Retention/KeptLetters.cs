using Microsoft.EntityFrameworkCore;
using Wardbook.Shared.Mail;
using Wardbook.Store;

namespace Wardbook.Accounts.Personal.Retention;

/// <summary>Letters that went out by mail.</summary>
internal static class KeptLetters
{
    public static PersonalKind Kind { get; } = new(
        "letters",
        "Letters: to which address what was sent, and when. What they said is forgotten as soon as they are sent",
        "the letter was sent or given up",
        "The letter is deleted.",
        new(30, "Whoever says that a letter never came can be told when it left and what the mail server answered.", "Public task (UK GDPR, article 6(1)(e))"))
    {
        Rows = [typeof(Letter)],
        LetGo = (db, before, _, cancel) => db.Letters.Where(letter => letter.Sent < before || letter.GivenUp < before).ExecuteDeleteAsync(cancel),
        Find = async (db, person, cancel) =>
        [
            .. (await To(db, person, cancel)).Select(letter => new PersonalItem(letter.Id.ToString(),
            [
                new("To", letter.To),
                new("Subject", letter.Subject),
                new("Written", KeptAccounts.InWords(letter.Written)),
                new("Sent", letter.Sent is { } sent ? KeptAccounts.InWords(sent) : "not sent"),
            ])),
        ],
        Erase = async (db, person, _, cancel) =>
        {
            var theirs = (await To(db, person, cancel)).Select(letter => letter.Id).ToList();
            return await db.Letters.Where(letter => theirs.Contains(letter.Id)).ExecuteDeleteAsync(cancel);
        },
    };

    /// <summary>The address stands encrypted, so each is read: there are a month's letters at most.</summary>
    private static async Task<IReadOnlyList<Letter>> To(WardbookDb db, Person person, CancellationToken cancel) => person.Email.Length == 0 ? [] :
    [
        .. (await db.Letters.AsNoTracking().OrderBy(letter => letter.Id).ToListAsync(cancel)).Where(letter => string.Equals(letter.To.Trim(), person.Email.Trim(), StringComparison.OrdinalIgnoreCase)),
    ];
}
