using System.Runtime.InteropServices;
using Wardbook.Periods;

namespace Wardbook.Crimes;

/// <summary>Gathers the records of one force's month as they are read, each name and place once.</summary>
public sealed class CrimeMonthBuilder(string force, Month month)
{
    private readonly Dictionary<PlaceKey, int> places = [];
    private readonly List<PlaceKey> placeList = [];
    private readonly NameList locations = new();
    private readonly NameList areas = new();
    private readonly NameList names = new();
    private readonly List<int> place = [];
    private readonly List<int> category = [];
    private readonly List<int> outcome = [];
    private readonly List<int> reportedBy = [];
    private readonly List<int> fallsWithin = [];
    private readonly List<int> context = [];
    private readonly CrimeIds ids = new();
    private readonly Dictionary<Int128, int> firstWithId = [];
    private readonly HashSet<RowKey> seenWithout = [];
    private readonly HashSet<(Int128 Id, RowKey Row)> seenRepeated = [];
    private PlaceKey lastKey;
    private int lastPlace = -1;

    public string Force { get; } = force;

    public Month Month { get; } = month;

    public int Count => place.Count;

    public int RepeatedIds { get; private set; }

    public int IdenticalRows { get; private set; }

    public int WithoutPoint { get; private set; }

    /// <summary>Adds a record. Empty text means not given.</summary>
    /// <param name="id">As published.</param>
    /// <param name="longitudeE7"><see cref="CrimePlaces.NoPoint"/> when not given, and the latitude with it.</param>
    /// <param name="category">See <see cref="CrimeCategory.Id"/>.</param>
    public void Add(
        ReadOnlySpan<char> id, int longitudeE7, int latitudeE7, ReadOnlySpan<char> location, ReadOnlySpan<char> lsoa, ReadOnlySpan<char> lsoaName,
        ReadOnlySpan<char> ward, int category, ReadOnlySpan<char> outcome, ReadOnlySpan<char> reportedBy, ReadOnlySpan<char> fallsWithin, ReadOnlySpan<char> context)
    {
        var at = Place(new(longitudeE7, latitudeE7, locations.Of(location), areas.Of(lsoa), areas.Of(lsoaName), areas.Of(ward)));
        place.Add(at);
        this.category.Add(category);
        this.outcome.Add(names.Of(outcome));
        this.reportedBy.Add(names.Of(reportedBy));
        this.fallsWithin.Add(names.Of(fallsWithin));
        this.context.Add(names.Of(context));
        if (longitudeE7 == CrimePlaces.NoPoint)
        {
            WithoutPoint++;
        }

        NoteRepeats(ids.Add(id), new(at, category, this.outcome[^1], this.reportedBy[^1], this.fallsWithin[^1], this.context[^1]));
    }

    public CrimePlaces Places() => new(
        [.. placeList.Select(key => key.Longitude)],
        [.. placeList.Select(key => key.Latitude)],
        [.. placeList.Select(key => locations[key.Location])],
        [.. placeList.Select(key => areas[key.Lsoa])],
        [.. placeList.Select(key => areas[key.LsoaName])],
        [.. placeList.Select(key => areas[key.Ward])]);

    public CrimeRows Rows() => new([.. place], [.. category], [.. outcome], [.. reportedBy], [.. fallsWithin], [.. context], names.ToArray());

    /// <summary>The packed IDs; null when no record has one.</summary>
    public byte[]? Ids() => ids.Pack();

    private int Place(PlaceKey key)
    {
        // Files are sorted by area, so the place is often that of the row before.
        if (lastPlace >= 0 && key == lastKey)
        {
            return lastPlace;
        }

        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(places, key, out var known);
        if (!known)
        {
            number = placeList.Count;
            placeList.Add(key);
        }

        (lastKey, lastPlace) = (key, number);
        return number;
    }

    private void NoteRepeats(ReadOnlySpan<byte> id, RowKey row)
    {
        if (id.IsEmpty)
        {
            if (!seenWithout.Add(row))
            {
                IdenticalRows++;
            }

            return;
        }

        // Half of a cryptographic hash tells IDs apart as surely as the whole.
        var half = MemoryMarshal.Read<Int128>(id);
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(firstWithId, half, out var repeated);
        if (!repeated)
        {
            first = Count - 1;
            return;
        }

        RepeatedIds++;
        seenRepeated.Add((half, new(place[first], category[first], outcome[first], reportedBy[first], fallsWithin[first], context[first])));
        if (!seenRepeated.Add((half, row)))
        {
            IdenticalRows++;
        }
    }

    private readonly record struct PlaceKey(int Longitude, int Latitude, int Location, int Lsoa, int LsoaName, int Ward);

    private readonly record struct RowKey(int Place, int Category, int Outcome, int ReportedBy, int FallsWithin, int Context);

    /// <summary>Numbers names in the order met, without making a string for one that is known. The empty name is number 0.</summary>
    private sealed class NameList
    {
        private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal) { [""] = 0 };
        private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
        private readonly List<string> list = [""];
        private string last = "";
        private int lastNumber;

        public NameList() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

        public string this[int number] => list[number];

        public int Of(ReadOnlySpan<char> name)
        {
            if (name.SequenceEqual(last))
            {
                return lastNumber;
            }

            if (!lookup.TryGetValue(name, out var number))
            {
                number = list.Count;
                list.Add(name.ToString());
                numbers.Add(list[^1], number);
            }

            (last, lastNumber) = (list[number], number);
            return number;
        }

        public string[] ToArray() => [.. list];
    }
}
