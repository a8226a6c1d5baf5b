using System.Globalization;
using System.Text;
using Wardbook.Periods;

namespace Wardbook.Bench;

/// <summary>A map point as police.uk has them: a street's middle, rounded to six decimals, on which many records fall.</summary>
public sealed record MapPoint(int LongitudeE7, int LatitudeE7, string Street, string Lsoa, string LsoaName, int Ward)
{
    /// <summary>The five columns of a street file that it decides, with a comma before and after.</summary>
    public byte[] Columns { get; } = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $",{LongitudeE7 / 1e7:F6},{LatitudeE7 / 1e7:F6},{Street},{Lsoa},{LsoaName},"));
}

/// <summary>One made-up record.</summary>
/// <param name="Point">Which of the map points; -1 for a record without a location.</param>
/// <param name="Category">Which of <see cref="MadeUpCrimes.Categories"/>.</param>
/// <param name="Outcome">Which of <see cref="MadeUpCrimes.Outcomes"/>.</param>
/// <param name="Id">Where its ID begins in the month's bytes; -1 when it has none.</param>
public readonly record struct MadeUpRow(int Point, byte Category, byte Outcome, int Id);

/// <summary>
/// Made-up crime as large as the Metropolitan Police's, in the shape of police.uk street files: 83,334 rows a month on 100,000 map points, sorted by
/// area; anti-social behaviour without IDs; now and then a repeated ID, a row without a location. The same from every run.
/// </summary>
public sealed class MadeUpCrimes
{
    public const int RowsPerMonth = 83_334;

    public const int PointsPerWard = 160;

    public const string Force = "Metropolitan Police Service";

    /// <summary>With the share of each, in thousandths.</summary>
    private static readonly (string Name, int Share)[] Shares =
    [
        ("Anti-social behaviour", 255), ("Bicycle theft", 18), ("Burglary", 62), ("Criminal damage and arson", 55), ("Drugs", 42), ("Other crime", 11),
        ("Other theft", 98), ("Possession of weapons", 6), ("Public order", 48), ("Robbery", 28), ("Shoplifting", 46), ("Theft from the person", 47),
        ("Vehicle crime", 108), ("Violence and sexual offences", 176),
    ];

    public static IReadOnlyList<string> Categories { get; } = [.. Shares.Select(share => share.Name)];

    public static IReadOnlyList<string> Outcomes { get; } =
    [
        "", "Investigation complete; no suspect identified", "Status update unavailable", "Unable to prosecute suspect", "Under investigation",
        "Awaiting court outcome", "Local resolution", "Offender given a caution", "Court result unavailable", "Further investigation is not in the public interest",
    ];

    private static readonly string[] FirstWords = ["Atlantic", "Bishops", "Cedar", "Denmark", "Ebury", "Falcon", "Gladstone", "Hawthorn", "Ivy", "Jubilee", "Kingsley", "Lavender",
        "Mafeking", "Napier", "Orchard", "Palace", "Queens", "Rosendale", "Station", "Tavistock", "Upland", "Victoria", "Warwick", "York", "Albert", "Brook", "Church", "Dover"];

    private static readonly string[] LastWords = ["Road", "Street", "Avenue", "Close", "Gardens", "Lane", "Way", "Grove", "Place", "Crescent", "Mews", "Court"];

    private readonly byte[] categoryOf = new byte[1000];

    public MadeUpCrimes(IReadOnlyList<BenchWard> wards)
    {
        var thousandth = 0;
        for (byte category = 0; category < Shares.Length; category++)
        {
            for (var share = 0; share < Shares[category].Share; share++)
            {
                categoryOf[thousandth++] = category;
            }
        }

        Points = MakePoints(wards);
    }

    /// <summary>In the order of their areas.</summary>
    public IReadOnlyList<MapPoint> Points { get; }

    /// <summary>The rows of a month and the bytes of their IDs, 32 each.</summary>
    public (MadeUpRow[] Rows, byte[] Ids) Month(Month month, int rows = RowsPerMonth)
    {
        var dice = new Random(month.Stamp);
        var at = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            // Some places see far more than others: the square of an even draw.
            var draw = dice.NextDouble();
            var scattered = (long)(draw * draw * Points.Count) * 40_503L % Points.Count;
            at[row] = row >= rows - (rows / 66) ? int.MaxValue : (int)scattered;
        }

        Array.Sort(at);
        var made = new MadeUpRow[rows];
        var ids = new byte[rows * 32];
        dice.NextBytes(ids);
        var next = 0;
        for (var row = 0; row < rows; row++)
        {
            var category = categoryOf[dice.Next(1000)];
            var hasId = category != 0;
            var repeats = hasId && next > 0 && dice.Next(200) == 0;
            made[row] = new(at[row] == int.MaxValue ? -1 : at[row], category, hasId ? (byte)dice.Next(1, Outcomes.Count) : (byte)0, hasId ? (repeats ? next - 32 : next) : -1);
            next += hasId && !repeats ? 32 : 0;
        }

        return (made, ids);
    }

    /// <summary>Writes a month as police.uk publishes it.</summary>
    /// <returns>The bytes written.</returns>
    public long WriteStreetFile(Month month, Stream to)
    {
        var (rows, ids) = Month(month);
        var middle = Encoding.UTF8.GetBytes($",{month},{Force},{Force}");
        var ends = new byte[Categories.Count, Outcomes.Count][];
        for (var category = 0; category < Categories.Count; category++)
        {
            for (var outcome = 0; outcome < Outcomes.Count; outcome++)
            {
                ends[category, outcome] = Encoding.UTF8.GetBytes($"{Categories[category]},{Outcomes[outcome]},\n");
            }
        }

        var nowhere = ",,,No Location,,,"u8.ToArray();
        using var text = new MemoryStream(rows.Length * 250);
        text.Write("Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context\n"u8);
        Span<byte> hex = stackalloc byte[64];
        foreach (var row in rows)
        {
            if (row.Id >= 0)
            {
                Convert.TryToHexStringLower(ids.AsSpan(row.Id, 32), hex, out _);
                text.Write(hex);
            }

            text.Write(middle);
            text.Write(row.Point < 0 ? nowhere : Points[row.Point].Columns);
            text.Write(ends[row.Category, row.Outcome]);
        }

        text.WriteTo(to);
        return text.Length;
    }

    private static List<MapPoint> MakePoints(IReadOnlyList<BenchWard> wards)
    {
        var finder = BenchWards.Finder(wards);
        var dice = new Random(1829);
        var points = new List<MapPoint>(wards.Count * PointsPerWard);
        for (var ward = 0; ward < wards.Count; ward++)
        {
            var box = wards[ward].Shape.EnvelopeInternal;
            for (var made = 0; made < PointsPerWard;)
            {
                var east = (int)Math.Round((box.MinX + (dice.NextDouble() * box.Width)) * 1e6) * 10;
                var north = (int)Math.Round((box.MinY + (dice.NextDouble() * box.Height)) * 1e6) * 10;
                if (finder.Find(east, north) != ward)
                {
                    continue;
                }

                var lsoa = (ward * 8) + (made / (PointsPerWard / 8));
                points.Add(new(east, north, $"On or near {FirstWords[dice.Next(FirstWords.Length)]} {LastWords[dice.Next(LastWords.Length)]}",
                    $"E01{lsoa:D6}", $"{wards[ward].Borough} {(lsoa / 8) + 1:D3}{(char)('A' + (lsoa % 8))}", ward));
                made++;
            }
        }

        return points;
    }
}
