using System.Text;
using Wardbook.Places;

namespace Wardbook.Concerns;

/// <summary>What of a concern can be compared with another.</summary>
/// <param name="Category">The code of what it is about.</param>
/// <param name="Above">The code of the category above that one; the same where there is none.</param>
/// <param name="At">Where, as far as it may be compared; null for the whole ward.</param>
public sealed record Comparable(string Words, string Category, string Above, Point? At)
{
    public string Words
    {
        get;
        init => (field, Stems) = (value, Likeness.Stems(value));
    }
    = Words;

    /// <summary>Cut once, however many others it is compared with; anew for other words.</summary>
    internal HashSet<string> Stems { get; private init; } = Likeness.Stems(Words);
}

/// <summary>
/// How alike two concerns are, from 0 to 1: half by what they are about, a quarter by where, a quarter by their words. It suggests; a person decides.
/// Method: docs/methods/similar-concerns.md.
/// </summary>
public static class Likeness
{
    /// <summary>From here on two concerns are shown to each other's people.</summary>
    public const double Similar = 0.5;

    /// <summary>At this distance nearness is worth half.</summary>
    public const double HalfwayMetres = 150;

    private const double ByCategory = 0.5, ByPlace = 0.25, ByWords = 0.25;

    /// <summary>Of another category of the same kind.</summary>
    private const double SameAbove = 0.4;

    /// <summary>Of one that is somewhere and one that is all over the ward.</summary>
    private const double Unplaced = 0.5;

    private static readonly HashSet<string> Said = new(StringComparer.Ordinal)
    {
        "the", "and", "that", "this", "with", "from", "have", "has", "had", "are", "was", "were", "they", "them", "their", "there", "here", "our", "you", "your", "all", "but", "not",
        "for", "very", "just", "about", "when", "where", "what", "who", "every", "always", "again", "people", "somebody", "please", "can", "its", "been", "being", "near", "into", "out",
    };

    /// <returns>0 for what is about different kinds of things, 1 for the same words about the same thing at the same place.</returns>
    public static double Of(Comparable one, Comparable other)
    {
        var category = one.Category == other.Category ? 1 : one.Above == other.Above ? SameAbove : 0;
        return category == 0 ? 0 : (ByCategory * category) + (ByPlace * Nearness(one.At, other.At)) + (ByWords * InWords(one.Stems, other.Stems));
    }

    /// <summary>1 at the same point, a half at <see cref="HalfwayMetres"/>, less and less beyond.</summary>
    private static double Nearness(Point? one, Point? other) => (one, other) switch
    {
        (null, null) => 1,
        ({ } here, { } there) => 1 / (1 + Math.Pow(here.MetresTo(there) / HalfwayMetres, 2)),
        _ => Unplaced,
    };

    /// <summary>The share of the stems of both texts that stand in both: Jaccard's index.</summary>
    private static double InWords(HashSet<string> first, HashSet<string> second)
    {
        var both = first.Count(second.Contains);
        return both == 0 ? 0 : both / (double)(first.Count + second.Count - both);
    }

    /// <summary>Words of three letters or more without what every sentence has, small, and without the ends that grammar gives them.</summary>
    internal static HashSet<string> Stems(string text)
    {
        HashSet<string> stems = new(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var letter in text.Append(' '))
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
                continue;
            }

            var found = word.ToString();
            word.Clear();
            if (found.Length >= 3 && !Said.Contains(found))
            {
                stems.Add(Stem(found));
            }
        }

        return stems;
    }

    private static string Stem(string word)
    {
        foreach (var end in new[] { "ing", "ers", "ies", "ed", "es", "er", "s" })
        {
            if (word.Length - end.Length >= 3 && word.EndsWith(end, StringComparison.Ordinal))
            {
                return word[..^end.Length];
            }
        }

        return word;
    }
}
