using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Places;

/// <summary>The look-ups by name, and how to read the one in use.</summary>
public static class Lookups
{
    /// <summary>An LSOA of 2021 to the ward that most of it lies in.</summary>
    public const string LsoaToWard = "lsoa-ward";

    /// <summary>An LSOA of 2011 to a ward.</summary>
    public const string OldLsoaToWard = "lsoa2011-ward";

    /// <summary>An LSOA of 2011 to those of 2021 that it became: itself, several, or one made of several.</summary>
    public const string OldLsoaToLsoa = "lsoa2011-lsoa2021";

    /// <summary>A ward to the cluster (sector, neighbourhood policing area) it is policed in.</summary>
    public const string WardToCluster = "ward-cluster";

    /// <summary>A ward to the group it is looked at in: see <see cref="WardGroup"/>.</summary>
    public const string WardToGroup = "ward-group";

    /// <summary>The code that a ward had before 2011, such as 00AYGE, to its present one.</summary>
    public const string OldWardCode = "ward-code-before-2011";

    /// <summary>The code of a ward to its name.</summary>
    public const string WardName = "ward-name";

    /// <summary>Stands for the rows of <see cref="Postcode"/>.</summary>
    public const string Postcodes = "postcodes";

    /// <summary>The entries of a look-up that count; none when it was never imported.</summary>
    public static IQueryable<LookupEntry> In(WardbookDb db, string lookup) =>
        db.Lookups.AsNoTracking().Where(entry => entry.Lookup == lookup && db.LookupsInUse.Any(use => use.Lookup == lookup && use.Import == entry.Import));

    /// <summary>The ward of every LSOA that is known, of either census: for records that have no point.</summary>
    /// <remarks>An LSOA of 2011 that was split has a ward only when all its parts lie in that one.</remarks>
    public static async Task<IReadOnlyDictionary<string, PlaceCode>> WardOfLsoa(WardbookDb db, CancellationToken cancel)
    {
        Dictionary<string, PlaceCode> wards = new(StringComparer.Ordinal);
        foreach (var lookup in new[] { LsoaToWard, OldLsoaToWard })
        {
            foreach (var entry in await In(db, lookup).Select(entry => new { entry.From, entry.To }).ToListAsync(cancel))
            {
                wards.TryAdd(entry.From, PlaceCode.Parse(entry.To));
            }
        }

        foreach (var old in (await In(db, OldLsoaToLsoa).Select(entry => new { entry.From, entry.To }).ToListAsync(cancel)).GroupBy(entry => entry.From))
        {
            var now = old.Select(entry => wards.GetValueOrDefault(entry.To)).Distinct().ToList();
            if (now is [var one] && one != default)
            {
                wards.TryAdd(old.Key, one);
            }
        }

        return wards;
    }
}
