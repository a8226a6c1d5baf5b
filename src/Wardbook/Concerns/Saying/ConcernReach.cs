using Wardbook.Accounts.Personal;
using Wardbook.Accounts.Record;

namespace Wardbook.Concerns.Saying;

/// <summary>How to reach whoever said it, kept apart from what was said. Deleted a set time after the answer.</summary>
[Recorded("way to reach")]
public sealed class ConcernReach
{
    public required Guid Concern { get; init; }

    [Personal, Encrypted]
    public required string Email { get; set; }

    /// <summary>By which all that one person left is found.</summary>
    [Personal, NotRecorded]
    public required string EmailKey { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime Left { get; init; }

    /// <summary>From when its time is counted: when the answer went out; null while there is none.</summary>
    public DateTime? Answered { get; set; }
}

/// <summary>A private address under which whoever said it follows what became of it. We keep a hash of it, from which it cannot be made.</summary>
/// <remarks>Each letter has one of its own, because the first is not known to us any more; all of them open the same page.</remarks>
public sealed class ConcernLink
{
    public required byte[] TokenHash { get; init; }

    public required Guid Concern { get; init; }

    /// <summary>It was sent to the address that was left: whoever opens it has that address.</summary>
    public bool Proves { get; init; }

    public required DateTime Made { get; init; }
}

/// <summary>From which network a concern came, for a short time: so that a machine that sends thousands does not fill the desk.</summary>
public sealed class ConcernSender
{
    public required Guid Concern { get; init; }

    /// <summary>The network as <see cref="Keys.LookUp"/> has it: the address cannot be made from it.</summary>
    [Personal]
    public required string FromKey { get; init; }

    /// <summary>The same for the same words, however they are spaced or capitalised.</summary>
    [Personal]
    public required string WordsKey { get; init; }

    public required DateTime At { get; init; }
}
