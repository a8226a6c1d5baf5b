using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts.Personal;
using Wardbook.Accounts.Record;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Accounts.SignIn.Links;

/// <summary>An address that opens something once and not for long. Whoever has it may; we keep a hash of it, from which it cannot be made.</summary>
[Recorded("link")]
public sealed class Link
{
    private const int TokenBytes = 32;

    public required Guid Id { get; init; }

    public required LinkKind Kind { get; init; }

    [Secret]
    public required byte[] TokenHash { get; init; }

    /// <summary>UTC, as all moments here.</summary>
    public required DateTime Made { get; init; }

    public required DateTime Expires { get; init; }

    /// <summary>When it was used, or taken back: it opens nothing since.</summary>
    public DateTime? Used { get; set; }

    /// <summary>Whose way of signing in it renews; of an invitation, who came of it.</summary>
    [Concerns]
    public Guid? Account { get; set; }

    /// <summary>Of an invitation: who is invited.</summary>
    [Personal, Encrypted]
    public string? Email { get; init; }

    /// <inheritdoc cref="Email"/>
    [Personal]
    public string? Name { get; init; }

    /// <summary>Of an invitation: the role that comes with it.</summary>
    public Role? Role { get; init; }

    public string? PlaceKind { get; init; }

    public PlaceCode? PlaceCode { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Who made it; null for the first start, and for somebody who asked for it without being signed in.</summary>
    public Guid? By { get; init; }

    public PlaceKey? Place => PlaceKind is { } kind && PlaceCode is { } code ? new(kind, code) : null;

    /// <summary>How long it is good for.</summary>
    public static TimeSpan Lasts(LinkKind kind) => kind switch
    {
        LinkKind.Recovery => TimeSpan.FromMinutes(15),
        LinkKind.Invitation => TimeSpan.FromDays(7),
        _ => TimeSpan.FromHours(24),
    };

    /// <summary>A secret for an address, and its hash for the table.</summary>
    public static (string Token, byte[] Hash) NewToken()
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        return (token, HashOf(token));
    }

    /// <returns>Null when there is no such link, or it was used, or has run out. A clock that was set back makes none young again.</returns>
    public static async Task<Link?> Find(WardbookDb db, string token, LinkKind kind, DateTime now, CancellationToken cancel)
    {
        var hash = HashOf(token);
        var link = await db.Links.SingleOrDefaultAsync(row => row.TokenHash == hash && row.Kind == kind, cancel);
        return link is { Used: null } && now < link.Expires && link.Made <= now.AddMinutes(1) ? link : null;
    }

    /// <summary>Takes back every link of this kind that nobody has used: for a person, or for nobody in particular.</summary>
    public static async Task TakeBack(WardbookDb db, LinkKind kind, Guid? account, DateTime now, CancellationToken cancel)
    {
        foreach (var link in await db.Links.Where(row => row.Kind == kind && row.Account == account && row.Used == null).ToListAsync(cancel))
        {
            link.Used = now;
        }
    }

    private static byte[] HashOf(string token) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));
}

/// <summary>What a link opens.</summary>
public enum LinkKind
{
    /// <summary>Makes the first administrator.</summary>
    First = 1,

    /// <summary>Makes an account with a role.</summary>
    Invitation = 2,

    /// <summary>Sets a new password.</summary>
    Recovery = 3,

    /// <summary>Starts again without the factors that were lost; given by an administrator.</summary>
    NewStart = 4,
}
