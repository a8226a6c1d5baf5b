using Wardbook.Measures;

namespace Wardbook.Crimes;

/// <summary>How much more than chance the changes of places beside each other differ: of all crimes, of incidents, of each category. 1 where it cannot be measured.</summary>
public sealed class Dispersions
{
    private readonly Dictionary<short, double> byCategory;

    private Dispersions(double ofCrimes, double ofIncidents, Dictionary<short, double> byCategory) =>
        (OfCrimes, OfIncidents, this.byCategory) = (ofCrimes, ofIncidents, byCategory);

    /// <summary>Nothing to measure by.</summary>
    public static Dispersions Unknown { get; } = new(1, 1, []);

    public double OfCrimes { get; }

    public double OfIncidents { get; }

    public double Of(short category) => byCategory.GetValueOrDefault(category, 1);

    /// <param name="totals">Of places of one kind, such as the wards of a borough.</param>
    public static Dispersions Between(IReadOnlyCollection<PlaceTotal> totals, IReadOnlyList<CrimeCategory> categories)
    {
        var isCrime = categories.ToDictionary(category => category.Id, category => category.IsCrime);
        return new(
            Measure(totals.Where(total => isCrime.GetValueOrDefault(total.Category))),
            Measure(totals.Where(total => !isCrime.GetValueOrDefault(total.Category, true))),
            totals.GroupBy(total => total.Category).ToDictionary(group => group.Key, Measure));
    }

    private static double Measure(IEnumerable<PlaceTotal> totals) => Math.Max(1, Dispersion.Between(totals
        .GroupBy(total => total.PlaceId)
        .Select(place => (place.Where(total => !total.IsNow).Sum(total => (long)total.Count), place.Where(total => total.IsNow).Sum(total => (long)total.Count)))) ?? 1);
}
