using Microsoft.EntityFrameworkCore;
using Wardbook.Crimes.Files;
using Wardbook.Store;

namespace Wardbook.Crimes;

/// <summary>Numbers the offences of published tables and remembers the ones not met before, and what their areas are called.</summary>
/// <remarks>The list that comes with Wardbook says which offence was renamed, so that an earlier and a later edition join without a seam.</remarks>
public sealed class Offences
{
    private readonly Dictionary<(string Series, string Major, string Minor), short> numbers = [];
    private readonly Dictionary<(string Series, string Major, string Minor), string> renamed = Listed().ToDictionary(row => (row.Series, row.Major, row.Also), row => row.Minor);
    private readonly List<PublishedOffence> met = [];
    private readonly Dictionary<(string Series, string Area, string Under), string> areas = [];
    private readonly Lock one = new();
    private short last;

    private Offences(List<PublishedOffence> known)
    {
        foreach (var offence in known)
        {
            numbers[(offence.Series, offence.Major, offence.Minor)] = offence.Id;
            last = Math.Max(last, offence.Id);
        }
    }

    public static async Task<Offences> Load(WardbookDb db, CancellationToken cancel) => new(await db.PublishedOffences.AsNoTracking().ToListAsync(cancel));

    /// <summary>The number of an offence, by its present name or one it had. May be called from several threads.</summary>
    public short Of(string series, string major, string minor)
    {
        lock (one)
        {
            var key = (series, major, renamed.GetValueOrDefault((series, major, minor), minor));
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers.Add(key, number = ++last);
                met.Add(new() { Id = number, Series = key.series, Major = key.major, Minor = key.Item3 });
            }

            return number;
        }
    }

    /// <summary>Remembers what an area is called.</summary>
    public void Name(string series, string area, string under, string name)
    {
        lock (one)
        {
            areas[(series, area, under)] = name;
        }
    }

    /// <summary>Adds to the database what was met for the first time.</summary>
    public async Task Keep(WardbookDb db, CancellationToken cancel)
    {
        db.PublishedOffences.AddRange(met);
        met.Clear();
        var series = areas.Keys.Select(key => key.Series).Distinct().ToList();
        var there = await db.PublishedAreas.Where(area => series.Contains(area.Series)).ToDictionaryAsync(area => (area.Series, area.Area, area.Under), cancel);
        foreach (var (key, name) in areas)
        {
            if (there.TryGetValue(key, out var area))
            {
                area.Name = name;
            }
            else
            {
                db.PublishedAreas.Add(new() { Series = key.Series, Area = key.Area, Under = key.Under, Name = name });
            }
        }
    }

    private static IEnumerable<(string Series, string Major, string Minor, string Also)> Listed() =>
        from row in CrimeLists.Rows("offences.csv")
        from also in row[3].Split('|', StringSplitOptions.RemoveEmptyEntries)
        select (row[0], row[1], row[2], also);
}
