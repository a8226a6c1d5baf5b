using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wardbook.Shared.Charts;

/// <summary>
/// <c>&lt;w-months of="Model.Months" /&gt;</c>: twelve months against the year before, drawn, with the words and the table that say the same.
/// </summary>
[HtmlTargetElement("w-months", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MonthChartTagHelper : TagHelper
{
    public MonthChart Of { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "w-chart");
        output.Content.SetHtmlContent(Markup.Of($"""
            <figcaption><strong>{Of.Title}.</strong> {Of.InWords}</figcaption>
            <p class="w-key"><span class="w-key__now">12 months to {Of.Last.InWords()}</span> <span class="w-key__before">the same months a year before</span></p>
            {MonthDrawing.Large(Of)}
            <details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Show {Of.Title.ToLowerInvariant()} by month as a table</span></summary>
            {Rows()}</details>
            """));
    }

    private IHtmlContent Rows()
    {
        var table = Of.Table;
        var head = Markup.Each(table.Headings, heading =>
            Markup.Of($"""<th scope="col"{Markup.Attribute("class", heading.IsNumber ? "n" : null)}>{heading.Text}</th>"""));
        var body = Markup.Each(table.Cells, row =>
            Markup.Of($"""<tr><th scope="row">{row[0].Text}</th>{Markup.Each(row.Skip(1), cell => Markup.Of($"""<td class="n">{cell.Text}</td>"""))}</tr>"""));
        return Markup.Of($"""
            <table class="govuk-table w-table w-table--dense"><caption class="govuk-visually-hidden">{table.Caption}</caption>
            <thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>
            """);
    }
}

/// <summary><c>&lt;w-small-months of="Model.Kinds" /&gt;</c>: many kinds side by side, each on its own scale, each with its figures in words.</summary>
[HtmlTargetElement("w-small-months", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SmallMonthsTagHelper : TagHelper
{
    public IReadOnlyList<MonthChart> Of { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "w-small-months");
        output.Content.SetHtmlContent(Markup.Each(Of, chart =>
        {
            IHtmlContent title = chart.Href is null ? Markup.Of($"{chart.Title}") : Markup.Of($"""<a href="{chart.Href}">{chart.Title}</a>""");
            var totals = Markup.Of($"<p>{Total(chart.ThisYear, "in 12 months")}<br>{Total(chart.YearBefore, "the year before")}</p>");
            return Markup.Of($"<li><strong>{title}</strong>{MonthDrawing.Small(chart)}{totals}</li>");
        }));
    }

    private static string Total(double? total, string when) => total is { } known ? $"{Numbers.InFigures(known)} {when}" : $"Not all published {when}";
}
