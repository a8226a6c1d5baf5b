using Microsoft.EntityFrameworkCore;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Wards;

/// <summary>Where a place is: its boundary set, what is around it, beside it, before it and after it.</summary>
/// <param name="Around">The places it is part of, the nearest first: a ward's borough, then the force.</param>
/// <param name="Parts">What stands between it and its wards: a borough's clusters.</param>
/// <param name="Within">What it has in it, when it is not a leaf of its set: a force's boroughs, a borough's wards.</param>
/// <param name="Neighbours">In the same set, the longest shared border first.</param>
/// <param name="Later">What became of it when the next boundaries began: the places that cover it, the largest part first.</param>
/// <param name="Earlier">What it was made of.</param>
/// <param name="Sets">The boundary sets of this kind and force that readers can choose from, the latest first.</param>
/// <param name="Asked">The boundaries that were asked for and do not have this place; <see langword="null"/> when what was asked for is shown.</param>
public sealed record PlaceAbout(
    int Id, PlaceCode Code, string Name, string Kind, double Hectares, Point Centre, byte[]? Sketch, BoundarySet Set,
    IReadOnlyList<PlaceInSet> Around,
    IReadOnlyList<PlaceInSet> Parts,
    IReadOnlyList<DrawnPlace> Within,
    IReadOnlyList<DrawnPlace> Neighbours,
    IReadOnlyList<RelatedPlace> Later,
    IReadOnlyList<RelatedPlace> Earlier,
    IReadOnlyList<BoundarySet> Sets,
    DateOnly? Asked)
{
    /// <summary>Whether there are later boundaries of this kind in this force: then they are what is true today.</summary>
    public bool IsFormer => Sets.Any(set => set.From > Set.From) && !IsInLatest;

    /// <summary>Whether the latest boundaries have a place of this code, perhaps of another shape.</summary>
    public required bool IsInLatest { get; init; }

    /// <summary>What readers know it to be in: a ward's borough, whatever clusters are between them.</summary>
    public PlaceInSet? Borough => BoroughOf(Around);

    /// <summary>The places whose parts stand beside it: the borough and its clusters, for a ward.</summary>
    public required IReadOnlyList<int> Beside { get; init; }

    /// <summary>The places whose parts are <see cref="Within"/>: itself, and what stands between.</summary>
    public required IReadOnlyList<int> Inner { get; init; }

    /// <summary>The force whose area it is, as police.uk names it. A set of one force may have a place of another in it.</summary>
    public string Force => Kind == "force" ? Code.Text : Around.LastOrDefault(one => one.Kind == "force")?.Code.Text ?? Set.Force;

    /// <summary>The day on which the ward set was chosen by the reader; <see langword="null"/> for the usual one.</summary>
    public required DateOnly? Wards { get; init; }

    /// <param name="isWard">Wards and other places have pages of their own; a borough may have the code of a ward.</param>
    /// <param name="wards">The boundaries that held on this day; <see langword="null"/> for the latest that have the place.</param>
    /// <param name="detail">What is wanted of the places in it and around it.</param>
    /// <returns><see langword="null"/> when no boundary set has such a place. Seven queries at most.</returns>
    public static async Task<PlaceAbout?> Find(
        WardbookDb db, ReadOnce once, PlaceCode code, bool isWard, DateOnly? wards, CancellationToken cancel, PlaceDetail detail = PlaceDetail.Whole)
    {
        var leaves = detail == PlaceDetail.Leaves;
        var sets = await once.Get("sets", () => db.BoundarySets.AsNoTracking().Where(set => set.Shown && set.ReplacedBy == null).ToListAsync(cancel), cancel);
        var ids = sets.Select(set => set.Id).ToArray();
        var same = await db.Places.AsNoTracking()
            .Where(place => place.Code == code && ids.Contains(place.SetId) && (place.Kind == "ward") == isWard)
            .Select(place => new
            {
                place.Id,
                place.SetId,
                place.Kind,
                place.Name,
                place.ParentId,
                place.Hectares,
                place.CentreLongitudeE7,
                place.CentreLatitudeE7,
                place.Sketch,
            })
            .ToListAsync(cancel);
        if (same.Count == 0)
        {
            return null;
        }

        // A borough stands in every ward set and perhaps in a set of boroughs: the one with wards in it says more.
        var found = same
            .Select(place => (Place: place, Set: sets.Single(set => set.Id == place.SetId)))
            .OrderByDescending(each => each.Set.Kind == "ward").ThenByDescending(each => each.Set.From).ThenBy(each => each.Set.Id)
            .ToList();
        var (kind, force) = (found[0].Set.Kind, found[0].Set.Force);
        var choice = sets.Where(set => set.Kind == kind && set.Force == force).OrderByDescending(set => set.From).ToList();
        var asked = wards is null ? null : choice.FirstOrDefault(set => set.From <= wards);
        var (place, chosen) = found.FirstOrDefault(each => each.Set == asked) is { Place: not null } there ? there : found[0];

        var upper = await once.Get(("upper", chosen.Id), () => db.Places.AsNoTracking()
            .Where(row => row.SetId == chosen.Id && row.Kind != chosen.Kind)
            .Select(row => new PlaceInSet(row.Id, row.Code, row.Name, row.Kind, row.ParentId))
            .ToDictionaryAsync(row => row.Id, cancel), cancel);
        List<PlaceInSet> around = [];
        for (var up = place.ParentId; up is { } id && upper.TryGetValue(id, out var parent) && !around.Contains(parent); up = parent.ParentId)
        {
            around.Add(parent);
        }

        // A force has its boroughs listed; a borough its wards, also those that stand in clusters.
        var parts = upper.Values.Where(row => row.ParentId == place.Id).OrderBy(row => row.Name, StringComparer.Ordinal).ToList();
        var isTop = !leaves && around.Count == 0 && parts.Count > 0;
        var (inner, leafKind) = (InnerOf(place.Id, upper.Values), chosen.Kind);
        var within = place.Kind == leafKind || detail == PlaceDetail.Alone ? [] : await db.Places.AsNoTracking()
            .Where(row => isTop ? row.ParentId == place.Id : row.Kind == leafKind && inner.Contains(row.ParentId!.Value))
            .OrderBy(row => row.Name)
            .Select(row => new DrawnPlace(row.Id, row.Code, row.Name, row.Kind, row.Hectares, leaves ? null : row.Sketch))
            .ToListAsync(cancel);
        List<DrawnPlace> neighbours = detail == PlaceDetail.Alone ? [] : await db.PlaceNeighbours
            .Where(row => row.PlaceId == place.Id)
            .OrderByDescending(row => row.Metres)
            .Join(db.Places, row => row.NeighbourId, other => other.Id,
                (row, other) => new DrawnPlace(other.Id, other.Code, other.Name, other.Kind, other.Hectares, other.Sketch))
            .ToListAsync(cancel);
        List<RelatedPlace> later = detail == PlaceDetail.Alone ? [] : await db.PlaceSuccessors
            .Where(row => row.PlaceId == place.Id)
            .Join(db.Places.Where(other => ids.Contains(other.SetId)), row => row.LaterId, other => other.Id,
                (row, other) => new RelatedPlace(other.Code, other.Name, other.Kind, other.SetId, row.Share))
            .ToListAsync(cancel);
        List<RelatedPlace> earlier = detail == PlaceDetail.Alone ? [] : await db.PlaceSuccessors
            .Where(row => row.LaterId == place.Id)
            .Join(db.Places.Where(other => ids.Contains(other.SetId)), row => row.PlaceId, other => other.Id,
                (row, other) => new RelatedPlace(other.Code, other.Name, other.Kind, other.SetId, row.Share))
            .ToListAsync(cancel);
        return new(
            place.Id, code, place.Name, place.Kind, place.Hectares, new(place.CentreLongitudeE7, place.CentreLatitudeE7), place.Sketch, chosen,
            around, isTop ? [] : parts, within, neighbours,
            [.. later.OrderByDescending(other => other.Share)],
            [.. earlier.OrderByDescending(other => other.Share)],
            choice,
            wards is not null && chosen != asked ? wards : null)
        {
            Beside = place.Kind != leafKind && place.ParentId is { } beside ? [beside]
                : place.Kind == leafKind && BoroughOf(around) is { } borough ? InnerOf(borough.Id, upper.Values) : [],
            Inner = isTop ? [place.Id] : inner,
            IsInLatest = found.Any(each => each.Set == choice[0]),
            Wards = chosen == choice[0] || wards is null ? null : chosen.From,
        };
    }

    private static PlaceInSet? BoroughOf(IReadOnlyList<PlaceInSet> around) => around.FirstOrDefault(one => one.Kind is "borough" or "district") ?? (around.Count > 0 ? around[0] : null);

    /// <summary>A place and the places in it that are not leaves.</summary>
    private static int[] InnerOf(int id, IEnumerable<PlaceInSet> upper)
    {
        List<int> inner = [id];
        for (var at = 0; at < inner.Count; at++)
        {
            inner.AddRange(upper.Where(one => one.ParentId == inner[at] && !inner.Contains(one.Id)).Select(one => one.Id));
        }

        return [.. inner];
    }
}

/// <summary>A place that is drawn and listed on another's page.</summary>
public sealed record DrawnPlace(int Id, PlaceCode Code, string Name, string Kind, double Hectares, byte[]? Sketch);

/// <summary>A place of an earlier or later boundary set.</summary>
/// <param name="Share">The part of the earlier place's area that lies in the later one, 0 to 1.</param>
public sealed record RelatedPlace(PlaceCode Code, string Name, string Kind, int SetId, double Share);

/// <summary>How much is wanted of the places in and around one.</summary>
public enum PlaceDetail
{
    /// <summary>What stands directly in it, its neighbours, what was before and after it.</summary>
    Whole,

    /// <summary>The same, but in it every ward, without its shape, also where boroughs stand between.</summary>
    Leaves,

    /// <summary>Only what it is part of.</summary>
    Alone,
}
