using System.IO.Compression;

namespace Wardbook.Accounts.SignIn.Factors;

/// <summary>What a password must be: long, and not one that others would guess. Nothing is asked about which signs are in it.</summary>
public static class Passwords
{
    public const int Shortest = 12, Longest = 200;

    private static readonly Lazy<HashSet<string>> Common = new(ReadCommon);

    /// <returns>What is wrong with it, for the person who typed it; null when it will do.</returns>
    /// <param name="of">Words that are no secret: the person's name and address.</param>
    public static string? Fault(string? password, params string[] of)
    {
        if (string.IsNullOrEmpty(password) || password.Length < Shortest)
        {
            return $"The password must have at least {Shortest} characters. Three words that do not belong together are easy to keep in mind";
        }

        if (password.Length > Longest)
        {
            return $"The password must have at most {Longest} characters";
        }

        var plain = password.ToLowerInvariant();
        return IsGuessed(plain) ? "That password is on lists of passwords that are often used or have been stolen. Choose another"
            : of.SelectMany(Words).Append("wardbook").Aggregate(plain, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal)).Length < Shortest / 2
                ? "The password must not be made of your name, your address or the name of this site"
                : null;
    }

    /// <summary>A common password, also with numbers and signs around it, or repeated; or a few letters over and over.</summary>
    private static bool IsGuessed(string plain)
    {
        var core = plain.Trim([.. "0123456789!?.,-_*#$%&+/@ "]);
        return Common.Value.Contains(plain) || (core.Length >= plain.Length - 6 && Common.Value.Contains(core)) || core.Length < 3
            || plain.Distinct().Count() < 5
            || Enumerable.Range(1, plain.Length / 2).Any(length => Common.Value.Contains(plain[..length]) && IsRepeated(plain, length))
            || IsRun(plain);
    }

    private static bool IsRepeated(string plain, int length) => Enumerable.Range(0, plain.Length).All(at => plain[at] == plain[at % length]);

    /// <summary>Each sign follows the one before, as in abcdefghijkl.</summary>
    private static bool IsRun(string plain) => plain.Zip(plain.Skip(1)).Count(pair => Math.Abs(pair.Second - pair.First) <= 1) >= plain.Length - 3;

    private static IEnumerable<string> Words(string text) =>
        text.ToLowerInvariant().Split([' ', '@', '.', '-', '_', '\''], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= 4);

    private static HashSet<string> ReadCommon()
    {
        using var packed = typeof(Passwords).Assembly.GetManifestResourceStream("Wardbook.Accounts.common-passwords.txt.gz")!;
        using var text = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        var all = new HashSet<string>(20_000, StringComparer.Ordinal);
        while (text.ReadLine() is { } line)
        {
            all.Add(line);
        }

        return all;
    }
}
