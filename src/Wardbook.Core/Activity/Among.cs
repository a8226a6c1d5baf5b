using Wardbook.Charts;

namespace Wardbook.Activity;

/// <summary>Teams or wards beside each other, by what they did for so many people: which of them stand out, and which cannot be told apart.</summary>
public static class Among
{
    /// <summary>With fewer there is no saying how much they differ anyway.</summary>
    public const int Fewest = 5;

    /// <summary>A funnel with limits widened by how much teams differ anyway.</summary>
    /// <param name="done">How much each did, and its base: its average strength, say. Those whose base is not known or nought are not compared.</param>
    /// <returns>For each the point, null for what is not compared; null altogether when fewer than five can be, or nothing was done.</returns>
    public static IReadOnlyList<FunnelPoint?>? Funnel(IReadOnlyList<(Amount Done, double? Base)> done)
    {
        // Halves are counted as halves over twice the base: the figure is the same.
        var units = done.All(one => one.Done.IsWhole) ? 2 : 1;
        var compared = done.Where(one => one.Base > 0).ToList();
        if (compared.Count < Fewest || compared.Sum(one => one.Done.Halves) <= 0)
        {
            return null;
        }

        var points = new Queue<FunnelPoint>(Charts.Funnel.OfRates([.. compared.Select(one => (one.Done.Halves / units, one.Base!.Value * 2 / units))]).Points);
        return [.. done.Select(one => one.Base > 0 ? points.Dequeue() : null)];
    }
}
