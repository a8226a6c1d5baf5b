using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Shared.Kinds;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Engagement.Activities;

/// <summary>The activities of a ward in a span of days: what the working page, the calendar, the public page and the files all show.</summary>
/// <param name="Activities">By day and time, the earliest first.</param>
public sealed record WardActivities(PlaceKey Place, DateOnly Day, IReadOnlyList<ActivityRow> Activities)
{
    /// <summary>For so long after its day an activity may be recorded as held.</summary>
    public const int YearsBack = 2;

    /// <summary>Somebody has to say whether they were held.</summary>
    public IEnumerable<ActivityRow> ToBeRecorded => Activities.Where(row => row.Activity.Day < Day && row.Activity.State is ActivityState.Planned or ActivityState.Advertised && row.Activity.Day < Day);

    public IEnumerable<ActivityRow> Coming => Activities.Where(row => row.Activity.Day >= Day && row.Activity.Held is null);

    /// <summary>The latest first.</summary>
    public IEnumerable<ActivityRow> Held => Activities.Where(row => row.Activity.State == ActivityState.Held).Reverse();

    /// <summary>Surgeries that are coming, with whoever runs each.</summary>
    public IReadOnlyList<ActivityRow> Rota => [.. Coming.Where(row => row.Use == "surgery" && row.Activity.Cancelled is null)];

    /// <summary>A fixed number of queries, however many there are.</summary>
    public static async Task<WardActivities> Find(WardbookDb db, PlaceKey place, DateOnly day, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var kinds = await KindList.Find(db, KindLists.Engagement, cancel);
        var rows = await db.EngagementActivities.AsNoTracking()
            .Where(activity => activity.PlaceKind == place.Kind && activity.PlaceCode == place.Code && activity.Day >= from && activity.Day <= to)
            .OrderBy(activity => activity.Day).ThenBy(activity => activity.Starts)
            .Select(activity => new
            {
                Activity = activity,
                Officer = db.Postings.Where(posting => posting.Id == activity.RunBy).Join(db.Officers, posting => posting.Officer, officer => officer.Id, (_, officer) => officer.Name).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        var reached = (await db.ActivityCommunities.AsNoTracking()
                .Join(db.EngagementActivities.Where(activity => activity.PlaceKind == place.Kind && activity.PlaceCode == place.Code && activity.Day >= from && activity.Day <= to), row => row.Activity, activity => activity.Id, (row, _) => row)
                .Join(db.Communities, row => row.Community, community => community.Id, (row, community) => new { row.Activity, community.Name })
                .ToListAsync(cancel))
            .ToLookup(row => row.Activity, row => row.Name);
        return new(place, day, [.. rows.Select(row => new ActivityRow(row.Activity, kinds.NameOf(row.Activity.Kind), kinds.Of(row.Activity.Kind)?.Use, row.Officer, [.. reached[row.Activity.Id].Order(StringComparer.Ordinal)]))]);
    }

    public static Table AsTable(string caption, IEnumerable<ActivityRow> rows) => new Table<ActivityRow>(caption, [.. rows])
        .Text("day", "Day", row => row.Activity.Day)
        .Text("time", "Time", row => row.Time, absent: "not said")
        .Text("title", "What", row => row.Activity.Title, href: row => Urls.Activity(row.Activity.PlaceCode, row.Activity.Id))
        .Text("kind", "Kind", row => row.Kind)
        .Text("where", "Where", row => row.Activity.Where)
        .Text("state", "State", row => row.StateInWords)
        .Number("attendance", "People", row => row.Activity.Attendance, absent: "not counted")
        .Text("communities", "Communities reached", row => row.Communities.Count > 0 ? string.Join("; ", row.Communities) : null, absent: "none said");

    public static Table AsRota(IReadOnlyList<ActivityRow> rows) => new Table<ActivityRow>("Who runs the surgeries", rows)
        .Text("day", "Day", row => row.Activity.Day, href: row => Urls.Activity(row.Activity.PlaceCode, row.Activity.Id))
        .Text("time", "Time", row => row.Time, absent: "not said")
        .Text("where", "Where", row => row.Activity.Where)
        .Text("officer", "Officer", row => row.Officer is null ? null : Called.AsHeading(row.Officer), absent: "nobody yet");
}

/// <summary>One activity with what belongs to it.</summary>
/// <param name="Use">What more the program does for its kind, such as <c>walk</c>.</param>
/// <param name="Officer">Whoever runs it, as colleagues know them; null while nobody does.</param>
public sealed record ActivityRow(EngagementActivity Activity, string Kind, string? Use, string? Officer, IReadOnlyList<string> Communities)
{
    /// <summary>Such as <c>6pm to 7.30pm</c>; null when it is not known.</summary>
    public string? Time => Activity.Starts is not { } starts ? null : Activity.Ends is { } ends ? $"{InWords(starts)} to {InWords(ends)}" : InWords(starts);

    public string StateInWords => Activity.State switch
    {
        ActivityState.Planned => "planned, not public",
        ActivityState.Advertised => "advertised",
        ActivityState.Held => "held",
        _ => $"called off: {Activity.WhyCancelled}",
    };

    public static string InWords(TimeOnly time) => time == new TimeOnly(12, 0) ? "midday" : time.ToString(time.Minute == 0 ? "htt" : "h.mmtt", CultureInfo.InvariantCulture).ToLowerInvariant();
}
