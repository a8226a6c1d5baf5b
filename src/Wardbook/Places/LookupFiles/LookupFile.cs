using System.Text.Json;
using System.Text.RegularExpressions;
using Wardbook.Places.Boundaries;
using Wardbook.Sources;

namespace Wardbook.Places.LookupFiles;

/// <summary>One look-up as a file has it, told by its header.</summary>
/// <param name="Lookup">See <see cref="Lookups"/>.</param>
/// <param name="Rows">Each pair once, in the order of the file.</param>
public sealed partial record LookupFile(string Lookup, IReadOnlyList<LookupRow> Rows)
{
    private const string Expected =
        "the columns of an LSOA to ward list (LSOA21CD, WD22CD), of an LSOA 2011 to 2021 list (LSOA11CD, LSOA21CD), or of a ward to cluster list (WD22CD, cluster)";

    /// <exception cref="Refusal">It is none of the look-ups Wardbook knows, or nothing in it can be used.</exception>
    public static LookupFile Read(InputFile file, ImportRun run)
    {
        var read = file.FileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Names(file, run) : Table(file, run);
        return read.Rows.Count > 0
            ? read
            : throw new Refusal($"{file.Name} has no row that can be used{(run.Faults.Count > 0 ? $": line {run.Faults[0].Line}, found {run.Faults[0].Found}, expected {run.Faults[0].Expected}" : "")}. Nothing was loaded.");
    }

    private static LookupFile Table(InputFile file, ImportRun run)
    {
        using var table = TextTable.Open(file);
        var header = table.Header;
        var oldLsoa = ColumnNames.Find(header, "LSOA11CD", "LSOA2011CODE", "LSOA11CODE");
        var newLsoa = ColumnNames.Find(header, "LSOA21CD", "LSOA2021CODE", "LSOA21CODE");
        var anyLsoa = ColumnNames.Find(header, "LSOACODE", "LSOACD", "LSOA");
        var ward = ColumnNames.Find(header, "WDCD", "WARDCODE", "WARDCD", "GSSCODE", "WARD");
        var cluster = ColumnNames.Find(header, "CLUSTERCODE", "CLUSTERCD", "CLUSTERID", "SECTORCODE", "CLUSTER", "SECTOR", "NPA", "NEIGHBOURHOODPOLICINGAREA");
        if (oldLsoa >= 0 && newLsoa >= 0)
        {
            return new(Lookups.OldLsoaToLsoa, Pairs(table, run, oldLsoa, IsLsoa, "an LSOA code such as E01000001", newLsoa, IsLsoa, "an LSOA code such as E01000001", ColumnNames.Find(header, "LSOA21NM")));
        }

        if (ward >= 0 && cluster >= 0)
        {
            var name = ColumnNames.Find(header, "CLUSTERNAME", "CLUSTERNM", "SECTORNAME", "CLUSTER", "SECTOR", "NPA", "NEIGHBOURHOODPOLICINGAREA");
            return new(Lookups.WardToCluster, Pairs(table, run, ward, IsCode, "a ward's code", cluster, IsText, "a cluster", name, text => PlaceCode.TryParse(text, out var code) ? code : SetMaking.CodeOfName(text)));
        }

        if (anyLsoa >= 0 && ward >= 0)
        {
            var isOld = oldLsoa >= 0 && newLsoa < 0;
            return new(isOld ? Lookups.OldLsoaToWard : Lookups.LsoaToWard,
                Pairs(table, run, newLsoa >= 0 ? newLsoa : anyLsoa, IsLsoa, "an LSOA code such as E01000001", ward, IsWard, "a ward's code such as E05009288", ColumnNames.Find(header, "WDNM", "WARDNAME")));
        }

        throw new Refusal($"{file.Name} is not a look-up that Wardbook knows. Found the columns {string.Join(", ", header.Take(12))}; expected {Expected}. Nothing was loaded.");
    }

    private static List<LookupRow> Pairs(
        TextTable table, ImportRun run, int from, Func<string, bool> isFrom, string fromWords, int to, Func<string, bool> isTo, string toWords, int name, Func<string, PlaceCode>? codeOf = null)
    {
        List<LookupRow> rows = [];
        HashSet<(string, string)> seen = [];
        while (table.Rows.Read())
        {
            run.Record.RowsRead++;
            var (one, other) = (Field(table, from), Field(table, to));
            if (!isFrom(one) || !isTo(other))
            {
                var column = isFrom(one) ? to : from;
                run.Fault(table.File.Name, table.Line, table.Header[column], isFrom(one) ? other : one, isFrom(one) ? toWords : fromWords, setAside: true);
                continue;
            }

            run.Record.RowsKept++;
            var code = codeOf is null ? other : codeOf(other).Text;
            if (seen.Add((one, code)))
            {
                rows.Add(new(one, code, name >= 0 && Field(table, name) is { Length: > 0 } named ? named : null));
            }
        }

        return rows;
    }

    /// <summary>Codes and names as one JSON object.</summary>
    private static LookupFile Names(InputFile file, ImportRun run)
    {
        try
        {
            using var document = JsonDocument.Parse(BoundaryFiles.Bytes(file));
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new(Lookups.WardName, NamesIn(file, run, document.RootElement));
            }
        }
        catch (JsonException e)
        {
            throw new Refusal($"{file.Name} is not whole JSON: line {e.LineNumber + 1}. It may have been cut off while it was copied. Nothing was loaded.");
        }

        throw new Refusal($"{file.Name} is not a look-up that Wardbook knows. Expected one object of codes and names, or {Expected}. Nothing was loaded.");
    }

    private static List<LookupRow> NamesIn(InputFile file, ImportRun run, JsonElement names)
    {
        List<LookupRow> rows = [];
        HashSet<string> seen = [];
        foreach (var property in names.EnumerateObject())
        {
            run.Record.RowsRead++;
            if (IsWard(property.Name) && property.Value.ValueKind == JsonValueKind.String && seen.Add(property.Name))
            {
                run.Record.RowsKept++;
                rows.Add(new(property.Name, property.Value.GetString()!.Trim(), null));
            }
            else
            {
                run.Fault(file.Name, null, property.Name, property.Value.ToString(), "a ward's code and its name", setAside: true);
            }
        }

        return rows;
    }

    private static string Field(TextTable table, int column) => column < table.Rows.RowFieldCount ? table.Rows.GetString(column).Trim() : "";

    private static bool IsLsoa(string text) => LsoaCode().IsMatch(text);

    private static bool IsWard(string text) => WardCode().IsMatch(text);

    private static bool IsCode(string text) => PlaceCode.TryParse(text, out _);

    private static bool IsText(string text) => text.Any(char.IsAsciiLetterOrDigit);

    /// <summary>England and Wales, Scotland's data zones, Northern Ireland's super output areas.</summary>
    [GeneratedRegex("^([EW]01|S01|N2[01])[0-9]{6}$|^95[A-Z0-9]{4,8}$")]
    private static partial Regex LsoaCode();

    /// <summary>A ward, or a district that is not divided into wards (the City of London in older lists).</summary>
    [GeneratedRegex("^[EWSN][0-9]{8}$")]
    private static partial Regex WardCode();
}

/// <summary>A row of a look-up.</summary>
public sealed record LookupRow(string From, string To, string? ToName);
