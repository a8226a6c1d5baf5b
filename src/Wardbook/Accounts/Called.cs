using Wardbook.Accounts.Record.Reading;

namespace Wardbook.Accounts;

/// <summary>What somebody is called on a page: by name, and in words when the name was erased.</summary>
public static class Called
{
    /// <summary>Within a sentence.</summary>
    /// <param name="name">Null when there is no such account, empty when the name was erased.</param>
    public static string InWords(string? name) => string.IsNullOrEmpty(name) ? ReadEntry.Nobody : name;

    /// <summary>At the beginning of a heading, a cell or a sentence.</summary>
    /// <inheritdoc cref="InWords"/>
    public static string AsHeading(string? name) => InWords(name) is var words && ReferenceEquals(words, ReadEntry.Nobody) ? char.ToUpperInvariant(words[0]) + words[1..] : words;
}
