using NetTopologySuite.IO;
using Wardbook.Sources;

namespace Wardbook.Places.Boundaries;

/// <summary>Reads areas from whatever a publisher wraps them in.</summary>
public static class BoundaryFiles
{
    /// <summary>No set of boundaries is larger than this (the wards of the whole country, in full, are about 400 MB of GeoJSON).</summary>
    public const long Largest = 1L << 30;

    private static readonly string[] Endings = [".geojson", ".json", ".topojson", ".kml", ".shp", ".gpkg"];

    /// <exception cref="Refusal">Nothing to read, a format that is not known, or a file that is broken.</exception>
    public static RawAreas Read(string path, ImportProgress progress, CancellationToken cancel)
    {
        var files = InputFiles.Find(path, Endings);
        progress.Begin($"Reading {files.Count} {(files.Count == 1 ? "file" : "files")}", files.Count);
        List<RawArea> areas = [];
        var grid = "";
        foreach (var file in files)
        {
            cancel.ThrowIfCancellationRequested();
            var read = One(path, file);
            if (grid.Length > 0 && read.Grid.Length > 0 && grid != read.Grid)
            {
                throw new Refusal($"{file.Name} is on another grid ('{read.Grid}') than the files before it ('{grid}'). Import them one by one.");
            }

            grid = read.Grid.Length > 0 ? read.Grid : grid;
            areas.AddRange(read.Areas);
            progress.Advance(1);
        }

        return areas.Count > 0
            ? new(areas, grid)
            : throw new Refusal($"{Path.GetFileName(path)} holds no areas. Nothing was loaded.");
    }

    private static RawAreas One(string path, InputFile file)
    {
        var ending = Path.GetExtension(file.FileName).ToLowerInvariant();
        try
        {
            return ending switch
            {
                ".geojson" or ".json" or ".topojson" => JsonAreas.Read(file, Bytes(file)),
                ".kml" => KmlAreas.Read(file, Bytes(file)),
                ".shp" => ShapefileAreas.Read(path, file),
                ".gpkg" => GeoPackageAreas.Read(file),
                _ => throw new Refusal($"{file.Name} is not a kind of boundary file that Wardbook reads. Expected {string.Join(", ", Endings)}, plain, in a .zip or as .gz."),
            };
        }
        catch (Exception e) when (e is ParseException or ArgumentException or FormatException or EndOfStreamException or IndexOutOfRangeException or InvalidOperationException)
        {
            throw new Refusal($"{file.Name} cannot be read as {ending.TrimStart('.')} ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')}). It may have been cut off while it was copied. Nothing was loaded.");
        }
    }

    /// <summary>The whole file in memory: formats of shapes are read back and forth.</summary>
    /// <exception cref="Refusal">It is larger than any boundary file.</exception>
    internal static byte[] Bytes(InputFile file)
    {
        using var from = file.Open();
        using var to = new MemoryStream();
        var block = new byte[1 << 16];
        for (int read; (read = from.Read(block)) > 0;)
        {
            if (to.Length + read > Largest)
            {
                throw new Refusal($"{file.Name} is larger than {Largest >> 20} MiB. That is larger than any set of boundaries; nothing was loaded.");
            }

            to.Write(block, 0, read);
        }

        return to.Length > 0 ? to.ToArray() : throw new Refusal($"{file.Name} is empty.");
    }

    /// <summary>The file's name without its ending: <c>E05013885</c> for a file of one neighbourhood.</summary>
    internal static string Stem(string name) => Path.GetFileNameWithoutExtension(name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name);
}
