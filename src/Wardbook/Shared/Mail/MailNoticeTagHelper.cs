using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wardbook.Shared.Mail;

/// <summary><c>&lt;w-mail-notice /&gt;</c>: stands where somebody would wait for a mail, and says that none will come when there is no mail server. Otherwise nothing.</summary>
[HtmlTargetElement("w-mail-notice", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MailNoticeTagHelper(MailSettings settings) : TagHelper
{
    public const string Words = "This site has no mail server, so no mail will arrive. Its letters are kept in a folder on its own machine: ask whoever runs it.";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (settings.Server is not null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-inset-text");
        output.Attributes.SetAttribute("data-no-mail", "");
        output.Content.SetContent(Words);
    }
}
