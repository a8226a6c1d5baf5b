using System.Globalization;
using System.Text;
using NetTopologySuite.IO.Esri;
using NetTopologySuite.IO.Esri.Shapefiles.Readers;
using Wardbook.Sources;

namespace Wardbook.Places.Boundaries;

/// <summary>Areas in a shapefile: four or more files of one name, in a zip or beside each other.</summary>
internal static class ShapefileAreas
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static RawAreas Read(string path, InputFile file)
    {
        var shapes = BoundaryFiles.Bytes(file);
        var table = Beside(path, file, ".dbf") is { } found
            ? BoundaryFiles.Bytes(found)
            : throw new Refusal($"{file.Name} comes without its .dbf, which has the names and codes. Put all parts of the shapefile in one .zip.");
        var grid = Beside(path, file, ".prj") is { } projection ? Encoding.UTF8.GetString(BoundaryFiles.Bytes(projection)).Trim() : "";

        using var shapeStream = new MemoryStream(shapes);
        using var tableStream = new MemoryStream(table);
        List<RawArea> areas = [];
        try
        {
            using var reader = Shapefile.OpenRead(shapeStream, tableStream, new()
            {
                Factory = Shapes.Factory,
                Encoding = EncodingOf(table),
                GeometryBuilderMode = GeometryBuilderMode.IgnoreInvalidShapes,
            });
            while (reader.Read())
            {
                Dictionary<string, string> values = [];
                foreach (var field in reader.Fields)
                {
                    values[field.Name] = Convert.ToString(field.Value, CultureInfo.InvariantCulture)?.Trim() ?? "";
                }

                areas.Add(new(file.Name, areas.Count + 1, values, reader.Geometry));
            }
        }
        catch (Exception e) when (e is ShapefileException or IOException or ArgumentException)
        {
            throw new Refusal($"{file.Name} is not a whole shapefile ({e.Message.TrimEnd('.')}). It may have been cut off while it was copied. Nothing was loaded.");
        }

        var promised = BitConverter.ToInt32(table, 4);
        return areas.Count == promised
            ? new(areas, grid)
            : throw new Refusal($"{file.Name} has {areas.Count} shapes for {promised} rows in its table. It may have been cut off while it was copied. Nothing was loaded.");
    }

    private static InputFile? Beside(string path, InputFile file, string ending)
    {
        if (File.Exists(path) && !InputFiles.IsArchive(path))
        {
            var beside = Path.ChangeExtension(path, ending);
            return File.Exists(beside) ? InputFiles.Find(beside)[0] : null;
        }

        var wanted = Path.ChangeExtension(file.Name, ending);
        try
        {
            return InputFiles.Find(path, ending).FirstOrDefault(other => string.Equals(other.Name, wanted, StringComparison.OrdinalIgnoreCase));
        }
        catch (Refusal)
        {
            return null;
        }
    }

    /// <summary>The bytes decide, because the .cpg that should say is often missing or wrong.</summary>
    private static Encoding EncodingOf(byte[] table)
    {
        try
        {
            // From the end of the header: the header itself has bytes that are not text.
            Strict.GetCharCount(table, BitConverter.ToInt16(table, 8), table.Length - BitConverter.ToInt16(table, 8));
            return Strict;
        }
        catch (ArgumentException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        }
    }
}
