using AngleSharp.Dom;

namespace Wardbook;

/// <summary>What a reader reads of a page.</summary>
public static class Pages
{
    /// <summary>The words of the first element that matches, blanks as one; fails when there is none.</summary>
    public static string Text(this IDocument page, string selector) =>
        string.Join(' ', (page.QuerySelector(selector) ?? throw new InvalidOperationException($"Nothing on {page.Url} matches {selector}.")).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
