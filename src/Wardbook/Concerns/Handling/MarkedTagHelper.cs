using Microsoft.AspNetCore.Razor.TagHelpers;
using Wardbook.Shared;

namespace Wardbook.Concerns.Handling;

/// <summary><c>&lt;w-marked words="Model.Said" /&gt;</c>: what was said, with what may tell of a person marked, each with a word that says what it may be.</summary>
[HtmlTargetElement("w-marked", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MarkedTagHelper : TagHelper
{
    public string Words { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "blockquote";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "w-said w-said--whole");
        output.Attributes.SetAttribute("dir", "auto");
        var from = 0;
        foreach (var detail in PersonalDetails.Find(Words))
        {
            output.Content.AppendHtml(Markup.Of($"""{Words[from..detail.Start]}<mark>{detail.Text}<span class="govuk-visually-hidden"> ({detail.Kind.InWords()})</span></mark>"""));
            from = detail.End;
        }

        output.Content.AppendHtml(Markup.Of($"{Words[from..]}"));
    }
}
