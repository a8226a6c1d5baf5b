using Microsoft.EntityFrameworkCore;
using Wardbook.Accounts;
using Wardbook.Charts;
using Wardbook.Crimes;
using Wardbook.Periods;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Priorities.Evidence;

/// <summary>What is recorded of one kind in a ward and in the wards around it, month by month, and whether a month is outside what is usual there.</summary>
/// <param name="Kind">What is counted, in words: <c>Burglary</c>.</param>
/// <param name="Last">The last month that is published.</param>
/// <param name="Here">Each published month of three years; one that is not there is not known.</param>
/// <param name="Neighbours">How many wards lie around it.</param>
/// <param name="Usual">Null when fewer than three years are published, or the ward has next to nothing.</param>
/// <param name="Streets">Where in the ward most of it is recorded in the last 12 months, by the publisher's map points.</param>
public sealed record CrimeAround(
    CrimeSeries Series, string Kind, Month Last, IReadOnlyDictionary<Month, double> Here, IReadOnlyDictionary<Month, double> Around, int Neighbours, ShareOfForce? Usual, IReadOnlyList<(string Name, int Count)> Streets)
{
    /// <summary>What is usual is learnt from two years; the third is judged.</summary>
    public const int Learn = 24, Judged = 12;

    /// <summary>A street with fewer is not told apart.</summary>
    public const int Fewest = 5;

    private const int MostStreets = 5;

    public IReadOnlyList<Month> Year => [.. Month.From(Last.Plus(1 - Judged), Last)];

    /// <summary>Null when a month of the 12 is not published.</summary>
    public double? ThisYear => Sum(Here, Year);

    public double? YearBefore => Sum(Here, Year.Select(month => month.Plus(-12)));

    public double? AroundThisYear => Sum(Around, Year);

    public double? AroundYearBefore => Sum(Around, Year.Select(month => month.Plus(-12)));

    /// <summary>Months of the last 12 that chance does not explain.</summary>
    public IReadOnlyList<(Month Month, AgainstShare Against)> Outside => Usual is null ? [] : [.. Year.Zip(Usual.Months).Where(month => month.Second.IsHigh || month.Second.IsLow).Select(month => (month.First, month.Second))];

    /// <returns>Null when nothing of the kind is loaded for the ward.</returns>
    internal static async Task<CrimeAround?> Find(WardbookDb db, EvidenceReads reads, PlaceKey ward, CrimeCategory? of, CancellationToken cancel)
    {
        var place = await db.Places.AsNoTracking()
            .Join(db.BoundarySets.Where(set => set.Shown && set.ReplacedBy == null), row => row.SetId, set => set.Id, (row, set) => new { row.Id, row.SetId, row.ParentId, row.Kind, row.Code, set.Force, set.From })
            .Where(row => row.Kind == ward.Kind && row.Code == ward.Code).OrderByDescending(row => row.From).FirstOrDefaultAsync(cancel);
        if (place is null || await ShownMonths.Find(db, place.Force, null, null, withRecords: false, cancel) is not { Last: { } last } months)
        {
            return null;
        }

        var around = await db.PlaceNeighbours.AsNoTracking().Where(row => row.PlaceId == place.Id).Select(row => row.NeighbourId).ToListAsync(cancel);
        var whole = place.Id;
        for (var up = place.ParentId; up is { } parent; up = await db.Places.Where(row => row.Id == parent).Select(row => row.ParentId).SingleAsync(cancel))
        {
            whole = parent;
        }

        var first = last.Plus(1 - Learn - Judged);
        var counts = await CountsByPlace.Find(db, months, [place.Id, whole, .. around], first, last, cancel);
        List<CrimeCategory> categories = of is null ? await db.CrimeCategories.AsNoTracking().Where(category => category.IsCrime).ToListAsync(cancel) : [of];
        var ids = categories.ConvertAll(category => category.Id);
        if (!counts[whole].All.Any(count => ids.Contains(count.Category)))
        {
            return null;
        }

        var published = Month.From(first, last).Where(months.Published.Contains).ToList();
        var force = published.ConvertAll(month => (long)counts[whole].In(month, ids));
        ShareOfForce? usual = null;
        if (published.Count == Learn + Judged && whole != place.Id && force.TrueForAll(count => count > 0))
        {
            var spread = await reads.Usual.Find(db, months, place.SetId, ward.Kind, (of?.Slug ?? "", ids), first, [.. force.Take(Learn)], cancel);
            usual = ShareOfForce.Of([.. published.Select(month => (long)counts[place.Id].In(month, ids))], force, Learn, spread);
        }

        var streets = await WardStreets.Find(reads.Unpacked, reads.Sets, months, CrimeWindow.YearTo(last), categories, place.SetId, ward.Code, cancel);
        return new(
            months.Series, of?.Name ?? "All crime", last,
            published.ToDictionary(month => month, month => (double)counts[place.Id].In(month, ids)),
            published.ToDictionary(month => month, month => around.Sum(neighbour => (double)counts[neighbour].In(month, ids))),
            around.Count, usual,
            [.. (streets?.Streets ?? []).Select(street => (street.Name, Count: street.Crimes + street.Incidents)).Where(street => street.Name.Length > 0 && street.Count >= Fewest).OrderByDescending(street => street.Count).Take(MostStreets)]);
    }

    /// <summary>What can be told of the months, and what cannot.</summary>
    public IEnumerable<string> InWords()
    {
        yield return Year2(ThisYear, YearBefore, "here");
        if (Neighbours > 0)
        {
            yield return Year2(AroundThisYear, AroundYearBefore, Neighbours == 1 ? "in the one ward that borders on it" : $"in the {Neighbours} wards that border on it");
        }

        yield return Usual is null
            ? "Whether a month is unusual cannot be told: for that three whole years must be loaded, and something of it recorded in the first two."
            : Outside.Count == 0
                ? "Every month of the last 12 is within what is usual for the ward's share of its force. That does not mean that nothing changed: a rise by half is found in about one ward of four."
                : $"{string.Join("; ", Outside.Select(month => $"{month.Month.InWords()} was {(month.Against.IsHigh ? "higher" : "lower")} than chance explains: {Numbers.InFigures(month.Against.Count)}, where {Numbers.InFigures(month.Against.Usual.Low)} to {Numbers.InFigures(month.Against.Usual.High)} is usual"))}.";
    }

    private string Year2(double? now, double? before, string where) => now is not { } there ? $"Some of the 12 months to {Last.InWords()} are not published, so there is no total {where}."
        : $"{Numbers.InFigures(there)} recorded {where} in the 12 months to {Last.InWords()}{(before is { } was ? $", {Numbers.InFigures(was)} in the 12 months before" : "; the year before is not all published")}.";

    private static double? Sum(IReadOnlyDictionary<Month, double> counts, IEnumerable<Month> months) =>
        months.Aggregate((double?)0, (sum, month) => counts.TryGetValue(month, out var count) ? sum + count : null);
}
