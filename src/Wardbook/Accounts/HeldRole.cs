using Wardbook.Accounts.Record;
using Wardbook.Places;

namespace Wardbook.Accounts;

/// <summary>A role that somebody holds for a place and for a while: sergeant, Brixton Hill ward, from 1 May.</summary>
/// <remarks>
/// Never deleted and never given to somebody else: a post that passes on ends here and begins as another (<see cref="HandOver"/>). The place is known
/// by its kind and code, so it stays the same place when new boundaries come.
/// </remarks>
[Recorded("held role")]
public sealed class HeldRole
{
    public required Guid Id { get; init; }

    [Concerns]
    public required Guid Account { get; init; }

    public required Role Role { get; init; }

    /// <summary>Null for a role that is held for everything.</summary>
    public string? PlaceKind { get; init; }

    /// <inheritdoc cref="PlaceKind"/>
    public PlaceCode? PlaceCode { get; init; }

    /// <summary>The first day, in the force's time zone.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day; null while no end is known.</summary>
    public DateOnly? To { get; set; }

    /// <summary>When somebody ended it at once, UTC. Whatever a clock says afterwards, it stays ended.</summary>
    public DateTime? Ended { get; private set; }

    /// <summary>When it was given, UTC.</summary>
    public required DateTime Given { get; init; }

    /// <summary>The account that gave it; null for the first start.</summary>
    public Guid? GivenBy { get; init; }

    /// <summary>The holding from which it was taken over.</summary>
    public Guid? TakenOverFrom { get; init; }

    /// <summary>Null: everything.</summary>
    public PlaceKey? Place => PlaceKind is { } kind && PlaceCode is { } code ? new(kind, code) : null;

    /// <exception cref="ArgumentException">The role is for a place and none is given, or the other way round; or it ends before it begins.</exception>
    public static HeldRole Give(Guid account, Role role, PlaceKey? place, DateOnly from, DateOnly? to, DateTime given, Guid? by)
    {
        if (RoleTable.IsForEverything(role) != place is null)
        {
            throw new ArgumentException($"{role.InWords()} is held {(place is null ? "for a place" : "for everything")}.", nameof(place));
        }

        return to < from
            ? throw new ArgumentException("It would end before it begins.", nameof(to))
            : new()
            {
                Id = Guid.CreateVersion7(),
                Account = account,
                Role = role,
                PlaceKind = place?.Kind,
                PlaceCode = place?.Code,
                From = from,
                To = to,
                Given = given,
                GivenBy = by,
            };
    }

    public bool HoldsOn(DateOnly day) => Ended is null && From <= day && (To is null || day <= To);

    /// <summary>Whether it holds on this day or will later.</summary>
    public bool IsOverAfter(DateOnly day) => Ended is not null || To < day;

    /// <summary>Ends it at once.</summary>
    /// <exception cref="InvalidOperationException">It is over already.</exception>
    public void EndNow(DateTime now, DateOnly today)
    {
        if (IsOverAfter(today))
        {
            throw new InvalidOperationException("This role is over already.");
        }

        Ended = now;
    }

    /// <summary>The post passes on: this holding ends the day before, the other begins. Both stay in the record.</summary>
    /// <param name="on">The first day of whoever comes.</param>
    /// <exception cref="InvalidOperationException">It is over before that day, or began on it or later.</exception>
    public HeldRole HandOver(Guid to, DateOnly on, DateTime given, Guid? by)
    {
        if (IsOverAfter(on) || on <= From)
        {
            throw new InvalidOperationException("The day of the handover must lie after the first day of this holding, and not after its last.");
        }

        var next = Next(to, Place, on, given, by);
        To = on.AddDays(-1);
        return next;
    }

    /// <summary>The boundaries changed: this holding ends the day before, and the same person holds the role for the places that came instead.</summary>
    /// <param name="on">The first day for the new places.</param>
    /// <exception cref="InvalidOperationException">It is over before that day, or began on it or later.</exception>
    public IReadOnlyList<HeldRole> Move(IEnumerable<PlaceKey> to, DateOnly on, DateTime given, Guid? by)
    {
        if (IsOverAfter(on) || on <= From)
        {
            throw new InvalidOperationException("The day must lie after the first day of this holding, and not after its last.");
        }

        List<HeldRole> next = [.. to.Select(place => Next(Account, place, on, given, by))];
        To = on.AddDays(-1);
        return next;
    }

    private HeldRole Next(Guid account, PlaceKey? place, DateOnly on, DateTime given, Guid? by) => new()
    {
        Id = Guid.CreateVersion7(),
        Account = account,
        Role = Role,
        PlaceKind = place?.Kind,
        PlaceCode = place?.Code,
        From = on,
        To = To,
        Given = given,
        GivenBy = by,
        TakenOverFrom = Id,
    };
}
