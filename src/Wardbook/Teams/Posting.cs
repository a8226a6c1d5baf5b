using Wardbook.Accounts.Record;
using Wardbook.Periods;
using Wardbook.Shared.Kinds;

namespace Wardbook.Teams;

/// <summary>An officer in a post of a team, from a day to a day. Ended and handed over, never deleted; what was wrong is replaced by a new one that points at it.</summary>
[Recorded("posting")]
public sealed class Posting
{
    public required Guid Id { get; init; }

    public required Guid Officer { get; init; }

    public required Guid Team { get; init; }

    /// <summary>A kind of the list <see cref="KindLists.Posts"/>.</summary>
    public required Guid PostKind { get; init; }

    /// <summary>Whether residents are told to turn to this officer.</summary>
    public bool IsNamedContact { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day; null while no end is known.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Why it ended: a kind of the list <see cref="KindLists.PostingEnds"/>.</summary>
    public Guid? WhyEnded { get; private set; }

    /// <summary>The posting from which the post was taken over.</summary>
    public Guid? TakenOverFrom { get; init; }

    /// <summary>The posting that this one corrects.</summary>
    public Guid? Corrects { get; init; }

    /// <summary>The posting that says it right; its own id when it never was; null while it counts.</summary>
    public Guid? CorrectedBy { get; private set; }

    /// <summary>UTC.</summary>
    public required DateTime Made { get; init; }

    [NotRecorded]
    public int Version { get; private set; } = 1;

    public DaySpan Days => new(From, To);

    public bool HoldsOn(DateOnly day) => CorrectedBy is null && Days.Contains(day);

    /// <param name="to">The last day of it.</param>
    /// <exception cref="InvalidOperationException">It was corrected, or the day is before its first.</exception>
    public void End(DateOnly to, Guid? why)
    {
        if (CorrectedBy is not null || to < From)
        {
            throw new InvalidOperationException("A posting ends on or after its first day, and one that was corrected no longer counts.");
        }

        (To, WhyEnded) = (to, why);
        Version++;
    }

    /// <summary>From here on the other counts in its place.</summary>
    /// <exception cref="InvalidOperationException">It was corrected already, or the other is not about it.</exception>
    public void CorrectBy(Posting right)
    {
        if (CorrectedBy is not null || right.Corrects != Id)
        {
            throw new InvalidOperationException("This posting was corrected already.");
        }

        CorrectedBy = right.Id;
        Version++;
    }

    /// <summary>Recorded by mistake: nobody was posted.</summary>
    /// <exception cref="InvalidOperationException">It was corrected already.</exception>
    public void NeverWas()
    {
        if (CorrectedBy is not null)
        {
            throw new InvalidOperationException("This posting was corrected already.");
        }

        CorrectedBy = Id;
        Version++;
    }
}
