namespace Wardbook.Measures;

/// <summary>How many times as much the changes of places differ from one another as chance alone would make them.</summary>
public static class Dispersion
{
    /// <summary>
    /// Pearson's chi-square of place by period against both margins, over one less than the number of places; places where nothing happened in
    /// either period are left out. 1 when there is only chance; violence in London's wards, year on year: 1.1 to 3.3.
    /// </summary>
    /// <returns><see langword="null"/> when fewer than two places or only one period has anything: there is nothing to measure it by.</returns>
    public static double? Between(IEnumerable<(long Before, long After)> places)
    {
        (long Before, long After)[] some = [.. places.Where(place => place.Before + place.After > 0)];
        var (before, after) = (some.Sum(place => (double)place.Before), some.Sum(place => (double)place.After));
        if (some.Length < 2 || before == 0 || after == 0)
        {
            return null;
        }

        return some.Sum(place =>
        {
            var both = (double)place.Before + place.After;
            var (expectedBefore, expectedAfter) = (both * before / (before + after), both * after / (before + after));
            return (Math.Pow(place.Before - expectedBefore, 2) / expectedBefore) + (Math.Pow(place.After - expectedAfter, 2) / expectedAfter);
        }) / (some.Length - 1);
    }
}
