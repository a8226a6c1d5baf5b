using Wardbook.Places;

namespace Wardbook.Crimes.Counting;

/// <summary>Gives figures that a publisher counted itself to the places of boundary sets, by the codes and names that it prints.</summary>
/// <remarks>
/// A ward has what stands under its code. A borough is the sum of its wards when the publisher counts every one of them; otherwise, as with wards of
/// another year, what the publisher puts under the borough's name. A force has every figure of its table, also those that are in no ward.
/// </remarks>
public static class FigureCounter
{
    /// <param name="force">Whose table it is; empty when nobody says.</param>
    public static IReadOnlyList<SetCounts> Count(IReadOnlyList<PlaceSet> sets, string force, IEnumerable<AreaFigure> figures)
    {
        var areas = figures
            .GroupBy(figure => (figure.Area, figure.Under))
            .Select(area => new Area(
                area.Key.Area, area.Key.Under, area.Count(),
                [.. area.GroupBy(figure => figure.Category).Select(same => (same.Key, same.Sum(figure => figure.Count)))]))
            .ToList();
        return [.. sets.Select(set => Count(set, force, areas))];
    }

    private static SetCounts Count(PlaceSet set, string force, List<Area> areas)
    {
        var sums = new Dictionary<(int PlaceId, short Category), int>();
        var counted = new HashSet<int>();
        var used = new HashSet<Area>();
        void Add(int place, Area area)
        {
            used.Add(area);
            foreach (var (category, count) in area.Counts)
            {
                sums[(place, category)] = sums.GetValueOrDefault((place, category)) + count;
            }
        }

        var leaves = areas
            .Select(area => (Area: area, Leaf: PlaceCode.TryParse(area.Code, out var code) ? set.LeafOf(code) : PlaceFinder.Nowhere))
            .Where(found => found.Leaf >= 0)
            .ToLookup(found => found.Leaf, found => found.Area);
        var below = set.Places.ToDictionary(place => place.Id, _ => new List<int>());
        for (var leaf = 0; leaf < set.Leaves.Count; leaf++)
        {
            foreach (var up in set.UpFrom(leaf)[1..])
            {
                below[up].Add(leaf);
            }

            foreach (var area in leaves[leaf])
            {
                Add(set.Leaves[leaf].Id, area);
            }
        }

        foreach (var place in set.Places.Where(place => place.Kind != set.Kind))
        {
            var own = below[place.Id];
            var its = place.Kind == "force" ? (place.Code.Text == force ? areas : [])
                : own.Count > 0 && own.All(leaf => leaves.Contains(leaf)) ? [.. own.SelectMany(leaf => leaves[leaf])]
                : areas.FindAll(area => area.IsOf(place));
            its.ForEach(area => Add(place.Id, area));
        }

        var figures = areas.Sum(area => area.Figures);
        var given = used.Sum(area => area.Figures);
        return new(
            set.SetId,
            [.. sums.Where(sum => sum.Value > 0).Select(sum => (sum.Key.PlaceId, sum.Key.Category, sum.Value))],
            ByPoint: 0, ByLsoa: 0, ByWard: given, Outside: 0, Unplaced: figures - given, NearBorder: 0);
    }

    private sealed record Area(string Code, string Under, int Figures, IReadOnlyList<(short Category, int Count)> Counts)
    {
        public bool IsOf(PlaceInSet place) => Code == place.Code.Text || Same(Code, place.Name) || Same(Under, place.Name);

        private static bool Same(string printed, string name) => string.Equals(Plain(printed), Plain(name), StringComparison.OrdinalIgnoreCase);

        private static string Plain(string name) => name.Replace("&", "and", StringComparison.Ordinal).Trim();
    }
}

/// <summary>A published figure with the category that its offence belongs to.</summary>
public readonly record struct AreaFigure(string Area, string Under, short Category, int Count);
