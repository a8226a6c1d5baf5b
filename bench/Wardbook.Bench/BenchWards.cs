using System.IO.Compression;
using System.Text.Json;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Bench;

/// <summary>A ward as the benchmarks need it.</summary>
public sealed record BenchWard(PlaceCode Code, string Name, PlaceCode BoroughCode, string Borough, Geometry Shape);

/// <summary>The 625 wards of London of 2011 where the real data is beside the checkout; else 625 made-up ones with as many corners.</summary>
public static class BenchWards
{
    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    public static IReadOnlyList<BenchWard> List() =>
        Workplace.RealFile("boundaries/london-wards-2011-citymerged-wgs84.geojson.gz") is { } file ? Real(file) : MadeUp();

    public static PlaceFinder Finder(IReadOnlyList<BenchWard> wards) => new([.. wards.Select(ward => Shapes.OutlineOf(ward.Code, ward.Shape))]);

    /// <summary>Puts the wards, their boroughs and the force in an empty database, shown.</summary>
    public static async Task Install(Database database, IReadOnlyList<BenchWard> wards)
    {
        await database.MakeReady();
        await using var db = database.Open();
        var import = new Sources.Import { Id = Guid.CreateVersion7(), Kind = "boundaries", File = "wards", Started = DateTimeOffset.UtcNow, Finished = DateTimeOffset.UtcNow, State = Sources.ImportState.Shown };
        db.Imports.Add(import);
        db.Forces.Add(new Force { Id = "metropolitan", Name = "Metropolitan Police Service" });
        db.BoundarySets.Add(new BoundarySet { Id = 1, Kind = "ward", Force = "metropolitan", From = new(2001, 1, 1), Import = import.Id, Shown = true });
        await db.SaveChangesAsync();
        var id = 1;
        var force = new Place { Id = id++, SetId = 1, Code = PlaceCode.Parse("metropolitan"), Kind = "force", Name = "Metropolitan Police Service" };
        db.Places.Add(force);
        foreach (var borough in wards.GroupBy(ward => ward.BoroughCode))
        {
            var around = new Place { Id = id++, SetId = 1, Code = borough.Key, Kind = "borough", Name = borough.First().Borough, ParentId = force.Id };
            db.Places.Add(around);
            foreach (var ward in borough)
            {
                var centre = Shapes.PointOf(ward.Shape.InteriorPoint.Coordinate);
                db.Places.Add(new Place
                {
                    Id = id++,
                    SetId = 1,
                    Code = ward.Code,
                    Kind = "ward",
                    Name = ward.Name,
                    ParentId = around.Id,
                    Hectares = 250,
                    CentreLongitudeE7 = centre.LongitudeE7,
                    CentreLatitudeE7 = centre.LatitudeE7,
                    Shape = Shapes.ToBytes(ward.Shape),
                    Sketch = Shapes.ToBytes(NetTopologySuite.Simplify.TopologyPreservingSimplifier.Simplify(ward.Shape, 0.0002)),
                });
            }
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Imports street files as <c>wardbook import crimes</c> does.</summary>
    /// <exception cref="InvalidOperationException">They were not loaded.</exception>
    public static async Task<Sources.Import> ImportCrimes(Database database, string path)
    {
        var run = await Crimes.Imports.ImportCrimes.Run(database, TimeProvider.System, path, new(), Sources.ImportProgress.Silent, default);
        return run.Record.State == Sources.ImportState.Shown ? run.Record : throw new InvalidOperationException(run.Record.Summary);
    }

    private static List<BenchWard> Real(string file)
    {
        using var unpacked = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        return [.. JsonSerializer.Deserialize<FeatureCollection>(unpacked, GeoJson)!.Select(feature => new BenchWard(
            PlaceCode.Parse((string)feature.Attributes["GSS_CODE"]),
            (string)feature.Attributes["NAME"],
            PlaceCode.Parse((string)feature.Attributes["LB_GSS_CD"]),
            (string)feature.Attributes["BOROUGH"],
            feature.Geometry))];
    }

    /// <summary>A grid of 25 by 25 whose lines wander, so that borders are long and neighbours share them.</summary>
    private static List<BenchWard> MadeUp()
    {
        const double west = -0.51, south = 51.29, wide = 0.84 / 25, high = 0.40 / 25;
        return [.. Enumerable.Range(0, 625).Select(number =>
        {
            var (row, column) = (number / 25, number % 25);
            var ring = new List<Coordinate>();
            const int steps = 60;
            Coordinate At(double x, double y) => new(
                Shapes.Snap(west + (wide * (x + (0.1 * Math.Sin(y * 9))))),
                Shapes.Snap(south + (high * (y + (0.1 * Math.Sin(x * 7))))));
            for (var step = 0; step < steps; step++) { ring.Add(At(column + (step / (double)steps), row)); }
            for (var step = 0; step < steps; step++) { ring.Add(At(column + 1, row + (step / (double)steps))); }
            for (var step = 0; step < steps; step++) { ring.Add(At(column + 1 - (step / (double)steps), row + 1)); }
            for (var step = 0; step < steps; step++) { ring.Add(At(column, row + 1 - (step / (double)steps))); }
            ring.Add(ring[0].Copy());
            return new BenchWard(
                PlaceCode.Parse($"E05{900000 + number}"), $"Ward {number + 1}", PlaceCode.Parse($"E09{900000 + (row / 5 * 5) + (column / 5)}"),
                $"Borough {(row / 5 * 5) + (column / 5) + 1}", Shapes.Factory.CreatePolygon([.. ring]));
        })];
    }
}
