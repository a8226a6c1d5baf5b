using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wardbook.Shared.Forms;

/// <summary>What every form field has: a label, perhaps a hint, and the error that belongs to it, tied together for screen readers.</summary>
public abstract class FieldTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The property of the page that holds the answer.</summary>
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>The label is also the page's heading: a page that asks one thing.</summary>
    public bool IsHeading { get; set; }

    public sealed override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = Field.Of(For, ViewContext);
        FieldsInOrder.Of(ViewContext).Add(field.Name);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", field.Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error");
        output.Content.SetHtmlContent(Draw(field));
    }

    protected abstract IHtmlContent Draw(Field field);

    /// <summary>The label, the hint and the error, in the order in which they are read.</summary>
    protected IHtmlContent Above(Field field)
    {
        var label = Markup.Of($"""<label class="govuk-label{(IsHeading ? " govuk-label--l" : "")}" for="{field.Id}">{Label}</label>""");
        var heading = IsHeading ? Markup.Of($"""<h1 class="govuk-label-wrapper">{label}</h1>""") : label;
        return Markup.Of($"{heading}{field.HintMarkup(Hint)}{field.ErrorMarkup()}");
    }

    protected IHtmlContent DescribedBy(Field field) => Markup.Attribute("aria-describedby", field.DescribedBy(Hint));
}
