using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wardbook.Shared.Forms;

/// <summary><c>&lt;w-file for="File" label="File" hint="A table (.csv)" /&gt;</c>: a file to send. Its form needs <c>enctype="multipart/form-data"</c>.</summary>
[HtmlTargetElement("w-file", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileTagHelper : FieldTagHelper
{
    protected override IHtmlContent Draw(Field field) => Markup.Of($"""
        {Above(field)}
        <input class="govuk-file-upload{(field.Error is null ? "" : " govuk-file-upload--error")}" id="{field.Id}" name="{field.Name}" type="file"{DescribedBy(field)}>
        """);
}
