using Wardbook.Periods;

namespace Wardbook.Crimes;

/// <summary>What one area has of each category in each month: a place's from the counts, a drawn area's from the records.</summary>
public sealed class AreaCounts
{
    private readonly Dictionary<(Month Month, short Category), int> counts = [];

    public IEnumerable<(Month Month, short Category, int Count)> All => counts.Select(entry => (entry.Key.Month, entry.Key.Category, entry.Value));

    public void Add(Month month, short category, int count) => counts[(month, category)] = counts.GetValueOrDefault((month, category)) + count;

    public int In(Month month, short category) => counts.GetValueOrDefault((month, category));

    public int In(Month month, IEnumerable<short> categories) => categories.Sum(category => In(month, category));

    public long In(IEnumerable<Month> months, IReadOnlyCollection<short> categories) => months.Sum(month => (long)In(month, categories));
}
