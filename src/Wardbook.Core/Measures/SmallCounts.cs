namespace Wardbook.Measures;

/// <summary>Protects small counts: those below a threshold are not shown, and neither is one more where the total would give the only missing one away.</summary>
public static class SmallCounts
{
    /// <param name="bases">Of how many each figure of a group is, whose total is shown beside them.</param>
    /// <param name="fewest">The smallest base that may be shown.</param>
    /// <returns>For each whether it may be shown. A base of 0 hides nobody and may always be; it protects nobody either.</returns>
    public static IReadOnlyList<bool> Shown(IReadOnlyList<long> bases, int fewest)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fewest);
        var shown = bases.Select(one => one == 0 || one >= fewest).ToList();
        var hidden = Enumerable.Range(0, bases.Count).Where(each => !shown[each]).ToList();

        // One alone is the total less the others, and several that together are few are nearly so: the next smallest go with them.
        while (hidden.Count > 0 && (hidden.Count == 1 || hidden.Sum(each => bases[each]) < fewest))
        {
            var next = Enumerable.Range(0, bases.Count).Where(each => shown[each] && bases[each] > 0).OrderBy(each => bases[each]).ThenBy(each => each).Select(each => (int?)each).FirstOrDefault();
            if (next is not { } one)
            {
                break;
            }

            shown[one] = false;
            hidden.Add(one);
        }

        return shown;
    }
}
