using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Wardbook.Concerns;
using Wardbook.Concerns.Categories;
using Wardbook.Concerns.Issues;
using Wardbook.Concerns.Map;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Shared.Kinds;
using Wardbook.Store;

namespace Wardbook.Priorities.Evidence;

/// <summary>What people said about an issue in the last 12 months, counted; and their words as the public may read them.</summary>
/// <param name="Times">How often it was said.</param>
/// <param name="Months">The 12 months and this one.</param>
/// <param name="Weekdays">The days on which it was said, which need not be those on which it happens.</param>
/// <param name="Day">The times of day at which it happens, of those who said.</param>
/// <param name="Streets">Streets that five people or more named, without numbers of houses.</param>
/// <param name="Pins">Where it was said to be, for measuring how near something is; never shown.</param>
/// <param name="Activities">Those at which it was said.</param>
public sealed partial record SaidAbout(
    int Times, IReadOnlyList<Counted<Month>> Months, IReadOnlyList<Counted<string>> Channels, IReadOnlyList<Counted<DayOfWeek>> Weekdays, IReadOnlyList<Counted<TimeOfDay>> Day,
    IReadOnlyList<Counted<string>> Streets, IReadOnlyList<(string Words, Month Month)> Quotes, IReadOnlyList<Point> Pins, IReadOnlyList<string> NamedStreets, IReadOnlyList<Guid> Activities)
{
    private const int MostQuotes = 6;

    /// <summary>How many said when it happens.</summary>
    public int SaidWhen => Day.Sum(time => time.Count);

    internal static async Task<SaidAbout> Find(WardbookDb db, Guid issue, DateOnly today, CancellationToken cancel)
    {
        var since = WardIssues.Since(today);
        var rows = await SaidLine.In(db, issue).Where(concern => concern.SaidAt >= since && !concern.IsHeld && concern.State != ConcernState.NotForUs)
            .Select(concern => new { concern.Id, concern.PersonKey, concern.Channel, concern.SaidAt, concern.Time, concern.Street, concern.Pin, concern.Activity, concern.Category, IsPublic = concern.Moderation == Moderation.Public, concern.PublicWords })
            .ToListAsync(cancel);
        var channels = await KindList.Find(db, KindLists.Channels, cancel);
        var catalogue = await Catalogue.Find(db, cancel);
        var days = rows.ConvertAll(row => DateOnly.FromDateTime(row.SaidAt.InForceTime()));
        var byMonth = days.CountBy(Month.Of).ToDictionary();
        var streets = rows.Select(row => (Street: StreetOf(row.Street), Person: row.PersonKey ?? row.Id.ToString())).Where(row => row.Street is not null).Distinct().ToList();
        return new(
            rows.Count,
            [.. Month.From(Month.Of(today).Plus(-WardIssues.Months), Month.Of(today)).Select(month => new Counted<Month>(month, byMonth.GetValueOrDefault(month)))],
            [.. rows.CountBy(row => row.Channel).OrderByDescending(one => one.Value).Select(one => new Counted<string>(channels.NameOf(one.Key), one.Value))],
            [.. Timed.HourTable.Days.Select(day => new Counted<DayOfWeek>(day, days.Count(one => one.DayOfWeek == day)))],
            [.. new[] { TimeOfDay.Morning, TimeOfDay.Afternoon, TimeOfDay.Evening, TimeOfDay.Night }.Select(time => new Counted<TimeOfDay>(time, rows.Count(row => row.Time == time)))],
            [.. streets.GroupBy(row => row.Street!, StringComparer.OrdinalIgnoreCase).Select(street => new Counted<string>(street.First().Street!, street.Select(row => row.Person).Distinct().Count())).Where(street => street.Count >= WardIssues.Fewest).OrderByDescending(street => street.Count)],
            [.. rows.Where(row => row is { IsPublic: true, PublicWords.Length: > 0 } && catalogue.Of(row.Category) is { IsNeverPublic: false }).Take(MostQuotes).Select(row => (row.PublicWords, Month.Of(DateOnly.FromDateTime(row.SaidAt.InForceTime()))))],
            [.. rows.Select(row => PublicPlaces.PinOf(row.Pin)).OfType<Point>()],
            [.. streets.Select(row => row.Street!).Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. rows.Select(row => row.Activity).OfType<Guid>().Distinct()]);
    }

    /// <summary>A street without the number of a house; null when a number is left, which may be somebody's door.</summary>
    internal static string? StreetOf(string? typed)
    {
        var street = House().Replace((typed ?? "").Split(',', ';')[^1], "").Trim();
        return street.Length < 3 || street.Any(char.IsDigit) ? (typed ?? "").Split(',', ';').Select(part => House().Replace(part, "").Trim()).FirstOrDefault(part => part.Length >= 3 && !part.Any(char.IsDigit)) : street;
    }

    [GeneratedRegex(@"^\s*((flat|unit|no\.?|number)\s+\w+\s+)?\d+\s*[a-z]?(\s*[-/\u2013]\s*\d+\s*[a-z]?)?\s+", RegexOptions.IgnoreCase)]
    private static partial Regex House();
}

/// <summary>How often something was said of one kind.</summary>
public sealed record Counted<T>(T What, int Count);
