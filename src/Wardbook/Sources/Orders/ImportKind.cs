using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Wardbook.Sources.Orders;

/// <summary>Something that can be imported, as its command describes it: the page asks for what the command takes, in the command's own words.</summary>
/// <param name="Says">What is loaded, in one sentence.</param>
/// <param name="Takes">What the file may be.</param>
public sealed partial record ImportKind(string Name, string Says, string Takes, IReadOnlyList<ImportField> Fields)
{
    private const int Longest = 500;

    public static IReadOnlyList<ImportKind> All { get; } =
    [
        .. Cli.Root().Subcommands.Single(command => command.Name == "import").Subcommands.Select(command => new ImportKind(
            command.Name,
            Plain(command.Description!),
            command.Arguments.Single().Description!,
            [.. command.Options.Where(option => option.Name is not ("--help" or "--database")).Select(Field)])),
    ];

    public string InWords => SourceTables.KindInWords(Name);

    public static ImportKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>As the command would be typed, without its database.</summary>
    public string[] Typed(string path, IReadOnlyDictionary<string, string> options) =>
    [
        "import", Name, path,
        // In one piece, so that nothing typed into a field can be taken for another option or for a file of options.
        .. Fields.Where(field => options.ContainsKey(field.Option)).Select(field => field.IsYesOrNo ? field.Option : $"{field.Option}={options[field.Option]}"),
    ];

    /// <summary>What is wrong with what was typed into the fields: the option and the words. The import itself looks closer.</summary>
    public IEnumerable<(ImportField Field, string Wrong)> Faults(IReadOnlyDictionary<string, string> options) => Fields
        .Select(field => (field, Wrong: Fault(field, options.GetValueOrDefault(field.Option))))
        .Where(one => one.Wrong is not null)
        .Select(one => (one.field, one.Wrong!));

    private static string? Fault(ImportField field, string? typed) => typed switch
    {
        null => field.IsRequired ? field.Asks : null,
        { Length: > Longest } => $"{field.Label} must be {Longest} characters or fewer",
        _ when typed.Any(char.IsControl) => $"{field.Label} must be one line of plain text",
        _ when field.Type == typeof(DateOnly) && !DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => $"{field.Label} must be a day such as 2018-05-03",
        _ when field.Type == typeof(int) && !int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out _) => $"{field.Label} must be a whole number",
        _ => null,
    };

    private static ImportField Field(Option option) => new(
        option.Name, Label(option.Name), Plain(option.Description!), option.Required, Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType);

    private static string Label(string option) => option switch
    {
        "--crs" => "Grid of the coordinates",
        "--map" => "Columns",
        "--mapping" => "Saved mapping",
        "--save-mapping" => "Save the mapping as",
        "--newest" => "Show this edition even where a later one is shown",
        "--set-aside" => "Load the rest when some rows cannot be read",
        "--from" => "First day",
        "--code" or "--name" or "--borough" => $"Column of the {option[2..]}s",
        _ => char.ToUpperInvariant(option[2]) + option[3..].Replace('-', ' '),
    };

    /// <summary>Without the hyphens of the command line.</summary>
    private static string Plain(string text) => OptionName().Replace(text.Split('\n')[0], found => $"\"{Label(found.Value)}\"");

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex OptionName();
}

/// <summary>One thing that can be said about an import.</summary>
/// <param name="Option">As on the command line: <c>--from</c>.</param>
public sealed record ImportField(string Option, string Label, string Hint, bool IsRequired, Type Type)
{
    public bool IsYesOrNo => Type == typeof(bool);

    /// <summary>What is said when it is missing.</summary>
    public string Asks => Option == "--kind" ? "Say what the areas are" : Type == typeof(DateOnly) ? $"Type the {char.ToLowerInvariant(Label[0])}{Label[1..]}" : $"{Label} is missing";
}
