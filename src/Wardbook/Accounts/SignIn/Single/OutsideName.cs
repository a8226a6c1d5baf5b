using Wardbook.Accounts.Personal;
using Wardbook.Accounts.Record;

namespace Wardbook.Accounts.SignIn.Single;

/// <summary>By what a force's own sign-on knows the person of an account. Issuer and subject together never change and are never given to somebody else; a mail address may be.</summary>
[Recorded("single sign-on name")]
public sealed class OutsideName
{
    public required Guid Id { get; init; }

    [Concerns]
    public required Guid Account { get; init; }

    public required string Issuer { get; init; }

    [Personal]
    public required string Subject { get; init; }
}

/// <summary>A held role that stands for a group of the force's sign-on: it goes when the group goes.</summary>
[Recorded("role from a group")]
public sealed class GroupHolding
{
    /// <summary>The held role.</summary>
    public required Guid Id { get; init; }

    [Concerns]
    public required Guid Account { get; init; }

    public required string Group { get; init; }
}
