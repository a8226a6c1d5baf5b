using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Wardbook.Sources;
using Wardbook.Store;

namespace Wardbook.Crimes.Files;

/// <summary>How to read a plain list whose columns have names of their own, kept under a name so that nobody says it twice.</summary>
/// <param name="Header">The columns of the file it was made for: a file with the same is read by it.</param>
/// <param name="Columns">Which column holds what (<see cref="ListColumns.Fields"/>).</param>
/// <param name="Category">The kind of crime of every row, when the list does not say.</param>
/// <param name="Of">The name without dates of the file it was made for, when it fixes what the rows do not say.</param>
public sealed partial record ListMapping(
    string Name, IReadOnlyList<string> Header, IReadOnlyDictionary<string, string> Columns, string? Category, string? Force, string? Series, string? Publisher, string? Licence, string Of)
{
    private const string Prefix = "crime-mapping:";

    /// <summary>Whether it says something of every row that the rows do not say themselves.</summary>
    public bool SaysMoreThanColumns => Category is not null || Force is not null;

    public static async Task<IReadOnlyList<ListMapping>> List(WardbookDb db, CancellationToken cancel) =>
        [.. (await db.Settings.AsNoTracking().Where(setting => setting.Name.StartsWith(Prefix)).OrderBy(setting => setting.Name).ToListAsync(cancel))
            .Select(setting => JsonSerializer.Deserialize<ListMapping>(setting.Value)!)];

    /// <summary>Keeps it, in place of one of the same name.</summary>
    public async Task Keep(WardbookDb db, CancellationToken cancel)
    {
        var text = JsonSerializer.Serialize(this);
        if (await db.Settings.SingleOrDefaultAsync(setting => setting.Name == Prefix + Name, cancel) is { } there)
        {
            there.Value = text;
        }
        else
        {
            db.Settings.Add(new() { Name = Prefix + Name, Value = text });
        }
    }

    /// <summary>Whether this file was, or could have been, what it was made for.</summary>
    public bool Fits(TextTable table) => Header.SequenceEqual(table.Header, StringComparer.OrdinalIgnoreCase);

    /// <summary>A file's name without folders, endings and dates, for a series: <c>london-crimes-2022-01.csv</c> is <c>london-crimes</c>.</summary>
    public static string Slug(string fileName)
    {
        var stem = Dates().Replace(Path.GetFileNameWithoutExtension(fileName), " ");
        var slug = string.Join('-', new string([.. stem.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length == 0 ? "unnamed" : slug.Length > 60 ? slug[..60].TrimEnd('-') : slug;
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9])(19|20)\d\d([-_ ]?(0[1-9]|1[0-2]))?([-_ ]?[0-3]\d)?(?![A-Za-z0-9])")]
    private static partial Regex Dates();
}
