using Wardbook.Accounts.Personal;

namespace Wardbook.Shared.Mail;

/// <summary>A mail to one person, written with the change it tells of. What it says is forgotten when it is sent: it may hold a link that opens something.</summary>
public sealed class Letter
{
    /// <summary>The longest address there is. Source: RFC 5321, 4.5.3.1.3, without the brackets.</summary>
    public const int LongestAddress = 254;

    /// <summary>Made when it was written, so letters sort by it.</summary>
    public required Guid Id { get; init; }

    /// <summary>The address. It is part of who somebody is, so it is never logged.</summary>
    [Personal, Encrypted]
    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>Plain text. Empty once it is sent or given up.</summary>
    [Encrypted]
    public required string Text { get; set; }

    /// <summary>From then on it is of no use, such as a letter with a link that has run out; UTC. <see langword="null"/> when it does not grow old.</summary>
    public DateTime? GoodUntil { get; init; }

    /// <summary>How often sending was begun.</summary>
    public int Tries { get; set; }

    /// <summary>Not before then, UTC. A letter nobody has tried to send is due since the beginning of time.</summary>
    public DateTime NextTry { get; set; } = DateTime.UnixEpoch;

    /// <summary>When the mail server took it, or it was put in the folder; UTC.</summary>
    public DateTime? Sent { get; set; }

    /// <summary>When it was given up for good, UTC: refused, too old, or tried too often.</summary>
    public DateTime? GivenUp { get; set; }

    /// <summary>Why the last try failed, in words, without the address.</summary>
    public string LastTrouble { get; set; } = "";

    public bool IsWaiting => Sent is null && GivenUp is null;

    /// <summary>When it was written, UTC.</summary>
    public DateTime Written => DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(Id.ToString("N")[..12], 16)).UtcDateTime;
}
