using Microsoft.EntityFrameworkCore;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Accounts.SignIn;

/// <summary>Every try to sign in by somebody's name, the latest first: for that person and for administrators.</summary>
public static class SignInHistory
{
    private const int OnePage = 20;

    /// <summary>The part of it that is asked for.</summary>
    public static async Task<(IReadOnlyList<SignInTry> Tries, Paging Paging)> List(WardbookDb db, Guid account, HttpRequest request, CancellationToken cancel)
    {
        var all = db.SignInTries.AsNoTracking().Where(row => row.Account == account);
        var paging = Paging.Of(request, await all.CountAsync(cancel), OnePage);
        return (await all.OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Skip(paging.Skip).Take(paging.Each).ToListAsync(cancel), paging);
    }

    public static Table Table(IReadOnlyList<SignInTry> tries) => new Table<SignInTry>("Tries to sign in", tries)
        .Text("when", "When", row => row.At.InForceTime().ToString("d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.InvariantCulture))
        .Text("what", "What", row => row.Means is { } means ? $"{row.Result.InWords()} by {means.InWords()}" : row.Result.InWords())
        .Text("from", "From", row => row.From)
        .Text("device", "Device", row => row.Device);
}
