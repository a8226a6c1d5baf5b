using System.Globalization;
using System.Text;
using Wardbook.Periods;
using Wardbook.Places;
using Wardbook.Sources;

namespace Wardbook;

public sealed partial class TestSite
{
    /// <summary>
    /// A made-up corner of a city: four square wards, about 700 by 1,100 metres each, Abbey and Bridge in Northborough, Castle and Dock in
    /// Southborough, so that Abbey (south-west) lies beside Bridge (east of it) and Castle (north of it).
    /// </summary>
    public async Task GivenFourWards(DateOnly? from = null)
    {
        var file = File($"wards-{from:yyyy}.geojson", Collection(
            Square("E05000001", "Abbey", "E09000002", "Northborough", -0.10, 51.50),
            Square("E05000002", "Bridge", "E09000002", "Northborough", -0.09, 51.50),
            Square("E05000003", "Castle", "E09000003", "Southborough", -0.10, 51.51),
            Square("E05000004", "Dock", "E09000003", "Southborough", -0.09, 51.51)));
        await Loaded("boundaries", file, "--kind", "ward", "--from", (from ?? new(2011, 5, 5)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "--force", "metropolitan");
    }

    /// <summary>Far away, in another force: the ward Old Mill, which became New Mill in 2014.</summary>
    public async Task GivenAWardThatWasAbolished()
    {
        foreach (var (code, name, from) in new[] { ("E05000901", "Old Mill", "2011-05-05"), ("E05000902", "New Mill", "2014-05-22") })
        {
            await Loaded("boundaries", File($"mill-{from}.geojson", Collection(Square(code, name, "E07000901", "Millborough", -0.5, 51.2))), "--kind", "ward", "--from", from, "--force", "surrey");
        }
    }

    /// <summary>A place that is one ward and one borough with one code.</summary>
    public async Task GivenAWardWithTheCodeOfItsBorough() => await Loaded(
        "boundaries", File("one.geojson", Collection(Square("E09000001", "Inner Temple", "E09000001", "City of London", -0.1, 51.5))), "--kind", "ward", "--from", "2011-05-05", "--force", "metropolitan");

    /// <summary>So many square wards of one borough, in rows of ten.</summary>
    public async Task GivenManyWards(int many) => await Loaded(
        "boundaries",
        File("many.geojson", Collection([.. Enumerable.Range(1, many).Select(ward => Square(
            $"E05{ward:000000}", $"Ward {ward:000}", "E09000002", "Northborough", -0.1 + (0.01 * (ward % 10)), 51.4 + (ward / 10 * 0.01)))])),
        "--kind", "ward", "--from", "2011-05-05", "--force", "metropolitan");

    /// <summary>The same corner from 22 May 2014: Abbey and Bridge have become one ward, Riverside.</summary>
    public async Task GivenAbbeyAndBridgeBecameRiverside() => await Loaded(
        "boundaries",
        File("wards-2014.geojson", Collection(
            Square("E05009301", "Riverside", "E09000002", "Northborough", -0.10, 51.50, width: 0.02),
            Square("E05000003", "Castle", "E09000003", "Southborough", -0.10, 51.51),
            Square("E05000004", "Dock", "E09000003", "Southborough", -0.09, 51.51))),
        "--kind", "ward", "--from", "2014-05-22", "--force", "metropolitan");

    /// <summary>One police.uk file for each month with these records, all of the Metropolitan Police.</summary>
    public async Task GivenCrimes(params IEnumerable<Recorded> records)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, Guid.NewGuid().ToString("n"))).FullName;
        foreach (var month in records.GroupBy(record => record.Month))
        {
            var text = new StringBuilder("Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context\n");
            var number = 0;
            foreach (var record in month)
            {
                for (var copy = 0; copy < record.Count; copy++)
                {
                    var id = record.Kind == "Anti-social behaviour" ? "" : $"{month.Key}{number++:x60}";
                    text.Append(CultureInfo.InvariantCulture, $"{id},{month.Key},Metropolitan Police Service,Metropolitan Police Service,{record.Longitude:0.000000},{record.Latitude:0.000000},On or near {record.Street},,,{record.Kind},,\n");
                }
            }

            await System.IO.File.WriteAllTextAsync(Path.Combine(folder, $"{month.Key}-metropolitan-street.csv"), text.ToString(), Cancel);
        }

        await Loaded("crimes", folder);
    }

    /// <summary>The same number every month of two years, 2012 and 2013, in each of the four wards.</summary>
    public async Task GivenTwoSteadyYears(int each = 5) => await GivenCrimes(
        Month.From(new(2012, 1), new(2013, 12)).SelectMany(month => Middles.Select(middle => new Recorded(month, "Burglary", each, "High Street") { Longitude = middle.Longitude, Latitude = middle.Latitude })));

    /// <summary>So many people in each of the four wards.</summary>
    public async Task GivenPeople(int each, int year = 2013) => await With(async db =>
    {
        var import = new Import { Id = Guid.CreateVersion7(), Kind = "profiles", File = "population.csv", Publisher = "Office for National Statistics", Started = Clock.GetUtcNow(), Finished = Clock.GetUtcNow(), State = ImportState.Shown };
        db.Imports.Add(import);
        db.Populations.AddRange(Enumerable.Range(1, 4).Select(ward => new Population { Code = PlaceCode.Parse($"E0500000{ward}"), Year = year, Import = import.Id, Residents = each }));
        await db.SaveChangesAsync(Cancel);
    });

    /// <summary>The middles of Abbey, Bridge, Castle and Dock.</summary>
    public static IReadOnlyList<(double Longitude, double Latitude)> Middles { get; } = [(-0.095, 51.505), (-0.085, 51.505), (-0.095, 51.515), (-0.085, 51.515)];

    private async Task Loaded(params string[] typed)
    {
        var ran = await Run(["import", .. typed]);
        Assert.True(ran.ExitCode == 0, ran.Messages);
    }

    private static string Collection(params string[] features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(",\n", features)}}]}""";

    private static string Square(string code, string name, string borough, string boroughName, double west, double south, double width = 0.01)
    {
        var (east, north) = (west + width, south + 0.01);
        return string.Create(CultureInfo.InvariantCulture, $$$"""
            {"type":"Feature","properties":{"WD11CD":"{{{code}}}","WD11NM":"{{{name}}}","LAD11CD":"{{{borough}}}","LAD11NM":"{{{boroughName}}}"},
             "geometry":{"type":"Polygon","coordinates":[[[{{{west:0.####}}},{{{south:0.####}}}],[{{{east:0.####}}},{{{south:0.####}}}],[{{{east:0.####}}},{{{north:0.####}}}],[{{{west:0.####}}},{{{north:0.####}}}],[{{{west:0.####}}},{{{south:0.####}}}]]]}}
            """);
    }

    /// <summary>So many records alike. In the middle of Abbey, unless it says otherwise.</summary>
    public sealed record Recorded(Month Month, string Kind, int Count, string Street)
    {
        public double Longitude { get; init; } = -0.095;

        public double Latitude { get; init; } = 51.505;
    }
}
