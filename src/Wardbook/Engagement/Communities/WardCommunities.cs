using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Kinds;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Engagement.Communities;

/// <summary>The communities that a ward serves, with when each was last reached: what the page, the files and the cycle read.</summary>
public sealed record WardCommunities(PlaceKey Place, DateOnly Day, IReadOnlyList<CommunityOnDay> Communities)
{
    /// <summary>A fixed number of queries.</summary>
    public static async Task<WardCommunities> Find(WardbookDb db, PlaceKey place, DateOnly day, CancellationToken cancel)
    {
        var kinds = await KindList.Find(db, KindLists.Communities, cancel);
        var rows = await db.Communities.AsNoTracking()
            .Where(community => community.JoinedWith == null && (community.To == null || community.To >= day)
                && db.CommunityWards.Any(ward => ward.Community == community.Id && ward.PlaceKind == place.Kind && ward.PlaceCode == place.Code))
            .Select(community => new { Community = community, Wards = db.CommunityWards.Count(ward => ward.Community == community.Id), Through = db.Intermediaries.Count(one => one.Community == community.Id && (one.To == null || one.To >= day)) })
            .ToListAsync(cancel);
        var reached = await Reached(db, rows.ConvertAll(row => row.Community.Id), place, cancel);
        return new(place, day,
        [
            .. rows.Select(row => new CommunityOnDay(row.Community, kinds.NameOf(row.Community.Kind), row.Wards, row.Through, reached.GetValueOrDefault(row.Community.Id)))
                .OrderBy(one => kinds.OrderOf(one.Community.Kind)).ThenBy(one => one.Community.Name, StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true)),
        ]);
    }

    /// <summary>By community: the last day on which an activity reached it, anywhere and from this ward. What reached a duplicate reached it too.</summary>
    internal static async Task<Dictionary<Guid, LastReached>> Reached(WardbookDb db, List<Guid> communities, PlaceKey place, CancellationToken cancel)
    {
        var days = await db.ActivityCommunities
            .Join(db.Communities, reached => reached.Community, community => community.Id, (reached, community) => new { reached.Activity, Community = community.JoinedWith ?? community.Id })
            .Where(row => communities.Contains(row.Community))
            .Join(db.EngagementActivities.Where(activity => activity.Held != null && activity.Cancelled == null), row => row.Activity, activity => activity.Id,
                (row, activity) => new { row.Community, activity.Day, IsHere = activity.PlaceKind == place.Kind && activity.PlaceCode == place.Code })
            .GroupBy(row => row.Community)
            .Select(group => new { group.Key, Anywhere = group.Max(row => row.Day), Here = group.Max(row => row.IsHere ? (DateOnly?)row.Day : null) })
            .ToListAsync(cancel);
        return days.ToDictionary(row => row.Key, row => new LastReached(row.Anywhere, row.Here));
    }

    public Table AsTable() => new Table<CommunityOnDay>("Communities", Communities)
        .Text("name", "Community", one => one.Community.Name, href: one => Urls.Community(Place.Code, one.Community.Id))
        .Text("kind", "Kind", one => one.Kind)
        .Text("where", "Where", one => one.Where)
        .Number("size", "About how many", one => one.Community.Size)
        .Text("how_known", "How that is known", one => one.Community.HowKnown.Length > 0 ? one.Community.HowKnown : null, absent: "not said")
        .Text("how_to_reach", "How to reach them", one => one.IsReachable ? one.Community.HowToReach.Length > 0 ? one.Community.HowToReach : "through somebody they know" : null)
        .Text("last_reached", "Last reached", one => one.Reached?.Here ?? one.Reached?.Anywhere, absent: "never, as far as is recorded")
        .Text("difficulty", "What made it hard", one => one.Community.Difficulty.Length > 0 ? one.Community.Difficulty : null, absent: "nothing said");
}

/// <summary>When a community was last reached.</summary>
/// <param name="Here">By an activity of the ward that asks; null when only others did.</param>
public sealed record LastReached(DateOnly Anywhere, DateOnly? Here);

/// <summary>A community as one ward sees it.</summary>
/// <param name="Wards">How many wards serve it.</param>
/// <param name="Through">How many intermediaries there are.</param>
/// <param name="Reached">Null when it never was, as far as is recorded.</param>
public sealed record CommunityOnDay(Community Community, string Kind, int Wards, int Through, LastReached? Reached)
{
    /// <summary>Somebody said how, or there is somebody to ask.</summary>
    public bool IsReachable => Community.HowToReach.Length > 0 || Through > 0;

    public string Where => Community.HasNoPlace ? "no one place" : Wards > 1 ? $"{Wards} wards" : "this ward";

    public bool WasReachedSince(DateOnly day) => Reached?.Here >= day;
}

/// <summary>Communities by a part of their name or of what is said of them, in any ward: so that the same people are not written down twice.</summary>
public static class CommunitySearch
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
    private const int Most = 20;

    /// <param name="not">A ward whose communities are left out.</param>
    public static async Task<IReadOnlyList<Community>> Elsewhere(WardbookDb db, string asked, PlaceKey not, DateOnly day, CancellationToken cancel)
    {
        var all = await db.Communities.AsNoTracking()
            .Where(community => community.JoinedWith == null && (community.To == null || community.To >= day)
                && !db.CommunityWards.Any(ward => ward.Community == community.Id && ward.PlaceKind == not.Kind && ward.PlaceCode == not.Code))
            .Select(community => new { community.Id, community.Name, community.Who }).ToListAsync(cancel);
        var ids = all.Where(one => Matches(one.Name, one.Who, asked)).OrderBy(one => one.Name, StringComparer.Ordinal).Take(Most).Select(one => one.Id).ToList();
        return [.. (await db.Communities.AsNoTracking().Where(community => ids.Contains(community.Id)).ToListAsync(cancel)).OrderBy(community => community.Name, StringComparer.Ordinal)];
    }

    public static bool Matches(string name, string who, string asked) =>
        CultureInfo.CurrentCulture.CompareInfo.IndexOf(name, asked, Loosely) >= 0 || CultureInfo.CurrentCulture.CompareInfo.IndexOf(who, asked, Loosely) >= 0;
}
