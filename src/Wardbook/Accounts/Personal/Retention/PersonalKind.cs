using Wardbook.Store;

namespace Wardbook.Accounts.Personal.Retention;

/// <summary>A kind of record that tells of people: where it stands, how it is found, and how it goes when its time is over.</summary>
/// <param name="Name">Short and fixed, because rules are kept under it: <c>sessions</c>.</param>
/// <param name="Says">What it is, for a person.</param>
/// <param name="Since">What its days are counted from: <c>the session ended</c>.</param>
/// <param name="Then">What is done after that: <c>the row is deleted</c>.</param>
/// <param name="First">The rule it begins with.</param>
public sealed record PersonalKind(string Name, string Says, string Since, string Then, FirstRule First)
{
    /// <summary>The rows in which it stands: every marked property of theirs is covered by the rule.</summary>
    public required IReadOnlyList<Type> Rows { get; init; }

    /// <summary>Lets go of some of what is older than a moment (UTC). The caller saves, with an entry that has the id given.</summary>
    /// <returns>How many records; 0 when nothing older is left.</returns>
    public required Func<WardbookDb, DateTime, Guid, CancellationToken, Task<int>> LetGo { get; init; }

    /// <summary>Finds what there is of a person: what it is, and its fields in words.</summary>
    public required Func<WardbookDb, Person, CancellationToken, Task<IReadOnlyList<PersonalItem>>> Find { get; init; }

    /// <summary>The id of a record through which a mail address that has no account is found again; null when there is none. Null for kinds that know no such people.</summary>
    public Func<WardbookDb, string, CancellationToken, Task<Guid?>>? ByAddress { get; init; }

    /// <summary>The address that such a record leads to; null when it is not there any more.</summary>
    public Func<WardbookDb, Guid, CancellationToken, Task<string?>>? AddressOf { get; init; }

    /// <summary>Erases what there is of a person; what must stay so that counts and the record hold stays without them.</summary>
    public required Func<WardbookDb, Person, Guid, CancellationToken, Task<int>> Erase { get; init; }
}

/// <summary>How long, why, and on which lawful basis, until somebody sets another rule.</summary>
public sealed record FirstRule(int Days, string Why, string Basis);

/// <summary>Whose data is looked for.</summary>
/// <param name="Email">Under which letters went out.</param>
public sealed record Person(Guid Account, string Name, string Email);

/// <summary>Something held of a person.</summary>
/// <param name="Key">The key of the record.</param>
/// <param name="Fields">Each with its name, in words.</param>
public sealed record PersonalItem(string Key, IReadOnlyList<KeyValuePair<string, string>> Fields);
