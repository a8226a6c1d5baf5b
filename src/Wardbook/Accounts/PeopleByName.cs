using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Accounts;

/// <summary>People as they are looked for: by a part of the name, in any script, or by the whole mail address.</summary>
public static class PeopleByName
{
    /// <summary>Who types Zoe or ZOË means Zoë.</summary>
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    /// <summary>All of them, by name, whoever was erased last.</summary>
    /// <param name="asked">Null for everybody. Nobody who was erased is found by a name.</param>
    /// <remarks>Names are compared here: what the databases call capitals and order differs between them, and one of them knows only A to Z.</remarks>
    public static async Task<IReadOnlyList<Named>> List(WardbookDb db, string? asked, CancellationToken cancel)
    {
        var culture = CultureInfo.CurrentCulture;
        if (asked is not null)
        {
            var keys = Account.KeysOf(asked, db.Keys);
            var byAddress = await db.Accounts.Where(account => keys.Contains(account.EmailKey)).Select(account => new Named(account.Id, account.Name)).ToListAsync(cancel);
            if (byAddress.Count > 0)
            {
                return byAddress;
            }
        }

        return
        [
            .. (await db.Accounts.Select(account => new Named(account.Id, account.Name)).ToListAsync(cancel))
                .Where(one => asked is null || culture.CompareInfo.IndexOf(one.Name, asked, Loosely) >= 0)
                .OrderBy(one => one.Name.Length == 0).ThenBy(one => one.Name, StringComparer.Create(culture, ignoreCase: true)).ThenBy(one => one.Id),
        ];
    }

    public sealed record Named(Guid Id, string Name);
}
