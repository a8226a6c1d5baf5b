using Wardbook.Accounts;
using Wardbook.Accounts.Record;
using Wardbook.Places;

namespace Wardbook.Priorities;

/// <summary>What a ward's team works on because a meeting of local people chose it: from which issues, why, and by what we shall know whether it worked.</summary>
/// <remarks>Public from the moment it is adopted, which is why it has its reason and its issues before it exists. Added, judged and closed; never edited away.</remarks>
[Recorded("priority")]
public sealed class Priority
{
    public const int LongestTitle = 120, LongestReason = 1_000, LongestMeeting = 200, LongestMeasure = 300;

    /// <summary>Without news for longer than this a public page says so.</summary>
    public const int MonthsOfNews = 3;

    public required Guid Id { get; init; }

    public required string PlaceKind { get; init; }

    public required PlaceCode PlaceCode { get; init; }

    /// <summary>In public words: <c>Mopeds on the pavement of the High Road</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Why the meeting chose it, in public words.</summary>
    public required string Reason { get; init; }

    /// <summary>The day of the meeting.</summary>
    public required DateOnly Adopted { get; init; }

    /// <summary>Which meeting: <c>the ward panel in the library</c>.</summary>
    public required string Meeting { get; init; }

    /// <summary>How many voted for it; null, with the two below, when nobody voted because everybody agreed.</summary>
    public int? For { get; init; }

    public int? Against { get; init; }

    public int? Abstained { get; init; }

    /// <summary>By what it will be judged.</summary>
    public required MeasureKind Measure { get; init; }

    /// <summary>The category of crime, or what a person will look at, for the measures that need one.</summary>
    public string MeasureOf { get; init; } = "";

    /// <summary>What the measure was when the priority was adopted; null when it could not be known then.</summary>
    public double? Baseline { get; init; }

    /// <summary>When it is to be judged.</summary>
    public required DateOnly JudgeBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime Made { get; init; }

    public Guid? MadeBy { get; init; }

    /// <summary>The review that closed it; null while it is worked on.</summary>
    public Guid? ClosedBy { get; private set; }

    /// <summary>The day of that review.</summary>
    public DateOnly? Closed { get; private set; }

    /// <summary>Grows with each review: who judges an earlier state is told so.</summary>
    [NotRecorded]
    public int Version { get; private set; } = 1;

    public PlaceKey Place => new(PlaceKind, PlaceCode);

    public bool IsOpen => Closed is null;

    /// <summary>Records what a meeting said became of it.</summary>
    /// <exception cref="InvalidOperationException">It is closed, or the meeting was before it was adopted.</exception>
    public void Judge(Review review)
    {
        if (!IsOpen || review.Day < Adopted || review.Priority != Id)
        {
            throw new InvalidOperationException("Only an open priority is judged, by a meeting on or after the day it was adopted.");
        }

        Version++;
        if (review.Closes)
        {
            (ClosedBy, Closed) = (review.Id, review.Day);
        }
    }
}

/// <summary>By what a priority is judged. The numbers are in the database.</summary>
public enum MeasureKind
{
    /// <summary>Records of a category of crime in the ward over 12 months.</summary>
    RecordedCrime = 1,

    /// <summary>People who raised its issues in three months.</summary>
    PeopleWhoRaisedIt = 2,

    /// <summary>What a person goes and looks at, said in words.</summary>
    Seen = 3,
}

/// <summary>An issue from which a priority was made. The thread back to what people said.</summary>
public sealed class PrioritySource
{
    public required Guid Priority { get; init; }

    public required Guid Issue { get; init; }
}

/// <summary>What a meeting said became of a priority.</summary>
[Recorded("review")]
public sealed class Review
{
    public const int LongestWhy = 1_000;

    public required Guid Id { get; init; }

    public required Guid Priority { get; init; }

    /// <summary>The day of the meeting.</summary>
    public required DateOnly Day { get; init; }

    public required string Meeting { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>Why it says so, in public words.</summary>
    public required string Why { get; init; }

    /// <summary>Whether the priority ends with it; otherwise it is carried over.</summary>
    public required bool Closes { get; init; }

    /// <summary>What the measure was on that day; null when it could not be known.</summary>
    public double? Measured { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime Made { get; init; }

    public Guid? MadeBy { get; init; }
}

/// <summary>What became of it. The numbers are in the database.</summary>
public enum Verdict
{
    Resolved = 1,
    Improving = 2,
    NoChange = 3,
    Worse = 4,
}

/// <summary>You said, we did: what residents are told about a priority.</summary>
[Recorded("update")]
public sealed class Update
{
    public const int LongestWords = 2_000;

    public required Guid Id { get; init; }

    public required Guid Priority { get; init; }

    /// <summary>The review it tells of; null for news in between.</summary>
    public Guid? Review { get; init; }

    public required string Words { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public required DateTime Published { get; init; }

    public Guid? By { get; init; }

    /// <summary>To how many people it was sent by mail.</summary>
    [NotRecorded]
    public int Sent { get; set; }
}
