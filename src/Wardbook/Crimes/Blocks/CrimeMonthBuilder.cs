using System.Runtime.InteropServices;
using Wardbook.Periods;

namespace Wardbook.Crimes.Blocks;

/// <summary>Gathers the records of one force's month as they are read, each name and place once.</summary>
/// <remarks>Give it back when the month is packed: its lists have grown, and the next month needs as much room.</remarks>
public sealed class CrimeMonthBuilder : IDisposable
{
    private readonly CrimeMonthBuilders? owner;
    private readonly Dictionary<PlaceKey, int> places = [];
    private readonly List<PlaceKey> placeList = [];
    private readonly NameList locations = new(), areas = new(), names = new();
    private readonly NameColumn locationColumn, lsoaColumn, lsoaNameColumn, wardColumn, outcomeColumn, reportedByColumn, fallsWithinColumn, contextColumn, offenceColumn, flagsColumn;
    private readonly List<int> place, category, outcome, reportedBy, fallsWithin, context;

    /// <summary>Empty until a record has an offence or a flag: most publishers tell neither.</summary>
    private readonly List<int> offence = [], flags = [];
    private bool isDetailed;
    private readonly CrimeIds ids = new();
    private (int Ids, int Rows)? repeats;
    private PlaceKey lastKey;
    private bool isGivenBack;

    /// <summary>London has some 60,000 names of streets and areas in 15 years.</summary>
    private const int MostNames = 250_000;

    private int lastPlace = -1;

    /// <param name="expected">About how many records will come: room is made for so many at once.</param>
    /// <param name="owner">Who keeps it for another month afterwards; null for nobody.</param>
    public CrimeMonthBuilder(string force, Month month, int expected = 0, CrimeMonthBuilders? owner = null)
    {
        (Force, Month, this.owner) = (force, month, owner);
        (locationColumn, lsoaColumn, lsoaNameColumn, wardColumn) = (new(locations), new(areas), new(areas), new(areas));
        (outcomeColumn, reportedByColumn, fallsWithinColumn) = (new(names), new(names), new(names));
        (contextColumn, offenceColumn, flagsColumn) = (new(names), new(names), new(names));
        (place, category, outcome, reportedBy, fallsWithin, context) = (new(expected), new(expected), new(expected), new(expected), new(expected), new(expected));
    }

    public string Force { get; private set; }

    public Month Month { get; private set; }

    public int Count => place.Count;

    public int RepeatedIds => Repeated.Ids;

    public int IdenticalRows => Repeated.Rows;

    public int WithoutPoint { get; private set; }

    /// <summary>Adds a record. Empty text means not given.</summary>
    /// <param name="id">As published.</param>
    /// <param name="longitudeE7"><see cref="CrimePlaces.NoPoint"/> when not given, and the latitude with it.</param>
    /// <param name="category">See <see cref="CrimeCategory.Id"/>.</param>
    /// <param name="offence">See <see cref="CrimeRows.Offence"/>.</param>
    /// <param name="flags">See <see cref="CrimeRows.Flags"/>.</param>
    public void Add(
        ReadOnlySpan<char> id, int longitudeE7, int latitudeE7, ReadOnlySpan<char> location, ReadOnlySpan<char> lsoa, ReadOnlySpan<char> lsoaName,
        ReadOnlySpan<char> ward, int category, ReadOnlySpan<char> outcome, ReadOnlySpan<char> reportedBy, ReadOnlySpan<char> fallsWithin, ReadOnlySpan<char> context,
        ReadOnlySpan<char> offence = default, ReadOnlySpan<char> flags = default)
    {
        var at = Place(new(longitudeE7, latitudeE7, locationColumn.Of(location), lsoaColumn.Of(lsoa), lsoaNameColumn.Of(lsoaName), wardColumn.Of(ward)));
        place.Add(at);
        this.category.Add(category);
        this.outcome.Add(outcomeColumn.Of(outcome));
        this.reportedBy.Add(reportedByColumn.Of(reportedBy));
        this.fallsWithin.Add(fallsWithinColumn.Of(fallsWithin));
        this.context.Add(contextColumn.Of(context));
        var (offenceName, flagsName) = (offenceColumn.Of(offence), flagsColumn.Of(flags));
        if (isDetailed || offenceName + flagsName > 0)
        {
            AddDetail(offenceName, flagsName);
        }

        if (longitudeE7 == CrimePlaces.NoPoint)
        {
            WithoutPoint++;
        }

        ids.Add(id);
        repeats = null;
    }

    public CrimePlaces Places() => new(
        Each(key => key.Longitude),
        Each(key => key.Latitude),
        Each(key => locations[key.Location]),
        Each(key => areas[key.Lsoa]),
        Each(key => areas[key.LsoaName]),
        Each(key => areas[key.Ward]));

    public CrimeRows Rows() => new([.. place], [.. category], [.. outcome], [.. reportedBy], [.. fallsWithin], [.. context], names.ToArray())
    {
        Offence = isDetailed ? [.. offence] : null,
        Flags = isDetailed ? [.. flags] : null,
    };

    /// <summary>The packed IDs; null when no record has one.</summary>
    public byte[]? Ids() => ids.Pack();

    /// <summary>Forgets its records and begins another month in the room that they took.</summary>
    internal void Begin(string force, Month month)
    {
        (Force, Month, lastPlace, isDetailed, isGivenBack) = (force, month, -1, false, false);
        (repeats, WithoutPoint) = (null, 0);
        places.Clear();
        placeList.Clear();
        foreach (var column in new[] { place, category, outcome, reportedBy, fallsWithin, context, offence, flags })
        {
            column.Clear();
        }

        // The names of streets and areas come again every month, and a block holds only those that its places use. The other names are numbered in it.
        names.Clear();
        foreach (var column in new[] { outcomeColumn, reportedByColumn, fallsWithinColumn, contextColumn, offenceColumn, flagsColumn })
        {
            column.Clear();
        }

        if (locations.Count + areas.Count > MostNames)
        {
            locations.Clear();
            areas.Clear();
            foreach (var column in new[] { locationColumn, lsoaColumn, lsoaNameColumn, wardColumn })
            {
                column.Clear();
            }
        }

        ids.Clear();
    }

    /// <summary>Gives its room to another month. What it handed out stays as it is.</summary>
    public void Dispose()
    {
        if (!isGivenBack)
        {
            isGivenBack = true;
            owner?.Return(this);
        }
    }

    private (int Ids, int Rows) Repeated => repeats ??= Repeats.Count(ids, Row);

    private RowKey Row(int record) => new(
        place[record], category[record], outcome[record], reportedBy[record], fallsWithin[record], context[record],
        isDetailed ? offence[record] : 0, isDetailed ? flags[record] : 0);

    private T[] Each<T>(Func<PlaceKey, T> of)
    {
        var all = new T[placeList.Count];
        for (var at = 0; at < all.Length; at++)
        {
            all[at] = of(placeList[at]);
        }

        return all;
    }

    private void AddDetail(int offenceName, int flagsName)
    {
        if (!isDetailed)
        {
            isDetailed = true;
            offence.AddRange(new int[Count - 1]);
            flags.AddRange(new int[Count - 1]);
        }

        offence.Add(offenceName);
        flags.Add(flagsName);
    }

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

    private readonly record struct PlaceKey(int Longitude, int Latitude, int Location, int Lsoa, int LsoaName, int Ward)
    {
        /// <summary>The point tells nearly all places apart, and is quick.</summary>
        public override int GetHashCode() => unchecked((Longitude * (int)0x9E3779B1) ^ (Latitude * (int)0x85EBCA6B) ^ Location);
    }

    private readonly record struct RowKey(int Place, int Category, int Outcome, int ReportedBy, int FallsWithin, int Context, int Offence, int Flags)
    {
        /// <summary>Of the rows without an ID, where and what tells nearly all apart.</summary>
        public override int GetHashCode() => unchecked((Place * (int)0x9E3779B1) ^ (Category * (int)0x85EBCA6B) ^ Outcome);
    }
}
