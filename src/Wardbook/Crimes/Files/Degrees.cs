using System.Globalization;
using Wardbook.Places;

namespace Wardbook.Crimes.Files;

/// <summary>Reads decimal degrees into whole ten-millionths without going through binary fractions, so that published points are held exactly.</summary>
public static class Degrees
{
    /// <param name="text">Such as <c>-0.126199</c>. Digits beyond the seventh decimal are rounded.</param>
    /// <param name="limit">The largest value either side of 0.</param>
    public static bool TryParse(ReadOnlySpan<char> text, int limit, out int e7)
    {
        text = text.Trim();
        e7 = 0;
        var negative = text.Length > 0 && text[0] == '-';
        var digits = negative ? text[1..] : text;
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var part = point < 0 ? [] : digits[(point + 1)..];
        long value = 0;
        if (whole.Length is 0 or > 3 || part.Length > 7 || !AddDigits(whole, ref value) || !AddDigits(part, ref value))
        {
            return TryParseOther(text, limit, out e7);
        }

        for (var missing = part.Length; missing < 7; missing++)
        {
            value *= 10;
        }

        if (value > (long)limit * Point.PerDegree)
        {
            return false;
        }

        e7 = (int)(negative ? -value : value);
        return true;
    }

    private static bool AddDigits(ReadOnlySpan<char> digits, ref long value)
    {
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return true;
    }

    /// <summary>More decimals, an exponent, a plus sign: rare, and not in a hurry.</summary>
    private static bool TryParseOther(ReadOnlySpan<char> text, int limit, out int e7)
    {
        e7 = 0;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) || !(Math.Abs(degrees) <= limit))
        {
            return false;
        }

        e7 = (int)Math.Round(degrees * Point.PerDegree);
        return true;
    }
}
