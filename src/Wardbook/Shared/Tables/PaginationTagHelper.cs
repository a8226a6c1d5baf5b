using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wardbook.Shared.Tables;

/// <summary>
/// <c>&lt;w-pagination of="Model.Paging" /&gt;</c>: links to the other pages of a long list, as <c>?page=4</c>. Nothing when there is one page.
/// </summary>
[HtmlTargetElement("w-pagination", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PaginationTagHelper : TagHelper
{
    private static readonly IHtmlContent Back = Arrow("prev", "m6.6 0-6.7 6.7 6.7 6.4 1.4-1.4-4.2-4h12.9v-2H1.8L6 1.4z");
    private static readonly IHtmlContent On = Arrow("next", "m8.1 0-1.4 1.4L11 5.7H-2v2h12.9l-4.2 4 1.4 1.4 6.7-6.4z");

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public Paging Of { get; set; } = Paging.None;

    private int Page => Of.Page;

    private int Last => Of.Pages;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Last < 2)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-pagination");
        output.Attributes.SetAttribute("aria-label", "Pages");
        var previous = Page > 1 ? Step(Page - 1, "prev", Markup.Of($"{Back}{Title("Previous")}")) : Markup.Nothing;
        var next = Page < Last ? Step(Page + 1, "next", Markup.Of($"{Title("Next")}{On}")) : Markup.Nothing;
        output.Content.SetHtmlContent(Markup.Of($"""{previous}<ul class="govuk-pagination__list">{Markup.Each(Numbers(), Item)}</ul>{next}"""));
    }

    private static IHtmlContent Arrow(string which, string path) => Markup.Of($"""
        <svg class="govuk-pagination__icon govuk-pagination__icon--{which}" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="{path}"/></svg>
        """);

    private static IHtmlContent Title(string word) => Markup.Of(
        $"""<span class="govuk-pagination__link-title">{word}<span class="govuk-visually-hidden"> page</span></span>""");

    private IHtmlContent Step(int page, string which, IHtmlContent inside) => Markup.Of(
        $"""<div class="govuk-pagination__{which}"><a class="govuk-link govuk-pagination__link" href="{Href(page)}" rel="{which}">{inside}</a></div>""");

    private string Href(int page) =>
        Here.With(ViewContext.HttpContext.Request, "page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture));

    private IHtmlContent Item(int? number)
    {
        if (number is not { } page)
        {
            return Markup.Of($"""<li class="govuk-pagination__item govuk-pagination__item--ellipsis">&ctdot;</li>""");
        }

        var isHere = page == Page;
        return Markup.Of($"""
            <li class="govuk-pagination__item{(isHere ? " govuk-pagination__item--current" : "")}"><a class="govuk-link govuk-pagination__link" href="{Href(page)}" aria-label="Page {page}"{Markup.Attribute("aria-current", isHere ? "page" : null)}>{page}</a></li>
            """);
    }

    /// <summary>The first, the last, this one and its neighbours; <see langword="null"/> where some are left out.</summary>
    private IEnumerable<int?> Numbers()
    {
        var shown = new SortedSet<int>([1, Last, .. Enumerable.Range(Page - 1, 3).Where(page => page >= 1 && page <= Last)]);
        var last = 0;
        foreach (var page in shown)
        {
            if (page > last + 1)
            {
                yield return page == last + 2 ? last + 1 : null;
            }

            yield return last = page;
        }
    }
}
