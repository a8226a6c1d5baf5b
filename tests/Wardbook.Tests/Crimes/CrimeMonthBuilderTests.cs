using System.Globalization;
using CsCheck;
using Parquet;
using Parquet.Schema;
using Wardbook.Crimes.Blocks;
using Wardbook.Periods;

namespace Wardbook;

[Trait("Once", "true")]
public sealed class CrimeMonthBuilderTests
{
    private static readonly string[] Streets = ["On or near Atlantic Road", "On or near Coldharbour Lane", "No Location"];
    private static readonly string[] Lsoas = ["E01003070", "E01003071", ""];

    [Fact]
    public async Task A_month_in_room_that_was_used_before_is_the_same_to_the_byte()
    {
        var builders = new CrimeMonthBuilders();
        using (var before = builders.Take("metropolitan", new(2013, 1)))
        {
            Fill(before, [.. Enumerable.Range(0, 5_000).Select(row => Record(row % 700, row))]);
            Add(before, (9, 1, 1, 1, 4_242));
            Assert.Equal(4_301, before.RepeatedIds);
        }

        (int, int, int, int, int)[] rows = [Record(3, 1), Record(3, 1), Record(4, 2), Record(-1, 2), Record(-1, 2), Record(5, 3)];
        using var again = builders.Take("metropolitan", new(2013, 2));
        using var fresh = new CrimeMonthBuilder("metropolitan", new(2013, 2));
        Fill(again, rows);
        Fill(fresh, rows);

        Assert.Equal(new Month(2013, 2), again.Month);
        Assert.Equal((6, 1, 2), (again.Count, again.RepeatedIds, again.IdenticalRows));
        Assert.Equal((fresh.Count, fresh.RepeatedIds, fresh.IdenticalRows, fresh.WithoutPoint), (again.Count, again.RepeatedIds, again.IdenticalRows, again.WithoutPoint));
        Assert.Equal(await CrimeColumns.Write(fresh.Places()), await CrimeColumns.Write(again.Places()));
        Assert.Equal(await CrimeColumns.Write(fresh.Rows()), await CrimeColumns.Write(again.Rows()));
        Assert.Equal(fresh.Ids(), again.Ids());
    }

    [Fact]
    public void Repeated_ids_are_counted_as_a_list_would_count_them() =>
        Gen.Int[-1, 40].Array[0, 300].Sample(ids =>
        {
            using var builder = new CrimeMonthBuilder("metropolitan", new(2013, 1));
            Fill(builder, [.. ids.Select((id, row) => Record(id, row))]);

            var present = ids.Where(id => id >= 0).ToList();
            Assert.Equal(present.Count - present.Distinct().Count(), builder.RepeatedIds);
            Assert.Equal(ids.Select(IdOf), CrimeIds.Unpack(builder.Ids(), ids.Length));
        });

    [Theory]
    [InlineData(new[] { "A1", "A1", "A2", "" }, 1, 1)]
    [InlineData(new[] { "A1", "B1", "A2", "A3" }, 0, 0)]
    [InlineData(new[] { "", "", "A2", "" }, 0, 2)]
    public void Ids_of_another_form_tell_records_apart_as_well(string[] texts, int repeatedIds, int identicalRows)
    {
        using var builder = new CrimeMonthBuilder("metropolitan", new(2013, 1));
        foreach (var text in texts)
        {
            builder.Add(text, -1_146_210, 514_613_000, "On or near Atlantic Road", "E01003070", "Area", [], 1, "", "", "", []);
        }

        Assert.Equal((repeatedIds, identicalRows), (builder.RepeatedIds, builder.IdenticalRows));
    }

    [Fact]
    public async Task Places_are_read_back_as_they_were_written()
    {
        var places = new CrimePlaces([1, CrimePlaces.NoPoint, 3], [4, CrimePlaces.NoPoint, 6], Streets, Lsoas, ["Lambeth 011A", "", "Camden 027B"], ["", "E05000416", ""]);

        var read = await CrimeColumns.ReadPlaces(await CrimeColumns.Write(places));

        Assert.Equivalent(places, read, strict: true);
    }

    /// <summary>Written as Wardbook did before areas were numbered.</summary>
    [Fact]
    public async Task A_block_that_holds_the_text_of_each_area_is_still_read()
    {
        DataField<int> longitude = new("longitude_e7"), latitude = new("latitude_e7");
        DataField[] texts = [.. new[] { "location", "lsoa", "lsoa_name", "ward" }.Select(name => new DataField(name, typeof(string), false))];
        using var block = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema([longitude, latitude, .. texts]), block, cancellationToken: TestContext.Current.CancellationToken))
        {
            using var group = writer.CreateRowGroup();
            await group.WriteAsync<int>(longitude, new[] { -1_146_210, 1 }, cancellationToken: TestContext.Current.CancellationToken);
            await group.WriteAsync<int>(latitude, new[] { 514_613_000, 2 }, cancellationToken: TestContext.Current.CancellationToken);
            foreach (var (field, column) in texts.Zip([Streets[..2], Lsoas[..2], ["Lambeth 011A", "Lambeth 011B"], ["", "E05000416"]]))
            {
                await group.WriteAsync(field, column);
            }
        }

        var read = await CrimeColumns.ReadPlaces(block.ToArray());

        Assert.Equal([-1_146_210, 1], read.LongitudeE7);
        Assert.Equal(Streets[..2], read.Location);
        Assert.Equal(Lsoas[..2], read.Lsoa);
        Assert.Equal(["Lambeth 011A", "Lambeth 011B"], read.LsoaName);
        Assert.Equal(["", "E05000416"], read.Ward);
    }

    /// <summary>Everything but the ID follows from one number, so that rows may be alike.</summary>
    private static (int Id, int Place, int Category, int Outcome, int Street) Record(int id, int row) => (id, row % 3, row % 2, row % 5, row % 3);

    private static string IdOf(int id) => id < 0 ? "" : id.ToString("x64", CultureInfo.InvariantCulture);

    private static void Fill(CrimeMonthBuilder builder, (int, int, int, int, int)[] rows)
    {
        foreach (var row in rows)
        {
            Add(builder, row);
        }
    }

    private static void Add(CrimeMonthBuilder builder, (int Id, int Place, int Category, int Outcome, int Street) row) => builder.Add(
        IdOf(row.Id), -1_146_210 - row.Place, 514_613_000, row.Street < Streets.Length ? Streets[row.Street] : $"Street {row.Street}", Lsoas[row.Place % 3], $"Area {row.Place}", [],
        row.Category + 1, $"Outcome {row.Outcome}", "Metropolitan Police Service", "Metropolitan Police Service", []);
}
