using System.CommandLine;
using Wardbook.Crimes.Files;

namespace Wardbook.Crimes.Imports;

/// <summary>What <c>wardbook import crimes</c> can be told besides the file.</summary>
internal sealed class ImportCrimesOptions
{
    private readonly Option<bool> setAside = new("--set-aside") { Description = "Load the rest when some rows cannot be read. Otherwise nothing is loaded and the rows are listed." };
    private readonly Option<bool> newest = new("--newest") { Description = "Show this edition even of months of which a later edition is shown." };
    private readonly Option<DateOnly?> published = new("--published") { Description = "The day it was published, such as 2024-03-28." };
    private readonly Option<string?> publisher = new("--publisher") { Description = "Who published it, when it is not one of the files that Wardbook knows." };
    private readonly Option<string?> licence = new("--licence") { Description = "Under which licence." };
    private readonly Option<string?> series = new("--series") { Description = "What a list or a table of counts is called, such as list-theft. Otherwise it is named for its file." };
    private readonly Option<string?> force = new("--force") { Description = "Whose it is, such as nottinghamshire, when the rows do not say." };
    private readonly Option<string?> category = new("--category") { Description = "The kind of crime of every row of a list that does not say, such as \"Burglary\"." };
    private readonly Option<string?> map = new("--map") { Description = $"Which column of a list holds what, such as month=Month,longitude=Lon. The fields: {string.Join(", ", ListColumns.Fields.Select(field => field.Field))}." };
    private readonly Option<string?> mapping = new("--mapping") { Description = "Read a list by the mapping saved under this name." };
    private readonly Option<string?> saveMapping = new("--save-mapping") { Description = "Keep --map, --category and --force under this name. A file with the same header is then read by it." };

    public IReadOnlyList<Option> All => [setAside, newest, published, publisher, licence, series, force, category, map, mapping, saveMapping];

    public CrimeImportOptions Of(ParseResult parsed)
    {
        if (parsed.GetValue(series) is { } named && (named == CrimeSeries.PoliceUk || !named.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')))
        {
            throw new Refusal($"--series {named}: expected small letters, digits and hyphens, such as list-theft. What police.uk publishes is a series already.");
        }

        return new()
        {
            SetAside = parsed.GetValue(setAside),
            Newest = parsed.GetValue(newest),
            Published = parsed.GetValue(published),
            Publisher = parsed.GetValue(publisher),
            Licence = parsed.GetValue(licence),
            Series = parsed.GetValue(series),
            Force = parsed.GetValue(force),
            Category = parsed.GetValue(category),
            Map = Map(parsed.GetValue(map)),
            Mapping = parsed.GetValue(mapping),
            SaveMapping = parsed.GetValue(saveMapping),
        };
    }

    private static Dictionary<string, string> Map(string? text)
    {
        var map = new Dictionary<string, string>();
        foreach (var pair in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (pair.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } field, { Length: > 0 } column] || !map.TryAdd(field, column))
            {
                throw new Refusal($"--map {text}: expected pairs such as month=Month,longitude=Lon, each field once.");
            }
        }

        return map;
    }
}
