using Wardbook.Accounts.Record;

namespace Wardbook.Priorities.Plans;

/// <summary>Who sees to it that something happens about a priority, from when on. A new owner is a new row; who it was before stays.</summary>
[Recorded("owner of a priority")]
public sealed class PriorityOwner
{
    public required Guid Id { get; init; }

    public required Guid Priority { get; init; }

    /// <summary>From 1; the greatest counts.</summary>
    public required int Number { get; init; }

    /// <summary>Null when a partner owns it.</summary>
    public Guid? OwnerOfficer { get; init; }

    /// <inheritdoc cref="Owner.Partner"/>
    public string OwnerPartner { get; init; } = "";

    /// <summary>UTC.</summary>
    public required DateTime Made { get; init; }

    public Guid? MadeBy { get; init; }

    public Owner Owner => new(OwnerOfficer, OwnerPartner);
}

/// <summary>An officer of a team, or a partner.</summary>
/// <param name="Officer">Null for a partner.</param>
/// <param name="Partner">An organisation, in words, until partners are records of their own; empty for an officer. Residents may read it.</param>
public readonly record struct Owner(Guid? Officer, string Partner)
{
    public const int LongestPartner = 100;
}
