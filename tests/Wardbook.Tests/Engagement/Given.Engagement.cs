using Wardbook.Accounts;
using Wardbook.Engagement;
using Wardbook.Engagement.Communities;
using Wardbook.Shared.Kinds;

namespace Wardbook;

public sealed partial class TestSite
{
    /// <summary>A community that a ward serves.</summary>
    public Task<Community> GivenCommunity(string name, PlaceKey? place = null, string kind = "place", string howToReach = "", string who = "") => With(async db =>
    {
        var (placeKind, code) = place ?? Ward("E05000001");
        var community = new Community { Id = Guid.CreateVersion7(), Kind = KindId(KindLists.Communities, kind), Name = name, From = new(2020, 4, 1), HowToReach = howToReach, Who = who };
        db.Communities.Add(community);
        db.CommunityWards.Add(new() { Id = Guid.CreateVersion7(), Community = community.Id, PlaceKind = placeKind, PlaceCode = code });
        await db.SaveChangesAsync(Cancel);
        return community;
    });

    /// <summary>An activity of a ward: planned; advertised and held only if it says so.</summary>
    public Task<EngagementActivity> GivenActivity(
        string title, DateOnly day, PlaceKey? place = null, string kind = "street-briefing", bool advertised = false, int? attended = null, params Community[] reached) => With(async db =>
    {
        var (placeKind, code) = place ?? Ward("E05000001");
        var now = Clock.GetUtcNow().UtcDateTime;
        var activity = new EngagementActivity
        {
            Id = Guid.CreateVersion7(),
            Kind = KindId(KindLists.Engagement, kind),
            PlaceKind = placeKind,
            PlaceCode = code,
            Title = title,
            Day = day,
            Starts = new(18, 0),
            Ends = new(19, 0),
            Where = "Outside the library",
            Made = now,
            Advertised = advertised || attended is not null ? now : null,
            Held = attended is null ? null : now,
            Attendance = attended,
        };
        db.EngagementActivities.Add(activity);
        db.ActivityCommunities.AddRange(reached.Select(community => new Wardbook.Engagement.Activities.ActivityCommunity { Id = Guid.CreateVersion7(), Activity = activity.Id, Community = community.Id }));
        await db.SaveChangesAsync(Cancel);
        return activity;
    });
}
