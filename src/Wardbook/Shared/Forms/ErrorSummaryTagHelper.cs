using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wardbook.Shared.Forms;

/// <summary>
/// <c>&lt;w-error-summary /&gt;</c>: everything wrong with the form, at the top of the page,
/// each leading to its field. Nothing when nothing is wrong.
/// </summary>
[HtmlTargetElement("w-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>The key by which the layout knows to begin the title with "Error", which is the first thing a screen reader says.</summary>
    public const string OnThisPage = "Wardbook.Errors";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(entry => entry.Value?.Errors.Select(error => (entry.Key, error.ErrorMessage)) ?? [])
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        ViewContext.ViewData[OnThisPage] = true;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Attributes.SetAttribute("data-module", "govuk-error-summary");
        var list = FieldsInOrder.Of(ViewContext).InOrder(errors, error => error.Key, error => error.Key.Length == 0
            ? Markup.Of($"<li>{error.ErrorMessage}</li>")
            : Markup.Of($"""<li><a href="#{Field.IdOf(error.Key)}">{error.ErrorMessage}</a></li>"""));
        output.Content.SetHtmlContent(Markup.Of($"""
            <div role="alert"><h2 class="govuk-error-summary__title">There is a problem</h2>
            <div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">{list}</ul></div></div>
            """));
    }
}
