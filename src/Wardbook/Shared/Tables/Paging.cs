namespace Wardbook.Shared.Tables;

/// <summary>Which part of a long list a page shows.</summary>
/// <param name="Page">From 1; one that there is, whatever was asked for.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Each">How many rows a page has at most.</param>
public sealed record Paging(int Page, int Pages, int Each)
{
    /// <summary>An empty list: its only page.</summary>
    public static Paging None { get; } = new(1, 1, 0);

    /// <summary>How many rows come before this page.</summary>
    public int Skip => (Page - 1) * Each;

    /// <param name="count">Of all rows.</param>
    public static Paging Of(HttpRequest request, int count, int each)
    {
        var pages = Math.Max(1, (count + each - 1) / each);
        return new(Math.Min(Here.Page(request), pages), pages, each);
    }
}
