using System.Globalization;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Wardbook.Accounts;
using Wardbook.Engagement.Activities;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Engagement.Calendar;

/// <summary>What residents see of a team's activities: coming ones that are advertised, also when they were called off; held ones.</summary>
/// <param name="Coming">The next twelve months, the earliest first.</param>
/// <param name="Held">The last twelve months, the latest first; of those that were never advertised nothing is shown.</param>
public sealed record PublicActivities(PlaceKey Place, DateOnly Day, IReadOnlyList<ActivityRow> Coming, IReadOnlyList<ActivityRow> Held)
{
    public static async Task<PublicActivities> Find(WardbookDb db, PlaceKey place, DateOnly day, CancellationToken cancel)
    {
        var all = (await WardActivities.Find(db, place, day, day.AddYears(-1).AddDays(1), day.AddYears(1), cancel)).Activities.Where(row => row.Activity.Advertised is not null).ToList();
        return new(
            place, day,
            [.. all.Where(row => row.Activity.Day >= day && row.Activity.Held is null)],
            [.. all.Where(row => row.Activity.State == ActivityState.Held).Reverse()]);
    }

    /// <summary>As a calendar (iCalendar, RFC 5545) that a telephone or a mail program follows.</summary>
    public string AsCalendar(string name)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Wardbook//Meet the team//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", name);
        foreach (var row in Coming.Concat(Held))
        {
            var activity = row.Activity;
            var one = new CalendarEvent
            {
                Uid = $"{activity.Id}@wardbook",
                Summary = activity.Cancelled is null ? activity.Title : $"Called off: {activity.Title}",
                Location = activity.Where,
                Description = activity.Cancelled is null ? activity.Before : activity.WhyCancelled,
                Status = activity.Cancelled is null ? "CONFIRMED" : "CANCELLED",
                // Grows with every change, so that a calendar that has it takes the new one.
                Sequence = activity.Version,
                DtStamp = At(activity.Advertised!.Value),
                Start = activity.Starts is { } starts ? At(ForceDay.At(activity.Day, starts)) : new CalDateTime(activity.Day),
            };
            one.End = activity is { Starts: not null, Ends: { } ends } ? At(ForceDay.At(activity.Day, ends)) : null;
            calendar.Events.Add(one);
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/wards/{ward}/meet.ics", async (string ward, WardbookDb db, Asker asker, PlaceTrees trees, CancellationToken cancel) =>
        PlaceCode.TryParse(ward, out var code) && await trees.Current() is var places && places.Has(new("ward", code))
            ? Results.Text((await Find(db, new("ward", code), asker.Today, cancel)).AsCalendar($"Meet the team of {places.NameOf(new("ward", code))}"), "text/calendar; charset=utf-8")
            : Results.NotFound()).Public();

    private static CalDateTime At(DateTime utc) => new(utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
}
