using Microsoft.EntityFrameworkCore;
using Wardbook.Places;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Wards;

/// <summary>How many people live in each place of a boundary set, all as one publisher has them for one year.</summary>
/// <remarks>Residents. Where many people come for the day, a rate per resident says little about any one of them.</remarks>
public sealed record People(int Year, bool IsProjection, Guid Import, string Publisher, IReadOnlyDictionary<int, int> Residents)
{
    /// <summary>A borough has the sum of its wards when this part of them, at least, has a figure.</summary>
    private const double Enough = 0.95;

    /// <returns><see langword="null"/> when the publisher has no figure.</returns>
    public int? Of(int? place) => place is { } id && Residents.TryGetValue(id, out var residents) ? residents : null;

    /// <summary>The figures of the year nearest to the one asked for, for every place of the set.</summary>
    /// <remarks>A borough or force for which the publisher has no figure of its own has the sum of its wards.</remarks>
    /// <param name="set">The boundary set, and what its leaves are.</param>
    /// <param name="near">A place whose figure is wanted most.</param>
    /// <returns><see langword="null"/> when there is no figure near that place. Two queries, one when nothing is known.</returns>
    public static async Task<People?> Find(WardbookDb db, ReadOnce once, BoundarySet set, int near, int year, CancellationToken cancel)
    {
        var years = await db.Places
            .Where(place => place.Id == near || place.ParentId == near)
            .Join(db.Populations, place => place.Code, row => row.Code, (_, row) => new { row.Year, row.IsProjection, row.Import })
            .Distinct()
            .Join(db.Imports.Where(import => import.State == ImportState.Shown), row => row.Import, import => import.Id, (row, import) => new { row.Year, row.IsProjection, row.Import, import.Publisher })
            .ToListAsync(cancel);
        if (years.OrderBy(row => Math.Abs(row.Year - year)).ThenBy(row => row.IsProjection).ThenByDescending(row => row.Import).FirstOrDefault() is not { } chosen)
        {
            return null;
        }

        return await once.Get(("people", set.Id, chosen), async () => new People(chosen.Year, chosen.IsProjection, chosen.Import, chosen.Publisher, await OfSet(db, set, chosen.Year, chosen.Import, cancel)), cancel);
    }

    private static async Task<Dictionary<int, int>> OfSet(WardbookDb db, BoundarySet set, int year, Guid import, CancellationToken cancel)
    {
        var places = await db.Places
            .Where(place => place.SetId == set.Id)
            .Select(place => new
            {
                place.Id,
                place.ParentId,
                IsLeaf = place.Kind == set.Kind,
                Residents = db.Populations
                    .Where(row => row.Code == place.Code && row.Year == year && row.Import == import)
                    .Select(row => (int?)row.Residents)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancel);

        var within = places.ToLookup(place => place.ParentId);
        return places.Select(place => (place.Id, Residents: place.Residents ?? SumWithin(place.Id)))
                .Where(place => place.Residents is not null)
                .ToDictionary(place => place.Id, place => place.Residents!.Value);

        int? SumWithin(int id)
        {
            var (leaves, known, sum) = (0, 0, 0);
            var waiting = new Stack<int>([id]);
            while (waiting.TryPop(out var next))
            {
                foreach (var place in within[next])
                {
                    if (!place.IsLeaf)
                    {
                        waiting.Push(place.Id);
                        continue;
                    }

                    leaves++;
                    (known, sum) = place.Residents is { } residents ? (known + 1, sum + residents) : (known, sum);
                }
            }

            return known > 0 && known >= leaves * Enough ? sum : null;
        }
    }
}
