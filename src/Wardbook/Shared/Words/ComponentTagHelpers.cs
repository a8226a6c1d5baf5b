using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wardbook.Shared.Words;

/// <summary><c>&lt;w-inset&gt;...&lt;/w-inset&gt;</c>: words set apart, such as what a figure cannot say.</summary>
[HtmlTargetElement("w-inset")]
public sealed class InsetTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "govuk-inset-text");
    }
}

/// <summary><c>&lt;w-details summary="How we count"&gt;...&lt;/w-details&gt;</c>: words that open when asked for. They are printed open.</summary>
[HtmlTargetElement("w-details")]
public sealed class DetailsTagHelper : TagHelper
{
    public string Summary { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "details";
        output.Attributes.SetAttribute("class", "govuk-details");
        output.PreContent.SetHtmlContent(Markup.Of($"""
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{Summary}</span></summary><div class="govuk-details__text">
            """));
        output.PostContent.SetHtmlContent("</div>");
    }
}

/// <summary><c>&lt;w-tag colour="orange"&gt;abolished&lt;/w-tag&gt;</c>: one word about the state of a thing. The word says it; the colour only helps.</summary>
[HtmlTargetElement("w-tag")]
public sealed class TagTagHelper : TagHelper
{
    /// <summary><c>grey</c> or <c>orange</c>; by default calm.</summary>
    public string? Colour { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "strong";
        output.Attributes.SetAttribute("class", Colour is null ? "govuk-tag" : $"govuk-tag govuk-tag--{Colour}");
    }
}

/// <summary><c>&lt;w-notice title="Newer ward borders"&gt;...&lt;/w-notice&gt;</c>: something to know before reading on.</summary>
[HtmlTargetElement("w-notice")]
public sealed class NoticeTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Title { get; set; } = "Important";

    /// <summary>Something the reader asked for was done; read out at once.</summary>
    public bool Success { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var titleId = Here.NewId(ViewContext.HttpContext, "notice");
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Success ? "govuk-notification-banner govuk-notification-banner--success" : "govuk-notification-banner");
        output.Attributes.SetAttribute("role", Success ? "alert" : "region");
        output.Attributes.SetAttribute("aria-labelledby", titleId);
        output.PreContent.SetHtmlContent(Markup.Of($"""
            <div class="govuk-notification-banner__header"><h2 class="govuk-notification-banner__title" id="{titleId}">{Title}</h2></div><div class="govuk-notification-banner__content">
            """));
        output.PostContent.SetHtmlContent("</div>");
    }
}

/// <summary><c>&lt;w-empty title="No crimes were recorded here in March 2026"&gt;why, and what to do&lt;/w-empty&gt;</c>: said where something would be.</summary>
[HtmlTargetElement("w-empty")]
public sealed class EmptyTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "w-empty");
        output.PreContent.SetHtmlContent(Markup.Of($"""<p class="w-empty__title">{Title}</p>"""));
    }
}

/// <summary><c>&lt;w-phase phase="Beta"&gt;This is new.&lt;/w-phase&gt;</c>: how far along a part of the site is.</summary>
[HtmlTargetElement("w-phase")]
public sealed class PhaseTagHelper : TagHelper
{
    public string Phase { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "govuk-phase-banner");
        output.PreContent.SetHtmlContent(Markup.Of($"""
            <p class="govuk-phase-banner__content"><strong class="govuk-tag govuk-phase-banner__content__tag">{Phase}</strong><span class="govuk-phase-banner__text">
            """));
        output.PostContent.SetHtmlContent("</span></p>");
    }
}

/// <summary><c>&lt;w-summary&gt;&lt;w-fact label="People"&gt;14,200 in 2024&lt;/w-fact&gt;&lt;/w-summary&gt;</c>: a few facts, each with its name.</summary>
[HtmlTargetElement("w-summary")]
public sealed class SummaryTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "govuk-summary-list");
    }
}

/// <inheritdoc cref="SummaryTagHelper"/>
[HtmlTargetElement("w-fact", ParentTag = "w-summary")]
public sealed class FactTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "govuk-summary-list__row");
        output.PreContent.SetHtmlContent(Markup.Of($"""<dt class="govuk-summary-list__key">{Label}</dt><dd class="govuk-summary-list__value">"""));
        output.PostContent.SetHtmlContent("</dd>");
    }
}
