using System.Globalization;
using Wardbook.Periods;

namespace Wardbook.Wards;

/// <summary>What a reader chose of a place's figures; an address says it in its query.</summary>
/// <param name="First">The first month.</param>
/// <param name="Last">The last month, included.</param>
/// <param name="Wards">The boundaries that held on this day.</param>
/// <param name="Series">One of several that are never added together.</param>
public sealed record PlaceChoice(Month? First = null, Month? Last = null, DateOnly? Wards = null, string? Series = null)
{
    /// <summary>The query that says the same, with <c>?</c>; empty when nothing was chosen.</summary>
    public string Query => Of([]);

    /// <param name="also">More to say, such as which table.</param>
    public string Of(params IEnumerable<(string Name, string Value)> also)
    {
        var parts = new[]
        {
            ("first", First?.ToString()),
            ("last", Last?.ToString()),
            ("wards", Wards?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("series", Series),
        }.Where(part => part.Item2 is not null).Select(part => (part.Item1, part.Item2!)).Concat(also).ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts.Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2)}"));
    }
}
