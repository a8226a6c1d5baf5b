using System.Text.RegularExpressions;

namespace Wardbook.Places;

/// <summary>Postcodes as people type them.</summary>
public static partial class PostcodeText
{
    /// <summary>Upper case without spaces, if it could be a whole postcode.</summary>
    public static bool TryParse(string? text, out string code)
    {
        code = new([.. (text ?? "").Where(letter => !char.IsWhiteSpace(letter)).Select(char.ToUpperInvariant)]);
        return Whole().IsMatch(code);
    }

    /// <summary>As it is written: <c>SW2 1RW</c>.</summary>
    public static string Written(string code) => $"{code[..^3]} {code[^3..]}";

    [GeneratedRegex("^([A-Z]{1,2}[0-9][A-Z0-9]?|GIR)[0-9][A-Z]{2}$")]
    private static partial Regex Whole();
}
