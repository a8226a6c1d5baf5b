using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wardbook.Shared.Words;

/// <summary>
/// <c>&lt;w-figure number="8.3" unit="per 1,000 people" label="Recorded crime" low="7.9" high="8.7"&gt;Borough: 9.1&lt;/w-figure&gt;</c>:
/// one figure, with its doubt in words. Several stand beside each other in <c>&lt;div class="w-figures"&gt;</c>.
/// </summary>
[HtmlTargetElement("w-figure")]
public sealed class FigureTagHelper : TagHelper
{
    /// <summary>What is counted, and when: "Recorded crime, March 2026".</summary>
    public string Label { get; set; } = "";

    /// <summary>As it is to be read; <see langword="null"/> when there is none, and then <see cref="Absent"/> says why.</summary>
    public string? Number { get; set; }

    public string? Unit { get; set; }

    /// <summary>The lower end of the interval, as it is to be read.</summary>
    public string? Low { get; set; }

    /// <summary>The upper end of the interval, as it is to be read.</summary>
    public string? High { get; set; }

    public string Absent { get; set; } = "Not known";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // An attribute with an expression in it is never null, only empty.
        Number = string.IsNullOrEmpty(Number) ? null : Number;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "w-figure");
        var number = Number is null
            ? Markup.Of($"""<p class="w-figure__none">{Absent}</p>""")
            : Markup.Of($"""<p class="w-figure__number">{Number}{Markup.When(Unit is not null, $""" <span class="w-figure__unit">{Unit}</span>""")}</p>""");
        var doubt = Markup.When(Number is not null && Low is not null && High is not null, $"""<p class="w-figure__doubt">Likely between {Low} and {High}</p>""");
        output.PreContent.SetHtmlContent(Markup.Of($"""<p class="w-figure__label">{Label}</p>{number}{doubt}<div class="w-figure__more">"""));
        output.PostContent.SetHtmlContent("</div>");
    }
}
