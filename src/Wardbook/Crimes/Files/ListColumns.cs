using Wardbook.Sources;

namespace Wardbook.Crimes.Files;

/// <summary>Which column of a plain list holds what: by the names that lists commonly use, or as a person said.</summary>
public sealed class ListColumns
{
    /// <summary>What a list may say of a record, with the names that columns of it commonly have. Case, blanks and underscores do not matter.</summary>
    public static IReadOnlyList<(string Field, string[] Names)> Fields { get; } =
    [
        ("id", ["Crime ID", "Persistent ID", "UID", "Reference", "Crime reference", "ID"]),
        ("month", ["Month", "Epoch", "Month year", "Crime month", "Date"]),
        ("year", ["Year"]),
        ("longitude", ["Longitude", "Lon", "Long", "Lng"]),
        ("latitude", ["Latitude", "Lat"]),
        ("location", ["Street name", "Street", "Location name", "Location"]),
        ("lsoa", ["LSOA code", "LSOA", "LSOA11CD", "LSOA21CD"]),
        ("lsoa-name", ["LSOA name", "LSOA11NM", "LSOA21NM"]),
        ("ward", ["Ward code", "WardCode", "WD code"]),
        ("category", ["Crime type", "Category", "Crime category", "Type", "Offence"]),
        ("outcome", ["Last outcome category", "Outcome category", "Outcome"]),
        ("reported-by", ["Reported by", "Service", "Force"]),
        ("falls-within", ["Falls within"]),
        ("context", ["Context", "Location type"]),
        ("count", ["Crime count", "Count", "Crimes"]),
    ];

    private readonly Dictionary<string, int> columns = [];

    private ListColumns()
    {
    }

    /// <returns>Where a field stands; -1 when the list does not say it.</returns>
    public int this[string field] => columns.GetValueOrDefault(field, -1);

    public bool Has(string field) => columns.ContainsKey(field);

    /// <param name="map">What a person said; it goes before the common names.</param>
    /// <exception cref="Refusal">A field nobody knows, or a column that is not there.</exception>
    public static ListColumns Of(TextTable table, IReadOnlyDictionary<string, string> map)
    {
        var found = new ListColumns();
        foreach (var (field, name) in map)
        {
            if (Fields.All(known => known.Field != field))
            {
                throw new Refusal($"--map {field}={name}: a list has no {field}. Expected one of {string.Join(", ", Fields.Select(known => known.Field))}.");
            }

            var column = table.Column(name);
            found.columns[field] = column >= 0
                ? column
                : throw new Refusal($"{table.File.Name} has no column {name} for {field}. Its columns: {string.Join(", ", table.Header)}.");
        }

        foreach (var (field, names) in Fields)
        {
            if (!found.Has(field) && names.Select(name => Find(table, name)).FirstOrDefault(column => column >= 0 && !found.columns.ContainsValue(column), -1) is >= 0 and var column)
            {
                found.columns[field] = column;
            }
        }

        return found;
    }

    /// <summary>Whether a record's place is said, in one way or another.</summary>
    public bool HasPlace => (Has("longitude") && Has("latitude")) || Has("lsoa") || Has("ward");

    private static int Find(TextTable table, string name)
    {
        for (var column = 0; column < table.Header.Count; column++)
        {
            if (Bare(table.Header[column]).Equals(Bare(name), StringComparison.OrdinalIgnoreCase))
            {
                return column;
            }
        }

        return -1;
    }

    private static string Bare(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
