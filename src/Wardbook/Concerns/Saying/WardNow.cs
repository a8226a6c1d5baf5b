using Wardbook.Accounts;
using Wardbook.Places;

namespace Wardbook.Concerns.Saying;

/// <summary>A ward as it is today: what was abolished is answered by nobody any more.</summary>
/// <param name="Key">A ward; where no wards are known, the smallest area that is.</param>
/// <param name="Set">The set that holds today.</param>
public sealed record WardNow(PlaceKey Key, string Name, PlaceSet Set, int Leaf)
{
    public PlaceCode Code => Key.Code;

    /// <summary>The borough around it, if there is one.</summary>
    public PlaceInSet? Borough => Above("borough") ?? Above("district");

    /// <returns>Null when no ward of today has this code.</returns>
    public static async Task<WardNow?> Find(LoadedSets sets, string? code, CancellationToken cancel)
    {
        if (!PlaceCode.TryParse(code, out var place))
        {
            return null;
        }

        foreach (var set in await sets.Wards(null, cancel))
        {
            if (set.LeafOf(place) is var leaf && leaf != PlaceFinder.Nowhere)
            {
                return new(new(set.Kind, place), set.Leaves[leaf].Name, set, leaf);
            }
        }

        return null;
    }

    private PlaceInSet? Above(string kind)
    {
        foreach (var id in Set.UpFrom(Leaf))
        {
            if (Set.Places.FirstOrDefault(place => place.Id == id && place.Kind == kind) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
