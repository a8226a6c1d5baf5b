using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Personal.Retention;
using Wardbook.Accounts.SignIn.Links;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Accounts.Record.Reading;

/// <summary>What the records about people and their roles are called.</summary>
internal static class AccountRecords
{
    public static IReadOnlyList<RecordNaming> All { get; } =
    [
        .. new[] { "account", "person" }.Select(kind => new RecordNaming(kind, kind, async (db, _, keys, cancel) => (await Names(db, keys, cancel)).ToDictionary(one => one.Key, one => new NamedRecord(one.Value, Urls.Person(one.Key))))),
        new RecordNaming("held role", "role", async (db, places, keys, cancel) =>
        {
            var roles = await db.HeldRoles.AsNoTracking().Where(held => keys.Contains(held.Id)).ToListAsync(cancel);
            var names = await Names(db, [.. roles.Select(held => held.Account)], cancel);
            return roles.ToDictionary(held => held.Id, held => new NamedRecord($"{RoleLists.InWords(held, places)}, of {names[held.Account]}", Urls.Person(held.Account) + "#roles"));
        }),
        new RecordNaming("role from a group", "role from a group", async (db, _, keys, cancel) => await Of(db, db.GroupHoldings.Where(row => keys.Contains(row.Id)).Select(row => new Whose(row.Id, row.Account)), cancel)),
        new RecordNaming("passkey", "passkey", async (db, _, keys, cancel) => await Of(db, db.Passkeys.Where(row => keys.Contains(row.Id)).Select(row => new Whose(row.Id, row.Account)), cancel)),
        new RecordNaming("single sign-on name", "name at the single sign-on", async (db, _, keys, cancel) => await Of(db, db.OutsideNames.Where(row => keys.Contains(row.Id)).Select(row => new Whose(row.Id, row.Account)), cancel)),
        new RecordNaming("link", "invitation or link", async (db, _, keys, cancel) =>
        {
            var links = await db.Links.AsNoTracking().Where(link => keys.Contains(link.Id)).ToListAsync(cancel);
            var names = await Names(db, [.. links.Select(link => link.Account).OfType<Guid>()], cancel);
            return links.ToDictionary(link => link.Id, link => new NamedRecord(InWords(link, link.Account is { } account ? names.GetValueOrDefault(account) : link.Name), link.Kind == LinkKind.Invitation ? Urls.Invitations : null));
        }),
        new RecordNaming("retention rule", "retention rule", async (db, _, keys, cancel) => await db.RetentionRules.AsNoTracking().Where(rule => keys.Contains(rule.Id))
            .ToDictionaryAsync(rule => rule.Id, rule => new NamedRecord($"{PersonalKinds.Find(rule.Kind)?.Name ?? rule.Kind}, from {rule.From.InWords()}", Urls.Retention + "#" + rule.Kind.Replace(' ', '-')), cancel)),
    ];

    private static string InWords(SignIn.Links.Link link, string? whose) => link.Kind switch
    {
        LinkKind.First => "the link for the first administrator",
        LinkKind.Invitation => $"invitation of {Called.InWords(whose)}",
        LinkKind.NewStart => $"link to start again, for {Called.InWords(whose)}",
        _ => $"link to set a password, for {Called.InWords(whose)}",
    };

    private static async Task<Dictionary<Guid, NamedRecord>> Of(WardbookDb db, IQueryable<Whose> rows, CancellationToken cancel)
    {
        var whose = await rows.ToListAsync(cancel);
        var names = await Names(db, [.. whose.Select(row => row.Account)], cancel);
        return whose.ToDictionary(row => row.Id, row => new NamedRecord($"of {names[row.Account]}", Urls.Person(row.Account)));
    }

    private static async Task<Dictionary<Guid, string>> Names(WardbookDb db, IReadOnlyCollection<Guid> accounts, CancellationToken cancel) =>
        (await db.Accounts.Where(account => accounts.Contains(account.Id)).Select(account => new { account.Id, account.Name }).ToListAsync(cancel)).ToDictionary(account => account.Id, account => Called.InWords(account.Name));

    private sealed record Whose(Guid Id, Guid Account);
}
