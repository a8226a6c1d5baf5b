using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wardbook.Shared.Forms;

/// <summary><c>&lt;w-button&gt;Find my ward&lt;/w-button&gt;</c>: sends the form it stands in; with <c>href</c>, a link that looks like one.</summary>
[HtmlTargetElement("w-button")]
public sealed class ButtonTagHelper : TagHelper
{
    /// <summary><c>secondary</c> or <c>warning</c>; by default the one thing the page is for.</summary>
    public string? Kind { get; set; }

    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Kind is null ? "govuk-button" : $"govuk-button govuk-button--{Kind}");
        output.Attributes.SetAttribute("data-module", "govuk-button");
        if (Href is not null)
        {
            output.TagName = "a";
            output.Attributes.SetAttribute("href", Href);
            output.Attributes.SetAttribute("role", "button");
            output.Attributes.SetAttribute("draggable", "false");
            return;
        }

        output.TagName = "button";
        if (!output.Attributes.ContainsName("type"))
        {
            output.Attributes.SetAttribute("type", "submit");
        }

        output.Attributes.SetAttribute("data-prevent-double-click", "true");
    }
}

/// <summary>
/// <c>&lt;w-my-location find="/find" /&gt;</c>: goes to that address with where the device is. Shown only when scripts run;
/// the device is asked only when it is pressed.
/// </summary>
[HtmlTargetElement("w-my-location", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MyLocationTagHelper : TagHelper
{
    public string Find { get; set; } = "/find";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "button");
        output.Attributes.SetAttribute("class", "govuk-button govuk-button--secondary w-my-location");
        output.Attributes.SetAttribute("data-find", Find);
        output.Attributes.SetAttribute("hidden", "hidden");
        output.Content.SetContent("Use my location");
    }
}
