using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using NetTopologySuite.Geometries;
using Wardbook.Sources;

namespace Wardbook.Places.Boundaries;

/// <summary>Areas in KML. A file of police.uk holds one area and says nothing of it: then the file's name is its code.</summary>
internal static class KmlAreas
{
    /// <summary>KML has one grid: longitude and latitude in WGS 84.</summary>
    private const string Wgs84 = "EPSG:4326";

    public static RawAreas Read(InputFile file, byte[] bytes)
    {
        XDocument document;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            document = XDocument.Load(reader);
        }
        catch (XmlException e)
        {
            throw new Refusal($"{file.Name} is not whole KML: {e.Message} It may have been cut off while it was copied. Nothing was loaded.");
        }

        return document.Root?.Name.LocalName is "kml"
            ? new([.. document.Descendants().Where(element => element.Name.LocalName == "Placemark").Select((placemark, index) => Area(file, placemark, index + 1))], Wgs84)
            : throw new Refusal($"{file.Name} is XML but not KML: it begins with <{document.Root?.Name.LocalName}>.");
    }

    private static RawArea Area(InputFile file, XElement placemark, int number)
    {
        Dictionary<string, string> values = [];
        foreach (var element in placemark.Elements().Where(element => element.Name.LocalName is "name"))
        {
            values["name"] = element.Value.Trim();
        }

        foreach (var data in placemark.Descendants().Where(element => element.Name.LocalName is "SimpleData" or "Data"))
        {
            if (data.Attribute("name")?.Value is { Length: > 0 } name)
            {
                values[name] = data.Value.Trim();
            }
        }

        var polygons = placemark.Descendants().Where(element => element.Name.LocalName == "Polygon").Select(Polygon).OfType<Polygon>().ToArray();
        return new(file.Name, number, values, polygons.Length switch
        {
            0 => null,
            1 => polygons[0],
            _ => Shapes.Factory.CreateMultiPolygon(polygons),
        });
    }

    private static Polygon? Polygon(XElement polygon)
    {
        var outer = polygon.Elements().Where(element => element.Name.LocalName == "outerBoundaryIs").Select(Ring).FirstOrDefault();
        return outer is null
            ? null
            : Shapes.Factory.CreatePolygon(outer, [.. polygon.Elements().Where(element => element.Name.LocalName == "innerBoundaryIs").Select(Ring).OfType<LinearRing>()]);
    }

    private static LinearRing? Ring(XElement boundary)
    {
        var text = boundary.Descendants().FirstOrDefault(element => element.Name.LocalName == "coordinates")?.Value ?? "";
        var corners = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Corner).ToList();
        if (corners.Count > 0 && !corners[0].Equals2D(corners[^1]))
        {
            corners.Add(corners[0].Copy());
        }

        return corners.Count >= 4 ? Shapes.Factory.CreateLinearRing([.. corners]) : null;
    }

    private static Coordinate Corner(string text)
    {
        var parts = text.Split(',');
        return new(double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
