using System.Globalization;
using Wardbook.Places;
using Wardbook.Shared;

namespace Wardbook.Accounts;

/// <summary>What became of a place that later boundaries do not have.</summary>
/// <param name="On">The first day on which it was no more.</param>
/// <param name="Now">The places that have its area as the latest boundaries draw them, with their parts of it (0 to 1), the greatest first. None when that is not known.</param>
public sealed record BecameOf(DateOnly On, IReadOnlyList<(PlaceKey Place, double Share)> Now)
{
    /// <summary>A part so small is a border drawn twice.</summary>
    private const double LeastShare = 0.02;

    /// <returns>Such as <c>Abbey ward was abolished on 22 May 2014. Its area is now in Riverside ward.</c></returns>
    public string InWords(PlaceKey place, PlaceTree places) => $"{places.NameOf(place)} was abolished on {On.InWords()}.{(Now.Count == 0 ? "" : $" Its area is now in {InList(places)}.")}";

    /// <summary>A part in hundredths: <c>70%</c>.</summary>
    public static string InHundredths(double share) => string.Create(CultureInfo.InvariantCulture, $"{share:0%}");

    /// <summary>Every place that the latest set of its kind and force has not.</summary>
    internal static Dictionary<PlaceKey, BecameOf> All(IReadOnlyList<PlaceTree.Row> rows, IReadOnlyList<PlaceSuccessor> successors)
    {
        var byId = rows.ToDictionary(row => row.Id);
        var later = successors.Where(row => byId.ContainsKey(row.PlaceId) && byId.ContainsKey(row.LaterId)).ToLookup(row => row.PlaceId);
        var inside = rows.Where(row => row.Parent is not null).ToLookup(row => row.Parent!.Value);
        Dictionary<PlaceKey, PlaceTree.Row> last = [];
        HashSet<PlaceKey> there = [];
        Dictionary<int, DateOnly> until = [];
        foreach (var series in rows.GroupBy(row => (row.SetKind, row.Force)))
        {
            var days = series.Select(row => row.From).Distinct().Order().ToList();
            foreach (var row in series.OrderBy(row => row.From).ThenBy(row => row.Set))
            {
                if (row.From == days[^1])
                {
                    there.Add(row.Key);
                }
                else
                {
                    (last[row.Key], until[row.Id]) = (row, days[days.IndexOf(row.From) + 1]);
                }
            }
        }

        return last.Where(one => !there.Contains(one.Key)).ToDictionary(one => one.Key, one => new BecameOf(until[one.Value.Id], Follow(one.Value, byId, later, inside, there)));
    }

    private string InList(PlaceTree places) => Now.Count == 1 ? places.NameOf(Now[0].Place)
        : string.Join(", ", Now.SkipLast(1).Select(one => $"{places.NameOf(one.Place)} ({InHundredths(one.Share)})")) + $" and {places.NameOf(Now[^1].Place)} ({InHundredths(Now[^1].Share)})";

    /// <summary>From set to set until a place that is there. Of a place that is made of others, where most of those went.</summary>
    private static List<(PlaceKey, double)> Follow(
        PlaceTree.Row from, Dictionary<int, PlaceTree.Row> byId, ILookup<int, PlaceSuccessor> later, ILookup<int, PlaceTree.Row> inside, HashSet<PlaceKey> there)
    {
        Dictionary<PlaceKey, double> found = [];
        void Go(PlaceTree.Row row, double share, int depth)
        {
            if (share < LeastShare / 10 || depth > 20)
            {
                return;
            }

            if (later.Contains(row.Id))
            {
                foreach (var next in later[row.Id])
                {
                    Go(byId[next.LaterId], share * next.Share, depth + 1);
                }
            }
            else if (inside.Contains(row.Id))
            {
                var parts = inside[row.Id].ToList();
                parts.ForEach(part => Go(part, share / parts.Count, depth + 1));
            }
            else
            {
                var same = row;
                for (var up = row; up is not null; up = up.Parent is { } parent ? byId.GetValueOrDefault(parent) : null)
                {
                    same = up.Kind == from.Kind ? up : same;
                }

                if (there.Contains(same.Key))
                {
                    found[same.Key] = found.GetValueOrDefault(same.Key) + share;
                }
            }
        }

        Go(from, 1, 0);
        return [.. found.Where(one => one.Value >= LeastShare).OrderByDescending(one => one.Value).ThenBy(one => one.Key.Code.Text, StringComparer.Ordinal).Select(one => (one.Key, one.Value))];
    }
}
