using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Record;
using Wardbook.Store;

namespace Wardbook.Accounts.SignIn;

/// <summary>Keeps and counts tries, on the database, so that all instances count together.</summary>
/// <remarks>
/// Who guesses one person's password is held up after five wrong tries in a quarter of an hour from one network, and after 25 from anywhere. A device
/// on which that person has signed in before is not held up by the guesses of others; passkeys never are. So nobody is locked out for long.
/// </remarks>
public sealed class Tries(WardbookDb db, TimeProvider clock)
{
    public const int FromOneNetwork = 5, FromAnywhere = 25, OfOneNetwork = 50;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Whether this name, this network, or the two together have been wrong too often.</summary>
    /// <param name="isKnownDevice">Somebody signed in by this name on this device before.</param>
    public async Task<bool> MustWait(string nameKey, HttpContext context, bool isKnownDevice)
    {
        var (since, from) = (clock.GetUtcNow().UtcDateTime - Window, FromKey(context));
        var wrong = db.SignInTries.Where(row => row.At > since && (row.Result == TryResult.Wrong || row.Result == TryResult.WrongCode));
        var name = await wrong.Where(row => row.NameKey == nameKey).GroupBy(row => row.FromKey == from).Select(group => new { FromHere = group.Key, Count = group.Count() }).ToListAsync(context.RequestAborted);
        var here = name.Where(count => count.FromHere).Sum(count => count.Count);
        return here >= FromOneNetwork
            || (!isKnownDevice && name.Sum(count => count.Count) >= FromAnywhere)
            || await wrong.CountAsync(row => row.FromKey == from, context.RequestAborted) >= OfOneNetwork;
    }

    /// <summary>Written with what is saved next: for the person's own history, and for the record of what happened here.</summary>
    public void Keep(HttpContext context, TryResult result, Guid? account, string nameKey, Means? means = null)
    {
        var device = Devices.InWords(context.Request.Headers.UserAgent.ToString());
        db.SignInTries.Add(new()
        {
            Id = Guid.CreateVersion7(),
            Account = account,
            NameKey = nameKey,
            FromKey = FromKey(context),
            From = From(context),
            At = clock.GetUtcNow().UtcDateTime,
            Result = result,
            Means = means,
            Device = device,
        });
        Happened? happened = result switch
        {
            TryResult.SignedIn => Happened.SignedIn,
            TryResult.SignedOut => Happened.SignedOut,
            TryResult.Wrong or TryResult.WrongCode => Happened.SignInFailed,
            _ => null,
        };
        if (happened is { } one)
        {
            ChangeRecord.Note(db, new(one, "account", account?.ToString() ?? "", account, means?.InWords() ?? "") { Personal = [("device", device), ("from", From(context))] });
        }
    }

    /// <summary>The network a request comes from. Of a long address the first half, which is one household's or one office's.</summary>
    public static string From(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "this machine",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } six => new System.Net.IPAddress([.. six.GetAddressBytes().Take(8), .. new byte[8]]) + "/64",
        var four => four.ToString(),
    };

    /// <summary>By which a network address is counted.</summary>
    /// <param name="from">As <see cref="From"/> says it.</param>
    public static string KeyOf(string from, Personal.Keys keys) => keys.LookUp("network", from);

    private string FromKey(HttpContext context) => KeyOf(From(context), db.Keys);
}
