using System.Globalization;
using System.Text.RegularExpressions;

namespace Wardbook.Activity;

/// <summary>How many of something was done, in whole or half units: 3 arrests, 1.5 patrol hours.</summary>
/// <remarks>A number of halves, so that totals of millions of records are exact. May be negative while totals are taken back.</remarks>
public readonly partial record struct Amount(long Halves) : IComparable<Amount>
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static Amount Zero => default;

    public double Value => Halves / 2.0;

    public bool IsWhole => Halves % 2 == 0;

    public static Amount Of(long whole) => new(whole * 2);

    public static Amount operator +(Amount left, Amount right) => new(left.Halves + right.Halves);

    public static Amount operator -(Amount left, Amount right) => new(left.Halves - right.Halves);

    public static bool operator <(Amount left, Amount right) => left.Halves < right.Halves;

    public static bool operator >(Amount left, Amount right) => left.Halves > right.Halves;

    public static bool operator <=(Amount left, Amount right) => left.Halves <= right.Halves;

    public static bool operator >=(Amount left, Amount right) => left.Halves >= right.Halves;

    public int CompareTo(Amount other) => Halves.CompareTo(other.Halves);

    /// <summary>Reads <c>3</c>, <c>1,200</c>, <c>1.5</c>, <c>1½</c> and <c>-3</c>. A comma is between thousands and nowhere else: <c>1,5</c> is nothing.</summary>
    /// <returns>Not what is neither whole nor a half.</returns>
    public static bool TryParse(string? text, out Amount amount)
    {
        amount = default;
        var plain = (text ?? "").Trim().Replace('\u2212', '-');
        plain = plain.EndsWith('½') ? plain[..^1].TrimEnd() is var whole && whole is "" or "-" ? $"{whole}0.5" : $"{whole}.5" : plain;
        if (!Number().IsMatch(plain) || !decimal.TryParse(plain, NumberStyles.Number, British, out var number) || decimal.Abs(number) > 1_000_000_000 || number * 2 != decimal.Truncate(number * 2))
        {
            return false;
        }

        amount = new((long)(number * 2));
        return true;
    }

    /// <returns>Such as <c>1,204</c> or <c>1.5</c>, with a true minus sign.</returns>
    public string InFigures()
    {
        var text = Math.Abs(Value).ToString(IsWhole ? "N0" : "N1", British);
        return Halves < 0 ? "\u2212" + text : text;
    }

    /// <returns>Such as <c>1 arrest</c>, <c>3 arrests</c>, <c>1.5 patrol hours</c>.</returns>
    /// <param name="one">Of exactly one.</param>
    /// <param name="many">Of every other number.</param>
    public string Of(string one, string many) => $"{InFigures()} {(Halves == 2 ? one : many)}";

    /// <returns>As a field and a file take it: <c>1204</c>, <c>1.5</c>.</returns>
    public override string ToString() => Value.ToString("0.#", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^-?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?$")]
    private static partial Regex Number();
}
