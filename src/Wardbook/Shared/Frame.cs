namespace Wardbook.Shared;

/// <summary>What is the same around every page: told once, when the site starts.</summary>
/// <param name="IsDemonstration">Every page says that its figures are made up.</param>
public sealed record Frame(bool IsDemonstration)
{
    /// <summary>The links at the top, in order.</summary>
    public IReadOnlyList<Link> Navigation { get; init; } = [];

    /// <summary>The links at the foot, in order.</summary>
    public IReadOnlyList<Link> FooterLinks { get; init; } = [];

    /// <summary>Where the pictures under a map come from; <see langword="null"/>, the default, draws maps without any and asks nobody.</summary>
    public MapTiles? Tiles { get; init; }

    /// <summary>Whether a reader at <paramref name="path"/> is in the part of the site that begins at <paramref name="href"/>.</summary>
    public static bool IsHere(string? href, PathString path) => href switch
    {
        null => false,
        "/" => path == "/",
        _ => path.StartsWithSegments(href),
    };
}

/// <summary>Words that lead somewhere.</summary>
/// <param name="Href"><see langword="null"/> for words that lead nowhere, such as the page one is on.</param>
public sealed record Link(string Text, string? Href);

/// <summary>A base map drawn by somebody else's server.</summary>
/// <param name="Address">
/// With <c>{z}</c>, <c>{x}</c> and <c>{y}</c>, such as <c>https://tiles.example.org/{z}/{x}/{y}.png</c>.
/// The content security policy must allow its host for images.
/// </param>
/// <param name="Credit">What its licence asks to be shown, as plain text.</param>
public sealed record MapTiles(string Address, string Credit);
