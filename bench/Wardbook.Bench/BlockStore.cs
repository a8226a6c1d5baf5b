using System.Data.Common;
using Wardbook.Crimes.Blocks;
using Wardbook.Places;
using Wardbook.Store;

namespace Wardbook.Bench;

/// <summary>One immutable block of packed columns for each month, as Wardbook keeps them. A month that was asked for stays unpacked in memory, as the site's do: it can never change.</summary>
internal sealed class BlockStore(DbConnection connection, MadeUpCrimes crimes, PlaceFinder finder) : CrimeStore(connection, crimes)
{
    private readonly Dictionary<int, Unpacked> unpacked = [];

    public override string Name => "block for each month";

    public override Task Make()
    {
        var bytes = IsPostgres ? "bytea" : "BLOB";
        return Tell($"CREATE TABLE \"blocks\" (\"month\" INTEGER PRIMARY KEY, \"places\" {bytes} NOT NULL, \"rows\" {bytes} NOT NULL, \"ids\" {bytes})");
    }

    public override Task Drop() => Tell("DROP TABLE \"blocks\"");

    public override async Task Add(int month, (MadeUpRow[] Rows, byte[] Ids) made)
    {
        var (places, rows) = Columns(made.Rows);
        await using var transaction = await Connection.BeginTransactionAsync();
        await using (var insert = await BulkInsert.Into(Connection, transaction, "blocks", "month", "places", "rows", "ids"))
        {
            insert.Add(month, await CrimeColumns.Write(places), await CrimeColumns.Write(rows), Pack(made));
            await insert.Complete(default);
        }

        await transaction.CommitAsync();
    }

    public override async Task<long> Streets(int ward, int first, int last)
    {
        var streets = new Dictionary<string, long>();
        await foreach (var month in Months(first, last))
        {
            foreach (var place in month.Place)
            {
                if (month.Ward[place] == ward)
                {
                    streets[month.Places.Location[place]] = streets.GetValueOrDefault(month.Places.Location[place]) + 1;
                }
            }
        }

        return Mixed(streets.Select(street => (street.Key, street.Value)));
    }

    public override async Task<long> Area(Point low, Point high, int first, int last)
    {
        var counts = new long[MadeUpCrimes.Categories.Count];
        await foreach (var month in Months(first, last))
        {
            var (longitude, latitude) = (month.Places.LongitudeE7, month.Places.LatitudeE7);
            var inside = new bool[longitude.Length];
            for (var place = 0; place < inside.Length; place++)
            {
                inside[place] = longitude[place] >= low.LongitudeE7 && longitude[place] <= high.LongitudeE7 && latitude[place] >= low.LatitudeE7 && latitude[place] <= high.LatitudeE7;
            }

            for (var crime = 0; crime < month.Place.Length; crime++)
            {
                counts[month.Category[crime]] += inside[month.Place[crime]] ? 1 : 0;
            }
        }

        return Mixed(counts.Select((count, category) => (MadeUpCrimes.Categories[category], count)).Where(count => count.count > 0));
    }

    public override async Task Replace(int month, int by, (MadeUpRow[] Rows, byte[] Ids) made)
    {
        await foreach (var row in Ask($"SELECT \"places\", \"rows\", \"ids\" FROM \"blocks\" WHERE \"month\" = {month}"))
        {
            var rows = await CrimeColumns.ReadRows((byte[])row.GetValue(1));
            var before = CrimeIds.Unpack((byte[])row.GetValue(2), rows.Count).ToHashSet(StringComparer.Ordinal);
            foreach (var crime in made.Rows)
            {
                before.Remove(crime.Id < 0 ? "" : Convert.ToHexStringLower(made.Ids.AsSpan(crime.Id, 32)));
            }
        }

        await Add(by, made);
    }

    public override Task Sweep(int first, int last) => Tell($"DELETE FROM \"blocks\" WHERE \"month\" BETWEEN {first} AND {last}");

    private static byte[]? Pack((MadeUpRow[] Rows, byte[] Ids) made)
    {
        var ids = new CrimeIds();
        Span<char> hex = stackalloc char[64];
        foreach (var row in made.Rows)
        {
            if (row.Id >= 0)
            {
                Convert.TryToHexStringLower(made.Ids.AsSpan(row.Id, 32), hex, out _);
            }

            ids.Add(row.Id < 0 ? [] : hex);
        }

        return ids.Pack();
    }

    private (CrimePlaces Places, CrimeRows Rows) Columns(MadeUpRow[] rows)
    {
        var number = new Dictionary<int, int>();
        var place = Array.ConvertAll(rows, row => number.TryGetValue(row.Point, out var known) ? known : number[row.Point] = number.Count);
        var used = number.Keys.ToArray();
        var points = Array.ConvertAll(used, point => point < 0 ? new MapPoint(CrimePlaces.NoPoint, CrimePlaces.NoPoint, "No Location", "", "", -1) : Crimes.Points[point]);
        var nothing = new int[rows.Length];
        return (
            new(Array.ConvertAll(points, point => point.LongitudeE7), Array.ConvertAll(points, point => point.LatitudeE7), Array.ConvertAll(points, point => point.Street),
                Array.ConvertAll(points, point => point.Lsoa), Array.ConvertAll(points, point => point.LsoaName), Array.ConvertAll(points, _ => "")),
            new(place, Array.ConvertAll(rows, row => (int)row.Category), Array.ConvertAll(rows, row => (int)row.Outcome), nothing, nothing, nothing, [.. MadeUpCrimes.Outcomes]));
    }

    private async IAsyncEnumerable<Unpacked> Months(int first, int last)
    {
        if (!unpacked.ContainsKey(first))
        {
            await foreach (var row in Ask($"SELECT \"month\", \"places\", \"rows\" FROM \"blocks\" WHERE \"month\" BETWEEN {first} AND {last}"))
            {
                var places = await CrimeColumns.ReadPlaces((byte[])row.GetValue(1));
                var (place, category) = await CrimeColumns.ReadPlaceAndCategory((byte[])row.GetValue(2));
                var ward = new int[places.Count];
                for (var at = 0; at < ward.Length; at++)
                {
                    ward[at] = places.HasPoint(at) ? finder.Find(places.LongitudeE7[at], places.LatitudeE7[at]) : PlaceFinder.Nowhere;
                }

                unpacked[row.GetInt32(0)] = new(places, ward, place, category);
            }
        }

        for (var month = first; month <= last; month++)
        {
            yield return unpacked[month];
        }
    }

    private sealed record Unpacked(CrimePlaces Places, int[] Ward, int[] Place, int[] Category);
}
