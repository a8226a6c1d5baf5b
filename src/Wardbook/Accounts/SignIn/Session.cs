using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Wardbook.Accounts.SignIn;

/// <summary>Somebody signed in on one device. It is over when this row says so, whatever the device still has.</summary>
public sealed class Session
{
    public required Guid Id { get; init; }

    public required Guid Account { get; init; }

    /// <summary>SHA-256 of a secret that only the device's cookie holds: who reads this table cannot take a session over.</summary>
    public required byte[] Proof { get; init; }

    /// <summary>UTC, as all moments here.</summary>
    public required DateTime Started { get; init; }

    /// <summary>To within a minute.</summary>
    public required DateTime LastSeen { get; set; }

    /// <summary>When the factors were last shown. What is dangerous asks for them again when that is long ago.</summary>
    public required DateTime Proved { get; set; }

    public DateTime? Ended { get; set; }

    /// <summary>How the person signed in.</summary>
    public required Means Means { get; init; }

    /// <summary>The browser and the device in a few words.</summary>
    public required string Device { get; init; }

    /// <summary>Which roles held when this identifier was given (<see cref="RightsOf"/>). When others hold, the session gets another identifier.</summary>
    public required long Rights { get; init; }

    /// <summary>The session that went on under a new identifier.</summary>
    public Guid? ReplacedBy { get; set; }

    /// <summary>A number for a set of holdings: another set has another.</summary>
    public static long RightsOf(IEnumerable<HeldRole> holding) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData([.. holding.Select(held => held.Id).Order().SelectMany(id => id.ToByteArray())]));
}

/// <summary>How somebody signed in.</summary>
public enum Means
{
    Passkey = 1,
    PasswordAndCode = 2,
    Password = 3,
    SingleSignOn = 4,
    Demonstration = 5,
}
