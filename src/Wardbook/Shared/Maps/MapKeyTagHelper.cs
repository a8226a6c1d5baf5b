using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wardbook.Shared.Maps;

/// <summary><c>&lt;w-map-key title="Crimes per 1,000 people" levels="Model.Levels" /&gt;</c>: what the five shades of a map mean, the least first.</summary>
[HtmlTargetElement("w-map-key", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MapKeyTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public IReadOnlyList<string> Levels { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "w-map-key");
        var levels = Markup.Each(Levels.Index(), level => Markup.Of($"""
            <li><svg width="22" height="14" aria-hidden="true" focusable="false"><rect class="w-level-{level.Index + 1}" width="22" height="14"/></svg> {level.Item}</li>
            """));
        output.Content.SetHtmlContent(Markup.Of($"<p>{Title}</p><ul>{levels}</ul>"));
    }
}
