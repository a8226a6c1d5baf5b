using System.Globalization;
using MiniExcelLibs;
using Wardbook.Sources;

namespace Wardbook.Places.Profiles;

/// <summary>A table of figures by place, from a text file or a sheet of a workbook.</summary>
/// <param name="Name">The file, or the file and the sheet in it.</param>
/// <param name="FirstLine">The line the first of the rows stands on.</param>
public sealed record ProfileTable(string Name, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows, int FirstLine)
{
    /// <summary>A workbook's header is in one of its first lines: above it stand titles and year pickers.</summary>
    private const int HeaderWithin = 10;

    public static IReadOnlyList<ProfileTable> Read(InputFile file) =>
        file.FileName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? Workbook(file) : [Text(file)];

    private static ProfileTable Text(InputFile file)
    {
        var found = Text(file, separator: null);

        // Column names made of several parts hold more semicolons than there are commas between them, and the guess goes wrong.
        return ProfileColumns.CodeColumn(found.Header) < 0 && found.Header[0].Contains(',', StringComparison.Ordinal) ? Text(file, ',') : found;
    }

    private static ProfileTable Text(InputFile file, char? separator)
    {
        using var table = TextTable.Open(file, separator);
        List<IReadOnlyList<string>> rows = [];
        while (table.Rows.Read())
        {
            var fields = new string[table.Header.Count];
            for (var column = 0; column < fields.Length; column++)
            {
                fields[column] = column < table.Rows.RowFieldCount ? table.Rows.GetString(column).Trim() : "";
            }

            rows.Add(fields);
        }

        return new(file.Name, table.Header, rows, FirstLine: 2);
    }

    private static List<ProfileTable> Workbook(InputFile file)
    {
        using var bytes = new MemoryStream(Boundaries.BoundaryFiles.Bytes(file));
        try
        {
            List<ProfileTable> tables = [];
            foreach (var sheet in MiniExcel.GetSheetNames(bytes).ToList())
            {
                bytes.Position = 0;
                var rows = MiniExcel.Query(bytes, useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX)
                    .Select(row => ((IDictionary<string, object?>)row).Values.Select(Text).ToList())
                    .ToList();
                var header = rows.Take(HeaderWithin).ToList().FindIndex(row => ProfileColumns.CodeColumn(row) >= 0);
                if (header >= 0)
                {
                    tables.Add(new($"{file.Name}!{sheet}", rows[header], rows[(header + 1)..], FirstLine: header + 2));
                }
            }

            return tables;
        }
        catch (Exception e) when (e is InvalidDataException or System.Xml.XmlException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new Refusal($"{file.Name} is not a whole workbook ({e.Message.TrimEnd('.')}). It may have been cut off while it was copied. Nothing was loaded.");
        }
    }

    private static string Text(object? cell) => Convert.ToString(cell, CultureInfo.InvariantCulture)?.Trim() ?? "";
}
