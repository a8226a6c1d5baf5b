using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wardbook.Store;

namespace Wardbook.Places;

/// <summary>A ward that answers a question.</summary>
/// <param name="Place">In its set.</param>
/// <param name="Borough">The borough around it, if there is one.</param>
/// <param name="Force">The force that polices it, if that is known.</param>
/// <param name="From">The first day of its boundaries.</param>
/// <param name="Near">Other wards within the distance that counts as near, nearest first: to be offered, because a point is not that exact.</param>
public sealed record WardFound(PlaceInSet Place, PlaceInSet? Borough, PlaceInSet? Force, DateOnly From, IReadOnlyList<WardNear> Near);

/// <summary>A ward on the other side of a border that is near.</summary>
public sealed record WardNear(PlaceInSet Place, double Metres);

/// <summary>A street and where it is, for searches by street name.</summary>
public sealed record StreetAt(string Street, Point Point);

/// <summary>"Which ward am I in?", answered for a point, a postcode, the name of a ward or borough, or a street.</summary>
/// <param name="Asked">What was typed.</param>
/// <param name="Wards">None when the question has no answer; several when a name is that of several wards.</param>
/// <param name="Words">For a person: what was understood, what to look at, or why there is no answer.</param>
/// <param name="Point">The point that was asked for or that the postcode stands for; null for a name.</param>
public sealed record WhichWard(string Asked, IReadOnlyList<WardFound> Wards, string Words, Point? Point)
{
    /// <summary>What an answer lacks and a command brings, such as <c>boundaries</c>: for who runs this, not for a resident.</summary>
    public string? ToImport { get; init; }

    /// <summary>Within this of a border, the neighbour is offered: phones and maps are off by about as much.</summary>
    public const double NearMetres = 20;

    /// <summary>As many wards of a name as a person can choose from.</summary>
    public const int MostWards = 50;

    /// <param name="on">The day whose wards are wanted; null for the latest.</param>
    /// <param name="near">Metres within which the neighbour is offered.</param>
    /// <param name="streets">Finds streets by name; null when nobody knows streets.</param>
    public static async Task<WhichWard> Find(
        WardbookDb db, LoadedSets loaded, string asked, DateOnly? on, double near, Func<string, CancellationToken, Task<IReadOnlyList<StreetAt>>>? streets, CancellationToken cancel)
    {
        asked = asked.Trim();
        var sets = await loaded.Wards(on, cancel);
        if (sets.Count == 0)
        {
            return new(asked, [], on is { } day ? $"No wards of {Day(day)} are loaded." : "No wards are known here yet, so nobody can say which ward that is in.", null) { ToImport = on is null ? "boundaries" : null };
        }

        if (TwoNumbers(asked) is var (one, other))
        {
            return OfNumbers(asked, one, other, sets, near);
        }

        if (PostcodeText.TryParse(asked, out var code))
        {
            return await OfPostcode(db, asked, code, sets, near, cancel);
        }

        var named = OfName(asked, sets);
        return named.Wards.Count > 0 || streets is null ? named : OfStreets(asked, await streets(asked, cancel), sets, near) ?? named;
    }

    /// <summary>For a point that a map or a phone gives.</summary>
    public static async Task<WhichWard> At(LoadedSets loaded, Point point, DateOnly? on, double near, CancellationToken cancel) =>
        OfPoint(Written(point), point, await loaded.Wards(on, cancel), near, "");

    private static WhichWard OfNumbers(string asked, double one, double other, IReadOnlyList<PlaceSet> sets, double near)
    {
        // Latitude comes first when people write; a pair that only makes sense the other way round is taken that way, and said so.
        var isSwapped = one is >= -9.5 and <= 2.5 && other is >= 49 and <= 61.5;
        var (latitude, longitude) = isSwapped ? (other, one) : (one, other);
        if (Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180)
        {
            return new(asked, [], $"{asked} is not a latitude and a longitude. Expected two numbers such as 51.5, -0.1.", null);
        }

        return OfPoint(asked, Places.Point.OfDegrees(longitude, latitude), sets, near, isSwapped ? "Read as longitude, latitude. " : "");
    }

    private static async Task<WhichWard> OfPostcode(WardbookDb db, string asked, string code, IReadOnlyList<PlaceSet> sets, double near, CancellationToken cancel)
    {
        var found = await db.Postcodes.AsNoTracking()
            .Where(row => row.Code == code && db.LookupsInUse.Any(use => use.Lookup == Lookups.Postcodes && use.Import == row.Import))
            .Select(row => new { row.LongitudeE7, row.LatitudeE7 })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            var isLoaded = await db.LookupsInUse.AnyAsync(use => use.Lookup == Lookups.Postcodes, cancel);
            return new(asked, [], isLoaded
                ? $"There is no postcode {PostcodeText.Written(code)} in the list that is loaded. Check its letters, or ask by the name of the ward or street."
                : "No postcodes are known here yet. Ask by the name of the ward or street.", null)
            { ToImport = isLoaded ? null : "postcodes" };
        }

        return OfPoint(asked, new(found.LongitudeE7, found.LatitudeE7), sets, near, $"The middle of {PostcodeText.Written(code)}. ");
    }

    private static WhichWard OfPoint(string asked, Point point, IReadOnlyList<PlaceSet> sets, double near, string before)
    {
        foreach (var set in sets)
        {
            var leaf = set.Finder.Find(point);
            if (leaf != PlaceFinder.Nowhere)
            {
                var ward = Found(set, leaf, point, near);
                return new(asked, [ward], (before + (ward.Near is [var beside, ..]
                    ? $"{Written(point)} is {(beside.Metres < 1 ? "on the border" : $"{beside.Metres:0} metres from the border")} with {beside.Place.Name}. It may be there instead."
                    : "")).TrimEnd(), point);
            }
        }

        var nearest = sets
            .SelectMany(set => set.Finder.ListWithin(point, PlaceFinder.FarthestMetres).Select(area => (Leaf: set.Leaves[area.Area], area.Metres)))
            .OrderBy(found => found.Metres)
            .FirstOrDefault();
        return new(asked, [], before + $"{Written(point)} is in none of the wards that are loaded: it may be in the sea, on the river, or policed by another force."
            + (nearest.Leaf is null ? "" : $" The nearest is {nearest.Leaf.Name} ({nearest.Leaf.Code}), {Distance(nearest.Metres)} away."), point);
    }

    private static WhichWard OfName(string asked, IReadOnlyList<PlaceSet> sets)
    {
        var leaves = sets.SelectMany(set => Enumerable.Range(0, set.Leaves.Count).Select(leaf => (Set: set, Leaf: leaf, Place: set.Leaves[leaf]))).ToList();
        var wards = leaves.FindAll(found => found.Place.Code.Text.Equals(asked, StringComparison.OrdinalIgnoreCase) || Same(found.Place.Name, asked));
        var above = sets.SelectMany(set => set.Places.Where(place => place.Kind != set.Kind && (Same(place.Name, asked) || place.Code.Text.Equals(asked, StringComparison.OrdinalIgnoreCase))).Select(place => (set, place))).ToList();
        if (wards.Count == 0 && above.Count > 0)
        {
            var (set, around) = above.MaxBy(found => found.place.Kind == "borough" ? 2 : found.place.Kind == "cluster" ? 1 : 0);
            wards = leaves.FindAll(found => found.Set == set && found.Set.UpFrom(found.Leaf).Contains(around.Id));
            return new(asked, [.. wards.Select(found => Found(found.Set, found.Leaf, null, 0))], $"{around.Name} is a {around.Kind} with {wards.Count} wards.", null);
        }

        if (wards.Count == 0)
        {
            wards = leaves.FindAll(found => found.Place.Name.Contains(asked, StringComparison.OrdinalIgnoreCase));
        }

        var words = wards.Count switch
        {
            0 => $"No ward or borough is called {asked}. Ask with a postcode, or with a point such as 51.5, -0.1.",
            1 => "",
            > MostWards => $"{wards.Count} wards have {asked} in their name; the first {MostWards} are listed.",
            _ => $"{wards.Count} wards are called {asked} or have it in their name. Choose by the borough.",
        };
        return new(asked, [.. wards.Take(MostWards).Select(found => Found(found.Set, found.Leaf, null, 0))], words, null);
    }

    /// <returns>Null when none of the streets is in a ward.</returns>
    private static WhichWard? OfStreets(string asked, IReadOnlyList<StreetAt> streets, IReadOnlyList<PlaceSet> sets, double near)
    {
        var found = streets
            .SelectMany(street => sets.Select(set => (street, set, leaf: set.Finder.Find(street.Point))).Where(hit => hit.leaf != PlaceFinder.Nowhere).Take(1))
            .GroupBy(hit => (hit.set, hit.leaf))
            .Select(ward => (Ward: Found(ward.Key.set, ward.Key.leaf, ward.First().street.Point, near), Streets: ward.Select(hit => hit.street.Street).Distinct().ToList()))
            .Take(MostWards)
            .ToList();
        return found.Count == 0
            ? null
            : new(asked, [.. found.Select(ward => ward.Ward)], found.Count == 1
                ? $"{found[0].Streets[0]} is in this ward, as far as recorded crime tells."
                : $"Streets called {asked} are in {found.Count} wards, as far as recorded crime tells. Choose by the borough.", null);
    }

    private static WardFound Found(PlaceSet set, int leaf, Point? point, double near)
    {
        var above = set.UpFrom(leaf)[1..].ToArray().Select(id => set.Places.First(place => place.Id == id)).ToList();
        return new(
            set.Leaves[leaf],
            above.Find(place => place.Kind is "borough" or "district"),
            above.Find(place => place.Kind == "force"),
            set.From,
            point is not { } at || near <= 0
                ? []
                : [.. set.Finder.ListWithin(at, near).Where(area => area.Area != leaf).Select(area => new WardNear(set.Leaves[area.Area], area.Metres))]);
    }

    private static (double One, double Other)? TwoNumbers(string text)
    {
        var parts = text.Split([',', ' ', ';', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var one)
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var other)
            && double.IsFinite(one) && double.IsFinite(other)
            ? (one, other)
            : null;
    }

    /// <summary>Names as people type them: case, "&amp;" for "and", and apostrophes do not matter.</summary>
    private static bool Same(string name, string asked) => string.Equals(Plain(name), Plain(asked), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) =>
        string.Join(' ', name.Replace("&", " and ", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Written(Point point) => string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:0.#####}, {point.Longitude:0.#####}");

    private static string Distance(double metres) => metres < 1_000
        ? string.Create(CultureInfo.InvariantCulture, $"{metres:0} metres")
        : string.Create(CultureInfo.InvariantCulture, $"{metres / 1_000:0.0} kilometres");

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
