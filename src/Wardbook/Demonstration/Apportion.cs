namespace Wardbook.Demonstration;

/// <summary>Shares out whole numbers and picks by weight.</summary>
public static class Apportion
{
    /// <summary>Whole numbers in proportion to the weights that add up to the total (largest remainders; of equal ones the first).</summary>
    public static int[] Whole(int total, IReadOnlyList<double> weights)
    {
        var all = weights.Sum();
        var exact = weights.Select(weight => all > 0 ? total * weight / all : 0).ToArray();
        var whole = exact.Select(part => (int)Math.Floor(part)).ToArray();
        foreach (var number in Enumerable.Range(0, exact.Length).OrderByDescending(number => exact[number] - whole[number]).Take(total - whole.Sum()))
        {
            whole[number]++;
        }

        return whole;
    }

    /// <summary>The weights added up as one goes, to be picked from by <see cref="Pick"/>.</summary>
    public static double[] Steps(IEnumerable<double> weights)
    {
        var sum = 0.0;
        return [.. weights.Select(weight => sum += weight)];
    }

    /// <returns>A number from 0, as often as its weight says.</returns>
    public static int Pick(double[] steps, Dice dice)
    {
        var found = Array.BinarySearch(steps, dice.Share() * steps[^1]);
        return Math.Min(found < 0 ? ~found : found + 1, steps.Length - 1);
    }
}
