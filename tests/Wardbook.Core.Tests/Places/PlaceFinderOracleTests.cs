using System.Globalization;
using System.IO.Compression;
using Wardbook.Oracles;

namespace Wardbook.Places;

public sealed class PlaceFinderOracleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(70_000)]
    public void Awkward_shapes_are_told_apart_as_another_program_tells_them(int times) => OracleFolders.Check("geo.locate", one =>
    {
        // The shapes are whole numbers and the points quarters of them. Larger copies spread over more cells of the grid.
        var scale = 100m * times;
        var areas = GeoJsonAreas.Read(one.PathOf("areas"), "code", scale);
        var finder = new PlaceFinder(areas);
        var points = Points(one.PathOf("points"), scale);
        Assert.Equal(points.Count, one.Expected.GetProperty("assigned").GetArrayLength());
        for (var i = 0; i < points.Count; i++)
        {
            var found = finder.Find(points[i]);
            Assert.Equal(one.Expected.GetProperty("assigned")[i].GetString(), found == PlaceFinder.Nowhere ? null : areas[found].Code.Text);

            var touching = finder.ListTouching(points[i]).Select(area => areas[area].Code.Text).ToArray();
            Assert.Equal(one.Expected.GetProperty("touching")[i].EnumerateArray().Select(code => code.GetString()), touching);

            // Strictly inside: in it, and no border at the point.
            var inside = one.Expected.GetProperty("strictly_inside")[i].GetString();
            Assert.Equal(inside, touching.Length == 1 && finder.MetresToBorder(points[i], within: 0) is null ? touching[0] : null);
        }
    });

    [Fact]
    public void Published_points_fall_in_the_wards_that_another_program_puts_them_in() => OracleFolders.CheckIfBeside("geo.ward_month_counts", one =>
    {
        var areas = GeoJsonAreas.Read(one.PathOf("areas"), one.Params.GetProperty("area_code").GetString()!, Point.PerDegree);
        var finder = new PlaceFinder(areas);
        var counts = new SortedDictionary<(string Ward, string Month), int>();
        var (rows, withoutPlace, outside) = (0, 0, 0);
        var distinct = new HashSet<Point>();
        foreach (var (month, point) in StreetRows(one.PathOf("points"), one.Params.GetProperty("files").GetString()!.TrimStart('*')))
        {
            rows++;
            if (point is not { } place)
            {
                withoutPlace++;
                continue;
            }

            distinct.Add(place);
            var found = finder.Find(place);
            if (found == PlaceFinder.Nowhere)
            {
                outside++;
                continue;
            }

            var key = (areas[found].Code.Text, month);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        one.Check("rows", rows);
        one.Check("without_place", withoutPlace);
        one.Check("outside_every_ward", outside);
        one.Check("distinct_points", distinct.Count);
        Assert.Equal(
            File.ReadAllLines(Path.Combine(one.Folder, one.Expected.GetProperty("table").GetString()!)).Skip(1).Order(StringComparer.Ordinal),
            counts.Select(count => $"{count.Key.Ward},{count.Key.Month},{count.Value}").Order(StringComparer.Ordinal));
    });

    private static List<Point> Points(string file, decimal scale) =>
        [.. File.ReadLines(file).Skip(1).Select(line => line.Split(',')).Select(cells => new Point(Scaled(cells[0], scale), Scaled(cells[1], scale)))];

    private static int Scaled(string text, decimal scale) => (int)(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) * scale);

    private static IEnumerable<(string Month, Point? Point)> StreetRows(string archive, string ending)
    {
        using var zip = ZipFile.OpenRead(archive);
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(ending, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            reader.ReadLine();
            while (reader.ReadLine() is { } line)
            {
                // Crime ID, Month, Reported by, Falls within, Longitude, Latitude: no commas inside any of them.
                var cells = line.Split(',', 7);
                yield return (cells[1], cells[4].Length == 0 ? null : new Point(Scaled(cells[4], Point.PerDegree), Scaled(cells[5], Point.PerDegree)));
            }
        }
    }
}
