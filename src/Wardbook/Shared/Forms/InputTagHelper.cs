using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Wardbook.Shared.Forms;

/// <summary><c>&lt;w-input for="Postcode" label="Postcode" width="10" autocomplete="postal-code" /&gt;</c>: one line of text.</summary>
[HtmlTargetElement("w-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InputTagHelper : FieldTagHelper
{
    /// <summary>About how many letters are expected: 2, 3, 4, 5, 10 or 20; otherwise as wide as there is room.</summary>
    public int? Width { get; set; }

    public string Type { get; set; } = "text";

    /// <summary>Which keyboard a phone shows, such as <c>numeric</c>.</summary>
    public string? Inputmode { get; set; }

    public string? Autocomplete { get; set; }

    protected override IHtmlContent Draw(Field field)
    {
        // A day is ten signs wherever one is asked for.
        var width = (Width ?? (Type == "date" ? 10 : null)) is { } signs ? $" govuk-input--width-{signs}" : "";
        var helps = Markup.Of($"{Markup.Attribute("inputmode", Inputmode)}{Markup.Attribute("autocomplete", Autocomplete)}{DescribedBy(field)}");
        return Markup.Of($"""
            {Above(field)}
            <input class="govuk-input{width}{(field.Error is null ? "" : " govuk-input--error")}" id="{field.Id}" name="{field.Name}" type="{Type}"{Markup.Attribute("value", field.Answer)}{helps}>
            """);
    }
}

/// <summary><c>&lt;w-textarea for="Corners" label="Corners" rows="6" /&gt;</c>: several lines of text.</summary>
[HtmlTargetElement("w-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextareaTagHelper : FieldTagHelper
{
    public int Rows { get; set; } = 5;

    // The line break after the opening tag is dropped by browsers; without it a first empty line that was typed would be.
    protected override IHtmlContent Draw(Field field) => Markup.Of($"""
        {Above(field)}
        <textarea class="govuk-textarea{(field.Error is null ? "" : " govuk-textarea--error")}" id="{field.Id}" name="{field.Name}" rows="{Rows}"{DescribedBy(field)}>{"\n"}{field.Answer}</textarea>
        """);
}
