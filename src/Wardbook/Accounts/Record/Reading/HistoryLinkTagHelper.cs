using Microsoft.AspNetCore.Razor.TagHelpers;
using Wardbook.Shared;

namespace Wardbook.Accounts.Record.Reading;

/// <summary><c>&lt;w-history kind="held role" key="@held.Id" of="the role Sergeant" /&gt;</c>: leads to what happened to a record, where whoever asks may read that.</summary>
[HtmlTargetElement("w-history", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HistoryLinkTagHelper(Asker asker) : TagHelper
{
    /// <summary>As the record of change calls such records.</summary>
    public string Kind { get; set; } = "";

    public Guid Key { get; set; }

    /// <summary>Which record is meant, for whoever hears the link without seeing where it stands.</summary>
    public string Of { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!asker.May(Deed.ReadChangeRecord))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-link");
        output.Attributes.SetAttribute("href", Urls.History(Kind, Key.ToString()));
        output.Content.SetHtmlContent(Markup.Of($"""History<span class="govuk-visually-hidden"> of {Of}</span>"""));
    }
}
