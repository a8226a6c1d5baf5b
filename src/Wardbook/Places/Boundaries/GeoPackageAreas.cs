using System.Globalization;
using Microsoft.Data.Sqlite;
using NetTopologySuite.IO;
using Wardbook.Sources;

namespace Wardbook.Places.Boundaries;

/// <summary>Areas in a GeoPackage: a SQLite file, so it is unpacked beside nothing and read from a copy that is deleted afterwards.</summary>
internal static class GeoPackageAreas
{
    public static RawAreas Read(InputFile file)
    {
        var copy = Path.Combine(Path.GetTempPath(), $"wardbook-{Guid.NewGuid():N}.gpkg");
        try
        {
            File.WriteAllBytes(copy, BoundaryFiles.Bytes(file));
            using var package = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
            package.Open();
            return OfPackage(file, package);
        }
        catch (SqliteException e)
        {
            throw new Refusal($"{file.Name} is not a whole GeoPackage ({e.Message.TrimEnd('.')}). It may have been cut off while it was copied. Nothing was loaded.");
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static RawAreas OfPackage(InputFile file, SqliteConnection package)
    {
        using var layers = package.CreateCommand();
        layers.CommandText = """
            SELECT g.table_name, g.column_name, s.organization || ':' || s.organization_coordsys_id
            FROM gpkg_geometry_columns g
            JOIN gpkg_contents c ON c.table_name = g.table_name AND c.data_type = 'features'
            LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
            ORDER BY g.table_name
            """;
        List<(string Table, string Column, string Grid)> found = [];
        using (var rows = layers.ExecuteReader())
        {
            while (rows.Read())
            {
                found.Add((rows.GetString(0), rows.GetString(1), rows.IsDBNull(2) ? "" : rows.GetString(2)));
            }
        }

        return found.Count switch
        {
            1 => OfLayer(file, package, found[0].Table, found[0].Column, found[0].Grid),
            0 => throw new Refusal($"{file.Name} has no layer of areas."),
            _ => throw new Refusal($"{file.Name} has {found.Count} layers: {string.Join(", ", found.Select(layer => layer.Table))}. Expected one; save the layer you want as a file of its own."),
        };
    }

    private static RawAreas OfLayer(InputFile file, SqliteConnection package, string table, string column, string grid)
    {
        using var select = package.CreateCommand();
        select.CommandText = $"SELECT * FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        using var rows = select.ExecuteReader();
        var reader = new GeoPackageGeoReader(Shapes.Factory.CoordinateSequenceFactory, Shapes.Factory.PrecisionModel);
        List<RawArea> areas = [];
        while (rows.Read())
        {
            Dictionary<string, string> values = [];
            byte[]? shape = null;
            for (var field = 0; field < rows.FieldCount; field++)
            {
                if (string.Equals(rows.GetName(field), column, StringComparison.OrdinalIgnoreCase))
                {
                    shape = rows.IsDBNull(field) ? null : (byte[])rows.GetValue(field);
                }
                else
                {
                    values[rows.GetName(field)] = rows.IsDBNull(field) ? "" : Convert.ToString(rows.GetValue(field), CultureInfo.InvariantCulture)!.Trim();
                }
            }

            areas.Add(new(file.Name, areas.Count + 1, values, shape is null ? null : reader.Read(shape)));
        }

        return new(areas, grid);
    }
}
