namespace Wardbook.Places.Boundaries;

/// <summary>Which force polices a district, where that is known without being told. Filled from <c>Places/districts.csv</c>.</summary>
/// <remarks>The City of London lies in the middle of the Metropolitan Police's area and has a force of its own; files of London's wards have both.</remarks>
internal static class ForceOfDistrict
{
    private static readonly Lazy<Dictionary<PlaceCode, string>> Known = new(() =>
    {
        using var list = new StreamReader(typeof(ForceOfDistrict).Assembly.GetManifestResourceStream("Wardbook.Places.districts.csv")!);
        return list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(fields => PlaceCode.Parse(fields[0]), fields => fields[1]);
    });

    public static string? Find(PlaceCode district) => Known.Value.GetValueOrDefault(district);
}
