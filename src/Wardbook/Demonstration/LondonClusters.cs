using Wardbook.Places;

namespace Wardbook.Demonstration;

/// <summary>Groups the wards of each borough into clusters, one for each of the 76 inspectors that are published. Which wards are together is ours.</summary>
public static class LondonClusters
{
    public const int Inspectors = 76;

    /// <param name="neighbours">Of each ward, those it shares a border with.</param>
    /// <returns>Of each ward, the code and name of its cluster.</returns>
    public static IReadOnlyDictionary<PlaceCode, (PlaceCode Code, string Name)> Of(LondonFacts facts, ILookup<int, int> neighbours)
    {
        // Two in each borough, and a third in those with the most wards.
        var boroughs = facts.Boroughs
            .Select(borough => (Borough: borough, Wards: Enumerable.Range(0, facts.Wards.Count).Where(ward => facts.Wards[ward].Borough == borough.Code).ToArray()))
            .OrderByDescending(borough => borough.Wards.Length).ThenBy(borough => borough.Borough.Code)
            .ToList();
        var thirds = Inspectors - (2 * boroughs.Count);
        Dictionary<PlaceCode, (PlaceCode, string)> clusters = [];
        for (var number = 0; number < boroughs.Count; number++)
        {
            var (borough, wards) = boroughs[number];
            var at = wards.ToDictionary(ward => ward, ward => (East: facts.Wards[ward].Longitude * SchematicShapes.MetresPerLongitude, North: facts.Wards[ward].Latitude * SchematicShapes.MetresPerLatitude));
            var isWide = Spread(at.Values.Select(place => place.East)) >= Spread(at.Values.Select(place => place.North));
            string[] names = (number < thirds, isWide) switch
            {
                (false, true) => ["West", "East"],
                (false, false) => ["South", "North"],
                (true, true) => ["West", "Central", "East"],
                (true, false) => ["South", "Central", "North"],
            };
            var along = wards.OrderBy(ward => isWide ? at[ward].East : at[ward].North).ToArray();
            foreach (var (ward, cluster) in Grow(along, names.Length, neighbours))
            {
                clusters.Add(facts.Wards[ward].Code, (PlaceCode.Parse($"{borough.Code}-{names[cluster].ToLowerInvariant()}"), $"{borough.Name} {names[cluster]}"));
            }
        }

        return clusters;
    }

    /// <summary>From one end of the borough to the other; the smallest cluster takes the next ward beside it, the foremost in its direction.</summary>
    private static Dictionary<int, int> Grow(int[] along, int count, ILookup<int, int> neighbours)
    {
        Dictionary<int, int> cluster = [];
        for (var number = 0; number < count; number++)
        {
            cluster.Add(along[number * (along.Length - 1) / (count - 1)], number);
        }

        while (cluster.Count < along.Length)
        {
            var next = Enumerable.Range(0, count)
                .OrderBy(number => cluster.Values.Count(of => of == number))
                .Select(number => (Number: number, Ward: Beside(number)))
                .FirstOrDefault(found => found.Ward >= 0, (Number: 0, Ward: -1));
            if (next.Ward < 0)
            {
                // An island: with whoever is nearest along the borough.
                var island = Array.FindIndex(along, ward => !cluster.ContainsKey(ward));
                var mainland = Enumerable.Range(0, along.Length).Where(place => cluster.ContainsKey(along[place])).MinBy(place => Math.Abs(place - island));
                next = (cluster[along[mainland]], along[island]);
            }

            cluster.Add(next.Ward, next.Number);
        }

        return cluster;

        int Beside(int number)
        {
            var middle = number * (along.Length - 1) / (count - 1);
            return Enumerable.Range(0, along.Length)
                .Where(place => !cluster.ContainsKey(along[place]) && neighbours[along[place]].Any(other => cluster.TryGetValue(other, out var of) && of == number))
                .OrderBy(place => Math.Abs(place - middle))
                .Select(place => along[place])
                .FirstOrDefault(-1);
        }
    }

    private static double Spread(IEnumerable<double> places)
    {
        var all = places.ToList();
        return all.Max() - all.Min();
    }
}
