using Microsoft.EntityFrameworkCore;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Accounts.SignIn;

/// <summary>Every try to sign in by somebody's name, the latest first: for that person and for administrators.</summary>
public static class SignInHistory
{
    /// <summary>One page of it, and how many pages there are.</summary>
    public static async Task<(IReadOnlyList<SignInTry> Tries, int Pages)> List(WardbookDb db, Guid account, int page, int each, CancellationToken cancel)
    {
        var all = db.SignInTries.AsNoTracking().Where(row => row.Account == account);
        var pages = (await all.CountAsync(cancel) + each - 1) / each;
        var skip = (Math.Clamp(page, 1, Math.Max(1, pages)) - 1) * each;
        return (await all.OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Skip(skip).Take(each).ToListAsync(cancel), pages);
    }

    public static Table Table(IReadOnlyList<SignInTry> tries) => new Table<SignInTry>("Tries to sign in", tries)
        .Text("when", "When", row => row.At.InForceTime().ToString("d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.InvariantCulture))
        .Text("what", "What", row => row.Means is { } means ? $"{row.Result.InWords()} by {means.InWords()}" : row.Result.InWords())
        .Text("from", "From", row => row.From)
        .Text("device", "Device", row => row.Device);
}
