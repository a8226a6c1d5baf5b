using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wardbook.Shared.Words;

/// <summary><c>&lt;w-breadcrumbs trail="Model.Trail" /&gt;</c>, in the section <c>Before</c>: the places this page is part of, the largest first.</summary>
[HtmlTargetElement("w-breadcrumbs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BreadcrumbsTagHelper : TagHelper
{
    public IReadOnlyList<Link> Trail { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-breadcrumbs");
        output.Attributes.SetAttribute("aria-label", "Breadcrumb");
        var items = Markup.Each(Trail, link => link.Href is null
            ? Markup.Of($"""<li class="govuk-breadcrumbs__list-item" aria-current="page">{link.Text}</li>""")
            : Markup.Of($"""<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="{link.Href}">{link.Text}</a></li>"""));
        output.Content.SetHtmlContent(Markup.Of($"""<ol class="govuk-breadcrumbs__list">{items}</ol>"""));
    }
}
