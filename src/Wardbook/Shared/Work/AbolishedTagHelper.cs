using Microsoft.AspNetCore.Razor.TagHelpers;
using Wardbook.Accounts;

namespace Wardbook.Shared.Work;

/// <summary><c>&lt;w-abolished ward="Model.Ward" /&gt;</c>: says that the ward is no more, where its area is now, and that what is open is brought to its end here. Nothing for a ward that is there.</summary>
[HtmlTargetElement("w-abolished", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AbolishedTagHelper(Asker asker, PlaceTrees trees) : TagHelper
{
    public PlaceKey Ward { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var places = await trees.Current();
        if (places.WhatBecameOf(Ward, asker.Today) is not { } became)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-inset-text w-abolished");
        output.Content.SetHtmlContent(Markup.Of($"<p>{became.InWords(Ward, places)} What was begun here can still be worked on, judged and closed here; what is new begins there.</p>"));
    }
}
