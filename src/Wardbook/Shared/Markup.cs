using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Wardbook.Shared;

/// <summary>Writes HTML in code: what is written between the holes is markup, what fills them is text and is encoded.</summary>
/// <example><c>Markup.Of($"""&lt;p class="w-small"&gt;{whatSomebodyTyped}&lt;/p&gt;""")</c></example>
public static class Markup
{
    public static readonly IHtmlContent Nothing = HtmlString.Empty;

    /// <summary>Holes that are markup already go in as they are; everything else is encoded, numbers the same in every culture.</summary>
    public static IHtmlContent Of(FormattableString markup) =>
        new HtmlFormattableString(CultureInfo.InvariantCulture, markup.Format, markup.GetArguments());

    public static IHtmlContent When(bool condition, FormattableString markup) => condition ? Of(markup) : Nothing;

    /// <summary>Nothing at all for a missing value, so that an attribute is left out rather than empty.</summary>
    public static IHtmlContent Attribute(string name, string? value) => value is null ? Nothing : Of($" {name}=\"{value}\"");

    public static IHtmlContent Each<T>(IEnumerable<T> items, Func<T, IHtmlContent> markup)
    {
        var all = new HtmlContentBuilder();
        foreach (var item in items)
        {
            all.AppendHtml(markup(item));
        }

        return all;
    }
}
