using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Accounts.Personal;
using Wardbook.Accounts.Record;
using Wardbook.Accounts.SignIn.Factors;
using Wardbook.Shared.Mail;

namespace Wardbook.Store;

/// <summary>Kills <c>wardbook keys renew</c> half way, and proves that everything can be read then, and once it was run again.</summary>
/// <remarks>Throws <see cref="InvalidOperationException"/> with what is wrong.</remarks>
public sealed class KillRenewals(string folder, string connection)
{
    private const string Both = $"{TestKeys.Other},{TestKeys.Text}";

    private readonly Killing killing = new(folder, seed: 1) { Variables = new Dictionary<string, string> { [TestKeys.Variable] = Both } };

    /// <param name="people">Each with a mail address, an app for codes and a letter: three values and a look-up.</param>
    /// <returns>How many kills met the program at work.</returns>
    public async Task<int> Run(int people, int kills)
    {
        await using (var old = Database.At(connection, TestKeys.Usual))
        {
            await old.MakeReady();
            await Fill(old, people);
        }

        await using var both = Database.At(connection, Keys.Given(Both));
        var hit = 0;
        for (var number = 1; number <= kills; number++)
        {
            // Each time somewhat further on.
            var enough = people * 2 * number / (kills + 1);
            hit += await killing.KillWhen(async () => await Renewed(both) >= enough, "keys", "renew", "--database", connection) ? 1 : 0;
            await AllIsRead(both, people, $"after kill {number}");
        }

        await killing.Finish("keys", "renew", "--database", connection);
        await using var one = Database.At(connection, Keys.Given(TestKeys.Other));
        await one.MakeReady();
        await AllIsRead(one, people, "at the end, with the new key alone");
        await using var db = both.Open();
        Must(await db.RecordEntries.CountAsync(entry => entry.Kind == "keys") == 1, "The renewal does not stand in the record once.");
        var check = await RecordCheck.Run(both, null, CancellationToken.None);
        Must(check.Broken.Count == 0, $"The record is broken: {string.Join(' ', check.Broken)}");
        return hit;
    }

    private static async Task Fill(Database database, int people)
    {
        await using var db = database.Open();
        var now = database.Clock.GetUtcNow().UtcDateTime;
        for (var number = 0; number < people; number++)
        {
            var email = Address(number);
            db.Accounts.Add(new() { Id = Guid.CreateVersion7(), Name = $"Person {number}", Email = email, EmailKey = Account.KeyOf(email, database.Keys), CodeSecret = "JBSWY3DPEHPK3PXP", SecurityStamp = "x", Made = now });
            Outbox.Add(db, email, "A letter", $"Hello {number}");
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Accounts and letters whose address the new key has encrypted.</summary>
    private static async Task<int> Renewed(Database database)
    {
        var mark = $"k1.{database.Keys.Names[0]}.";
        await using var connection = await database.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = $"""SELECT (SELECT COUNT(*) FROM "Accounts" WHERE "Email" LIKE '{mark}%') + (SELECT COUNT(*) FROM "Letters" WHERE "To" LIKE '{mark}%')""";
        return Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task AllIsRead(Database database, int people, string when)
    {
        await using var db = database.Open();
        var addresses = Enumerable.Range(0, people).Select(Address).Order(StringComparer.Ordinal).ToList();
        var accounts = await db.Accounts.AsNoTracking().ToListAsync();
        Must(accounts.Select(account => account.Email).Order(StringComparer.Ordinal).SequenceEqual(addresses), $"{when}: not every mail address is what it was.");
        Must(accounts.All(account => account.CodeSecret == "JBSWY3DPEHPK3PXP"), $"{when}: not every code secret is what it was.");
        var letters = await db.Letters.AsNoTracking().ToListAsync();
        Must(letters.Select(letter => $"{letter.To} {letter.Text}").Order(StringComparer.Ordinal).SequenceEqual(Enumerable.Range(0, people).Select(number => $"{Address(number)} Hello {number}").Order(StringComparer.Ordinal)), $"{when}: not every letter is what it was.");
        foreach (var number in new[] { 0, people / 3, people / 2, people - 1 })
        {
            Must((await AccountStore.Find(db, Address(number), CancellationToken.None))?.Email == Address(number), $"{when}: {Address(number)} is not found.");
        }

        Must(await db.RecordedValues.AsNoTracking().AnyAsync(), $"{when}: the record has no values.");
    }

    private static string Address(int number) => $"person{number:00000}@example.org";

    private static void Must(bool isTrue, string otherwise)
    {
        if (!isTrue)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
