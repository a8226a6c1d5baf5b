using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wardbook.Shared.Tables;

/// <summary>
/// <c>&lt;w-table of="Model.Wards" sort-by="sort" /&gt;</c>: a table. With <c>sort-by</c>, each heading is a plain link that puts it in that order.
/// </summary>
/// <remarks>
/// Cells carry no class but <c>n</c> for a number: GOV.UK's class on each cell would be a third of a long page.
/// A table too wide for a phone scrolls inside its own frame, which the keyboard can reach.
/// </remarks>
[HtmlTargetElement("w-table", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TableTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public Table Of { get; set; } = null!;

    /// <summary>The name in the address that holds the order; each sortable table of a page has its own.</summary>
    public string? SortBy { get; set; }

    /// <summary>The caption is for screen readers only, because a heading above says the same.</summary>
    public bool CaptionHidden { get; set; }

    /// <summary>Closer lines, for a table of many figures.</summary>
    public bool Dense { get; set; }

    /// <summary>On a phone each row becomes a small list, for a table of words; otherwise it scrolls.</summary>
    public bool Stack { get; set; }

    /// <summary>An id for links and charts to point at.</summary>
    public string? Id { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var table = SortBy is null ? Of : Of.InOrder(request.Query[SortBy].FirstOrDefault());
        var captionId = (Id ?? Here.NewId(ViewContext.HttpContext, "table")) + "-caption";

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "w-scroll");
        output.Attributes.SetAttribute("role", "group");
        output.Attributes.SetAttribute("aria-labelledby", captionId);
        output.Attributes.SetAttribute("tabindex", "0");

        var classes = "govuk-table w-table" + (Dense ? " w-table--dense" : "") + (Stack ? " w-table--stack" : "");
        var head = Markup.Each(table.Headings, heading => Head(table, heading, request));
        var headings = table.Headings.ToList();
        var body = Markup.Each(table.Cells, row =>
            Markup.Of($"<tr>{Markup.Each(row.Index(), each => Body(headings[each.Index], each.Item, isFirst: each.Index == 0))}</tr>"));
        output.Content.SetHtmlContent(Markup.Of($"""
            <table class="{classes}"{Markup.Attribute("id", Id)}>
            <caption class="govuk-table__caption{(CaptionHidden ? " govuk-visually-hidden" : "")}" id="{captionId}">{table.Caption}</caption>
            <thead><tr>{head}</tr></thead>
            <tbody>{body}</tbody></table>
            """));
    }

    private IHtmlContent Head(Table table, Heading heading, HttpRequest request)
    {
        var classes = Markup.Attribute("class", heading.IsNumber ? "n" : null);
        if (SortBy is null)
        {
            return Markup.Of($"""<th scope="col"{classes}>{heading.Text}</th>""");
        }

        // Numbers are first asked for with the greatest at the top, names from A; asking again turns it round.
        var (rising, falling) = (heading.Name, "-" + heading.Name);
        var next = table.Order == rising ? falling : table.Order == falling ? rising : heading.IsNumber ? falling : rising;
        var sorted = table.Order == rising ? "ascending" : table.Order == falling ? "descending" : null;
        var href = Here.With(request, SortBy, next, without: "page");
        var order = Markup.Attribute("aria-sort", sorted);
        return Markup.Of($"""<th scope="col"{classes}{order}><a class="w-sort" href="{href}" rel="nofollow">{heading.Text}</a></th>""");
    }

    private IHtmlContent Body(Heading heading, Cell cell, bool isFirst)
    {
        IHtmlContent text = cell.Href is null ? Markup.Of($"{cell.Text}") : Markup.Of($"""<a href="{cell.Href}">{cell.Text}</a>""");
        var label = Markup.Attribute("data-label", Stack && !isFirst ? heading.Text : null);
        var classes = Markup.Attribute("class", (heading.IsNumber, cell.Value is null) switch
        {
            (true, true) => "n none",
            (true, false) => "n",
            (false, true) => "none",
            _ => null,
        });
        return isFirst ? Markup.Of($"""<th scope="row"{classes}>{text}</th>""") : Markup.Of($"<td{classes}{label}>{text}</td>");
    }
}
