using Microsoft.AspNetCore.Identity;
using Wardbook.Accounts.Personal;
using Wardbook.Accounts.Record;

namespace Wardbook.Accounts.SignIn.Factors;

/// <summary>A key on somebody's device that signs them in. We have its public half, which is no secret.</summary>
[Recorded("passkey")]
public sealed class Passkey
{
    public const int LongestName = 60;

    public required Guid Id { get; init; }

    [Concerns]
    public required Guid Account { get; init; }

    /// <summary>As its authenticator names it.</summary>
    public required byte[] Credential { get; init; }

    /// <summary>As its owner calls it: <c>Work phone</c>.</summary>
    [Personal]
    public required string Name { get; set; }

    public required byte[] PublicKey { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime Made { get; init; }

    [NotRecorded]
    public DateTime? LastUsed { get; set; }

    /// <summary>How often its authenticator says it was used; one that goes back was copied.</summary>
    [NotRecorded]
    public uint SignCount { get; set; }

    /// <summary>With commas between.</summary>
    public required string Transports { get; set; }

    [NotRecorded]
    public bool IsUserVerified { get; set; }

    public bool IsBackupEligible { get; set; }

    [NotRecorded]
    public bool IsBackedUp { get; set; }

    public required byte[] Attestation { get; init; }

    public required byte[] ClientData { get; init; }

    internal UserPasskeyInfo Info => new(Credential, PublicKey, new(Made, TimeSpan.Zero), SignCount, Transports.Split(',', StringSplitOptions.RemoveEmptyEntries),
        IsUserVerified, IsBackupEligible, IsBackedUp, Attestation, ClientData)
    { Name = Name };
}
