namespace Wardbook.Concerns;

/// <summary>Things said that seem to be about the same. It suggests; a person decides (docs/methods/similar-concerns.md).</summary>
/// <param name="Of">What is compared, by id.</param>
/// <param name="Into">The group that is there already and is most like them; null when none is.</param>
public sealed record Alike(IReadOnlyList<Guid> Of, Guid? Into)
{
    /// <summary>From here on two are suggested to be about the same: alike in more than one way.</summary>
    public const double Enough = 0.6;

    /// <param name="loose">What is in no group, in the order in which it is looked at.</param>
    /// <param name="grouped">What is in a group, with the group.</param>
    /// <returns>Those that go with a group that is there, then those that go with one another, the largest first. What is like nothing is in none.</returns>
    public static IReadOnlyList<Alike> Among(IReadOnlyList<(Guid Id, Comparable Said)> loose, IReadOnlyList<(Guid Group, Comparable Said)> grouped)
    {
        var joined = new Dictionary<Guid, List<Guid>>();
        List<(Guid Id, Comparable Said)> left = [];
        foreach (var one in loose)
        {
            var (likeness, group) = grouped.Select(other => (Likeness: Likeness.Of(one.Said, other.Said), other.Group)).DefaultIfEmpty().MaxBy(other => other.Likeness);
            if (likeness < Enough)
            {
                left.Add(one);
                continue;
            }

            if (!joined.TryGetValue(group, out var with))
            {
                joined.Add(group, with = []);
            }

            with.Add(one.Id);
        }

        List<Alike> together = [];
        while (left is [var first, ..])
        {
            var with = left.Where(other => other.Equals(first) || Likeness.Of(first.Said, other.Said) >= Enough).ToList();
            left = [.. left.Except(with)];
            if (with.Count > 1)
            {
                together.Add(new([.. with.Select(one => one.Id)], null));
            }
        }

        return [.. joined.Select(group => new Alike(group.Value, group.Key)).OrderByDescending(group => group.Of.Count), .. together.OrderByDescending(group => group.Of.Count)];
    }
}
