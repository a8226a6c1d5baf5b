namespace Wardbook.Places;

/// <summary>How a kind of place is said. Kinds are data, so this is grammar and no list.</summary>
public static class KindWords
{
    /// <returns>Such as <c>wards</c>, <c>boroughs</c>, <c>counties</c>.</returns>
    public static string Plural(string kind) => kind switch
    {
        [.., 'a' or 'e' or 'o' or 'u', 'y'] => kind + "s",
        [.. var stem, 'y'] => stem + "ies",
        [.., 's' or 'x'] => kind + "es",
        _ => kind + "s",
    };

    /// <returns>Such as <c>1 ward</c>, <c>20 wards</c>.</returns>
    public static string Count(int number, string kind) => $"{number} {(number == 1 ? kind : Plural(kind))}";

    /// <returns>Such as <c>Ward</c>.</returns>
    public static string Capital(string kind) => kind.Length == 0 ? kind : char.ToUpperInvariant(kind[0]) + kind[1..];
}
