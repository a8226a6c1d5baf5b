using System.Globalization;
using Wardbook.Places;

namespace Wardbook.Demonstration;

/// <summary>What is true in the demonstration: the boroughs and wards of London from May 2002, how large they are and where their middle is.</summary>
/// <remarks>Source and licence: <c>docs/data/demonstration.md</c>.</remarks>
public sealed record LondonFacts(IReadOnlyList<BoroughFacts> Boroughs, IReadOnlyList<WardFacts> Wards, WardFacts City)
{
    /// <summary>The code of the City of London, which has a police force of its own: no ward here, a hole in the map.</summary>
    private const string CityCode = "E09000001";

    public static LondonFacts Load()
    {
        var wards = Rows("wards.csv").Select(WardFacts.OfRow).ToList();
        return new(
            [.. Rows("boroughs.csv").Select(row => new BoroughFacts(PlaceCode.Parse(row.Split(',', 2)[0]), row.Split(',', 2)[1]))],
            [.. wards.Where(ward => ward.Code.Text != CityCode)],
            wards.Single(ward => ward.Code.Text == CityCode));
    }

    internal static IEnumerable<string> Rows(string table)
    {
        using var rows = new StreamReader(typeof(LondonFacts).Assembly.GetManifestResourceStream($"Wardbook.Demonstration.{table}")!);
        rows.ReadLine();
        while (rows.ReadLine() is { } row)
        {
            yield return row;
        }
    }
}

public sealed record BoroughFacts(PlaceCode Code, string Name);

/// <param name="OldCode">The code before 2011, such as <c>00ABFX</c>; empty for the City.</param>
/// <param name="Hectares">The real area, to a tenth. That of the schematic shape differs.</param>
/// <param name="Longitude">Of the ward's middle, the point farthest from its border; degrees, to four decimals. So is the latitude.</param>
/// <param name="RoomMetres">How far it is from there to the nearest border, rounded down to 10 metres.</param>
public sealed record WardFacts(PlaceCode Code, string OldCode, PlaceCode Borough, double Hectares, double Longitude, double Latitude, double RoomMetres, string Name)
{
    public static WardFacts OfRow(string row)
    {
        var parts = row.Split(',', 8);
        return new(PlaceCode.Parse(parts[0]), parts[1], PlaceCode.Parse(parts[2]), Number(parts[3]), Number(parts[4]), Number(parts[5]), Number(parts[6]), parts[7]);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
