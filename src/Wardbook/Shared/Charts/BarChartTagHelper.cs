using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wardbook.Shared.Charts;

/// <summary>
/// <c>&lt;w-bars of="Model.Wards" /&gt;</c>: a table whose names have the drawing under them, so that the chart and its table are one thing, on a phone too.
/// The dark bar is the figure, the pale band the interval, the dashed line the place they are compared with.
/// </summary>
[HtmlTargetElement("w-bars", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarChartTagHelper : TagHelper
{
    public BarChart Of { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var hasIntervals = Of.Bars.Any(bar => bar.Low is not null);
        output.TagName = "table";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-table w-table w-bars");
        var interval = Markup.When(hasIntervals, $"""<th scope="col" class="n">Likely between</th>""");
        var rows = Markup.Each(Of.Bars, bar =>
        {
            var value = Markup.Of($"""<td class="n{(bar.Value is null ? " none" : "")}">{Shown(bar.Value, bar.Absent)}</td>""");
            return Markup.Of($"""
                <tr{Markup.Attribute("class", bar.IsHere ? "here" : null)}><th scope="row">{Name(bar)}{Draw(bar)}</th>{value}{(hasIntervals ? Interval(bar) : Markup.Nothing)}</tr>

                """);
        });
        var reference = Of is { Reference: { } value, ReferenceName: { } name }
            ? Markup.Of($"""<span class="w-key"><span class="w-key__reference">{name}: {Shown(value, "")}</span></span>""") : Markup.Nothing;
        output.Content.SetHtmlContent(Markup.Of($"""
            <caption class="govuk-table__caption">{Of.Caption} {reference}</caption>
            <thead><tr><th scope="col">{Of.NameHeading}</th><th scope="col" class="n">{Of.Heading}</th>{interval}</tr></thead>
            <tbody>{rows}</tbody>
            """));
    }

    private static IHtmlContent Name(Bar bar) => bar.Href is null ? Markup.Of($"{bar.Name}") : Markup.Of($"""<a href="{bar.Href}">{bar.Name}</a>""");

    private string Shown(double? value, string absent) => value is { } known ? Numbers.InFigures(known, Of.Decimals) : absent;

    private IHtmlContent Interval(Bar bar) => bar is { Low: { } low, High: { } high }
        ? Markup.Of($"""<td class="n">{Shown(low, "")} and {Shown(high, "")}</td>""")
        : Markup.Of($"<td></td>");

    private IHtmlContent Draw(Bar bar)
    {
        // A drawing 1000 wide is stretched to whatever room the column has; heights and lines keep their size.
        string X(double value) => (1000 * value / Of.Top).ToString("0", CultureInfo.InvariantCulture);
        var value = bar.Value is { } known
            ? Markup.Of($"""<rect class="w-now" x="0" y="9" width="{X(known)}" height="8"/>""") : Markup.Nothing;
        var band = bar is { Low: { } low, High: { } high }
            ? Markup.Of($"""<rect class="w-band" x="{X(low)}" y="4" width="{X(Math.Max(0, high - low))}" height="18"/>""") : Markup.Nothing;
        var line = Of.Reference is { } reference
            ? Markup.Of($"""<line class="w-reference" x1="{X(reference)}" x2="{X(reference)}" y1="0" y2="26"/>""") : Markup.Nothing;
        return Markup.Of($"""<svg viewBox="0 0 1000 26" preserveAspectRatio="none" width="100%" height="26" aria-hidden="true" focusable="false">{value}{band}{line}</svg>""");
    }
}
