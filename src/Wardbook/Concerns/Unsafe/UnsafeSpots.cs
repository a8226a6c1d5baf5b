using Microsoft.EntityFrameworkCore;
using Wardbook.Concerns.Answers;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Shared.Tables;
using Wardbook.Store;

namespace Wardbook.Concerns.Unsafe;

/// <summary>A place where several people feel unsafe.</summary>
/// <param name="Times">At which times of day, the most frequent first; a time that too few named is left out.</param>
public sealed record UnsafeSpot(string Street, double Latitude, double Longitude, int People, string Times);

/// <summary>Where people feel unsafe in a ward, over the last twelve months: only places that enough people named.</summary>
/// <param name="Fewest">So many at least.</param>
public sealed record UnsafeSpots(IReadOnlyList<UnsafeSpot> Spots, int Fewest)
{
    /// <remarks>Two queries. No total is given beside the places, so what is too few cannot be had by subtraction.</remarks>
    public static async Task<UnsafeSpots> Find(WardbookDb db, PlaceCode ward, CancellationToken cancel)
    {
        var today = db.Clock.Today();
        var fewest = (await AnswerPromise.Find(db, today, cancel)).Fewest;
        var since = today.AddYears(-1);
        var counts = await db.UnsafePins.AsNoTracking()
            .Where(row => row.PlaceCode == ward && row.Day > since && row.LatitudeE7 != null)
            .GroupBy(row => new { row.Street, row.LatitudeE7, row.LongitudeE7, row.Time })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancel);
        return new(
            [.. counts
                .GroupBy(count => (count.Key.Street, count.Key.LatitudeE7, count.Key.LongitudeE7))
                .Select(spot => (spot.Key, People: spot.Sum(count => count.Count), Times: spot.Where(count => count.Count >= fewest).OrderByDescending(count => count.Count).Select(count => count.Key.Time.InWords())))
                .Where(spot => spot.People >= fewest)
                .OrderByDescending(spot => spot.People)
                .ThenBy(spot => spot.Key.Street, StringComparer.Ordinal)
                .Select(spot => new UnsafeSpot(spot.Key.Street, spot.Key.LatitudeE7!.Value / (double)Point.PerDegree, spot.Key.LongitudeE7!.Value / (double)Point.PerDegree, spot.People, string.Join("; ", spot.Times)))],
            fewest);
    }

    public Table Table(string wardName) => new Table<UnsafeSpot>($"Where people feel unsafe, {wardName}", Spots)
        .Text("street", "Near", spot => spot.Street)
        .Number("people", "Named by", spot => spot.People)
        .Text("times", "When", spot => spot.Times.Length == 0 ? null : spot.Times, absent: "at different times")
        .Number("latitude", "Latitude", spot => spot.Latitude, decimals: 4)
        .Number("longitude", "Longitude", spot => spot.Longitude, decimals: 4);
}
