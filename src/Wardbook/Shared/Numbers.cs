using System.Globalization;

namespace Wardbook.Shared;

/// <summary>How numbers and days are written on a page.</summary>
public static class Numbers
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <returns>Such as <c>1,204</c> or, with one decimal, <c>8.3</c>. A true minus sign, which screen readers say.</returns>
    public static string InFigures(double number, int decimals = 0)
    {
        // A half is rounded up, as people do; formatting alone does not promise it.
        var rounded = Math.Round(Math.Abs(number), decimals, MidpointRounding.AwayFromZero);
        var text = rounded.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), British);
        return number < 0 && rounded > 0 ? "\u2212" + text : text;
    }

    /// <returns>Such as <c>9 January 2007</c>.</returns>
    public static string InWords(this DateOnly day) => day.ToString("d MMMM yyyy", British);
}
