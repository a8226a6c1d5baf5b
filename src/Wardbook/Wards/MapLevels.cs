using Wardbook.Shared;

namespace Wardbook.Wards;

/// <summary>The five shades of a map: as many places in each, with whole numbers between them.</summary>
public sealed record MapLevels(IReadOnlyList<double> Breaks)
{
    public const int Count = 5;

    public static MapLevels? Of(IEnumerable<double?> rates)
    {
        var known = rates.OfType<double>().Order().ToList();
        return known.Count < Count ? null : new([.. Enumerable.Range(1, Count - 1)
            .Select(level => Math.Round(known[level * known.Count / Count]))
            .Distinct()]);
    }

    /// <returns><c>level-1</c> for the least to <c>level-5</c>; <c>level-none</c> for what is not known.</returns>
    public string Role(double? rate) => rate is { } known ? $"level-{1 + Breaks.Count(limit => known >= limit)}" : "level-none";

    public IReadOnlyList<string> Words => [
        $"Under {Numbers.InFigures(Breaks[0])}",
        .. Breaks.Zip(Breaks.Skip(1), (low, high) => $"{Numbers.InFigures(low)} to {Numbers.InFigures(high - 1)}"),
        $"{Numbers.InFigures(Breaks[^1])} and over"];
}
