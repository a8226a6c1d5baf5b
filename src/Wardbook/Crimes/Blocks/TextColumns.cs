using System.Text.Json;
using Parquet;
using Parquet.Schema;

namespace Wardbook.Crimes.Blocks;

/// <summary>A table of text kept column by column: every column that its publisher gave, as it was written (Apache Parquet).</summary>
/// <param name="Names">The columns' names.</param>
/// <param name="Columns">In the same order; each as long as the others.</param>
public sealed record TextColumns(IReadOnlyList<string> Names, IReadOnlyList<string[]> Columns)
{
    private const string NamesKey = "wardbook.names";

    private static readonly ParquetOptions Packing = new() { CompressionMethod = CompressionMethod.Snappy };

    public int Rows => Columns.Count == 0 ? 0 : Columns[0].Length;

    /// <returns>The column of this name.</returns>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public string[] this[string name] =>
        Names.ToList().FindIndex(other => other.Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var column
            ? Columns[column]
            : throw new KeyNotFoundException($"There is no column {name}.");

    public async Task<byte[]> Write()
    {
        // A publisher's name may hold what Parquet reads as a path, so the columns are numbered and their names stand beside them.
        var fields = Names.Select((_, column) => new DataField($"c{column}", typeof(string), false)).ToArray();
        using var to = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), to, Packing))
        {
            writer.CustomMetadata = new Dictionary<string, string> { [NamesKey] = JsonSerializer.Serialize(Names) };
            using var group = writer.CreateRowGroup();
            for (var column = 0; column < fields.Length; column++)
            {
                await group.WriteAsync(fields[column], Columns[column]);
            }
        }

        return to.ToArray();
    }

    public static async Task<TextColumns> Read(byte[] from)
    {
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(from));
        using var group = reader.OpenRowGroupReader(0);
        var names = JsonSerializer.Deserialize<string[]>(reader.CustomMetadata[NamesKey])!;
        var columns = new string[names.Length][];
        for (var column = 0; column < names.Length; column++)
        {
            columns[column] = new string[group.RowCount];
            await group.ReadAsync(reader.Schema.DataFields[column], columns[column]);
        }

        return new(names, columns);
    }
}
