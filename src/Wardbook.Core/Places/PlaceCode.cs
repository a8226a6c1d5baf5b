using System.Diagnostics.CodeAnalysis;

namespace Wardbook.Places;

/// <summary>What a publisher calls a place: <c>E05000026</c>, <c>E05013806N</c>, <c>NC04</c>, <c>00AYGE</c>, <c>metropolitan</c>.</summary>
/// <remarks>
/// Text as its publisher writes it, trimmed, with no guess at its meaning. Compared letter by letter, because publishers' codes differ in case alone.
/// At most 40 letters, digits, hyphens, dots and underscores, so that it can stand in an address. The default value is empty and names nothing.
/// </remarks>
public readonly record struct PlaceCode : IComparable<PlaceCode>
{
    public const int LongestText = 40;

    private readonly string? text;

    private PlaceCode(string text) => this.text = text;

    public string Text => text ?? string.Empty;

    public static bool TryParse([NotNullWhen(true)] string? text, out PlaceCode code)
    {
        var trimmed = text.AsSpan().Trim();
        code = default;
        if (trimmed.Length is 0 or > LongestText)
        {
            return false;
        }

        foreach (var letter in trimmed)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '.'))
            {
                return false;
            }
        }

        code = new PlaceCode(trimmed.Length == text!.Length ? text : trimmed.ToString());
        return true;
    }

    /// <exception cref="FormatException">The text cannot be a code.</exception>
    public static PlaceCode Parse(string text) => TryParse(text, out var code)
        ? code
        : throw new FormatException($"'{text}' is not a place code: 1 to {LongestText} letters, digits, hyphens, dots and underscores.");

    public bool Equals(PlaceCode other) => string.Equals(Text, other.Text, StringComparison.Ordinal);

    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    public int CompareTo(PlaceCode other) => string.Compare(Text, other.Text, StringComparison.Ordinal);

    public static bool operator <(PlaceCode left, PlaceCode right) => left.CompareTo(right) < 0;

    public static bool operator >(PlaceCode left, PlaceCode right) => left.CompareTo(right) > 0;

    public static bool operator <=(PlaceCode left, PlaceCode right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PlaceCode left, PlaceCode right) => left.CompareTo(right) >= 0;

    public override string ToString() => Text;
}
