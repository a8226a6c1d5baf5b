using System.IO.Compression;
using System.Text.Json;
using Parquet;
using Parquet.Schema;

namespace Wardbook.Crimes.Blocks;

/// <summary>The distinct places of a month's records: where the publisher puts them, under what name.</summary>
/// <param name="LongitudeE7">Ten-millionths of a degree; <see cref="NoPoint"/> when the publisher gives none.</param>
/// <param name="LatitudeE7">As the longitude.</param>
/// <param name="Location">"On or near Atlantic Road"; empty when not given.</param>
/// <param name="Lsoa">The code of the lower layer super output area; empty when not given.</param>
/// <param name="LsoaName">Its name as given.</param>
/// <param name="Ward">The code of the ward the file names; empty when it names none.</param>
public sealed record CrimePlaces(int[] LongitudeE7, int[] LatitudeE7, string[] Location, string[] Lsoa, string[] LsoaName, string[] Ward)
{
    public const int NoPoint = int.MinValue;

    public int Count => LongitudeE7.Length;

    public bool HasPoint(int place) => LongitudeE7[place] != NoPoint;
}

/// <summary>A month's records side by side, in the order of the file. Every list is as long as the others.</summary>
/// <param name="Place">Which of the <see cref="CrimePlaces"/>.</param>
/// <param name="Category">See <see cref="CrimeCategory.Id"/>.</param>
/// <param name="Outcome">The last outcome, as an index into the month's names; so are the three below.</param>
/// <param name="ReportedBy">The force that reported it.</param>
/// <param name="FallsWithin">The force whose area it is in.</param>
/// <param name="Context">What else the publisher says.</param>
/// <param name="Names">The names that the four above, and the two below, point at. The first is empty.</param>
public sealed record CrimeRows(int[] Place, int[] Category, int[] Outcome, int[] ReportedBy, int[] FallsWithin, int[] Context, string[] Names)
{
    /// <summary>The offence within the category, such as "Robbery of personal property"; null when the publisher tells no record's.</summary>
    public int[]? Offence { get; init; }

    /// <summary>What marks the record, such as "racist"; several with semicolons between; null when the publisher marks none.</summary>
    public int[]? Flags { get; init; }

    public int Count => Place.Length;
}

/// <summary>Writes and reads the compressed columns of a <see cref="CrimeBlock"/> (Apache Parquet; see docs/decisions).</summary>
public static class CrimeColumns
{
    private static readonly DataField<int> Longitude = new("longitude_e7");
    private static readonly DataField<int> Latitude = new("latitude_e7");
    private static readonly DataField Location = new("location", typeof(string), false);
    private static readonly DataField<int> Lsoa = new("lsoa");
    private static readonly DataField<int> LsoaName = new("lsoa_name");
    private static readonly DataField<int> Ward = new("ward");
    private static readonly ParquetSchema PlacesSchema = new(Longitude, Latitude, Location, Lsoa, LsoaName, Ward);

    private static readonly DataField<int> Place = new("place");
    private static readonly DataField<int> Category = new("category");
    private static readonly DataField<int> Outcome = new("outcome");
    private static readonly DataField<int> ReportedBy = new("reported_by");
    private static readonly DataField<int> FallsWithin = new("falls_within");
    private static readonly DataField<int> Context = new("context");
    private static readonly DataField<int> Offence = new("offence");
    private static readonly DataField<int> Flags = new("flags");

    /// <summary>police.uk publishes neither offences nor flags, and columns of nothing but zeros would still take time and room.</summary>
    private static readonly ParquetSchema RowsSchema = new(Place, Category, Outcome, ReportedBy, FallsWithin, Context);
    private static readonly ParquetSchema DetailedSchema = new(Place, Category, Outcome, ReportedBy, FallsWithin, Context, Offence, Flags);

    /// <summary>Where the names of a block stand in its Parquet file: a JSON list under this key.</summary>
    private const string NamesKey = "wardbook.names";

    /// <summary>About what one takes once packed, so that the room is made once.</summary>
    private const int BytesOfPlace = 32, BytesOfRow = 8;

    private static readonly ParquetOptions Packing = new() { CompressionMethod = CompressionMethod.Snappy, CompressionLevel = CompressionLevel.Fastest };

    public static async Task<byte[]> Write(CrimePlaces places)
    {
        // Many places share an area, so areas are numbered. Streets are not: most places have one of their own.
        var areas = new NameList();
        int[] Numbered(string[] texts)
        {
            var column = new NameColumn(areas);
            return Array.ConvertAll(texts, text => column.Of(text));
        }

        var (lsoas, lsoaNames, wards) = (Numbered(places.Lsoa), Numbered(places.LsoaName), Numbered(places.Ward));
        using var to = new MemoryStream(places.Count * BytesOfPlace);
        await using (var writer = await ParquetWriter.CreateAsync(PlacesSchema, to, Packing))
        {
            writer.CustomMetadata = new Dictionary<string, string> { [NamesKey] = JsonSerializer.Serialize(areas.ToArray()) };
            using var group = writer.CreateRowGroup();
            await group.WriteAsync<int>(Longitude, places.LongitudeE7);
            await group.WriteAsync<int>(Latitude, places.LatitudeE7);
            await group.WriteAsync(Location, places.Location);
            await group.WriteAsync<int>(Lsoa, lsoas);
            await group.WriteAsync<int>(LsoaName, lsoaNames);
            await group.WriteAsync<int>(Ward, wards);
        }

        return to.ToArray();
    }

    public static async Task<byte[]> Write(CrimeRows rows)
    {
        var isDetailed = rows.Offence is not null || rows.Flags is not null;
        using var to = new MemoryStream(rows.Count * BytesOfRow);
        await using (var writer = await ParquetWriter.CreateAsync(isDetailed ? DetailedSchema : RowsSchema, to, Packing))
        {
            writer.CustomMetadata = new Dictionary<string, string> { [NamesKey] = JsonSerializer.Serialize(rows.Names) };
            using var group = writer.CreateRowGroup();
            await group.WriteAsync<int>(Place, rows.Place);
            await group.WriteAsync<int>(Category, rows.Category);
            await group.WriteAsync<int>(Outcome, rows.Outcome);
            await group.WriteAsync<int>(ReportedBy, rows.ReportedBy);
            await group.WriteAsync<int>(FallsWithin, rows.FallsWithin);
            await group.WriteAsync<int>(Context, rows.Context);
            if (isDetailed)
            {
                await group.WriteAsync<int>(Offence, rows.Offence ?? new int[rows.Count]);
                await group.WriteAsync<int>(Flags, rows.Flags ?? new int[rows.Count]);
            }
        }

        return to.ToArray();
    }

    public static async Task<CrimePlaces> ReadPlaces(byte[] from)
    {
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(from));
        using var group = reader.OpenRowGroupReader(0);
        var count = (int)group.RowCount;
        return new(
            await Numbers(group, Longitude, count),
            await Numbers(group, Latitude, count),
            await Texts(group, Location, count),
            await Areas(reader, group, Lsoa, count),
            await Areas(reader, group, LsoaName, count),
            await Areas(reader, group, Ward, count));
    }

    /// <summary>Only where the places are: the names are left packed and come back empty.</summary>
    public static async Task<(int[] LongitudeE7, int[] LatitudeE7)> ReadPoints(byte[] from)
    {
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(from));
        using var group = reader.OpenRowGroupReader(0);
        var count = (int)group.RowCount;
        return (await Numbers(group, Longitude, count), await Numbers(group, Latitude, count));
    }

    /// <summary>Only what the places are called.</summary>
    public static async Task<string[]> ReadLocations(byte[] from)
    {
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(from));
        using var group = reader.OpenRowGroupReader(0);
        return await Texts(group, Location, (int)group.RowCount);
    }

    public static async Task<CrimeRows> ReadRows(byte[] from)
    {
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(from));
        using var group = reader.OpenRowGroupReader(0);
        var count = (int)group.RowCount;
        var isDetailed = IsDetailed(reader);
        return new(
            await Numbers(group, Place, count),
            await Numbers(group, Category, count),
            await Numbers(group, Outcome, count),
            await Numbers(group, ReportedBy, count),
            await Numbers(group, FallsWithin, count),
            await Numbers(group, Context, count),
            NamesOf(reader))
        {
            Offence = isDetailed ? await Numbers(group, Offence, count) : null,
            Flags = isDetailed ? await Numbers(group, Flags, count) : null,
        };
    }

    /// <summary>Only which place and which category: what counting needs.</summary>
    public static async Task<(int[] Place, int[] Category)> ReadPlaceAndCategory(byte[] from)
    {
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(from));
        using var group = reader.OpenRowGroupReader(0);
        var count = (int)group.RowCount;
        return (await Numbers(group, Place, count), await Numbers(group, Category, count));
    }

    /// <summary>Which place, which offence and which flags, as indexes into the names; null when no record has an offence or a flag.</summary>
    public static async Task<(int[] Place, int[] Offence, int[] Flags, string[] Names)?> ReadOffences(byte[] from)
    {
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(from));
        if (!IsDetailed(reader))
        {
            return null;
        }

        using var group = reader.OpenRowGroupReader(0);
        var count = (int)group.RowCount;
        return (await Numbers(group, Place, count), await Numbers(group, Offence, count), await Numbers(group, Flags, count), NamesOf(reader));
    }

    private static bool IsDetailed(ParquetReader reader) => reader.Schema.Fields.Any(field => field.Name == Offence.Name);

    private static string[] NamesOf(ParquetReader reader) => JsonSerializer.Deserialize<string[]>(reader.CustomMetadata[NamesKey])!;

    private static async Task<int[]> Numbers(ParquetRowGroupReader group, DataField field, int count)
    {
        var numbers = new int[count];
        await group.ReadAsync<int>(field, numbers);
        return numbers;
    }

    private static async Task<string[]> Areas(ParquetReader reader, ParquetRowGroupReader group, DataField field, int count)
    {
        // Blocks written before areas were numbered hold the text itself.
        if (!reader.CustomMetadata.ContainsKey(NamesKey))
        {
            return await Texts(group, reader.Schema.DataFields.Single(other => other.Name == field.Name), count);
        }

        var names = NamesOf(reader);
        return Array.ConvertAll(await Numbers(group, field, count), number => names[number]);
    }

    private static async Task<string[]> Texts(ParquetRowGroupReader group, DataField field, int count)
    {
        var texts = new string[count];
        await group.ReadAsync(field, texts);
        return texts;
    }
}
