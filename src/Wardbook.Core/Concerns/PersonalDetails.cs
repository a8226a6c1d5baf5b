using System.Text.RegularExpressions;

namespace Wardbook.Concerns;

/// <summary>What in a text may tell of a person. The numbers are in no file: they may change.</summary>
public enum DetailKind
{
    Name,
    NumberPlate,
    Telephone,
    Email,
    Address,
    Postcode,
}

/// <summary>A part of a text that may tell of a person.</summary>
/// <param name="Start">Of its first letter.</param>
public sealed record PersonalDetail(DetailKind Kind, int Start, int Length, string Text)
{
    public int End => Start + Length;
}

/// <summary>
/// Finds what in a text may tell of a person: names after a title, number plates, telephone numbers, mail addresses, addresses of houses, postcodes.
/// It marks for a person who looks; it never decides. Better a mark too many on a name than one too few, but years, prices, bus routes, roads and
/// numbers of crimes are none.
/// </summary>
/// <remarks>
/// Formats: registration marks as the DVLA issues them (current since 2001, prefix since 1983, suffix before); postcodes as in the Royal Mail's
/// programmer's guide; telephone numbers as in Ofcom's numbering plan, with 9 to 11 digits after 0 or +44. A name without a title cannot be told from
/// any other word: people are asked to leave names out, and the moderator reads the words.
/// </remarks>
public static partial class PersonalDetails
{
    private static readonly (DetailKind Kind, Func<Regex> Pattern)[] Patterns =
    [
        (DetailKind.Email, Email),
        (DetailKind.Telephone, Telephone),
        (DetailKind.Postcode, Postcode),
        (DetailKind.NumberPlate, NumberPlate),
        (DetailKind.NumberPlate, PrefixPlate),
        (DetailKind.NumberPlate, SuffixPlate),
        (DetailKind.Address, HouseAndStreet),
        (DetailKind.Address, NumberedHome),
        (DetailKind.Name, TitledName),
        (DetailKind.Name, CalledName),
    ];

    /// <returns>In the order of the text; no two overlap.</returns>
    public static IReadOnlyList<PersonalDetail> Find(string text)
    {
        List<PersonalDetail> found = [];
        foreach (var (kind, pattern) in Patterns)
        {
            foreach (var match in pattern().EnumerateMatches(text))
            {
                var words = text.Substring(match.Index, match.Length).TrimEnd(' ', ',', '.');
                var one = new PersonalDetail(kind, match.Index, words.Length, words);
                if (words.Length > 0 && IsOne(kind, words) && found.TrueForAll(other => other.End <= one.Start || other.Start >= one.End))
                {
                    found.Add(one);
                }
            }
        }

        return [.. found.OrderBy(one => one.Start)];
    }

    /// <summary>The text with what may tell of a person put in words, for a person to begin from: <c>a man in [number plate]</c>.</summary>
    public static string Without(string text)
    {
        foreach (var one in Find(text).Reverse())
        {
            text = string.Concat(text.AsSpan(0, one.Start), $"[{one.Kind.InWords()}]", text.AsSpan(one.End));
        }

        return text;
    }

    /// <returns>Such as <c>number plate</c>.</returns>
    public static string InWords(this DetailKind kind) => kind switch
    {
        DetailKind.Name => "name",
        DetailKind.NumberPlate => "number plate",
        DetailKind.Telephone => "telephone number",
        DetailKind.Email => "mail address",
        DetailKind.Address => "address",
        DetailKind.Postcode => "postcode",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "has no words"),
    };

    private static bool IsOne(DetailKind kind, string words) => kind switch
    {
        DetailKind.Telephone => words.Count(char.IsAsciiDigit) is var digits && (words[0] == '+' ? digits is >= 10 and <= 15 : digits is 10 or 11),
        _ => true,
    };

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    // Digits with single blanks, hyphens, dots or brackets between; not inside a longer number or a reference.
    [GeneratedRegex(@"(?<![\w/.-])(?:\+\d{1,3}[ .-]?(?:\(0\)[ .-]?)?\d|\(0\d{2,4}\)[ .-]?\d|0\d)(?:[ .-]?\d){4,12}(?![\w/-])", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"(?<!\w)(?:GIR ?0AA|[A-PR-UWYZ](?:\d[\dA-HJKPSTUW]?|[A-HK-Y]\d[\dABEHMNPRVWXY]?) ?\d[ABD-HJLNP-UW-Z]{2})(?!\w)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Postcode();

    // Two letters, two digits, three letters. I and Q are never in the first two, nor I, Q in the last three; Z is in neither of the first two.
    [GeneratedRegex(@"(?<!\w)[A-HJ-PR-Y]{2}(?:0[2-9]|[1-9]\d) ?[A-HJ-PR-Z]{3}(?!\w)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberPlate();

    // A letter, one to three digits, three letters.
    [GeneratedRegex(@"(?<!\w)[A-HJ-NPR-TV-Y]\d{1,3} ?[A-HJ-PR-Y][A-HJ-PR-Y]{2}(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex PrefixPlate();

    // Three letters, two or three digits, a letter. With fewer digits it is a road or a bus as often as a car.
    [GeneratedRegex(@"(?<!\w)[A-HJ-PR-Y]{3} ?\d{2,3}[A-HJ-NPR-TV-Y](?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex SuffixPlate();

    [GeneratedRegex(@"(?<![\w£$€.:/-])(?:(?:[Ff]lat|[Rr]oom|[Uu]nit|[Aa]partment) ?\w{1,4},? )?\d{1,4}[A-Za-z]?(?: ?[-–/] ?\d{1,4}[A-Za-z]?)?,? (?:[A-Z][\w'’-]*\.? ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Cl|Drive|Dr|Court|Ct|Crescent|Gardens|Gdns|Grove|Place|Pl|Square|Sq|Terrace|Way|Walk|Mews|Hill|Row|Rise|Park|Green|House|Mansions|Buildings|Estate|Parade|Path|Vale|View|Wharf|Yard)\b", RegexOptions.CultureInvariant)]
    private static partial Regex HouseAndStreet();

    [GeneratedRegex(@"(?<!\w)(?:(?:flat|apartment) (?:no\.? ?|number )?\d{1,4}[a-z]?|(?:house|door) (?:no\.? ?|number )\d{1,4}[a-z]?|(?:at|in|from|of) (?:no\.? ?|number )\d{1,4}[a-z]?)(?!\w)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberedHome();

    // What follows a title is a name when it begins with a capital letter; initials and double names belong to it.
    [GeneratedRegex(@"(?<!\w)(?:[Mm]r|[Mm]rs|[Mm]s|[Mm]iss|[Mm]x|[Dd]r|[Pp]rof|[Rr]ev|[Ss]ir|[Dd]ame|[Ll]ord|[Ll]ady|MR|MRS|MS|DR|PC|PS|PCSO|Sgt|Sergeant|Constable|Inspector|Councillor|Cllr)\.? (?:(?:[A-Z]\.? ?)*(?:(?:de|da|van|von|bin|al|el) )?\p{Lu}[\p{L}'’-]+(?: (?:(?:de|da|van|von|bin|al|el) )?\p{Lu}[\p{L}'’-]+)?)", RegexOptions.CultureInvariant)]
    private static partial Regex TitledName();

    [GeneratedRegex(@"(?<=(?<!\w)(?:called|named|[Hh]is name is|[Hh]er name is|[Tt]heir name is|known as|goes by) )\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex CalledName();
}
