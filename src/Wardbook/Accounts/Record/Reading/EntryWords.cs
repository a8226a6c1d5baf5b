using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Wardbook.Places;
using Wardbook.Shared;
using Wardbook.Store;

namespace Wardbook.Accounts.Record.Reading;

/// <summary>The words in which entries are read on a page: records by what people call them, fields with names, places and days instead of keys and codes.</summary>
/// <remarks>Files keep the keys and codes: they are for programs.</remarks>
public sealed partial class EntryWords
{
    private readonly Dictionary<string, string> kinds;
    private readonly Dictionary<(string Kind, string Key), NamedRecord> records = [];
    private readonly PlaceTree places;
    private Dictionary<Guid, string> people = [];

    private EntryWords(IEnumerable<RecordNaming> namings, PlaceTree places)
    {
        this.places = places;
        kinds = namings.ToDictionary(naming => naming.Kind, naming => naming.Says);
    }

    /// <summary>Before anything was read.</summary>
    public static EntryWords None { get; } = new([], PlaceTree.Empty);

    public static async Task<EntryWords> Of(WardbookDb db, PlaceTree places, IReadOnlyList<RecordNaming> namings, IReadOnlyList<ReadEntry> entries, CancellationToken cancel)
    {
        var words = new EntryWords(namings, places);
        foreach (var naming in namings)
        {
            var keys = entries.Where(read => read.Entry.Kind == naming.Kind).Select(read => Guid.TryParse(read.Entry.Key, out var key) ? key : Guid.Empty).Where(key => key != Guid.Empty).Distinct().ToList();
            foreach (var (key, named) in keys.Count == 0 ? [] : await naming.Find(db, places, keys, cancel))
            {
                words.records[(naming.Kind, key.ToString())] = named;
            }
        }

        var ids = entries.SelectMany(read => read.Fields).SelectMany(field => new[] { field.From, field.To }).Select(value => Guid.TryParse(value, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToList();
        words.people = ids.Count == 0 ? [] : await db.Accounts.Where(account => ids.Contains(account.Id)).Select(account => new { account.Id, account.Name }).ToDictionaryAsync(account => account.Id, account => Called.InWords(account.Name), cancel);
        return words;
    }

    /// <summary>Such as <c>role</c>.</summary>
    public string Kind(string kind) => kinds.GetValueOrDefault(kind, kind);

    /// <summary>The kinds as choices, by their words.</summary>
    public static IEnumerable<(string Kind, string Words)> Kinds(IEnumerable<string> kinds, IReadOnlyList<RecordNaming> namings) => kinds
        .Select(kind => (kind, Capital(namings.FirstOrDefault(naming => naming.Kind == kind)?.Says ?? kind)))
        .OrderBy(one => one.Item2, StringComparer.CurrentCulture);

    /// <summary>Such as <c>Role changed</c>.</summary>
    public string What(ReadEntry read) => read.Entry.Kind.Length == 0 ? Capital(read.Entry.Happened.InWords()) : $"{Capital(Kind(read.Entry.Kind))} {read.Entry.Happened.InWords()}";

    /// <summary>What the record is called; null when it is no more, or is about none.</summary>
    public NamedRecord? Record(ReadEntry read) => records.GetValueOrDefault((read.Entry.Kind, read.Entry.Key));

    /// <summary>Where it was done, without keys.</summary>
    public static string? Page(ReadEntry read) => read.Entry.Page is { } page ? Key().Replace(page, "\u2026") : null;

    /// <param name="forWhom">To the person whom it concerns: what names somebody else or another record is left out, and so is what only the program reads.</param>
    public IEnumerable<ReadField> Fields(ReadEntry read, bool forWhom = false)
    {
        var kind = read.Fields.FirstOrDefault(field => field.Name == "Place kind");
        foreach (var field in read.Fields)
        {
            if (field == kind)
            {
                continue;
            }

            if (field is { IsThere: true, From: null, To: "" or "{}" })
            {
                // Nothing became nothing.
                continue;
            }

            var isPlace = field.Name == "Place code";
            if (forWhom && Inner.Contains(field.Name))
            {
                continue;
            }

            if (forWhom && new[] { field.From, field.To }.Any(value => Guid.TryParse(value, out _) || value?.EndsWith(" bytes", StringComparison.Ordinal) == true))
            {
                continue;
            }

            yield return field with
            {
                Name = isPlace ? "Place" : Labels.GetValueOrDefault(field.Name, field.Name),
                From = field.From is null ? null : isPlace ? Place(kind?.From, field.From) : Value(field.Name, field.From),
                To = field.To is null ? null : isPlace ? Place(kind?.To, field.To) : Value(field.Name, field.To),
            };
        }
    }

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private string Place(string? kind, string code) => kind is not null && PlaceCode.TryParse(code, out var known) ? places.NameOf(new(kind, known)) : code;

    /// <summary>Fields whose names are the program's own, as a person says them.</summary>
    private static readonly Dictionary<string, string> Labels = new() { ["Email"] = "Mail address", ["Password hash"] = "Password", ["Code secret"] = "Code app", ["Token hash"] = "Secret of the link", ["Taken over from"] = "Instead of" };

    /// <summary>Fields of a passkey that only browsers read.</summary>
    private static readonly string[] Inner = ["Transports", "Is backup eligible"];

    /// <summary>Fields that hold a name of the program's own.</summary>
    private static readonly string[] Ours = ["Kind", "State", "Result", "Means"];

    private string Value(string name, string value) =>
        Guid.TryParse(value, out var id) ? people.GetValueOrDefault(id, "another record")
        : DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.InWords()
        : name == "Role" && Enum.TryParse<Role>(value, out var role) && Enum.IsDefined(role) ? role.InWords()
        : Ours.Contains(name) && OneWord().IsMatch(value) ? Capital(Hump().Replace(value, found => " " + found.Value.ToLowerInvariant()).TrimStart())
        : value;

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Key();

    /// <summary>A name of the program's own, such as <c>NewStart</c>.</summary>
    [GeneratedRegex("^[A-Z][a-z]+([A-Z][a-z]+)+$")]
    private static partial Regex OneWord();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Hump();
}
