using System.Text.RegularExpressions;

namespace Wardbook.Places.Boundaries;

/// <summary>Which columns of a boundary file say the code and the name of an area, and those of the borough and force around it.</summary>
/// <remarks>
/// Publishers spell the same thing in many ways (GSS_CODE, WD13CD, ward_code, LB_GSS_CD): names are compared without case, blanks and
/// signs, and years are left out. Where names do not tell, values do: a column in which every value is a code of its own.
/// </remarks>
/// <param name="Code">Null: the file's name is the code (police.uk publishes one file for one neighbourhood).</param>
/// <param name="Name">Null: the code is the name.</param>
public sealed partial record AreaColumns(string? Code, string? Name, string? BoroughCode, string? BoroughName, string? Force)
{
    private static readonly string[] AnyCode =
        ["GSSCODE", "GSSCD", "GSS", "AREACODE", "AREACD", "GEOCODE", "GEOGRAPHYCODE", "ONSCODE", "NEWCODE", "CODE", "AREAID", "ID"];

    private static readonly string[] AnyName = ["NAME", "AREANAME", "AREANM", "GEOGRAPHYNAME", "GEONAME", "NM", "LABEL"];

    /// <summary>What publishers call a kind of place, in column names.</summary>
    private static readonly Dictionary<string, string[]> KindNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ward"] = ["WARD", "WD", "WDNN", "ELECTORALWARD"],
        ["borough"] = ["BOROUGH", "LAD", "LB", "LBGSS", "LTLA", "UTLA", "DISTRICT", "LOCALAUTHORITY", "LA", "LOCALAUTHORITYDISTRICT", "COUNCIL"],
        ["force"] = ["PFA", "FORCE", "POLICEFORCE", "POLICEFORCEAREA"],
        ["lsoa"] = ["LSOA", "LSOA11", "LSOA21"],
        ["cluster"] = ["CLUSTER", "SECTOR"],
        ["beat"] = ["BEAT", "MICROBEAT"],
    };

    /// <param name="areas">All of the file.</param>
    /// <exception cref="Refusal">The code column cannot be told, or one that was named is not there.</exception>
    public static AreaColumns Recognise(IReadOnlyList<RawArea> areas, BoundaryRequest request)
    {
        var columns = areas.SelectMany(area => area.Values.Keys).Distinct().ToList();
        var code = Named(request.CodeColumn, columns, "--code")
            ?? ByKind(columns, request.Kind, "CODE", "CD", "GSSCODE", "GSSCD", "ID")
            ?? ByAny(columns, AnyCode, column => AreCodes(areas, column))
            ?? ByValues(areas, columns);
        if (code is null && !IsOneEach(areas))
        {
            throw new Refusal(
                $"Cannot tell which column has the codes of the areas. Found {(columns.Count == 0 ? "no columns" : string.Join(", ", columns))}; "
                + $"expected one such as GSS_CODE, WD22CD or {request.Kind}_code. Say it with --code. Nothing was loaded.");
        }

        var name = Named(request.NameColumn, columns, "--name")
            ?? ByKind(columns, request.Kind, "NAME", "NM", "")
            ?? ByAny(columns, AnyName, _ => true);
        var isBorough = IsKind(request.Kind, "borough");
        return new(
            code,
            name,
            isBorough ? null : Besides(code, ByKind(columns, "borough", "CODE", "CD", "GSSCODE", "GSSCD")),
            isBorough ? null : Named(request.BoroughColumn, columns, "--borough") ?? Besides(name, ByKind(columns, "borough", "NAME", "NM", "")),
            ByKind(columns, "force", "", "NAME", "NM"));
    }

    private static string? Named(string? asked, List<string> columns, string option) => asked is null
        ? null
        : columns.FirstOrDefault(column => string.Equals(column, asked, StringComparison.OrdinalIgnoreCase))
            ?? throw new Refusal($"{option} {asked}: there is no such column. Found {string.Join(", ", columns)}. Nothing was loaded.");

    /// <summary>A column called after the kind: <c>WD13CD</c>, <c>ward_code</c>. Endings that stand first go before the later ones.</summary>
    private static string? ByKind(List<string> columns, string kind, params string[] endings)
    {
        var names = KindNames.FirstOrDefault(pair => IsKind(kind, pair.Key)).Value ?? [kind.ToUpperInvariant()];
        var wanted = endings.SelectMany(ending => names.Select(name => name + ending)).ToList();
        return columns
            .Select(column => (Column: column, Rank: wanted.IndexOf(Bare(column))))
            .Where(found => found.Rank >= 0)
            .OrderBy(found => found.Rank)
            .Select(found => found.Column)
            .FirstOrDefault();
    }

    private static string? ByAny(List<string> columns, string[] names, Func<string, bool> fits) => names
        .SelectMany(name => columns.Where(column => Bare(column) == name))
        .FirstOrDefault(fits);

    /// <summary>The one column in which every area has a code of the ONS that no other area has.</summary>
    private static string? ByValues(IReadOnlyList<RawArea> areas, List<string> columns)
    {
        var found = columns
            .Where(column => areas.All(area => area.Values.TryGetValue(column, out var value) && GssCode().IsMatch(value)))
            .Where(column => areas.Select(area => area.Values[column]).Distinct().Count() == areas.Count)
            .ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static bool AreCodes(IReadOnlyList<RawArea> areas, string column)
    {
        var values = areas.Select(area => area.Values.GetValueOrDefault(column, "")).Where(value => value.Length > 0).ToList();
        return values.Count > 0 && values.All(value => PlaceCode.TryParse(value, out _)) && values.Distinct().Count() > areas.Count / 2;
    }

    private static bool IsOneEach(IReadOnlyList<RawArea> areas) =>
        areas.Count > 1
            ? areas.Select(area => area.File).Distinct().Count() > 1 && areas.All(area => PlaceCode.TryParse(BoundaryFiles.Stem(area.File), out _))
            : areas[0].File.EndsWith(".kml", StringComparison.OrdinalIgnoreCase) && PlaceCode.TryParse(BoundaryFiles.Stem(areas[0].File), out _);

    private static string? Besides(string? taken, string? column) => column == taken ? null : column;

    private static bool IsKind(string kind, string known) =>
        string.Equals(kind, known, StringComparison.OrdinalIgnoreCase)
        || (known == "borough" && string.Equals(kind, "district", StringComparison.OrdinalIgnoreCase));

    /// <summary>Letters only, in capitals; a year between the kind and the ending is left out: <c>WD13CD</c> is <c>WDCD</c>.</summary>
    private static string Bare(string column) => new([.. column.Where(char.IsAsciiLetter).Select(char.ToUpperInvariant)]);

    [GeneratedRegex("^[EWSNKJL][0-9]{8}[A-Z]?$")]
    private static partial Regex GssCode();
}
