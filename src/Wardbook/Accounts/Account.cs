using Wardbook.Accounts.Personal;
using Wardbook.Accounts.Record;

namespace Wardbook.Accounts;

/// <summary>Somebody who can sign in. What they may do is in the roles they hold.</summary>
[Recorded("account")]
public sealed class Account
{
    public const int LongestName = 100;

    private const string EmailAsWhat = "e-mail";

    [Concerns]
    public required Guid Id { get; init; }

    /// <summary>As others see it: <c>PS Amara Bello</c>.</summary>
    [Personal]
    public required string Name { get; set; }

    /// <summary>Where mail goes, and what is typed to sign in. Empty for a part of the demonstration, which has no mail.</summary>
    [Personal, Encrypted]
    public required string Email { get; set; }

    /// <summary>By which the address is found: <see cref="Keys.LookUp"/> of it in one normal form.</summary>
    [NotRecorded]
    public required string EmailKey { get; set; }

    /// <summary>Null while there is no password: passkeys alone, or a part of the demonstration.</summary>
    [Secret]
    public string? PasswordHash { get; set; }

    /// <summary>Shared with the app that shows one-time codes, in base 32; null while there is no app.</summary>
    [Secret, Encrypted]
    public string? CodeSecret { get; set; }

    /// <summary>The half-minute of the last code that was taken: neither it nor an earlier one is taken again.</summary>
    [NotRecorded]
    public long LastCodeStep { get; set; }

    /// <summary>Changes with every change of a factor: what was issued before it is worth nothing after.</summary>
    [NotRecorded]
    public required string SecurityStamp { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime Made { get; init; }

    /// <summary>Since when nobody can sign in with it; null while it is open.</summary>
    public DateTime? Closed { get; set; }

    /// <summary>The column by which an address is found.</summary>
    public static string KeyOf(string email, Keys keys) => keys.LookUp(EmailAsWhat, Normal(email));

    /// <summary>All that may stand there: keys are replaced now and then.</summary>
    public static IReadOnlyList<string> KeysOf(string email, Keys keys) => keys.LookUps(EmailAsWhat, Normal(email));

    /// <remarks>Two people do not share an address that differs in capitals alone, whatever a mail server may allow.</remarks>
    private static string Normal(string email) => email.Trim().Normalize().ToUpperInvariant();
}
