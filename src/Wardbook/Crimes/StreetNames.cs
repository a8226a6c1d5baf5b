using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Blocks;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Crimes;

/// <summary>Finds streets by name among the map points of the latest month of each force: the only streets that recorded crime knows.</summary>
public sealed class StreetNames(Database database, UnpackedMonths unpacked)
{
    private const string Before = "On or near ";

    /// <summary>The series whose map points are known to tell of no door. Source: data.police.uk, "About the data", location anonymisation.</summary>
    private const string PoliceUk = "police-uk";

    /// <summary>As many points as a person can choose between.</summary>
    private const int Most = 200;

    /// <summary>For a program that asks once and ends.</summary>
    public static async Task<IReadOnlyList<StreetAt>> FindOnce(Database database, string asked, CancellationToken cancel)
    {
        using var unpacked = new UnpackedMonths(database);
        return await new StreetNames(database, unpacked).Find(asked, cancel);
    }

    /// <summary>The map points of an area at which police.uk publishes crime: none stands for fewer than eight addresses unless it stands for none.</summary>
    /// <param name="isIn">Whether a point is in the area.</param>
    public async Task<IReadOnlyList<StreetAt>> Where(Func<Point, bool> isIn, CancellationToken cancel)
    {
        await using var db = database.Open();
        var months = await db.CrimeMonths.Where(month => month.Shown && month.Series == PoliceUk).Select(month => new { month.Id, month.Force, month.Month }).ToListAsync(cancel);
        List<StreetAt> found = [];
        foreach (var month in months.GroupBy(month => month.Force).Select(force => force.MaxBy(month => month.Month)!))
        {
            var names = await unpacked.FindLocations(month.Id);
            var records = await unpacked.Find(month.Id);
            for (var point = 0; point < names.Length; point++)
            {
                if (records.PointOf(point) is { } at && isIn(at))
                {
                    found.Add(new(names[point].StartsWith(Before, StringComparison.OrdinalIgnoreCase) ? names[point][Before.Length..] : names[point], at));
                }
            }
        }

        return found;
    }

    /// <param name="asked">A whole name, or the beginning of one; case does not matter.</param>
    /// <returns>Streets of just that name when there are any; otherwise those that begin with it.</returns>
    public async Task<IReadOnlyList<StreetAt>> Find(string asked, CancellationToken cancel)
    {
        if (asked.Length < 4)
        {
            return [];
        }

        await using var db = database.Open();
        var months = await db.CrimeMonths
            .Where(month => month.Shown && db.CrimeSeries.Any(series => series.Id == month.Series && series.HasRecords))
            .Select(month => new { month.Id, month.Series, month.Force, month.Month })
            .ToListAsync(cancel);
        List<StreetAt> begins = [];
        foreach (var month in months.GroupBy(month => (month.Series, month.Force)).Select(force => force.MaxBy(month => month.Month)!))
        {
            var names = await unpacked.FindLocations(month.Id);
            var records = await unpacked.Find(month.Id);
            for (var point = 0; point < names.Length; point++)
            {
                var name = names[point].StartsWith(Before, StringComparison.OrdinalIgnoreCase) ? names[point].AsSpan(Before.Length) : names[point];
                if (name.StartsWith(asked, StringComparison.OrdinalIgnoreCase) && records.PointOf(point) is { } at)
                {
                    begins.Add(new(name.ToString(), at));
                }
            }
        }

        var whole = begins.Where(street => street.Street.Equals(asked, StringComparison.OrdinalIgnoreCase)).ToList();
        return [.. (whole.Count > 0 ? whole : begins).Take(Most)];
    }
}
