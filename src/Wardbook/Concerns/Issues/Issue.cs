using Wardbook.Accounts;
using Wardbook.Accounts.Record;
using Wardbook.Places;

namespace Wardbook.Concerns.Issues;

/// <summary>What several concerns of a ward are about, named by a person who read them. A panel chooses its priorities from issues.</summary>
/// <remarks>Which concerns belong to it stands in <see cref="Grouping"/>. One that was merged into another stays, and leads there.</remarks>
[Recorded("issue")]
public sealed class Issue
{
    public const int LongestTitle = 120, LongestReason = 200;

    public required Guid Id { get; init; }

    public required string PlaceKind { get; init; }

    public required PlaceCode PlaceCode { get; init; }

    /// <summary>In public words: <c>Mopeds on the pavement of the High Road</c>.</summary>
    public required string Title { get; set; }

    /// <summary>What it is about: the code of a category.</summary>
    public required string Category { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime Made { get; init; }

    public Guid? MadeBy { get; init; }

    /// <summary>The issue that took its concerns.</summary>
    public Guid? MergedInto { get; private set; }

    /// <summary>When nobody needed to look at it any more, UTC: merged, or closed with a reason.</summary>
    public DateTime? Closed { get; private set; }

    public string WhyClosed { get; private set; } = "";

    /// <summary>Grows with each change: who changes an earlier state is told so.</summary>
    [NotRecorded]
    public int Version { get; set; } = 1;

    public PlaceKey Place => new(PlaceKind, PlaceCode);

    public bool IsOpen => Closed is null;

    /// <exception cref="InvalidOperationException">It is closed already.</exception>
    public void Close(DateTime at, string why)
    {
        if (!IsOpen)
        {
            throw new InvalidOperationException("This issue is closed already.");
        }

        (Closed, WhyClosed, Version) = (at, why, Version + 1);
    }

    /// <exception cref="InvalidOperationException">It is open, or was merged: take back the merging.</exception>
    public void Reopen()
    {
        if (IsOpen || MergedInto is not null)
        {
            throw new InvalidOperationException("Only an issue that was closed by itself is opened again.");
        }

        (Closed, WhyClosed, Version) = (null, "", Version + 1);
    }

    /// <exception cref="InvalidOperationException">They are the same issue, of different places, or one of them is closed.</exception>
    internal void MergeInto(Issue other, DateTime at)
    {
        if (other.Id == Id || other.Place != Place || !IsOpen || !other.IsOpen)
        {
            throw new InvalidOperationException("Two open issues of one place are merged, and no issue with itself.");
        }

        (Closed, MergedInto, Version) = (at, other.Id, Version + 1);
    }

    internal void TakeBackMerge() => (Closed, MergedInto, Version) = (null, null, Version + 1);
}

/// <summary>That a concern belongs to an issue, from one moment to another. Every regrouping ends one of these and begins another, so none is lost.</summary>
[Recorded("grouping")]
public sealed class Grouping
{
    public required Guid Id { get; init; }

    public required Guid Concern { get; init; }

    public required Guid Issue { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime From { get; init; }

    /// <summary>Null for what Wardbook did itself.</summary>
    public Guid? By { get; init; }

    /// <summary>The issue it came from when that was merged into this one; null for what a person put here.</summary>
    public Guid? CameWith { get; init; }

    /// <summary>UTC; null while it belongs there.</summary>
    public DateTime? Until { get; private set; }

    public Guid? UntilBy { get; private set; }

    internal void End(DateTime at, Guid? by) => (Until, UntilBy) = (at, by);
}
