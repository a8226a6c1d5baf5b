using Microsoft.EntityFrameworkCore;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Crimes;

/// <summary>Which ward a lower layer super output area (LSOA) lies in, by the look-ups that are loaded.</summary>
/// <remarks>
/// Records carry LSOAs of 2011 or of 2021, and the look-ups may lead to wards of several years: of each boundary set only its own wards count. An LSOA of
/// 2011 that no look-up knows is followed to what it became in 2021; when that lies in two wards, nobody can say, and the record stays without one.
/// </remarks>
public sealed class LsoaWards
{
    private readonly ILookup<string, PlaceCode> wards;
    private readonly ILookup<string, string> later;

    private LsoaWards(ILookup<string, PlaceCode> wards, ILookup<string, string> later) => (this.wards, this.later) = (wards, later);

    public static async Task<LsoaWards> Load(WardbookDb db, CancellationToken cancel)
    {
        var rows = await db.Lookups.AsNoTracking()
            .Where(row => row.Lookup == "lsoa-ward" || row.Lookup == "lsoa2011-lsoa2021")
            .Select(row => new { row.Lookup, row.From, row.To })
            .ToListAsync(cancel);
        return new(
            rows.Where(row => row.Lookup == "lsoa-ward" && PlaceCode.TryParse(row.To, out _)).ToLookup(row => row.From, row => PlaceCode.Parse(row.To)),
            rows.Where(row => row.Lookup == "lsoa2011-lsoa2021").ToLookup(row => row.From, row => row.To));
    }

    /// <returns>The leaf of the set, or <see cref="PlaceFinder.Nowhere"/>.</returns>
    public int LeafOf(PlaceSet set, string lsoa)
    {
        if (OnlyOne(set, wards[lsoa]) is { } leaf)
        {
            return leaf;
        }

        return later.Contains(lsoa) && OnlyOne(set, later[lsoa].SelectMany(child => wards[child])) is { } ofLater ? ofLater : PlaceFinder.Nowhere;
    }

    private static int? OnlyOne(PlaceSet set, IEnumerable<PlaceCode> wards)
    {
        int? found = null;
        foreach (var ward in wards)
        {
            if (set.LeafOf(ward) is >= 0 and var leaf)
            {
                if (found is not null && found != leaf)
                {
                    return null;
                }

                found = leaf;
            }
        }

        return found;
    }
}
