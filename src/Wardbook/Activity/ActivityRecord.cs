using Wardbook.Accounts;
using Wardbook.Places;

namespace Wardbook.Activity;

/// <summary>Something that was done in a ward: what, how many, when; and where, for which priority, if somebody said so.</summary>
/// <remarks>
/// Never changed and never deleted, which is why it stands outside the record of change: it says itself who recorded it and when. What was wrong is
/// corrected by another record that points at it; what never was is taken back by one. A record counts while no other points at it.
/// </remarks>
public sealed class ActivityRecord
{
    public const int LongestWhere = 120, LongestReference = 20, LongestWhy = 200;

    /// <summary>More at once nobody does; kinds ask earlier (<see cref="ActivityKind.AskAbove"/>).</summary>
    public const int Most = 100_000;

    /// <summary>Made where it is typed, so that what is sent twice is recorded once.</summary>
    public required Guid Id { get; init; }

    public required string PlaceKind { get; init; }

    public required PlaceCode PlaceCode { get; init; }

    /// <summary>The code of an <see cref="ActivityKind"/>.</summary>
    public required string Kind { get; init; }

    /// <inheritdoc cref="Activity.Amount"/>
    public required int Halves { get; init; }

    /// <summary>Where the force is.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>In words: a street, a park. Never a person.</summary>
    public string? Where { get; init; }

    /// <summary>The priority of the ward for which it was done.</summary>
    public Guid? Priority { get; init; }

    /// <summary>What was planned for the priority and is done by it.</summary>
    public Guid? Action { get; init; }

    /// <summary>The number under which a report is kept elsewhere.</summary>
    public string? Reference { get; init; }

    /// <summary>The team that did it; null where the ward had none that day.</summary>
    public Guid? Team { get; init; }

    /// <summary>Who did it; null when it was recorded for the team by somebody who is not of it.</summary>
    public Guid? Officer { get; init; }

    /// <summary>The account of whoever wrote it down.</summary>
    public Guid? MadeBy { get; init; }

    /// <summary>When it was written down, UTC.</summary>
    public required DateTime Made { get; init; }

    /// <summary>The record that this one puts right, or takes back. At most one points at each.</summary>
    public Guid? Corrects { get; init; }

    /// <summary>What it points at never was. It counts for nothing itself.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>The engagement activity of which it is counted by itself; null for what somebody recorded. It is put right there alone.</summary>
    public Guid? Held { get; init; }

    /// <summary>Why it was put right or taken back, in words; empty for none.</summary>
    public string Why { get; init; } = "";

    public PlaceKey Place => new(PlaceKind, PlaceCode);

    public Amount Amount => new(Halves);

    /// <summary>The same, said never to have been.</summary>
    public ActivityRecord TakenBack(Guid id, Guid? by, DateTime at, string why) => new()
    {
        Id = id,
        PlaceKind = PlaceKind,
        PlaceCode = PlaceCode,
        Kind = Kind,
        Halves = Halves,
        Day = Day,
        Where = Where,
        Priority = Priority,
        Action = Action,
        Reference = Reference,
        Team = Team,
        Officer = Officer,
        MadeBy = by,
        Made = at,
        Corrects = Id,
        IsTakenBack = true,
        Held = Held,
        Why = why,
    };
}

/// <summary>How much of one kind one team did in a place in a day, a week or a month: added up in the transaction of each record, proved by <c>wardbook check</c>.</summary>
public sealed class ActivityTotal
{
    /// <summary>A day, a week or a month.</summary>
    public required Step Step { get; init; }

    public required string PlaceKind { get; init; }

    public required PlaceCode PlaceCode { get; init; }

    /// <summary>The first day of the step.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The code of an <see cref="ActivityKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The empty id for what no team did.</summary>
    public required Guid Team { get; init; }

    /// <inheritdoc cref="Activity.Amount"/>
    public required long Halves { get; init; }

    /// <summary>How many records that count.</summary>
    public required int Records { get; init; }
}

/// <summary>Which bundle the totals of a ward are also added to: those of its borough. What adds up a borough or a force reads bundles of wards and not each ward.</summary>
/// <remarks>Never changes once it stands. Where later boundaries draw a borough otherwise, a bundle no longer fits into one place and its wards are read one by one.</remarks>
public sealed class ActivityBundle
{
    public const int LongestName = 80;

    public required string PlaceKind { get; init; }

    public required PlaceCode PlaceCode { get; init; }

    /// <summary>The kind and code of the borough as it was when something was first recorded in the ward; empty for a ward in none.</summary>
    public required string Bundle { get; init; }
}

/// <summary>How much of a kind was done in a bundle of wards in one step: the sum of their totals, so that a force's year is some thousand rows and not a million.</summary>
public sealed class BundledTotal
{
    public required Step Step { get; init; }

    /// <inheritdoc cref="ActivityBundle.Bundle"/>
    public required string Bundle { get; init; }

    /// <inheritdoc cref="ActivityTotal.From"/>
    public required DateOnly From { get; init; }

    /// <inheritdoc cref="ActivityTotal.Kind"/>
    public required string Kind { get; init; }

    /// <inheritdoc cref="Activity.Amount"/>
    public required long Halves { get; init; }

    /// <inheritdoc cref="ActivityTotal.Records"/>
    public required int Records { get; init; }
}
