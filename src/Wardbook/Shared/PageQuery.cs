namespace Wardbook.Shared;

/// <summary>The part of an address behind the question mark.</summary>
public static class PageQuery
{
    /// <summary>The same for the same questions in another order. Those of one name keep theirs, which may mean something.</summary>
    public static string InOrder(string query) =>
        query.Contains('&', StringComparison.Ordinal)
            ? "?" + string.Join('&', query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries).OrderBy(part => part.Split('=')[0], StringComparer.Ordinal))
            : query;
}
